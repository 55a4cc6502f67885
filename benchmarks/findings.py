"""Quotations made from transcripts so that the finding is known by construction.

Each maker takes a sentence or two of a turn and makes a quotation of one finding from them, or
gives None where they do not allow it. What must or must not be there (a negation, a number, a name)
is looked for by rules of its own, simpler than those that are tested.

    python -m benchmarks.findings [DATABASE] [CASES]

makes CASES quotations (1,000 unless told) from the transcripts of a database, checks each with the
speaker and the day of its record, and prints a table of what was made against what was found.
Without a database one is made, for as long as it runs, of the pages in the folder `shared` beside
the repository (ONRECORD_SHARED names another).
"""

from __future__ import annotations

import os
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from onrecord.checking import check
from onrecord.model import Document, Finding, PassageKind, Role
from onrecord.pipeline import read_document
from onrecord.readers import read
from onrecord.stores import Hit, Store, open_store
from onrecord.text import sentences

SHARED = Path(os.environ.get("ONRECORD_SHARED", Path(__file__).parents[2] / "shared"))
PAGES = 60
NEGATION = re.compile(
    r"\b(not|no|never|nor|none|nobody|nothing|neither|without|cannot|unable|hardly|barely|fail\w*"
    r"|refus\w+|den(y|ies|ied|ial)|lack\w*|reject\w*|impossible|rarely|seldom|nowhere|false"
    r"|untrue|scarcely)\b|n[’']t\b",
    re.IGNORECASE,
)
NUMBER = re.compile(
    r"\d|\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty"
    r"|forty|fifty|sixty|seventy|eighty|ninety|hundred\w*|thousand\w*|million\w*|billion\w*|first"
    r"|second|third|fourth|fifth|half|quarter\w*|dozen\w*|percent|twice|double\w*|triple\w*"
    r"|\w+ths?|trillion\w*|tens|dollars?|zero)\b",
    re.IGNORECASE,
)
GOVERNED = re.compile(
    r"\b(if|unless|whether|until|provided|doubt\w*|wrong|claim\w*|alleg\w+|lie|nonsense)\b", re.I
)
_TRIES = 400
"""Sources that are tried for one quotation."""
OTHER_WORDS = ("umbrella", "velvet", "orchard", "lantern", "marble", "saddle", "violin", "anchor")
MODALS = {"will": "may", "must": "may", "should": "must", "can": "must", "would": "will"}


@dataclass(frozen=True, slots=True)
class Made:
    """A quotation, whose it is said to be, when, and what must be found of it."""

    quote: str
    speaker: str
    date: str
    expected: str
    kind: str


@dataclass(frozen=True, slots=True)
class Said:
    """A turn of a transcript, its sentences, and who else speaks there."""

    hit: Hit
    said: tuple[str, ...]
    others: tuple[str, ...]


Maker = Callable[[Said, random.Random], str | None]


def turns_of(store: Store) -> list[Said]:
    """The turns of the store's transcripts that have a named speaker and whole sentences."""
    found = []
    for record in store.records():
        hits = store.passages_of(record.document, [PassageKind.TURN])
        names = tuple(dict.fromkeys(h.passage.speaker for h in hits if h.passage.speaker))
        for hit in hits:
            passage = hit.passage
            if hit.passage.role is Role.QUESTION or not passage.speaker or passage.flags:
                continue
            said = tuple(_plain(s.of(passage.text)) for s in sentences(passage.text))
            if said and hit.dated:
                others = tuple(n for n in names if n != passage.speaker)
                found.append(Said(hit, said, others))
    return found


def _plain(sentence: str) -> str:
    return re.sub(r"\s+", " ", sentence)


def _sentence(turn: Said, rng: random.Random, least: int = 8) -> str | None:
    """A sentence of some length without brackets, dashes or inner quotation marks."""
    fit = [s for s in turn.said if least <= len(s.split()) <= 40 and _clean(s)]
    return rng.choice(fit) if fit else None


def _with(pattern: str, turn: Said, *, but: str = r"(?!)") -> list[str]:
    """Clean sentences of some length that have one pattern and not another."""
    return [
        s
        for s in turn.said
        if 8 <= len(s.split()) <= 40
        and _clean(s)
        and re.search(pattern, s)
        and not re.search(but, s)
    ]


