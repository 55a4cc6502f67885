"""Checks a second of a real server, asked by several clients at once on the same machine.

    python -m benchmarks serving [PASSAGES ...] [workers=N,...] [clients=N] [seconds=N] [kept=DIR]

fills a database as `benchmarks checks` does, starts `onrecord serve` on loopback and asks it, over
connections that stay open, for checks of the same kinds of edited quotations, each with its
speaker and day, by words alone as there. Clients and server share the cores of the machine, and
what the clients do is in the figures. Times are wall-clock, as a client sees them; beside them
stands the CPU time of the server (Linux alone), which other programs on the machine change less.
Then the first page: its bytes as
sent, with all that it asks for, and how long the page itself takes to come.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from benchmarks.__main__ import SKIPPED
from benchmarks._corpora import passages, quotations, read_sentences
from benchmarks._filling import fill
from benchmarks._shared import SHARED

SIZES = (10_000,)
CLIENTS, SECONDS = 8, 15
ASKED, WARM = 4_000, 400
FIRST_PAGES = 25
_JSON = {"Content-Type": "application/json"}


@dataclass(frozen=True, slots=True)
class Answered:
    """What came back for one check: after how many seconds, and which finding."""

    seconds: float
    finding: str


def asked_of(path: Path, size: int, sentences: list[str], seed: int = 2) -> list[bytes]:
    """A database of so many passages at `path`, and what is asked of it."""
    store = fill(path, passages(size, 1, sentences=sentences))
    store.reindex()
    numbers = Random(seed).sample(range(1, size + 1), min(size, ASKED))
    hits = {hit.number: hit for hit in store.passages(numbers)}
    store.close()
    found = []
    for one in quotations({n: hits[n].passage.text for n in numbers}, seed=seed):
        hit = hits[one.number]
        asked = {"quote": one.text, "speaker": hit.passage.speaker, "date": hit.dated}
        asked["semantic"] = False
        found.append(json.dumps(asked).encode())
    return found


@contextmanager
def served(path: Path, workers: int) -> Iterator[tuple[str, int]]:
    """The address and process of a server over a database, for as long as the block lasts."""
    command = [sys.executable, "-m", "onrecord", "serve", "--db", str(path), "--port", "0"]
    command += ["--workers", str(workers)]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None
        said = server.stdout.readline().split()
        address = urlsplit(next(word for word in said if word.startswith("http"))).netloc
        yield address, server.pid
    finally:
        server.terminate()
        server.wait(30)


def ask(address: str, bodies: list[bytes], until: float) -> list[Answered]:
    """One client: a check after the other until the time is over."""
    found = []
    connection = HTTPConnection(address, timeout=60)
    for body in bodies:
        start = time.perf_counter()
        if start > until:
            break
        connection.request("POST", "/api/checks", body, _JSON)
        answer = connection.getresponse()
        told = json.loads(answer.read())
        seconds = time.perf_counter() - start
        found.append(Answered(seconds, told["finding"] if answer.status == 200 else "failed"))
    connection.close()
    return found


def together(
    address: str, bodies: list[bytes], clients: int, seconds: float
) -> tuple[list[Answered], float]:
    """Several clients at once, each with its share: what came back, and in how many seconds."""
    found: list[list[Answered]] = [[] for _ in range(clients)]
    start = time.perf_counter()

    def client(number: int) -> None:
        found[number] = ask(address, bodies[number::clients], start + seconds)

    threads = [threading.Thread(target=client, args=(n,)) for n in range(clients)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    return [one for several in found for one in several], time.perf_counter() - start


def got(address: str, path: str, packed: str = "gzip") -> tuple[bytes, float]:
    """What stands at a path, as it is sent, and after how many milliseconds it was here."""
    connection = HTTPConnection(address, timeout=60)
    start = time.perf_counter()
    connection.request("GET", path, headers={"Accept-Encoding": packed})
    answer = connection.getresponse()
    body = answer.read()
    assert answer.status == 200, (path, answer.status)
    connection.close()
    return body, (time.perf_counter() - start) * 1000


def first_page(address: str) -> tuple[int, list[float]]:
    """Bytes of the first page with all that it asks for, and milliseconds of several times."""
    page = got(address, "/", "identity")[0].decode()
    asked = {"/", *re.findall(r'(?:src|href)="(/static/[^"]+)"', page)}
    size = sum(len(got(address, path)[0]) for path in asked)
    return size, [got(address, "/")[1] for _ in range(FIRST_PAGES)]


def cpu_of(process: int) -> float:
    """CPU seconds of a process and its children so far; 0 where the system does not tell."""
    total = 0.0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(folder.name) == process or int(fields[1]) == process:
            total += (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return total


def report(size: int, found: list[Answered], seconds: float, what: str) -> None:
    """One line of times and one of findings."""
    times = sorted(one.seconds * 1000 for one in found)
    at = [times[min(len(times) - 1, int(len(times) * share))] for share in (0.5, 0.95, 0.99)]
    print(
        f"{size:>9,} passages  {what}: {len(found):,} checks in {seconds:.1f} s, "
        f"{len(found) / seconds:.0f} a second  p50 {at[0]:.1f}  p95 {at[1]:.1f}  p99 {at[2]:.1f} ms"
    )
    counts = Counter(one.finding for one in found)
    print(f"{'':11}" + ", ".join(f"{count} {name}" for name, count in counts.most_common()))


@dataclass(frozen=True, slots=True)
class How:
    """How a server is asked: in how many processes it runs, one figure each, by how many clients.

    `kept` is a folder in which the database stays for another time, None for none.
    """

    workers: tuple[int, ...] = (1,)
    clients: int = CLIENTS
    seconds: float = SECONDS
    kept: Path | None = None


def measure(size: int, sentences: list[str], how: How) -> int:
    """Fill, serve, ask; 1 where a check failed."""
    with TemporaryDirectory() as temporary:
        folder = how.kept or Path(temporary)
        path, kept = folder / f"{size}.db", folder / f"{size}.json"
        if not kept.exists():
            folder.mkdir(parents=True, exist_ok=True)
            kept.write_text(json.dumps([one.decode() for one in asked_of(path, size, sentences)]))
        bodies = [one.encode() for one in json.loads(kept.read_text())]
        return max(ask_all(path, size, bodies, how, workers=n) for n in how.workers)


def ask_all(path: Path, size: int, bodies: list[bytes], how: How, *, workers: int) -> int:
    """The figures of one server; 1 where a check failed."""
    with served(path, workers) as (address, process):
        got(address, "/")
        bytes_sent, times = first_page(address)
        print(
            f"{size:>9,} passages  first page and what it asks for {bytes_sent:,} bytes; "
            f"page p50 {sorted(times)[len(times) // 2]:.1f} ms, longest {max(times):.1f} ms"
        )
        together(address, bodies[:WARM], how.clients, 60)
        before = cpu_of(process)
        found, seconds = together(address, bodies[WARM:] or bodies, how.clients, how.seconds)
        each = 1000 * (cpu_of(process) - before) / max(1, len(found))
    processes = "one process" if workers == 1 else f"{workers} processes"
    report(size, found, seconds, f"{how.clients} clients, {processes}")
    print(f"{'':11}CPU of the server a check {each:.1f} ms")
    return int(any(one.finding == "failed" for one in found))


def main() -> int:
    """Measure at the sizes given, or at `SIZES`."""
    if not SHARED.is_dir():
        print("the shared data is not here")
        return SKIPPED
    given = dict(one.split("=", 1) for one in sys.argv[1:] if "=" in one)
    sizes = [int(one.replace(",", "")) for one in sys.argv[1:] if "=" not in one]
    how = How(
        workers=tuple(int(one) for one in given.get("workers", "1").split(",")),
        clients=int(given.get("clients", CLIENTS)),
        seconds=float(given.get("seconds", SECONDS)),
        kept=Path(given["kept"]) if "kept" in given else None,
    )
    sentences = read_sentences(SHARED)
    return max([measure(size, sentences, how) for size in sizes or SIZES])


if __name__ == "__main__":
    sys.exit(main())
