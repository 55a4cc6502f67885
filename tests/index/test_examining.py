"""Whether an index holds what the texts say: what is right passes, whatever is changed is found."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import DamagedIndexError
from onrecord.index import examine_segments, living_numbers, merging, open_index, writing
from onrecord.index.segments import Layout, open_segment, write_segment

SENTENCE = "Remark {n} of the evening was about the harbour, and {m} of the town said so."


def text(number):
    """A text of a number; the words of many are the same."""
    return SENTENCE.format(n=number % 7, m=number % 11)


@pytest.fixture
def small_files(monkeypatch):
    """Segments of a few dozen words, so that little text makes many files and merges."""
    for module, name, value in (
        (writing, "MOST", 100),
        (writing, "CHUNK", 250),
        (writing, "_BATCH", 5),
        (merging, "_STRETCH", 64),
        (merging, "_SAMPLE", 8),
    ):
        monkeypatch.setattr(module, name, value)
    monkeypatch.setattr("os.fsync", lambda _: None)


def examined(index, known):
    """What an examination finds, by the texts of these numbers."""
    known = np.array(sorted(known), np.int64)
    return examine_segments(index.held(), lambda some: [text(n) for n in some], known=known)


def test_an_index_of_many_merges_has_the_words_and_keys_of_its_texts(tmp_path, small_files):
    index = open_index(tmp_path / "index")
    for start in range(1, 200, 20):
        index.take((n, text(n)) for n in range(start, start + 20))
    index.forget(range(5, 60))
    left = {*range(1, 5), *range(60, 201)}
    assert living_numbers(index.held()).tolist() == sorted(left)
    assert examined(index, left) == []


def test_a_text_that_is_another_is_found(tmp_path):
    index = open_index(tmp_path / "index")
    index.take([(1, text(1)), (2, "Quite other words."), (3, text(3))])
    assert examined(index, {1, 2, 3}) == ["passage 2 has other words"]
    assert examined(index, {1, 3}) == []
    assert index.agrees({1: text(1), 3: text(3)})
    assert not index.agrees({2: text(2)})
    assert index.agrees({9: text(9)})


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """An index of one segment, and its bytes."""
    index = open_index(tmp_path_factory.mktemp("made") / "index")
    index.take((n, text(n)) for n in range(1, 31))
    (segment,) = index.held()
    file = index.folder / "1-aa.segment"
    write_segment(segment, file)
    return file, file.read_bytes()


@settings(max_examples=200)
@given(where=st.integers(0, 1 << 20), bit=st.integers(0, 7))
def test_a_bit_that_is_changed_is_found(made, where, bit):
    """But for what a key has of words that stood behind its passage: no lookup hangs on it."""
    file, whole = made
    content = bytearray(whole)
    content[where % len(whole)] ^= 1 << bit
    file.write_bytes(content)
    try:
        segment = open_segment(file)
    except DamagedIndexError:
        return
    known = np.arange(1, 31)
    numbers = living_numbers([segment]).tolist()
    wrong = numbers != known.tolist() or examine_segments(
        [segment], lambda some: [text(n) for n in some], known=known
    )
    assert wrong or _is_behind_a_passage(segment, whole, where % len(whole))


def _is_behind_a_passage(segment, whole, at):
    """Whether a byte is of a key of one of the last two words of a passage, or is padding."""
    layout = Layout(segment.words, segment.passages)
    parts = (
        (layout.tokens, 2 * segment.words),
        (layout.firsts, 4 * segment.passages + 4),
        (layout.numbers, 8 * segment.passages),
    )
    if at >= layout.tokens:
        return not any(start <= at < start + size for start, size in parts)
    key = np.frombuffer(whole, "<u8", segment.words, 24)[(at - 24) // 8]
    place = int(key) & ((1 << 28) - 1)
    ends = segment.firsts[1:].astype(int)
    return int(ends[ends > place].min()) - place <= 2
