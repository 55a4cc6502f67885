"""How fast files of each kind come apart, and how much memory that takes.

Pages of HTML of 30 kB, of words drawn at random as often as words are used, are put into a file of
each kind; each file is unpacked in a process of its own, and that process's time on the processor
is taken, with that of any it starts, the best of three. What is measured is unpacking alone:
nothing is read from the pages.

    python -m benchmarks unpacking [MEGABYTES]

takes 60 MB of pages unless told. It needs the extras `archives` and `parquet`.
"""

from __future__ import annotations

import gzip
import io
import json
import random
import re
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

MEGABYTES = 60
PAGE = 30_000
VOCABULARY = 20_000
CHILD = """
import re, resource, sys, time
from pathlib import Path
from onrecord.unpacking import Entry, unpack
entries = size = 0
began = time.process_time()
for one in unpack(Path(sys.argv[1])):
    if isinstance(one, Entry):
        entries, size = entries + 1, size + len(one.data)
started = resource.getrusage(resource.RUSAGE_CHILDREN)
spent = time.process_time() - began + started.ru_utime + started.ru_stime
peak = re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())
print(entries, size, spent, max(int(peak[1]), started.ru_maxrss) // 1024)
"""


def pages(megabytes: int) -> Iterator[bytes]:
    """Pages of words, the common ones often, so that they pack about as pages do."""
    rng = random.Random(7)
    letters = "etaoinshrdlucmfwygpbvk"
    known = ["".join(rng.choices(letters, k=rng.randint(2, 10))) for _ in range(VOCABULARY)]
    weights = [1 / (rank + 3) for rank in range(VOCABULARY)]
    for number in range(megabytes * 1_000_000 // PAGE):
        words = " ".join(rng.choices(known, weights, k=PAGE // 6))
        paragraphs = "".join(f'<p class="a">{part}.</p>\n' for part in re.findall(".{300}", words))
        yield f"<html><title>Page {number}</title><body>\n{paragraphs}</body></html>".encode()[
            :PAGE
        ]


def as_tar(made: list[bytes], path: Path) -> None:
    """A tar, packed as its name says."""
    with tarfile.open(path, "w:gz" if path.suffix == ".gz" else "w", **_level(path)) as tar:
        for number, page in enumerate(made):
            info = tarfile.TarInfo(f"pages/{number:06}.html")
            info.size = len(page)
            tar.addfile(info, io.BytesIO(page))


def _level(path: Path) -> dict[str, int]:
    return {"compresslevel": 6} if path.suffix == ".gz" else {}


def as_zip(made: list[bytes], path: Path) -> None:
    """A zip of deflated pages."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, page in enumerate(made):
            archive.writestr(f"pages/{number:06}.html", page)


def as_warc(made: list[bytes], path: Path) -> None:
    """A request and its answer a page, each a gz member of its own where the name says so."""
    pack: Callable[[bytes], bytes] = gzip.compress if path.suffix == ".gz" else bytes
    with path.open("wb") as out:
        for number, page in enumerate(made):
            answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
            asked = b"GET / HTTP/1.1\r\nHost: a.example\r\n\r\n"
            for kind, block in (("request", asked), ("response", answer)):
                told = {
                    "WARC-Type": kind,
                    "WARC-Record-ID": f"<urn:uuid:{kind}{number}>",
                    "WARC-Target-URI": f"https://a.example/{number}",
                    "Content-Type": "application/http",
                    "Content-Length": len(block),
                }
                lines = [f"{name}: {value}" for name, value in told.items()]
                head = "\r\n".join(["WARC/1.0", *lines, "", ""])
                out.write(pack(head.encode() + block + b"\r\n\r\n"))


def as_arc(made: list[bytes], path: Path) -> None:
    """Version 1, a gz member a page."""
    with path.open("wb") as out:
        for number, page in enumerate(made):
            answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
            line = f"http://a.example/{number} 10.0.0.1 20200101000000 text/html {len(answer)}\n"
            out.write(gzip.compress(line.encode() + answer + b"\n"))


def as_lines(made: list[bytes], path: Path) -> None:
    """A line a page, packed as the name says."""
    lines = b"".join(json.dumps({"text": page.decode()}).encode() + b"\n" for page in made)
    if path.suffix == ".zst":
        import zstandard

        lines = zstandard.ZstdCompressor().compress(lines)
    path.write_bytes(gzip.compress(lines, 6) if path.suffix == ".gz" else lines)


def as_parquet(made: list[bytes], path: Path) -> None:
    """One column of text and one of addresses, packed by zstd, a thousand rows a group."""
    import pyarrow
    import pyarrow.parquet

    columns = {
        "text": [page.decode() for page in made],
        "url": [f"https://a.example/{number}" for number in range(len(made))],
    }
    pyarrow.parquet.write_table(
        pyarrow.table(columns), path, compression="zstd", row_group_size=1000
    )


def as_folder(made: list[bytes], path: Path) -> None:
    """A file a page, five hundred a folder."""
    for number, page in enumerate(made):
        folder = path / f"{number // 500:04}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{number:06}.html").write_bytes(page)


KINDS: dict[str, Callable[[list[bytes], Path], None]] = {
    "pages": as_folder,
    "pages.tar": as_tar,
    "pages.tar.gz": as_tar,
    "pages.zip": as_zip,
    "pages.warc": as_warc,
    "pages.warc.gz": as_warc,
    "pages.arc.gz": as_arc,
    "pages.jsonl": as_lines,
    "pages.jsonl.gz": as_lines,
    "pages.jsonl.zst": as_lines,
    "pages.parquet": as_parquet,
}


def measured(path: Path) -> tuple[int, float, float, int]:
    """Entries, their megabytes, seconds on the processor (the best of three), peak megabytes."""
    found = []
    for _ in range(3):
        asked = [sys.executable, "-c", CHILD, str(path)]
        done = subprocess.run(asked, capture_output=True, text=True, check=True)
        entries, size, spent, peak = done.stdout.split()
        found.append((int(entries), int(size) / 1e6, float(spent), int(peak)))
    return min(found, key=lambda one: one[2])


def main() -> int:
    """Print a row a kind of file."""
    megabytes = int(sys.argv[1]) if len(sys.argv) > 1 else MEGABYTES
    made = list(pages(megabytes))
    print(f"{len(made):,} pages of {PAGE / 1000:.0f} kB")
    print("| file | MB | entries | MB a second | entries a second | peak MB |")
    print("|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for name, make in KINDS.items():
            path = Path(folder) / name
            make(made, path)
            packed = path.stat().st_size / 1e6 if path.is_file() else megabytes
            entries, size, spent, peak = measured(path)
            rates = f"{size / spent:,.0f} | {entries / spent:,.0f}"
            print(f"| `{name}` | {packed:,.0f} | {entries:,} | {rates} | {peak} |", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
