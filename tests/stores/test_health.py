"""What an examination says of a database that is whole, and of each thing that can be wrong."""

import hashlib
import sqlite3
import subprocess
import sys
from contextlib import closing

import numpy as np
import pytest

from onrecord.errors import NewerStoreError, NotAStoreError
from onrecord.index import open_index
from onrecord.index.manifest import read_manifest
from onrecord.intake import read_again, take_in
from onrecord.model.rulings import Matter, Ruling, RulingKind
from onrecord.overlay import spot_of_statement
from onrecord.stores import Remedy, State, examine, open_store, repair

STORY = """---
title: Bridge stays shut, minister says
date: 2021-03-03
url: https://example.org/{name}
---

"The bridge of {name} will stay shut until the river falls," Ann Bell said on Wednesday.
Bo Crane, an engineer, said the piers of {name} were sound.
"""
NAMES = ("orlo", "talsk", "brin")


@pytest.fixture
def path(tmp_path):
    """A database of three stories, one of them in two versions, with its index."""
    path = tmp_path / "onrecord.db"
    with open_store(path) as store:
        for name in NAMES:
            _take(store, tmp_path / f"{name}.md", STORY.format(name=name))
        _take(store, tmp_path / "orlo2.md", STORY.format(name="orlo") + "\nIt rained.\n")
        store.reindex()
    return path


def _take(store, file, text):
    file.write_text(text, "utf-8")
    (taken,) = take_in(store, text.encode(), path=str(file))
    return taken.ref


