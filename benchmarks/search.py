"""Full-text search with filters and facets in databases of growing size.

    python -m benchmarks search [STATEMENTS ...]

fills a database with stories of twenty statements each, whose contents are sentences of the shared
data, recombined and varied by seed where they run out (`_corpora.py`), two in five in quotation
marks; and searches statements and passages for words of every frequency, alone, with filters, and
as a concordance. Times are CPU time of the thread, the best of three, and hold all that a page of
twenty hits needs: hits in order, facets, excerpts with marks.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.__main__ import FLOOR, SKIPPED
from benchmarks._corpora import passages, read_sentences
from benchmarks._shared import SHARED
from onrecord.model import (
    Against,
    Attribution,
    Dating,
    Document,
    Kind,
    Passage,
    PassageKind,
    Provenance,
    Quotation,
    Reading,
    Span,
    Statement,
    Structure,
)
from onrecord.searching import Filters, align, sift
from onrecord.stores import Store, Unit, open_store

SIZES = (10_000, 100_000)
LIMIT_MS = 200
"""What any search may take at 100,000 statements."""
_OF_ONE, _TOGETHER = 20, 200
_PEOPLE = [f"{a} {b}" for a in "Ann Bo Cy Di Ed Flo".split() for b in "Ash Birch Cole Dean".split()]
_PAPERS = [f"{place} Post" for place in "Orlo Talsk Vane Merrow Quill Dunmore".split()]
_QUERIES = (
    "the",
    "president",
    "people country",
    '"we will"',
    "government security process",
    "astana",
    "president -syria",
)
_FILTERS = {
    "alone": Filters(),
    "speaker": Filters(speaker="Ann Ash"),
    "publisher, kind, year": Filters(
        publisher="Orlo Post",
        quotation=Quotation.DIRECT,
        earliest=date(2012, 1, 1),
        latest=date(2012, 12, 31),
    ),
}


def fill(path: Path, statements: int, sentences: list[str]) -> Store:
    """A database of so many statements, always the same."""
    store = open_store(path)
    rng = random.Random(1)
    texts = passages(statements, 1, sentences=sentences)
    for first in range(0, statements, _OF_ONE * _TOGETHER):
        with store.together():
            for number in range(first, min(first + _OF_ONE * _TOGETHER, statements), _OF_ONE):
                store.add(_story(f"{number:08}", texts, rng), b"%d" % number)
    return store


def _story(name: str, texts: Iterator[str], rng: random.Random) -> Reading:
    said = list(islice(texts, _OF_ONE))
    start, spans = 0, []
    for words in said:
        spans.append(Span(start, start + len(words)))
        start += len(words) + 2
    day = date(2010, 1, 1) + timedelta(days=rng.randrange(4000))
    kinds = [rng.choice([Quotation.DIRECT] * 2 + [Quotation.INDIRECT] * 3) for _ in said]
    people = [rng.choice(_PEOPLE) for _ in said]
    return Reading(
        Document(
            name,
            "\n\n".join(said),
            Provenance("", "made", "1"),
            publisher=rng.choice(_PAPERS),
            language="en",
        ),
        Structure(Kind.STORY, "made", dating=Dating(day.isoformat(), day, day)),
        statements=tuple(
            Statement(name, Attribution((), (), (span,), kind), who, "name")
            for span, kind, who in zip(spans, kinds, people, strict=True)
        ),
        passages=tuple(
            Passage(
                name,
                span,
                words,
                PassageKind.QUOTATION if kind is Quotation.DIRECT else PassageKind.PARAPHRASE,
                Against.REPORT,
                who,
            )
            for span, words, kind, who in zip(spans, said, kinds, people, strict=True)
        ),
    )


def best_ms(do: Callable[[], object]) -> float:
    """Milliseconds of CPU, the best of three."""
    times = []
    for _ in range(3):
        start = time.thread_time()
        do()
        times.append(time.thread_time() - start)
    return 1000 * min(times)


def measure(size: int, sentences: list[str]) -> float:
    """Fill and search at one size: the longest search in milliseconds."""
    longest = 0.0
    with TemporaryDirectory() as folder:
        path = Path(folder) / "onrecord.db"
        start = time.process_time()
        store = fill(path, size, sentences)
        filled = time.process_time() - start
        print(f"{size:>9,} statements in {filled:.0f} s of CPU, {path.stat().st_size / 1e6:.0f} MB")
        for unit in Unit:
            for name, filters in _FILTERS.items():
                if unit is Unit.PASSAGE and filters.quotation:
                    continue
                for query in _QUERIES:
                    longest = max(longest, _one(store, query, unit, (name, filters)))
        store.close()
    print(f"{size:>9,} longest search {longest:.0f} ms")
    return longest


def _one(store: Store, query: str, unit: Unit, how: tuple[str, Filters]) -> float:
    from dataclasses import replace

    name, filters = how[0], replace(how[1], unit=unit)
    found = sift(query, store, filters)
    taken = best_ms(lambda: sift(query, store, filters))
    lines = best_ms(lambda: align(sift(query, store, filters, limit=50, said=True).answers, store))
    more = "+" if found.more else " "
    print(
        f"{'':11}{unit:<11}{name:<23}{query:<29}{found.total:>6}{more} hits "
        f"{taken:7.1f} ms, in context {lines:7.1f} ms"
    )
    return max(taken, lines)


def main() -> int:
    """Measure at the sizes given, or at each of `SIZES`; 1 where 100,000 take too long."""
    if not SHARED.is_dir():
        print("the shared data is not here")
        return SKIPPED
    sentences = read_sentences(SHARED)
    slow = False
    for size in [int(one.replace(",", "")) for one in sys.argv[1:]] or SIZES:
        longest = measure(size, sentences)
        slow |= size <= SIZES[-1] and longest > LIMIT_MS
    return FLOOR if slow else 0


if __name__ == "__main__":
    sys.exit(main())
