"""A database on a server is examined, repaired, kept in a file and put back as one in a file is."""

import pytest

from onrecord.errors import InputError, NotAStoreError
from onrecord.intake import read_again, take_in
from onrecord.stores import State, back_up, examine, locate, open_store, repair, restore
from onrecord.stores.postgres.opening import connect

STORY = """---
title: Bridge stays shut, minister says
url: https://example.org/{name}
---

"The bridge of {name} will stay shut until the river falls," Ann Bell said on Wednesday.
Bo Crane, an engineer, said the piers of {name} were sound.
"""


@pytest.fixture
def database(postgres):
    """A database of three stories, one of them in two versions, with its index."""
    database = postgres.new_database()
    with open_store(database) as store:
        for name, more in (("orlo", ""), ("talsk", ""), ("brin", ""), ("orlo", "It rained.\n")):
            list(take_in(store, (STORY.format(name=name) + more).encode(), path=f"{name}.md"))
        store.reindex()
    return database


def sql(database, *statements):
    """Write to the tables without a store."""
    connection = connect(locate(database), create=False, wait=1.0)
    connection.begin(writing=True)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def wrong(database):
    """The names of the checks that do not hold, and how they came out."""
    return {c.name: c.state for c in examine(database).checks if c.state is not State.HOLDS}


def contents(database):
    """All that a store gives of its documents."""
    with open_store(database) as store:
        return [store.load(line.id) for line in store.documents()]


def test_a_database_in_use_is_whole(database):
    assert wrong(database) == {}
    with open_store(database) as store:
        store.remove("brin.md")
    assert wrong(database) == {}


DAMAGES = {
    "numbers": "UPDATE numbered SET last_passage = 1",
    "headings": "UPDATE headings SET publisher = 'x' WHERE document = 2",
    "doubts": "INSERT INTO looked VALUES (999, 'reading', 'm')",
    "versions": "UPDATE documents SET supersedes = '' WHERE state = 'held'",
    "full text": "DELETE FROM statements_fts",
    "structure and spans": "UPDATE statements SET content_spans = '[[3, 9]]' WHERE document = 2",
    "passage index": "UPDATE passages SET text = 'other words' WHERE document = 2",
}


@pytest.mark.parametrize("name", DAMAGES)
def test_what_can_be_worked_out_again_is_found_and_repaired(database, name):
    before = contents(database)
    sql(database, DAMAGES[name])
    assert wrong(database)[name] is State.REPAIRABLE
    health = repair(database, read_again)
    assert health.repaired
    assert wrong(database) == {}
    assert contents(database) == before


def test_bytes_that_were_damaged_and_are_nowhere_else_are_lost(database):
    sql(database, "UPDATE raws SET zlib = ''")
    assert wrong(database) == {"raw bytes": State.BROKEN}


def test_a_backup_comes_back_with_all_that_was_in_it(database, postgres, tmp_path):
    kept = tmp_path / "kept.db"
    assert back_up(database, kept) == kept.stat().st_size
    assert examine(kept).whole
    assert [file.name for file in tmp_path.iterdir()] == ["kept.db"]
    assert contents(kept) == contents(database)
    with pytest.raises(InputError, match="--force"):
        back_up(database, kept)
    with pytest.raises(InputError, match="empty"):
        restore(kept, database)
    other = postgres.new_database()
    before = kept.read_bytes()
    assert restore(kept, other) is None
    assert kept.read_bytes() == before
    assert contents(other) == contents(database)
    assert wrong(other) == {}


def test_there_must_be_a_database(postgres, tmp_path):
    with pytest.raises(NotAStoreError):
        examine(postgres.new_database())
    with pytest.raises(NotAStoreError):
        back_up(postgres.new_database(), tmp_path / "kept.db")
    assert not list(tmp_path.iterdir())
