"""A database kept in a file while others write, and put back."""

import sqlite3
import subprocess
import sys
import threading
from contextlib import closing

import pytest

from onrecord.errors import InputError, NotAStoreError, StoreBusyError, StoreError
from onrecord.stores import back_up, examine, open_store, restore


@pytest.fixture
def path(tmp_path, make_reading):
    """A database of a few documents."""
    path = tmp_path / "onrecord.db"
    with open_store(path) as store:
        for n in range(5):
            reading = make_reading(f"{n}. We meet.", ref=f"d{n}", said=[("Ann", "We meet")])
            store.add(reading, str(n).encode())
        store.reindex()
    return path


def held(path):
    """The ids of the documents of a database."""
    with closing(sqlite3.connect(path)) as connection:
        return [row[0] for row in connection.execute("SELECT id FROM documents ORDER BY id")]


def test_a_backup_has_what_the_database_had_and_is_one_file(path, tmp_path):
    kept = tmp_path / "kept.db"
    assert back_up(path, kept) == kept.stat().st_size
    assert held(kept) == held(path)
    assert [file.name for file in tmp_path.glob("kept*")] == ["kept.db"]


def test_what_is_in_the_log_only_is_in_the_backup(path, tmp_path, make_reading):
    with open_store(path) as store:
        store.add(make_reading("New.", ref="new"), b"new")
        assert path.with_name(f"{path.name}-wal").stat().st_size
        back_up(path, tmp_path / "kept.db")
    assert "new" in held(tmp_path / "kept.db")


def test_a_file_that_is_there_is_replaced_only_when_told(path, tmp_path, make_reading):
    kept = tmp_path / "kept.db"
    kept.write_text("mine", "utf-8")
    with pytest.raises(InputError, match="--force"):
        back_up(path, kept)
    assert kept.read_text("utf-8") == "mine"
    back_up(path, kept, force=True)
    assert held(kept) == held(path)


def test_a_database_is_no_backup_of_itself(path, tmp_path):
    for act in (lambda: back_up(path, path, force=True), lambda: restore(path, path)):
        with pytest.raises(InputError, match="itself"):
            act()
    with pytest.raises(InputError, match="folder"):
        back_up(path, tmp_path)
    assert examine(path).whole


def test_a_damaged_database_gives_no_backup(path, tmp_path):
    content = bytearray(path.read_bytes())
    content[-4096:] = b"\xff" * 4096
    path.write_bytes(content)
    with pytest.raises(StoreError, match="damaged"):
        back_up(path, tmp_path / "kept.db")
    assert not list(tmp_path.glob("kept*"))


def test_a_backup_is_of_one_moment_while_another_writes(path, tmp_path, make_reading):
    stop = threading.Event()

    def write():
        with open_store(path) as store:
            for n in range(2000):
                if stop.is_set():
                    return
                text = f"Remark {n} about the harbour. " * 40
                store.add(make_reading(text, ref=f"w{n:04}"), text.encode())

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for n in range(3):
            kept = tmp_path / f"kept{n}.db"
            before = held(path)
            back_up(path, kept)
            there = held(kept)
            assert set(before) <= set(there) <= set(held(path))
            written = [ref for ref in there if ref.startswith("w")]
            assert written == [f"w{i:04}" for i in range(len(written))]
            assert examine(kept).whole
    finally:
        stop.set()
        writer.join()


def test_a_backup_comes_back_with_all_that_was_in_it(path, tmp_path, make_reading):
    kept = tmp_path / "kept.db"
    back_up(path, kept)
    with open_store(path) as store:
        readings = [store.load(line.id) for line in store.documents()]
        store.remove("d1")
        store.add(make_reading("Later.", ref="later", said=[("Ann", "Later")]), b"l")
        store.reindex()
    aside = restore(kept, path)
    assert examine(path).whole
    with open_store(path) as store:
        assert [store.load(line.id) for line in store.documents()] == readings
        assert store.places("we meet")
        assert not store.places("later")
    assert "later" in held(aside)
    assert examine(aside).whole


def test_a_backup_is_put_where_no_database_was(path, tmp_path):
    kept = tmp_path / "kept.db"
    back_up(path, kept)
    there = tmp_path / "elsewhere" / "onrecord.db"
    assert restore(kept, there) is None
    assert held(there) == held(path)


def test_a_damaged_database_is_kept_aside_too(path, tmp_path):
    kept = tmp_path / "kept.db"
    back_up(path, kept)
    path.write_bytes(b"broken")
    aside = restore(kept, path)
    assert aside.read_bytes() == b"broken"
    assert examine(path).whole


@pytest.mark.parametrize("content", [b"Dear all,", b"SQLite format 3\x00" + b"?" * 4096])
def test_what_is_no_backup_is_not_put_back(path, tmp_path, content):
    letter = tmp_path / "letter.db"
    letter.write_bytes(content)
    before = held(path)
    with pytest.raises(NotAStoreError):
        restore(letter, path)
    assert held(path) == before
    assert examine(path).whole


def test_a_damaged_backup_is_not_put_back(path, tmp_path):
    kept = tmp_path / "kept.db"
    back_up(path, kept)
    content = bytearray(kept.read_bytes())
    content[-4096:] = b"\xff" * 4096
    kept.write_bytes(content)
    with pytest.raises(StoreError, match="damaged"):
        restore(kept, path)
    assert examine(path).whole


def test_a_database_that_another_process_has_open_is_not_replaced(path, tmp_path):
    kept = tmp_path / "kept.db"
    back_up(path, kept)
    script = (
        "import sys\nfrom onrecord.stores import open_store\n"
        "with open_store(sys.argv[1]) as store:\n"
        "    store.how_many()\n    print('open', flush=True)\n    sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        other.stdout.readline()
        with pytest.raises(StoreBusyError, match="another process"):
            restore(kept, path)
        other.stdin.close()
    restore(kept, path)
    assert examine(path).whole


def test_two_copies_to_one_file_do_not_mix(path, tmp_path):
    kept = tmp_path / "kept.db"
    script = (
        "import sys\nfrom pathlib import Path\nfrom onrecord.stores.sqlite.backups import "
        "unfinished_copy\nwith unfinished_copy(Path(sys.argv[1])):\n"
        "    print('at it', flush=True)\n    sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(kept)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        other.stdout.readline()
        with pytest.raises(StoreBusyError, match="copying"):
            back_up(path, kept)
        other.stdin.close()
    back_up(path, kept)
    assert held(kept) == held(path)


def test_another_process_that_ends_takes_no_log_away_under_an_open_store(path, make_reading):
    """Locks on a file are a process's: to open and close it anywhere would drop all of them."""
    script = (
        "import sys\nfrom onrecord.stores import open_store\n"
        "with open_store(sys.argv[1]) as store:\n    store.remove('d0')\n"
    )
    with open_store(path) as one, open_store(path):
        one.add(make_reading("First.", ref="first"), b"first")
        subprocess.run([sys.executable, "-c", script, str(path)], check=True)
        one.add(make_reading("Second.", ref="second"), b"second")
        done = subprocess.run(
            [
                sys.executable,
                "-c",
                "import sys\nfrom onrecord.stores import open_store\n"
                "print(*[d.id for d in open_store(sys.argv[1]).documents()])",
                str(path),
            ],
            check=True,
            capture_output=True,
            text=True,
        )
    assert {"first", "second"} <= set(done.stdout.split())
