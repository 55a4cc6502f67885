"""What every store remembers of the files that were taken in."""

from dataclasses import replace

import pytest

from onrecord.stores import TakenFailure, TakenFile

FILE = TakenFile("/papers/news.jsonl", 90_000_000_000, 1_700_000_000_123_456_789, 4, "line 4")
BAD = TakenFailure(FILE.path, 2, "line 3", "no text")


def test_nothing_is_remembered_of_what_was_never_taken_in(store):
    assert store.taken(FILE.path) is None
    assert store.failed_entries(FILE.path) == frozenset()


def test_how_far_a_file_was_taken_in_is_remembered_as_it_was_told_last(store):
    store.keep_taken(FILE)
    assert store.taken(FILE.path) == FILE
    done = replace(FILE, entries=9, place="", done=True)
    store.keep_taken(done)
    assert store.taken(FILE.path) == done


def test_what_failed_is_remembered_and_forgotten_by_entry_or_by_file(store):
    for failure in (BAD, replace(BAD, entry=5), replace(BAD, entry=5), replace(BAD, path="/other")):
        store.keep_failed(failure)
    assert store.failed_entries(FILE.path) == {2, 5}
    store.forget_failed(FILE.path, 5)
    assert store.failed_entries(FILE.path) == {2}
    store.forget_failed(FILE.path)
    assert store.failed_entries(FILE.path) == frozenset()
    assert store.failed_entries("/other") == {2}


def test_the_journal_goes_with_the_transaction_that_it_tells_of(store):
    def broken_off():
        with store.together():
            store.keep_taken(FILE)
            store.keep_failed(BAD)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken_off()
    assert store.taken(FILE.path) is None
    assert store.failed_entries(FILE.path) == frozenset()