def _clean(sentence: str) -> bool:
    return not re.search(r"[\[\]()\"“”…*_]|--| – | — |\.\.", sentence) and sentence[0].isupper()


def verbatim(turn: Said, rng: random.Random) -> str | None:
    """A whole sentence."""
    return _sentence(turn, rng)


def partial(turn: Said, rng: random.Random) -> str | None:
    """Words from the middle of a sentence in which nothing can govern anything."""
    text = _sentence(turn, rng, 14)
    if not text or NEGATION.search(text) or GOVERNED.search(text):
        return None
    words = text.split()
    start = rng.randrange(1, len(words) - 9)
    return " ".join(words[start : start + 8])


def two_sentences(turn: Said, rng: random.Random) -> str | None:
    """Two sentences that stand together."""
    pairs = [
        (a, b)
        for a, b in pairwise(turn.said)
        if _clean(a) and _clean(b) and len(a.split()) > 5 and len(b.split()) > 5
    ]
    return " ".join(rng.choice(pairs)) if pairs else None


def _cut(text: str, rng: random.Random, mark: str) -> tuple[str, str] | None:
    words = text.split()
    size = rng.randrange(1, 4)
    if len(words) < size + 8:
        return None
    start = rng.randrange(3, len(words) - size - 3)
    out = " ".join(words[start : start + size])
    kept = [*words[:start], *([mark] if mark else []), *words[start + size :]]
    return " ".join(kept), out


def ellipsis(turn: Said, rng: random.Random) -> str | None:
    """One to three words left out under a mark, none of them a negation."""
    text = _sentence(turn, rng, 12)
    cut = _cut(text, rng, rng.choice(["...", "…", ". . .", "[...]"])) if text else None
    return cut[0] if cut and not NEGATION.search(cut[1]) else None


def bracket(turn: Said, rng: random.Random) -> str | None:
    """An explanation put in between brackets."""
    text = _sentence(turn, rng)
    if not text:
        return None
    words = text.split()
    at = rng.randrange(2, len(words) - 1)
    return " ".join([*words[:at], f"[the {rng.choice(OTHER_WORDS)}]", *words[at:]])


def contraction(turn: Said, rng: random.Random) -> str | None:
    """A contraction written out."""
    fit = _with(r"\b(do|is|have|are|did)n[’']t\b", turn)
    if not fit:
        return None
    return re.sub(r"\b(do|is|have|are|did)n[’']t\b", r"\1 not", rng.choice(fit))


def trimmed(turn: Said, rng: random.Random) -> str | None:
    """One to three words left out in silence, no negation, number, name or filler among them."""
    text = _sentence(turn, rng, 12)
    cut = _cut(text, rng, "") if text else None
    if not cut or not text:
        return None
    quote, out = cut
    bad = NEGATION.search(out) or NUMBER.search(out) or re.search(r"[A-Z,.;:]", out)
    soft = re.search(r"\b(uh|um|you know|i mean|well|like|so|yeah|right|okay)\b", out, re.I)
    again = set(out.lower().split()) & set(quote.lower().split())
    words = text.lower().split()
    twice = any(a == b for a, b in pairwise(words))
    return None if bad or soft or twice or again else quote


def number(turn: Said, rng: random.Random) -> str | None:
    """A figure changed."""
    fit = _with(r"(?<![\w.,-])\d{1,4}(?![\w.,-])", turn)
    if not fit:
        return None
    by = rng.choice([1, 2, 10])
    pattern = r"(?<![\w.,-])\d{1,4}(?![\w.,-])"
    return re.sub(pattern, lambda m: str(int(m.group()) + by), rng.choice(fit), count=1)


def spelled_number(turn: Said, rng: random.Random) -> str | None:
    """A number word changed."""
    swaps = {"two": "three", "three": "five", "four": "six", "five": "four", "six": "nine"}
    swaps |= {"million": "billion", "billion": "million", "first": "second", "ten": "twelve"}
    return _swapped(turn, rng, swaps)


def number_dropped(turn: Said, rng: random.Random) -> str | None:
    """A figure left out in silence."""
    fit = _with(r" \d{1,4} [a-z]", turn)
    return re.sub(r" \d{1,4}(?= [a-z])", "", rng.choice(fit), count=1) if fit else None


