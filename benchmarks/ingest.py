"""Files to stored statements by `onrecord add`: `python -m benchmarks ingest [DOCUMENTS]`.

Corpora are made here, of stories of our own (`_made_stories.py`, some 650 words each) and pages of
about 70 KB around them (`_pages.py`); with the folder `shared` beside the repository the Kremlin
pages are taken too. Each is added by a process of its own, with two processes that read:

wall      from start to end, with the starting of processes and the bringing up to date of the index
cpu       processor seconds of all processes, by document; what two free cores could do at best is
          twice its inverse
memory    the most that the process tree had at a time: PSS, which counts shared pages once

Then a run is killed (SIGKILL) and gone on with by --resume: how many documents were told of and not
held (none may be), how many are held in the end, and how long finding its place took.
"""

from __future__ import annotations

import gzip
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks._made_stories import made_stories, made_story
from benchmarks._pages import LAYOUTS, made
from benchmarks._shared import SHARED
from onrecord.stores import open_store

DOCUMENTS, JOBS = 400, 2
MISSED = 1
_WARC = (
    "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number:032x}>\r\n"
    "WARC-Date: 2026-03-04T08:30:00Z\r\nWARC-Target-URI: https://ellery.example/news/{number}\r\n"
    "Content-Type: application/http; msgtype=response\r\nContent-Length: {length}\r\n\r\n"
)
_HTTP = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\n\r\n"


def page(number: int) -> bytes:
    title, paragraphs = made_story(number)
    return made(title, paragraphs, layout=LAYOUTS[number % len(LAYOUTS)], seed=number)


def pages(folder: Path, count: int) -> Path:
    folder.mkdir()
    for number in range(count):
        (folder / f"{number:06}.html").write_bytes(page(number))
    return folder


def texts(folder: Path, count: int) -> Path:
    folder.mkdir()
    for number, text in enumerate(made_stories(count, first=1_000_000)):
        (folder / f"{number:06}.txt").write_text(text, "utf-8")
    return folder


def warc(path: Path, count: int) -> Path:
    """A crawl of such pages, a gzip member a record, as crawlers write it."""
    with path.open("wb") as file:
        for number in range(2_000_000, 2_000_000 + count):
            body = page(number)
            answer = _HTTP.format(len(body)).encode() + body
            head = _WARC.format(number=number, length=len(answer)).encode()
            file.write(gzip.compress(head + answer + b"\r\n\r\n", 6))
    return path


@dataclass(frozen=True, slots=True)
class Run:
    """What adding took: seconds, processor seconds, megabytes at peak; what it said."""

    wall: float
    cpu: float
    memory: float
    said: str


def added(database: Path, paths: Iterable[Path], *options: str) -> Run:
    """Add files by a process of its own, and watch it."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    process = started(database, paths, "--quiet", *options)
    memory = 0.0
    while process.poll() is None:
        memory = max(memory, held(process.pid))
        time.sleep(0.1)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    out, err = process.communicate()
    if process.returncode:
        raise SystemExit(f"onrecord add ended with {process.returncode}: {err}")
    return Run(time.perf_counter() - start, cpu, memory, out.strip().splitlines()[-1])


def started(database: Path, paths: Iterable[Path], *options: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "onrecord", "add", "--jobs", str(JOBS), *options]
    return subprocess.Popen(
        [*command, "--db", str(database), *map(str, paths)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def held(process: int) -> float:
    """Megabytes of a process and all below it; 0 where the system does not say."""
    total, tree = 0, [process]
    while tree:
        one = tree.pop()
        try:
            rollup = Path(f"/proc/{one}/smaps_rollup").read_text().splitlines()
            total += sum(int(line.split()[1]) for line in rollup if line.startswith("Pss:"))
            below = Path(f"/proc/{one}/task/{one}/children").read_text().split()
            tree += [int(child) for child in below]
        except (OSError, ValueError):
            continue
    return total / 1024


def report(name: str, run: Run, database: Path) -> None:
    with open_store(database, create=False) as store:
        lines = list(store.documents())
    count, words = len(lines), sum(line.words for line in lines)
    print(
        f"  {name:16}{count:6,} documents of {words / count:,.0f} words, "
        f"{sum(line.statements for line in lines):,} statements: "
        f"{run.wall:.1f} s, {count / run.wall:.1f} documents and {words / run.wall:,.0f} words a "
        f"second"
    )
    print(
        f"  {'':16}cpu {1000 * run.cpu / count:.1f} ms a document, so that two free cores do "
        f"{JOBS * count / run.cpu:.1f} documents a second and one {words / run.cpu:,.0f} words; "
        f"{run.memory:.0f} MB at peak",
        flush=True,
    )


def gone_on(folder: Path, paths: list[Path], count: int) -> int:
    """Kill a run half-way, and go on with it."""
    database = folder / "killed.db"
    process = started(database, paths)
    assert process.stdout is not None
    told = {process.stdout.readline().split()[1] for _ in range(count // 2)}
    process.send_signal(signal.SIGKILL)
    process.communicate()
    with open_store(database) as store:
        lost = told - {line.id for line in store.documents()}
    run = added(database, paths, "--resume")
    with open_store(database) as store:
        there = store.how_many()
    again = added(database, paths, "--resume")
    print(
        f"  killed after {len(told)} lines: {len(lost)} of these documents lost; --resume gave "
        f"{run.said.split(',')[0]} in {run.wall:.1f} s, {there} of {count} are held; once more,"
        f" with nothing left to do, {again.wall:.1f} s"
    )
    return len(lost) + (there != count)


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else DOCUMENTS
    print(f"{count} documents of each kind, {JOBS} processes that read, {os.cpu_count()} cores")
    with TemporaryDirectory(prefix="onrecord-ingest-") as name:
        folder = Path(name)
        made_pages = pages(folder / "pages", count)
        corpora: dict[str, tuple[Path, list[str]]] = {
            "pages, precise": (made_pages, []),
            "pages, fast": (made_pages, ["--extractor", "fast"]),
            "plain text": (texts(folder / "texts", count), []),
            "warc, fast": (warc(folder / "crawl.warc.gz", count), ["--extractor", "fast"]),
        }
        if (kremlin := SHARED / "data/kremlin_astana/html").is_dir():
            corpora["kremlin pages"] = kremlin, []
        for number, (label, (path, options)) in enumerate(corpora.items()):
            database = folder / f"{number}.db"
            report(label, added(database, [path], *options), database)
        missed = gone_on(folder, [folder / "texts"], count)
    return MISSED if missed else 0


if __name__ == "__main__":
    sys.exit(main())
