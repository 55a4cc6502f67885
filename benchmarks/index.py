"""The passage index at 10,000 to 5,000,000 passages: `python -m benchmarks.index [10k 100k 1M 5M]`.

Corpora and edited quotations are those of `_corpora.py`: seeded recombinations of the sentences of
the shared data, since that has no millions of passages. Reads the folder `shared` beside the
repository (ONRECORD_SHARED names another); without it says so and exits with 2.

build     a process of its own reads passages from a pipe and builds: its CPU seconds, words a
          second of one core, and peak resident memory, the interpreter's own with it
find      thread CPU of one `find` for each of 4,000 quotations, by the stage that ended it
recall    the first place found is in the passage that the quotation was made from. The corpus has
          near-copies of each sentence, and some quotations fit two passages equally well: `any`
          says that the passage is among the places at all
prove     wall seconds of a certificate, on all cores, within three word edits
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from benchmarks import _corpora
from benchmarks._measured import peak
from benchmarks._shared import SHARED
from onrecord.index import PassageIndex, open_index
from onrecord.index.passage_index import cascade
from onrecord.index.tokens import word_hashes

SIZES = ("10k", "100k", "1M", "5M")
UNITS = {"k": 1_000, "M": 1_000_000}
QUOTATIONS, PROOFS = 4_000, 12


def size_of(name: str) -> int:
    return int(name[:-1]) * UNITS[name[-1]] if name[-1] in UNITS else int(name)


def build(folder: Path) -> None:
    """What the process of its own does: build from lines, say what it took."""
    index = open_index(folder)
    before = time.process_time()
    index.take(enumerate((line.rstrip("\n") for line in sys.stdin), start=1))
    print(json.dumps({"seconds": time.process_time() - before, "peak": peak()}))


def built(
    folder: Path, count: int, sentences: list[str]
) -> tuple[dict[str, float], list[_corpora.Quotation]]:
    """Build an index in another process, and keep quotations from its passages."""
    run = [sys.executable, "-m", "benchmarks.index", "--build", str(folder)]
    held: dict[int, str] = {}
    every = max(count // QUOTATIONS, 1)
    with subprocess.Popen(
        run, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        for number, text in enumerate(_corpora.passages(count, 1, sentences=sentences), start=1):
            child.stdin.write(text + "\n")
            if number % every == 0:
                held[number] = text
        child.stdin.close()
        figures = json.loads(child.stdout.read())
    return figures, list(_corpora.quotations(held, seed=2))


def measured(
    index: PassageIndex, quotations: list[_corpora.Quotation]
) -> Iterator[tuple[_corpora.Quotation, int, float, bool, bool]]:
    """Each quotation with the stage that ended its search, milliseconds, found first, found."""
    for one in quotations[:200]:
        index.find(one.text)
    for one in quotations:
        start = time.thread_time()
        found = index.find(one.text)
        took = 1000 * (time.thread_time() - start)
        stage = sum(1 for _ in cascade(index.segments(), word_hashes(one.text), limit=50))
        numbers = [place.number for place in found]
        yield one, stage, took, numbers[:1] == [one.number], one.number in numbers


def report(index: PassageIndex, quotations: list[_corpora.Quotation]) -> None:
    rows = list(measured(index, quotations))
    for name, stages in (("first stage", (1,)), ("cascade", (2, 3)), ("all", (1, 2, 3))):
        took = [row[2] for row in rows if row[1] in stages] or [float("nan")]
        p50, p99 = np.percentile(took, (50, 99))
        share = 100 * len(took) / len(rows)
        print(f"  find, {name:14}{p50:8.2f} ms p50 {p99:8.2f} ms p99   {share:.1f}% of quotations")
    first = statistics.mean(row[3] for row in rows)
    anywhere = statistics.mean(row[4] for row in rows)
    print(f"  recall@1 over all {first:.4f}   any {anywhere:.4f}")
    by_kind = {kind: [row[3] for row in rows if row[0].kind == kind] for kind in _corpora.KINDS}
    for kind, right in by_kind.items():
        print(f"    {kind:20}{statistics.mean(right):.4f} of {len(right)}")


def prove(index: PassageIndex, quotations: list[_corpora.Quotation]) -> None:
    seconds, absent = [], 0
    for one in [one for one in quotations if one.kind == "heavily edited"][:PROOFS]:
        start = time.perf_counter()
        absent += index.prove(one.text, within=min(3, len(one.text.split()) // 3)).absent
        seconds.append(time.perf_counter() - start)
    print(
        f"  prove {statistics.median(seconds):.2f} s median, {max(seconds):.2f} s at most, "
        f"{absent} of {len(seconds)} absent"
    )


def measure(name: str, folder: Path, sentences: list[str]) -> None:
    figures, quotations = built(folder, size_of(name), sentences)
    index = open_index(folder, create=False)
    words, seconds = index.words, figures["seconds"]
    size = sum(path.stat().st_size for path in folder.iterdir())
    print(f"{name} passages, {words:,} words")
    print(
        f"  build {seconds:.1f} s CPU, {words / seconds / 1e6:.2f} million words a second, "
        f"{figures['peak']:.0f} MB at peak, {size / words:.2f} bytes a word on disk",
        flush=True,
    )
    report(index, quotations)
    prove(index, quotations)
    sys.stdout.flush()


def main() -> int:
    if sys.argv[1:2] == ["--build"]:
        build(Path(sys.argv[2]))
        return 0
    if not (SHARED / "data").is_dir():
        print("no data at shared/data beside the repository: nothing measured")
        return 2
    sentences = _corpora.read_sentences(SHARED)
    print(f"{len(sentences):,} real sentences, recombined; {os.cpu_count()} cores")
    for name in sys.argv[1:] or SIZES:
        with tempfile.TemporaryDirectory(prefix="onrecord-index-") as folder:
            measure(name, Path(folder) / "index", sentences)
    return 0


if __name__ == "__main__":
    sys.exit(main())
