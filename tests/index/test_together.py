"""Readers and a writer at once; what changes and what is forgotten, step by step."""

import os
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import StoreBusyError
from onrecord.index import merging, open_index, writing
from onrecord.index.manifest import locked
from onrecord.index.tokens import words

SENTENCE = "Passage {n} of the record, the one with {n} words about {n} ships in the harbour."


def test_a_reader_sees_each_state_whole_while_another_process_writes(tmp_path, monkeypatch):
    monkeypatch.setattr(writing, "MOST", 300)
    index = open_index(tmp_path / "index")
    child = os.fork()
    if child == 0:
        try:
            for n in range(1, 151):
                index.take([(n, SENTENCE.format(n=n))])
            os._exit(0)
        finally:
            os._exit(1)
    seen = [0]
    while seen[-1] < 150:
        seen.append(index.covered)
        for n in {1, seen[-1]} - {0} if seen[-1] else ():
            assert n in {place.number for place in index.find(SENTENCE.format(n=n))}
    assert os.waitpid(child, 0)[1] == 0
    assert seen == sorted(seen)
    assert index.passages == 150


def test_a_reader_sees_an_index_that_was_put_in_the_place_of_another(tmp_path, monkeypatch):
    monkeypatch.setattr(writing, "MOST", 40)
    reader = open_index(tmp_path / "index")
    reader.take((n, SENTENCE.format(n=n)) for n in range(1, 5))
    assert reader.find(SENTENCE.format(n=2))[0].number == 2
    fresh = open_index(tmp_path / "fresh")
    fresh.take((n, SENTENCE.format(n=n + 100)) for n in range(1, 5))
    (tmp_path / "index").rename(tmp_path / "old")
    (tmp_path / "fresh").rename(tmp_path / "index")
    best = reader.find(SENTENCE.format(n=102))[0]
    assert (best.number, best.coverage) == (2, 1)


def test_two_writers_take_turns(tmp_path):
    index = open_index(tmp_path / "index")
    child = os.fork()
    if child == 0:
        try:
            for n in range(1, 41):
                index.take([(index.covered + 1, SENTENCE.format(n=n))])
            os._exit(0)
        finally:
            os._exit(1)
    for n in range(1, 41):
        index.take([(1000 + n, SENTENCE.format(n=n))])
    assert os.waitpid(child, 0)[1] == 0
    assert index.covered >= 1040
    assert index.passages >= 40


def test_a_writer_does_not_wait_for_ever(tmp_path):
    index = open_index(tmp_path / "index", wait=0)
    with locked(index.folder, wait=0), pytest.raises(StoreBusyError, match="another process"):
        index.take([(1, "The harbour is open.")])


texts = st.text(alphabet=st.sampled_from("ab ,"), max_size=14)
steps = st.lists(st.one_of(st.lists(texts, max_size=6), st.sets(st.integers(1, 30))), max_size=10)


@settings(max_examples=40)
@given(steps)
def test_the_index_holds_what_was_taken_and_not_forgotten(tmp_path_factory, done):
    """Against a plain dictionary, with segments of a few words, so that all are merged often."""
    held: dict[int, str] = {}
    covered = 0
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(writing, "MOST", 8)
        patch.setattr(writing, "CHUNK", 16)
        patch.setattr(writing, "_BATCH", 2)
        patch.setattr(merging, "_STRETCH", 8)
        patch.setattr(merging, "_SAMPLE", 2)
        patch.setattr(os, "fsync", lambda handle: None)
        index = open_index(tmp_path_factory.mktemp("steps") / "index")
        for step in done:
            if isinstance(step, set):
                index.forget(step)
                held = {n: text for n, text in held.items() if n not in step}
            else:
                taken = dict(enumerate(step, start=covered + 1))
                index.take(taken.items())
                held |= taken
                covered += len(taken)
    assert (index.covered, index.passages) == (covered, len(held))
    assert index.words == sum(len(words(text)) for text in held.values())
    for text in held.values():
        found = {p.number for p in index.find(text, limit=1000) if p.coverage == 1}
        assert having(words(text), held) <= found <= nearly_having(words(text), held)


def having(quote, held):
    """The passages in which the words stand one after another."""
    wanted = f" {' '.join(quote)} "
    return {n for n, text in held.items() if quote and wanted in f" {' '.join(words(text))} "}


def nearly_having(quote, held):
    """The passages that have every word, or every pair of neighbours, of the quotation."""
    wanted = set(pairwise(quote)) or set(quote)

    def has(text):
        own = words(text)
        return set(pairwise(own)) if len(quote) > 1 else set(own)

    return {n for n, text in held.items() if wanted and wanted <= has(text)}
