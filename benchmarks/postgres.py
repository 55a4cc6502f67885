"""A PostgreSQL database beside an SQLite file: adding by one and four writers, checking, moving.

    python -m benchmarks postgres [PASSAGES]

starts a server of its own, with its settings as they come (what is acknowledged is on the disk),
and talks to it through a socket on the same machine. Documents are made transcripts of 40 passages,
as in `benchmarks checks`; what is measured is writing them, not reading them. Each writer is a
process. Times are wall-clock, and include what other programs on the machine take.
"""

from __future__ import annotations

import random
import subprocess
import sys
import time
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.postgresql import Server, programs

from benchmarks.__main__ import SKIPPED
from benchmarks._corpora import passages, quotations, read_sentences
from benchmarks._filling import TURNS, _chunks, _reading, fill
from benchmarks._shared import SHARED
from onrecord.checking import check
from onrecord.stores import move, open_store

SIZE = 10_000
WRITTEN = 100
"""Documents that the writers add, together."""
ASKED, WARM = 300, 30


def write(url: str, seed: int, count: int) -> None:
    """Add documents, one transaction each, when told to; say when that began and ended."""
    rng = random.Random(seed)
    sentences = read_sentences(SHARED)
    turns = islice(_chunks(passages(count * TURNS, seed, sentences=sentences), TURNS), count)
    made = [_reading(f"{seed:04x}{n:08x}", some, rng) for n, some in enumerate(turns)]
    with open_store(url, wait=60) as store:
        print("ready", flush=True)
        sys.stdin.readline()
        start = time.time()
        for reading in made:
            store.add(reading, reading.document.id.encode())
        print(start, time.time(), flush=True)


def added(url: str, writers: int) -> float:
    """How many documents a second so many writers add."""
    code = "import sys; from benchmarks.postgres import write; "
    code += "write(sys.argv[1], *map(int, sys.argv[2:]))"
    open_store(url).close()
    writing = [
        subprocess.Popen(
            [sys.executable, "-c", code, url, str(seed), str(WRITTEN // writers)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for seed in range(100, 100 + writers)
    ]
    for one in writing:
        assert one.stdout is not None
        one.stdout.readline()
    told = []
    for one in writing:
        assert one.stdin is not None
        one.stdin.write("go\n")
        one.stdin.flush()
    for one in writing:
        assert one.stdout is not None
        told.append([float(word) for word in one.stdout.readline().split()])
        one.wait()
    return WRITTEN / (max(end for _, end in told) - min(start for start, _ in told))


def checked(database: str, size: int) -> float:
    """How many checks a second one process does."""
    with open_store(database) as store:
        store.reindex()
        numbers = random.Random(2).sample(range(1, size + 1), ASKED)
        hits = {hit.number: hit for hit in store.passages(numbers)}
        texts = {number: hit.passage.text for number, hit in hits.items()}
        asked = list(islice(quotations(texts, seed=2), ASKED))
        for at, one in enumerate(asked):
            if at == WARM:
                start = time.perf_counter()
            hit = hits[one.number]
            check(one.text, store, speaker=hit.passage.speaker, date=hit.dated, semantic=False)
        return (len(asked) - WARM) / (time.perf_counter() - start)


def measure(server: Server, folder: Path, size: int) -> None:
    """Every figure, a line each."""
    print(f"adding, {TURNS} passages a document, a transaction each:")
    print(f"  SQLite, 1 writer      {added(str(folder / 'a.db'), 1):7.1f} documents a second")
    for writers in (1, 4):
        rate = added(server.new_database(), writers)
        name = f"PostgreSQL, {writers} writer{'s' * (writers > 1)}"
        print(f"  {name:<21} {rate:7.1f} documents a second")
    file, there, back = str(folder / "b.db"), server.new_database(), str(folder / "c.db")
    fill(Path(file), passages(size, 1, sentences=read_sentences(SHARED))).close()
    rows = 0
    for source, target, way in ((file, there, "there"), (there, back, "and back")):
        start = time.perf_counter()
        moved = move(source, target)
        seconds = time.perf_counter() - start
        rows = sum(one.rows for one in moved)
        print(f"moving {rows:,} rows {way}: {seconds:.1f} s, {rows / seconds:,.0f} rows a second")
    print(f"checks a second, {size:,} passages:")
    print(f"  SQLite     {checked(file, size):7.1f}")
    print(f"  PostgreSQL {checked(there, size):7.1f}")


def main() -> int:
    """Measure, where there is a server and the shared data."""
    binaries = programs()
    if binaries is None or not SHARED.is_dir():
        print("no PostgreSQL server is installed, or the shared data is not here")
        return SKIPPED
    size = int(sys.argv[1].replace(",", "")) if len(sys.argv) > 1 else SIZE
    server = Server(binaries, durable=True)
    try:
        server.start()
        with TemporaryDirectory() as folder:
            measure(server, Path(folder), size)
    finally:
        server.remove()
    return 0


if __name__ == "__main__":
    sys.exit(main())
