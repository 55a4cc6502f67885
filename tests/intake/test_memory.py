"""Taking in holds a part of a corpus at a time, however large it is."""

import gzip
import json
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

PROGRAM = """
import sys
from onrecord.intake import gather
from onrecord.stores import open_store

with open_store(sys.argv[1]) as store:
    print(sum(1 for _ in gather(store, sys.argv[2:], jobs=2)))
"""
MB = 1_000_000


def megabytes(process):
    """The memory of a process and of those that it started, what they share counted once."""
    below = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    total = 0
    for one in (process, *below):
        rollup = Path(f"/proc/{one}/smaps_rollup").read_text()
        pss = next(line for line in rollup.splitlines() if line.startswith("Pss:"))
        total += int(pss.split()[1])
    return total / 1024


def test_a_corpus_larger_than_what_is_allowed_takes_no_more_memory_than_is_allowed(tmp_path, times):
    size, each = times(40 * MB, 2_000 * MB), 200_000
    corpus = tmp_path / "large.jsonl.gz"
    with gzip.open(corpus, "wt", compresslevel=1, encoding="utf-8") as file:
        for number in range(size // each):
            other = f"{number} ".ljust(40) * (each // 40)
            line = {"text": f"Sana {number}.", "language": "fi", "other": other}
            file.write(json.dumps(line) + "\n")
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(tmp_path / "held.db"), str(corpus)],
        stdout=subprocess.PIPE,
        text=True,
    )
    most = 0.0
    while process.poll() is None:
        with suppress(OSError, StopIteration):  # a process ended while it was looked at
            most = max(most, megabytes(process.pid))
        time.sleep(0.1)
    assert int(process.communicate()[0]) == size // each
    assert 50 < most < 600, most
