"""The passage index beside an SQLite file is never ahead of it nor behind."""

import shutil
import sqlite3

import pytest

from onrecord.errors import StoreError
from onrecord.stores import open_store

WORDS = "the bridge at Orlo stays shut until the end of May"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "onrecord.db"


@pytest.fixture
def folder(path):
    return path.with_name("onrecord.db.index")


@pytest.fixture
def kept(path, make_reading):
    """A function that adds a turn of some words to the database and looks nothing up."""

    def keep(words, ref="d1", **given):
        with open_store(path) as store:
            store.add(make_reading(words, ref=ref, record=[("Ann", words)], **given), ref.encode())

    return keep


def found(path, words=WORDS):
    with open_store(path) as store:
        hits = store.passages(place.number for place in store.places(words))
        return [hit.passage.document for hit in hits]


def test_what_another_process_added_is_found_by_whoever_looks_first(path, kept):
    kept(WORDS)
    assert found(path) == ["d1"]
    kept(f"{WORDS} or June", "d2")
    assert sorted(found(path)) == ["d1", "d2"]


def test_a_store_that_is_open_sees_what_another_adds(path, kept):
    with open_store(path) as store:
        assert store.places(WORDS) == []
        kept(WORDS)
        assert len(store.places(WORDS)) == 1


def test_a_version_that_was_superseded_is_not_found_nor_counted(path, kept):
    url = "https://example.org/a"
    kept(WORDS, "d1", url=url)
    assert found(path) == ["d1"]
    kept(f"{WORDS} or June", "d2", url=url)
    assert found(path) == ["d2"]
    with open_store(path) as store:
        assert store.indexed()[0] == 1


def test_numbers_of_removed_passages_are_never_given_again(path, kept):
    kept(WORDS)
    assert found(path) == ["d1"]
    with open_store(path) as store:
        store.remove("d1")
    kept("we shall mend the old road to the harbour instead", "d2")
    assert found(path, "mend the old road to the harbour") == ["d2"]
    assert found(path) == []


def test_an_index_that_was_lost_is_made_anew_at_the_next_look(path, folder, kept):
    kept(WORDS)
    assert found(path) == ["d1"]
    shutil.rmtree(folder)
    assert found(path) == ["d1"]


def test_an_index_newer_than_its_database_is_told_of_and_can_be_made_anew(
    path, folder, kept, tmp_path
):
    kept(WORDS)
    copy = shutil.copy(path, tmp_path / "copy")
    kept(f"{WORDS} or June", "d2")
    assert len(found(path)) == 2
    shutil.copy(copy, path)
    with pytest.raises(StoreError, match="onrecord reindex"):
        found(path)
    with open_store(path) as store:
        store.reindex(anew=True)
    assert found(path) == ["d1"]


def test_a_damaged_index_is_told_of_in_one_line_and_can_be_made_anew(path, folder, kept):
    kept(WORDS)
    assert found(path) == ["d1"]
    for file in folder.rglob("*"):
        if file.is_file():
            file.write_bytes(b"nonsense")
    with pytest.raises(StoreError, match=r"^[^\n]*onrecord reindex[^\n]*$"):
        found(path)
    with open_store(path) as store:
        store.reindex(anew=True)
    assert found(path) == ["d1"]


def test_the_database_is_told_what_the_index_was_told(path, kept):
    kept(WORDS)
    with open_store(path) as store:
        store.places(WORDS)
        store.remove("d1")
        store.places(WORDS)
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT count(*) FROM gone").fetchone() == (0,)
    connection.close()


def test_what_else_lies_in_the_folder_is_never_deleted(path, folder, kept):
    kept(WORDS)
    folder.mkdir()
    (folder / "letters.txt").write_text("mine")
    with open_store(path) as store:
        store.reindex(anew=True)
    assert found(path) == ["d1"]
    assert [one.read_text() for one in path.parent.rglob("letters.txt")] == ["mine"]