def negation_dropped(turn: Said, rng: random.Random) -> str | None:
    """A "not" or "n't" left out, with or without a mark."""
    fit = [s for s in turn.said if _clean(s) and re.search(r"[a-z] not [a-z]|[a-z]n[’']t ", s)]
    fit = [
        s for s in fit if 8 <= len(s.split()) <= 40 and not re.search(r"not only|can[’']t|won", s)
    ]
    if not fit:
        return None
    mark = rng.choice([" ", " ... "])
    return re.sub(r" not (?=[a-z])|n[’']t ", mark, rng.choice(fit), count=1)


def negation_added(turn: Said, rng: random.Random) -> str | None:
    """A "not" put in behind an auxiliary."""
    fit = [s for s in turn.said if _clean(s) and re.search(r" (will|is|are|can|must|has) [a-z]", s)]
    fit = [
        s
        for s in fit
        if 8 <= len(s.split()) <= 40 and not re.search(r"(is|are|will|can|has) not", s)
    ]
    if not fit:
        return None
    return re.sub(r" (will|is|are|can|must|has) (?=[a-z])", r" \1 not ", rng.choice(fit), count=1)


def name(turn: Said, rng: random.Random) -> str | None:
    """A name inside a sentence changed to another."""
    fit = _with(r"[a-z] (?!I\b)[A-Z][a-z]{3,}\b", turn)
    if not fit:
        return None
    text = rng.choice(fit)
    found = rng.choice(list(re.finditer(r"(?<=[a-z] )(?!I\b)[A-Z][a-z]{3,}\b", text)))
    other = rng.choice([n for n in ("Zambia", "Petrova", "Lisbon") if n != found.group()])
    return text[: found.start()] + other + text[found.end() :]


def name_dropped(turn: Said, rng: random.Random) -> str | None:
    """A name inside a sentence left out in silence."""
    titles = "President|Mr|Mrs|Ms|Dr|Secretary|Minister|Administrator|Prime|Foreign|Vice|General"
    pattern = rf"(?<=[a-z] )(?!(?:I|{titles}|Senator|Senators|Chair)\b)[A-Z][a-z]{{3,}} (?=[a-z])"
    fit = _with(pattern, turn)
    return re.sub(pattern, "", rng.choice(fit), count=1) if fit else None


def wording(turn: Said, rng: random.Random) -> str | None:
    """A long word changed to another."""
    text = _sentence(turn, rng)
    if not text:
        return None
    fit = [m for m in re.finditer(r"(?<= )[a-z]{6,}\b", text) if not NEGATION.search(m.group())]
    if not fit:
        return None
    found = rng.choice(fit)
    return text[: found.start()] + rng.choice(OTHER_WORDS) + text[found.end() :]


def modal(turn: Said, rng: random.Random) -> str | None:
    """A modal changed."""
    return _swapped(turn, rng, MODALS)


def _swapped(turn: Said, rng: random.Random, swaps: dict[str, str]) -> str | None:
    pattern = rf"(?<=[a-z] )({'|'.join(swaps)})(?= [a-z])"
    fit = _with(pattern, turn)
    return re.sub(pattern, lambda m: swaps[m.group()], rng.choice(fit), count=1) if fit else None


def spliced(turn: Said, rng: random.Random) -> str | None:
    """Two sentences far apart in one turn, joined; or in the other order."""
    places = [n for n, s in enumerate(turn.said) if _clean(s) and 6 <= len(s.split()) <= 25]
    pairs = [(a, b) for a in places for b in places if b - a > 4 or b < a - 1]
    if not pairs:
        return None
    a, b = rng.choice(pairs)
    return f"{turn.said[a]} {turn.said[b]}"


MAKERS: dict[str, tuple[str, Maker]] = {
    "verbatim": ("verbatim", verbatim),
    "partial": ("verbatim", partial),
    "two_sentences": ("verbatim", two_sentences),
    "ellipsis": ("edited", ellipsis),
    "bracket": ("edited", bracket),
    "contraction": ("edited", contraction),
    "trimmed": ("trimmed", trimmed),
    "number": ("altered", number),
    "spelled_number": ("altered", spelled_number),
    "number_dropped": ("altered", number_dropped),
    "negation_dropped": ("altered", negation_dropped),
    "negation_added": ("altered", negation_added),
    "name": ("altered", name),
    "name_dropped": ("altered", name_dropped),
    "wording": ("altered", wording),
    "modal": ("altered", modal),
    "spliced": ("spliced", spliced),
    "misattributed": ("misattributed", verbatim),
    "not_in_record": ("not_in_record", verbatim),
    "record_not_held": ("record_not_held", verbatim),
}
CLOSED = frozenset(
    kind for kind in MAKERS if kind.startswith(("number", "spelled", "nega", "name"))
)
"""Kinds that must never come out as verbatim, edited or trimmed."""


