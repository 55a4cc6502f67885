"""How often a paraphrase is found, and how often something else is taken for one.

Our own words for what people said, for what they did not say, and for what they said with a number
or a negation changed (paraphrases.tsv), checked against the transcripts of the shared data that
they are about, by words alone and by words and meaning. Thresholds were chosen on the part `tune`.
Two further figures: sentences of the same speaker from another of these transcripts, said to be
from this one (a few of them do say the same), and speed.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks._shared import SHARED
from onrecord import meaning
from onrecord.checking import check
from onrecord.model import Document, Finding, Outcome, PassageKind, Role, Span
from onrecord.pipeline import read_document
from onrecord.readers import read
from onrecord.stores import Hit, Store, open_store
from onrecord.text import sentences

FILES = (
    "kremlin_astana/html/54149.html",
    "kremlin_astana/html/55017.html",
    "kremlin_astana/html/58701.html",
    "kremlin_astana/html/60836.html",
    "kremlin_astana/html/62047.html",
    "whitehouse/2021-04-01-*",
    "whitehouse/2021-06-08-*psaki*",
    "whitehouse/2022-05-18-*",
    "whitehouse/2023-12-06-*",
    "debates2016/*.csv",
)
KINDS = ("same", "other", "number", "negation")
ELSEWHERE = 6  # sentences of a speaker said to be from a transcript
FLAGS = {"number": "numbers_differ", "negation": "negation_differs"}


@dataclass(frozen=True, slots=True)
class Case:
    """A quotation, whose it is said to be, in which document, and where what it means stands."""

    part: str
    kind: str
    document: str
    speaker: str
    span: Span | None
    quote: str


def cases() -> list[Case]:
    """The quotations of paraphrases.tsv."""
    lines = Path(__file__).with_name("paraphrases.tsv").read_text("utf-8").splitlines()
    return [_case(line.split("\t")) for line in lines if not line.startswith("#")]


def _case(fields: list[str]) -> Case:
    part, kind, document, speaker, place, quote = fields
    span = Span(*map(int, place.split("-"))) if place else None
    return Case(part, kind, document, speaker, span, quote)


def fill(store: Store) -> None:
    """Add the transcripts that the quotations are about."""
    for pattern in FILES:
        for path in sorted((SHARED / "data").glob(pattern)):
            data = path.read_bytes()
            for document in read(data, path=path.name):
                if isinstance(document, Document):
                    store.add(read_document(document, engine="rules"), data)


def elsewhere(store: Store, seed: int = 1) -> list[Case]:
    """Sentences of a speaker from one transcript, said to be from another."""
    rng = random.Random(seed)
    about = sorted({(case.document, case.speaker) for case in cases()})
    found = []
    for document, speaker in about:
        pool = [
            words
            for other, who in about
            if who == speaker and other != document
            for words in _said(store, other, speaker)
        ]
        picked = rng.sample(pool, min(len(pool), ELSEWHERE))
        found += [Case("test", "elsewhere", document, speaker, None, words) for words in picked]
    return found


def _said(store: Store, document: str, speaker: str) -> list[str]:
    found = []
    for hit in store.passages_of(document, [PassageKind.TURN]):
        passage = hit.passage
        if passage.speaker == speaker and passage.role is not Role.QUESTION:
            found += [" ".join(s.of(passage.text).split()) for s in sentences(passage.text)]
    return [words for words in found if 9 <= len(words.split()) <= 26]


def asked(store: Store, about: list[Case], *, semantic: bool) -> list[tuple[Case, Finding]]:
    """What is found of each quotation on the day of its document."""
    days = {one.id: one.dated for one in store.documents()}
    return [
        (
            one,
            check(
                one.quote,
                store,
                speaker=one.speaker,
                date=days[one.document],
                document=one.document,
                semantic=semantic,
            ),
        )
        for one in about
    ]


def right(case: Case, finding: Finding) -> bool:
    """Whether it is called a paraphrase of the sentence that it paraphrases."""
    return (
        finding.outcome is Outcome.PARAPHRASE
        and finding.document == case.document
        and case.span is not None
        and any(span.meets(case.span) for span in finding.spans)
    )


def tell(name: str, results: list[tuple[Case, Finding]]) -> None:
    """Print the figures of one way to search, by part."""
    print(f"{name}")
    for part in ("tune", "test"):
        own = [pair for pair in results if pair[0].part == part]
        same = [pair for pair in own if pair[0].kind == "same"]
        wrong = [pair for pair in own if pair[0].kind == "other"]
        hits = sum(right(*pair) for pair in same)
        taken = sum(f.outcome is Outcome.PARAPHRASE for _, f in same + wrong)
        false = sum(f.outcome is Outcome.PARAPHRASE for _, f in wrong)
        print(
            f"  {part}: recall {_share(hits, len(same))}, precision {_share(hits, taken)},"
            f" unrelated called paraphrase {_share(false, len(wrong))}"
        )
        flagged = sum(right(*pair) and bool(_flags(pair[1])) for pair in same)
        print(f"        of the right ones flagged as differing: {_share(flagged, hits)}")
        for kind, flag in FLAGS.items():
            changed = [f for c, f in own if c.kind == kind and f.outcome is Outcome.PARAPHRASE]
            said = sum(flag in f.flags for f in changed)
            print(f"        {kind} changed: called paraphrase {len(changed)}, flagged {said}")
    far = [f for c, f in results if c.kind == "elsewhere"]
    taken = sum(f.outcome is Outcome.PARAPHRASE for f in far)
    print(f"  said elsewhere by the same speaker, called paraphrase {_share(taken, len(far))}")


def _flags(finding: Finding) -> set[str]:
    return set(FLAGS.values()) & set(finding.flags)


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2f} ({part} of {whole})" if whole else "- (0 of 0)"


def speed(store: Store) -> None:
    """Print words a second of the embedding, and milliseconds for twenty stretches by MiniLM."""
    hits: list[Hit] = [h for one in store.documents() for h in store.passages_of(one.id)]
    texts = [s.of(h.passage.text) for h in hits for s in sentences(h.passage.text)]
    words = sum(len(text.split()) for text in texts)
    meaning.embed(texts[:100])
    first = _seconds(lambda: meaning.embed(texts))
    best = min(_seconds(lambda: meaning.embed(texts)) for _ in range(3))
    print(f"embedding: {words} words, {words / first:,.0f} a second, {words / best:,.0f} again")
    some = [text for text in texts if 8 <= len(text.split()) <= 40][:200]
    spent = [_seconds(lambda lot=lot: [meaning.encode(one) for one in lot]) for lot in _lots(some)]
    print(f"MiniLM: {1000 * sorted(spent)[len(spent) // 2]:.0f} ms for 20 sentences (median)")


def _lots(texts: list[str]) -> Iterator[list[str]]:
    for at in range(0, len(texts), 20):
        yield texts[at : at + 20]


def _seconds(run: object) -> float:
    start = time.process_time()
    run()  # type: ignore[operator]
    return time.process_time() - start


def main() -> int:
    """Print recall and precision by words, by words and meaning, and speed."""
    if not (SHARED / "data" / "kremlin_astana").is_dir():
        print("the shared data is not there: nothing measured")
        return 2
    with ExitStack() as stack:
        folder = stack.enter_context(TemporaryDirectory())
        store = stack.enter_context(open_store(Path(folder) / "pages.db"))
        fill(store)
        about = cases() + elsewhere(store)
        tell("by words", asked(store, about, semantic=False))
        if not meaning.usable():
            print("by words and meaning: not measured, onrecord[semantic] is not installed")
            return 0
        tell("by words and meaning", asked(store, about, semantic=True))
        speed(store)
    return 0


if __name__ == "__main__":
    sys.exit(main())
