"""How often the way of an utterance is told right, where it is known by construction.

A sentence of a real transcript is the record. A wire changes something in it; one story copies the
wire without saying so, one copies it, says so and changes something more, one has the words from
the record and changes something else, one has them from the record as they are. In half of the
cases all are dated, in half the record alone.

    python -m benchmarks chains [CASES]

500 cases unless told, of the pages in the folder `shared` beside the repository (ONRECORD_SHARED
names another).
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator

from benchmarks.joining import OTHERS, SHARED, cut, pages
from onrecord.dates import read_edtf
from onrecord.model import Against, Passage, PassageKind, Rendering, Role, Span, Utterance
from onrecord.tracing import trace

CASES = 500
ORIGINS = {"wire": "record", "copy": "wire", "citing": "wire", "own": "record", "plain": "record"}
SOURCES = 3
"""The wire, and the two stories that have it from the record."""
DAYS = {"record": 3, "wire": 3, "copy": 4, "citing": 5, "own": 5, "plain": 6}


def _one_word(words: list[str], rng: random.Random) -> list[str]:
    at = rng.randrange(1, len(words) - 1)
    return [*words[:at], rng.choice(OTHERS), *words[at + 1 :]]


def _one_more(words: list[str], rng: random.Random) -> list[str]:
    at = rng.randrange(1, len(words) - 1)
    return [*words[:at], f"[{rng.choice(OTHERS)}]", *words[at:]]


def _some_less(words: list[str], rng: random.Random) -> list[str]:
    at = rng.randrange(1, len(words) - 4)
    return words[:at] + words[at + 3 :]


EDITORS: tuple[Callable[[list[str], random.Random], list[str]], ...] = (
    _one_word,
    _one_more,
    _some_less,
)


def cases(many: int, rng: random.Random) -> Iterator[list[Rendering]]:
    """The renderings of so many sentences, in any order."""
    pieces = [piece for text in pages() for piece in cut(text, 200)]
    for number in range(many):
        while True:
            piece = rng.choice(pieces)
            at = rng.randrange(len(piece))
            words = piece[at].strip(" .").split()
            if 12 <= len(words) <= 40 and not set('[]()"“”…:') & set(piece[at]):
                break
        made = list(_renderings(words, " ".join(piece), dated=number % 2 == 0, rng=rng))
        yield rng.sample(made, len(made))


def _renderings(
    words: list[str], around: str, *, dated: bool, rng: random.Random
) -> Iterator[Rendering]:
    first, second, other = (rng.choice(EDITORS) for _ in range(3))
    wire = first(words, rng)
    said = {
        "wire": wire,
        "copy": wire,
        "citing": second(wire, rng),
        "own": other(words, rng),
        "plain": words,
    }
    start = around.index(" ".join(words))
    yield _rendering("record", around, Span(start, start + len(" ".join(words))), dated)
    for name, spoken in said.items():
        text = " ".join(spoken)
        yield _rendering(name, text, Span(0, len(text)), dated)


def _rendering(name: str, text: str, span: Span, dated: bool) -> Rendering:
    record = name == "record"
    passage = Passage(
        name,
        Span(0, len(text)),
        text,
        PassageKind.TURN if record else PassageKind.QUOTATION,
        Against.RECORD if record else Against.REPORT,
        role=Role.ANSWER if record else None,
        via=("wire",) if name == "citing" else (),
    )
    # The day of a record is known; of reports it may not be.
    day = read_edtf(f"2021-05-{DAYS[name]:02}" if dated or record else "2021")
    return Rendering(passage, (span,), name, day.edtf, day.earliest, day.latest, (name,))


def told(found: Utterance) -> dict[str, str]:
    """Of each report the document that it is told to have the words from, "" where none is."""
    names = [one.document for one in found.renderings]
    return {names[h.to]: "" if h.origin is None else names[h.origin] for h in found.hops}


def main() -> int:
    """Print how often each origin, and the number of sources, was told right, and what else."""
    if not (SHARED / "data" / "whitehouse").is_dir():
        print("the shared data is not there: nothing measured")
        return 2
    many = int(sys.argv[1]) if len(sys.argv) > 1 else CASES
    made = list(cases(many, random.Random(1)))
    start = time.process_time()
    traced = [trace(one) for one in made]
    spent = time.process_time() - start
    for what, some in (("dated", traced[::2]), ("undated", traced[1::2])):
        answers = Counter((name, told(one)[name]) for one in some for name in ORIGINS)
        for name, origin in ORIGINS.items():
            right = answers[name, origin]
            others = Counter({o: n for (a, o), n in answers.items() if a == name and o != origin})
            wrong = ", ".join(f"{o or 'unknown'} {n}" for o, n in others.most_common())
            print(f"{what:9}{name:8}from {origin:8}{right / len(some):6.3f}   {wrong}".rstrip())
        within = sum(one.least <= SOURCES <= one.most for one in some) / len(some)
        exact = sum(one.least == SOURCES == one.most for one in some) / len(some)
        print(f"{what:9}three sources: within the range {within:.3f}, told exactly {exact:.3f}")
    print(f"{len(traced)} utterances of six renderings, {1000 * spent / len(traced):.1f} ms each")
    return 0


if __name__ == "__main__":
    sys.exit(main())