def sql(path, *statements):
    """Write to the file without Onrecord; the rows of the last."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            rows = connection.execute(statement).fetchall()
    return rows


def wrong(path):
    """The names of the checks that do not hold, and how they came out."""
    return {c.name: c.state for c in examine(path).checks if c.state is not State.HOLDS}


def contents(path):
    """All that a store gives of its documents."""
    with open_store(path) as store:
        return [store.load(line.id) for line in store.documents()]


def test_a_database_in_use_is_whole(path):
    health = examine(path)
    assert health.whole
    assert not health.remedies
    assert [check.name for check in health.checks] == [
        "version",
        "file",
        "references",
        "raw bytes",
        "documents",
        "versions",
        "numbers",
        "structure and spans",
        "headings",
        "decisions",
        "doubts",
        "full text",
        "passage index",
        "leftovers",
    ]


def test_an_examination_changes_nothing(path):
    before = path.read_bytes()
    examine(path)
    assert path.read_bytes() == before


def test_a_database_that_people_corrected_is_whole(path):
    with open_store(path) as store:
        reading = store.load("talsk.md")
        spot = spot_of_statement(reading.document, reading.statements[0])
        store.rule(Ruling("r1", RulingKind.SPEAKER, Matter.STATEMENT, spot, "Cy Dorn", at="2021"))
        store.correct("brin.md", "publisher", "The Brin Post")
        store.replace(store.load("brin.md"))
        store.remove("orlo2.md")
    assert examine(path).whole


def test_versions_that_were_taken_out_and_came_again_are_linked(path, tmp_path):
    with open_store(path) as store:
        newer = store.find("orlo2.md")
        older = store.listed(newer).supersedes
        store.remove(newer)
        assert examine(path).whole
        _take(store, tmp_path / "orlo2.md", STORY.format(name="orlo") + "\nIt rained.\n")
        assert store.listed(newer).supersedes == older
        assert examine(path).whole
        store.remove(older)
        _take(store, tmp_path / "orlo.md", STORY.format(name="orlo"))
    assert examine(path).whole


def test_what_the_index_was_not_told_yet_is_no_fault(path, tmp_path):
    with open_store(path) as store:
        store.remove("brin.md")
        _take(store, tmp_path / "vell.md", STORY.format(name="vell"))
    (check,) = [c for c in examine(path).checks if c.name == "passage index"]
    assert check.state is State.HOLDS
    assert "told of" in check.told


DAMAGES = {
    "numbers": ("UPDATE numbered SET last_passage = 1",),
    "headings": ("UPDATE headings SET publisher = 'x' WHERE document = 1",),
    "doubts": ("INSERT INTO looked VALUES (999, 'reading', 'm')",),
    "versions": ("UPDATE documents SET supersedes = '' WHERE state = 'held'",),
    "full text": ("INSERT INTO statements_fts (statements_fts) VALUES ('delete-all')",),
    "structure and spans": (
        "UPDATE statements SET content_spans = '[[3, 9]]' WHERE number = 1",
        "UPDATE passages SET text = 'other words' WHERE number = 2",
        "UPDATE turns SET words_spans = 'broken'",
        "DELETE FROM structures WHERE document = 2",
        "UPDATE documents SET text = substr(text, 40) WHERE number = 3",
        "UPDATE documents SET marks = 'broken' WHERE number = 4",
    ),
}


@pytest.mark.parametrize(
    ("name", "damage"), [(name, damage) for name, some in DAMAGES.items() for damage in some]
)
def test_what_can_be_worked_out_again_is_found_and_repaired(path, name, damage):
    before = contents(path)
    sql(path, "PRAGMA foreign_keys = OFF", damage)
    found = wrong(path)
    if "turns" not in damage:  # a story has none
        assert found.get(name) is State.REPAIRABLE
    health = repair(path, read_again)
    assert health.whole
    assert bool(health.repaired) == bool(found)
    assert examine(path).whole
    assert contents(path) == before


def test_a_ruling_still_lies_on_a_document_that_was_read_again(path):
    with open_store(path) as store:
        reading = store.load("talsk.md")
        spot = spot_of_statement(reading.document, reading.statements[0])
        store.rule(Ruling("r1", RulingKind.SPEAKER, Matter.STATEMENT, spot, "Cy Dorn", at="2021"))
    before = contents(path)
    sql(path, "UPDATE statements SET source = 'x'")
    assert repair(path, read_again).whole
    assert contents(path) == before
    with open_store(path) as store:
        assert [r.id for r in store.lying_on("talsk.md")] == ["r1"]


def test_bytes_that_were_damaged_are_taken_from_their_file(path, tmp_path):
    sql(path, "UPDATE raws SET zlib = x'00' WHERE rowid = 1")
    assert wrong(path) == {"raw bytes": State.REPAIRABLE}
    assert repair(path, read_again).whole
    with open_store(path) as store:
        older = store.listed(store.find("orlo2.md")).supersedes
        assert store.raw(older) == (tmp_path / "orlo.md").read_bytes()


def test_bytes_whose_file_is_gone_or_another_are_lost(path, tmp_path):
    sql(path, "UPDATE raws SET zlib = x'00' WHERE rowid = 1")
    (tmp_path / "orlo.md").write_text("something else", "utf-8")
    assert wrong(path) == {"raw bytes": State.BROKEN}
    health = repair(path, read_again)
    assert health.lost
    assert not health.repaired


def test_a_document_that_is_held_twice_is_told_and_left(path):
    sql(path, "UPDATE documents SET raw = (SELECT raw FROM documents WHERE number = 2)")
    assert wrong(path)["documents"] is State.BROKEN


def test_a_decision_that_cannot_be_read_is_lost(path):
    sql(
        path,
        "INSERT INTO amendments (id, process, kind, line, field, value, others, parted, by, at,"
        " note) VALUES ('a', 'p', 'accept', 'broken', '', '', '[]', '[]', '', '', '')",
    )
    assert wrong(path) == {"decisions": State.BROKEN}


def test_an_index_of_the_database_itself_is_made_anew(path):
    (root,) = sql(path, "SELECT rootpage FROM sqlite_master WHERE name = 'documents_name'")
    assert root
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(
            "UPDATE sqlite_master SET sql = 'CREATE INDEX documents_name ON documents (title)'"
            " WHERE name = 'documents_name'"
        )
        connection.execute("PRAGMA writable_schema = RESET")
        connection.execute("INSERT INTO removed VALUES ('x', '', '', '', '', '')")
    assert wrong(path) == {"file": State.REPAIRABLE}
    assert repair(path, read_again).whole


def test_a_damaged_page_is_told_and_nothing_is_touched(path):
    content = bytearray(path.read_bytes())
    content[8192 : 8192 + 4096] = b"\xff" * 4096
    path.write_bytes(content)
    health = repair(path, read_again)
    assert health.lost
    assert not health.repaired
    assert path.read_bytes() == bytes(content)


def segment(path):
    """The file of one segment of the index."""
    folder = path.with_name(f"{path.name}.index")
    with open_store(path) as store:
        store.reindex(anew=True)
    manifest = read_manifest(folder)
    return folder / (manifest.segments[0] if manifest.segments else manifest.tail)


@pytest.mark.parametrize("at", [-1, -9, *range(24, 200, 7)])
def test_a_byte_that_was_changed_in_the_index_is_found(path, at, monkeypatch):
    monkeypatch.setattr("onrecord.index.writing.MOST", 1)
    file = segment(path)
    assert file.suffix == ".segment"
    content = bytearray(file.read_bytes())
    content[at] ^= 0xFF
    file.write_bytes(content)
    assert wrong(path) == {"passage index": State.REPAIRABLE}
    assert repair(path, read_again).whole


def test_passages_that_the_index_has_lost_or_has_too_many_are_found(path):
    index = open_index(path.with_name(f"{path.name}.index"))
    numbers = np.array([row[0] for row in sql(path, "SELECT number FROM passages WHERE searched")])
    index.forget(numbers[:2].tolist())
    assert wrong(path) == {"passage index": State.REPAIRABLE}
    assert repair(path, read_again).whole
    sql(path, "UPDATE passages SET searched = 0 WHERE number = 1", "DELETE FROM gone")
    assert wrong(path).get("passage index") in {None, State.REPAIRABLE}


def test_an_index_that_is_not_there_is_made_by_whoever_looks_up(path):
    index = path.with_name(f"{path.name}.index")
    for file in index.iterdir():
        file.unlink()
    index.rmdir()
    assert examine(path).whole


def test_what_a_killed_process_left_is_removed(path):
    index = path.with_name(f"{path.name}.index")
    open_index(index.with_name(f"{index.name}.new"))
    index.with_name(f"{index.name}.making").touch()
    path.with_name(f"{path.name}.partial").touch()
    assert wrong(path) == {"leftovers": State.REPAIRABLE}
    health = repair(path, read_again)
    assert health.repaired == (Remedy.LEFTOVERS,)
    assert sorted(one.name for one in path.parent.glob("onrecord*")) == [path.name, index.name]


def test_what_another_process_is_at_is_left(path):
    script = (
        "import sys\nfrom pathlib import Path\n"
        "from onrecord.stores.sql.indexing import making\n"
        "with making(Path(sys.argv[1])):\n    print('at it', flush=True)\n    sys.stdin.read()\n"
    )
    index = path.with_name(f"{path.name}.index")
    open_index(index.with_name(f"{index.name}.new"))
    with subprocess.Popen(
        [sys.executable, "-c", script, str(index)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        other.stdout.readline()
        assert examine(path).whole
        other.stdin.close()
    assert wrong(path) == {"leftovers": State.REPAIRABLE}


def test_an_older_database_is_brought_up_to_date_by_a_repair(path, tmp_path):
    older = tmp_path / "older.db"
    with closing(sqlite3.connect(older)) as connection:
        from onrecord.stores.sqlite.opening import APPLICATION, migrations

        connection.executescript(migrations()[0])
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute("PRAGMA user_version = 1")
        connection.commit()
    assert wrong(older) == {"version": State.REPAIRABLE}
    health = repair(older, read_again)
    assert health.whole
    assert health.repaired == (Remedy.MIGRATE,)


def test_what_is_no_database_of_ours_is_refused(tmp_path, path):
    with pytest.raises(NotAStoreError):
        examine(tmp_path / "nothing.db")
    letter = tmp_path / "letter.db"
    letter.write_text("Dear all,", "utf-8")
    with pytest.raises(NotAStoreError):
        examine(letter)
    sql(path, "PRAGMA user_version = 999")
    with pytest.raises(NewerStoreError):
        examine(path)


def test_the_bytes_are_compared_by_their_hash_and_not_by_their_length(path):
    import zlib

    ((sha256, packed),) = sql(path, "SELECT sha256, zlib FROM raws WHERE rowid = 2")
    raw = bytearray(zlib.decompress(packed))
    raw[5] ^= 1
    assert hashlib.sha256(raw).hexdigest() != sha256
    sql(path, f"UPDATE raws SET zlib = x'{zlib.compress(bytes(raw)).hex()}' WHERE rowid = 2")
    assert "raw bytes" in wrong(path)
