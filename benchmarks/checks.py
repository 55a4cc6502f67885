"""Whole checks of edited quotations in databases of growing size.

    python -m benchmarks checks [PASSAGES ...]

fills a database with passages (`_corpora.py`: real sentences of the shared data, recombined and
varied by seed where they run out), each with a speaker and a day, and checks quotations of eight
to 120 words and nine kinds of edits with their speaker and day: candidates, alignment, typed
edits, speaker and coverage looked up; by words alone, without the extra `semantic`. Times are CPU
time of the thread, after as many checks to warm up as a batch soon has behind it. A quotation
counts as found at first where the best place of the index's first stage has .7 of its pairs of
words or more.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from benchmarks.__main__ import SKIPPED
from benchmarks._corpora import KINDS, passages, quotations, read_sentences
from benchmarks._filling import fill
from benchmarks._shared import SHARED
from onrecord.checking import check
from onrecord.cli.house import collect_seldom
from onrecord.stores import Store

SIZES = (10_000, 100_000, 1_000_000)
ASKED = 2_000
WARM = 1_000
_FIRST_STAGE = 0.7


@dataclass(frozen=True, slots=True)
class Timed:
    """A check: its CPU seconds, kind of quotation, whether found at first, whether right."""

    seconds: float
    kind: str
    words: int
    at_first: bool
    right: bool


def timed(store: Store, size: int, seed: int = 2) -> list[Timed]:
    """Checks of quotations of passages spread over the whole database."""
    numbers = Random(seed).sample(range(1, size + 1), min(size, ASKED + WARM))
    hits = {hit.number: hit for hit in store.passages(numbers)}
    found = []
    for asked in quotations({n: hits[n].passage.text for n in numbers}, seed=seed):
        hit = hits[asked.number]
        start = time.thread_time()
        finding = check(
            asked.text, store, speaker=hit.passage.speaker, date=hit.dated, semantic=False
        )
        seconds = time.thread_time() - start
        places = store.places(asked.text, limit=1, at_first=True)
        at_first = bool(places) and places[0].coverage >= _FIRST_STAGE
        right = finding.document == hit.passage.document and finding.context == hit.passage.span
        found.append(Timed(seconds, asked.kind, len(asked.text.split()), at_first, right))
    return found[WARM:]


def report(size: int, found: list[Timed]) -> None:
    """One line a stage, and how many of each kind were found in their own passage."""
    for name, some in (
        ("found at first", [one for one in found if one.at_first]),
        ("every stage", [one for one in found if not one.at_first]),
        ("all", found),
    ):
        if not some:
            continue
        times = sorted(one.seconds * 1000 for one in some)
        at = [times[min(len(times) - 1, int(len(times) * share))] for share in (0.5, 0.95, 0.99)]
        print(
            f"{size:>9,}  {name:<15}{len(some):>6} checks  p50 {at[0]:6.2f}  p95 {at[1]:6.2f}  "
            f"p99 {at[2]:6.2f} ms  {1000 * len(times) / sum(times):6.0f} a second"
        )
    right = Counter(one.kind for one in found if one.right)
    every = Counter(one.kind for one in found)
    print(f"{'':11}in its own passage: {sum(right.values()) / len(found):.4f} over all")
    for kind in KINDS:
        print(f"{'':13}{kind:<20}{right[kind] / max(1, every[kind]):.3f} of {every[kind]}")


def measure(size: int, sentences: list[str]) -> None:
    """Fill, index and check at one size."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "onrecord.db"
        start = time.perf_counter()
        store = fill(path, passages(size, 1, sentences=sentences))
        filled = time.perf_counter()
        store.reindex()
        collect_seldom()
        built = time.perf_counter() - filled
        held, words = store.indexed()
        print(
            f"{size:>9,}  {held:,} passages, {words:,} words: filled in {filled - start:.0f} s, "
            f"indexed in {built:.1f} s, database {_size(path) / words:.1f} bytes a word, "
            f"index {_size(path.with_name('onrecord.db.index')) / words:.1f}"
        )
        report(size, timed(store, size))
        store.close()


def _size(path: Path) -> int:
    files = [path] if path.is_file() else [one for one in path.rglob("*") if one.is_file()]
    return sum(one.stat().st_size for one in files)


def main() -> int:
    """Measure at the sizes given, or at each of `SIZES`."""
    if not SHARED.is_dir():
        print("the shared data is not here")
        return SKIPPED
    sentences = read_sentences(SHARED)
    for size in [int(one.replace(",", "")) for one in sys.argv[1:]] or SIZES:
        measure(size, sentences)
    return 0


if __name__ == "__main__":
    sys.exit(main())
