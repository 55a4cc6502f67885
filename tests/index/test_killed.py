"""A writer may be killed at any moment: what it acknowledged is there, and the next one goes on."""

import os
import signal
from pathlib import Path

import pytest

from onrecord.index import merging, open_index, writing
from onrecord.index.manifest import read_manifest

SENTENCE = "Remark {n} of the evening was number {n} about the harbour at {n} o'clock."
TEXTS = {n: SENTENCE.format(n=n) for n in range(1, 61)}
FORGOTTEN = range(5, 20)
STEPS = ((1, 4), (5, 44), (45, 47), (48, 60))


@pytest.fixture(autouse=True)
def small_files(monkeypatch):
    """Segments of a few dozen words, so that little text makes many files and merges."""
    monkeypatch.setattr(writing, "MOST", 100)
    monkeypatch.setattr(writing, "CHUNK", 250)
    monkeypatch.setattr(writing, "_BATCH", 5)
    monkeypatch.setattr(merging, "_STRETCH", 64)
    monkeypatch.setattr(merging, "_SAMPLE", 8)
    # What a killed process has written stays; only a power cut asks for more, and takes time here.
    monkeypatch.setattr(os, "fsync", lambda handle: None)


def write_all(folder, acknowledge=lambda number: None):
    index = open_index(folder)
    for first, last in STEPS:
        index.take((n, TEXTS[n]) for n in range(first, last + 1) if n > index.covered)
        acknowledge(last)
        if last >= 44:
            index.forget(FORGOTTEN)


def killed_at(step, folder):
    """Write in another process that is killed when it does its n-th thing to the disk.

    The last passage that it acknowledged; and whether it was killed, or came to its end.
    """
    reading, speaking = os.pipe()
    child = os.fork()
    if child == 0:
        count = 0

        def counted(doing):
            def done(*args, **options):
                nonlocal count
                count += 1
                if count == step:
                    os.kill(os.getpid(), signal.SIGKILL)
                return doing(*args, **options)

            return done

        try:
            os.fsync = counted(os.fsync)
            Path.replace = counted(Path.replace)
            Path.unlink = counted(Path.unlink)
            Path.open = counted(Path.open)
            for module in (merging, writing):
                for name in ("write_at", "write_segment", "append_to_tail", "write_manifest"):
                    if hasattr(module, name):
                        setattr(module, name, counted(getattr(module, name)))
            write_all(folder, lambda number: os.write(speaking, b"%d " % number))
            os._exit(0)
        finally:
            os._exit(1)
    os.close(speaking)
    with open(reading, "rb") as pipe:
        said = pipe.read().split()
    _, status = os.waitpid(child, 0)
    assert status in (0, signal.SIGKILL)
    return int(said[-1]) if said else 0, status == signal.SIGKILL


def found(index, number):
    return {place.number for place in index.find(TEXTS[number]) if place.coverage == 1}


# Every moment takes a minute; each landing tries some.
EVERY = 1 if os.environ.get("ONRECORD_HYPOTHESIS") == "long" else 12


@pytest.mark.parametrize("start", [1, 6])
def test_killed_anywhere_nothing_acknowledged_is_lost(tmp_path, start):
    killed = True
    for step in range(start, 1000, EVERY):
        folder = tmp_path / str(step)
        acknowledged, killed = killed_at(step, folder)
        index = open_index(folder)
        covered = index.covered
        assert covered >= acknowledged
        assert all(n in found(index, n) for n in range(1, covered + 1) if n not in FORGOTTEN)
        assert not any(n in found(index, n) for n in range(covered + 1, 61))
        write_all(folder)
        assert index.covered == 60
        assert [n for n in TEXTS if n not in found(index, n)] == list(FORGOTTEN)
        assert index.passages == 45
        kept = read_manifest(folder).files | {"manifest.json", "lock"}
        assert set(os.listdir(folder)) == kept
        if not killed:
            break
    assert not killed


def test_a_record_that_was_cut_ends_the_tail(tmp_path):
    index = open_index(tmp_path / "index")
    index.take([(1, TEXTS[1])])
    index.take([(2, TEXTS[2])])
    (tail,) = index.folder.glob("*.tail")
    whole = tail.read_bytes()
    for length in range(len(whole)):
        tail.write_bytes(whole[:length])
        assert open_index(index.folder).covered == (length >= len(whole) // 2)
    other = open_index(index.folder)
    other.take([(2, TEXTS[2])])
    assert tail.read_bytes() == whole
    assert found(other, 2) >= {2}


def test_a_record_that_was_changed_ends_the_tail(tmp_path):
    index = open_index(tmp_path / "index")
    index.take([(1, TEXTS[1])])
    (tail,) = index.folder.glob("*.tail")
    whole = tail.read_bytes()
    for place in range(len(whole)):
        tail.write_bytes(whole[:place] + bytes([whole[place] ^ 255]) + whole[place + 1 :])
        assert open_index(index.folder).covered == 0