def made(held: Sequence[Said], rng: random.Random, cases: int) -> Iterator[Made]:
    """`cases` quotations of all kinds in turn, from sources drawn at random.

    Fewer where no turn that was tried allows a kind.
    """
    kinds = list(MAKERS)
    for number in range(cases):
        kind = kinds[number % len(kinds)]
        one = next((m for _ in range(_TRIES) if (m := _make(kind, rng.choice(held), rng))), None)
        if one:
            yield one


def _make(kind: str, turn: Said, rng: random.Random) -> Made | None:
    expected, maker = MAKERS[kind]
    quote = maker(turn, rng)
    if not quote or (kind == "misattributed" and not turn.others):
        return None
    speaker, date = turn.hit.passage.speaker, turn.hit.dated
    if kind == "misattributed":
        speaker = rng.choice(turn.others)
    elif kind in ("not_in_record", "record_not_held"):
        quote = _invented(rng)
        date = date if kind == "not_in_record" else "1850-01-01"
    return Made(quote, speaker, date, expected, kind)


def _invented(rng: random.Random) -> str:
    """A sentence that nobody said."""
    picked = rng.sample(OTHER_WORDS, 4)
    return "The {} slept beneath a purple {} while every {} sang to its {}".format(*picked)


def run(store: Store, cases: int, seed: int = 1) -> list[tuple[Made, Finding]]:
    """Each made quotation with what was found of it."""
    rng = random.Random(seed)
    return [
        (one, check(one.quote, store, speaker=one.speaker, date=one.date))
        for one in made(turns_of(store), rng, cases)
    ]


def fill(store: Store) -> None:
    """Add the first pages of the shared data, by name."""
    for path in sorted((SHARED / "data" / "kremlin_astana" / "html").glob("*"))[:PAGES]:
        data = path.read_bytes()
        for document in read(data, path=path.name):
            if isinstance(document, Document):
                store.add(read_document(document), data)


def measured(path: str, cases: int) -> tuple[list[tuple[Made, Finding]], float]:
    """The results over the database at `path`, or over one made for them, and the seconds taken."""
    with ExitStack() as stack:
        folder = "" if path else stack.enter_context(TemporaryDirectory())
        place = path or Path(folder) / "pages.db"
        store = stack.enter_context(open_store(place, create=not path))
        if not path:
            fill(store)
        start = time.process_time()
        return run(store, cases), time.process_time() - start


def main() -> int:
    """Print the accuracy by kind, the confusions, and whether the closed kinds held."""
    path = sys.argv[1] if len(sys.argv) > 1 else ""
    if not path and not (SHARED / "data" / "kremlin_astana").is_dir():
        print("no database is named and the shared data is not there: nothing measured")
        return 2
    results, spent = measured(path, int(sys.argv[2]) if len(sys.argv) > 2 else 1000)
    total, right = Counter(m.kind for m, _ in results), Counter[str]()
    confused: Counter[tuple[str, str]] = Counter()
    for one, finding in results:
        right[one.kind] += finding.outcome.value == one.expected
        confused[one.kind, finding.outcome.value] += 1
    for kind, count in total.items():
        found = ", ".join(f"{o} {n}" for (k, o), n in confused.most_common() if k == kind)
        print(f"{kind:18}{right[kind]:5} of {count:5}   {right[kind] / count:6.1%}   {found}")
    passed = [
        one
        for one, finding in results
        if one.kind in CLOSED and finding.outcome.value in ("verbatim", "edited", "trimmed")
    ]
    print(f"\nnumbers, negations, names that passed as unchanged: {len(passed)}")
    print(f"{len(results)} checks, {1000 * spent / len(results):.1f} ms each")
    return 0


if __name__ == "__main__":
    sys.exit(main())
