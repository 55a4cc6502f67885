"""What unpacks to a gigabyte, each in its own way, and what stands in memory meanwhile.

The bombs are made of a few megabytes packed once and laid one behind the other.
"""

import struct
import subprocess
import sys
import tarfile
import zlib

import pytest
from tests.unpacking import made, web

PIECE = bytes(16 << 20)
TIMES = 64
GIGABYTE = len(PIECE) * TIMES
SIZE = 256 << 20
BOUND = 200
"""Megabytes of the whole process, the interpreter and every library that unpacks loaded."""

CHILD = """
import re, resource, sys
from pathlib import Path
import fastwarc.warc, numpy, pyarrow.parquet
from onrecord.unpacking import Entry, unpack
for path in map(Path, sys.argv[1:]):
    for one in unpack(path):
        reason = "an entry" if isinstance(one, Entry) else one.reason
        print(f"{path.name}: {reason}", flush=True)
status = Path("/proc/self/status")  # the other counts what stood there before it was this program
known = re.search(r"VmHWM:\\s+(\\d+)", status.read_text()) if status.exists() else None
peak = int(known[1]) if known else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(peak // 1024)
"""


def child(*paths):
    """What is said of these files, and the most memory that it took, in megabytes."""
    asked = [sys.executable, "-c", CHILD, *map(str, paths)]
    done = subprocess.run(asked, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    *lines, peak = done.stdout.splitlines()
    return lines, int(peak)


def deflated():
    """A gigabyte of zeros in one stream, of blocks that stand for themselves."""
    packer = zlib.compressobj(1, zlib.DEFLATED, -15)
    block = packer.compress(PIECE) + packer.flush(zlib.Z_FULL_FLUSH)
    return block * TIMES + zlib.compressobj(1, zlib.DEFLATED, -15).flush()


def zip_bomb():
    data, check = deflated(), 0
    for _ in range(TIMES):
        check = zlib.crc32(PIECE, check)
    fields = (8, 0, 0, check, len(data), GIGABYTE, 5)
    local = struct.pack("<4sHHHHHLLLHH", b"PK\3\4", 20, 0, *fields, 0) + b"a.txt" + data
    listed = struct.pack("<4s6H3L5H2L", b"PK\1\2", 20, 20, 0, *fields, *[0] * 6) + b"a.txt"
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 1, 1, len(listed), len(local), 0)
    return local + listed + end


def header(name, size):
    info = tarfile.TarInfo(name)
    info.size = size
    return info.tobuf()


def bombs():
    """Each bomb by the name of its file."""
    packed = {name: pack(PIECE) * TIMES for name, pack in made.PACK.items() if name}
    head = web.http(b"")
    told = web.record(head, Content_Length=str(len(head) + GIGABYTE)).removesuffix(b"\r\n\r\n")
    gz = made.PACK["gz"]
    yield from ((f"page.html.{name}", data) for name, data in packed.items())
    yield from ((f"lines.jsonl.{name}", data) for name, data in packed.items())
    yield "members.tar.gz", gz(header("a.txt", GIGABYTE)) + packed["gz"]
    yield "header.tar.gz", gz(header("x" * 90, 0)[:124] + b"\x80" + bytes(388)) + packed["gz"]
    yield "member.tar", made.tar_of(("a.html.gz", packed["gz"]), ("b.txt", b"words"))
    yield "stored.zip", made.zip_of(("a.jsonl.gz", packed["gz"]), ("b.txt", b"words"))
    yield "deflated.zip", zip_bomb()
    yield "crawl.warc.gz", gz(told) + packed["gz"]
    yield "body.warc", web.record(web.http(packed["gz"], Content_Encoding="gzip"))
    yield "crawl.arc.gz", gz(b"http://a/ 1 2 text/html %d\n" % GIGABYTE) + packed["gz"]


def test_no_bomb_stands_in_memory(tmp_path):
    paths = [made.put(tmp_path, name, data) for name, data in bombs()]
    assert max(path.stat().st_size for path in paths) < 20_000_000
    lines, peak = child(*paths)
    print(*lines, peak, sep="\n")
    assert peak < BOUND
    named = {line.partition(":")[0] for line in lines}
    assert named == {path.name for path in paths}
    good = [line for line in lines if line.endswith(": an entry")]
    assert sorted(good) == ["member.tar: an entry", "stored.zip: an entry"]


@pytest.mark.parametrize("name", ["x.jsonl", "x.html", "x.warc", "x.arc", "x.tar"])
def test_a_line_or_member_of_a_quarter_of_one_does_not_either(tmp_path, name):
    begins = {
        "x.jsonl": b'{"text": "words"}\n{"text": "',
        "x.warc": web.record(b"", Content_Length=str(SIZE)).strip() + b"\r\n\r\n",
        "x.arc": b"http://a/ 1 2 text/html %d\n" % SIZE,
        "x.tar": header("a.txt", SIZE),
    }.get(name, b"")
    path = made.put(tmp_path, name, begins)
    with path.open("r+b") as file:
        file.truncate(len(begins) + SIZE)  # a hole: nothing is written
    lines, peak = child(path)
    assert peak < BOUND
    assert any("larger than the maximum" in line or "no HTTP" in line for line in lines)
