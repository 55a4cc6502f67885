"""What building takes of memory does not hang on how much is built."""

import subprocess
import sys

BUILD = """
import resource, sys
import numpy as np
from pathlib import Path
from onrecord.index import merging, open_index, writing

writing.CHUNK = 200_000
merging._STRETCH = 1 << 17
words = np.array([f"word{n}" for n in range(50_000)])
rng = np.random.default_rng(1)
index = open_index(Path(sys.argv[1]))
peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024

def passages(start, count):
    for n in range(start, start + count):
        yield n, " ".join(words[rng.integers(0, 50_000, 200)])

index.take(passages(1, 2000))
before = peak()
index.take(passages(2001, 13_000))
assert index.words == 3_000_000
print(peak() - before)
"""


def test_eight_times_as_many_words_take_little_more_memory(tmp_path):
    run = [sys.executable, "-c", BUILD, str(tmp_path / "index")]
    done = subprocess.run(run, capture_output=True, text=True, check=True)
    assert int(done.stdout) < 16  # megabytes, of an index of 30
