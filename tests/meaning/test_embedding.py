"""A text is the sum of what its words weigh."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.meaning import embed, embedding
from onrecord.meaning.embedding import Embedding, unit
from onrecord.weights.word_pieces import WordPieces

PIECES = "[UNK] [CLS] [SEP] the bridge ##s is shut .".split()


def made() -> Embedding:
    table = np.arange(len(PIECES) * 4, dtype=np.int8).reshape(-1, 4)
    scale = np.linspace(0, 1, len(PIECES), dtype=np.float32)
    return Embedding(table, scale, WordPieces(PIECES))


def row(piece):
    number = PIECES.index(piece)
    return made().table[number] * made().scale[number]


def test_a_text_is_the_sum_of_its_pieces():
    (found,) = made().sums(["Bridges shut."])
    assert found == pytest.approx(row("bridge") + row("##s") + row("shut") + row("."))


def test_a_text_without_words_is_zeros():
    found = made().sums(["", "shut", " \n"])
    assert found == pytest.approx(np.stack([row("shut") * 0, row("shut"), row("shut") * 0]))
    assert embed([""])[0] == pytest.approx(np.zeros(made_width()))


def made_width():
    return embed(["a"]).shape[1]


def test_no_texts_are_no_rows():
    assert made().sums([]).shape == (0, 4)


def test_neighbours_add_up_to_both():
    one, other, both = made().sums(["the bridge", "is shut .", "the bridge is shut ."])
    assert one + other == pytest.approx(both)


@pytest.mark.parametrize("room", [1, 2, 3])
def test_words_that_were_forgotten_come_to_the_same_again(monkeypatch, room):
    texts = ["the bridges is shut", "shut bridge", "the", "is bridges ."]
    want = made().sums(texts)
    monkeypatch.setattr(embedding, "_REMEMBERED", room)
    monkeypatch.setattr(embedding, "_TOGETHER", 1)
    cramped = made()
    assert np.concatenate([cramped.sums([text]) for text in texts]) == pytest.approx(want)
    assert cramped.sums(texts * 3) == pytest.approx(np.concatenate([want] * 3))


def test_any_number_of_threads_get_the_same(monkeypatch):
    monkeypatch.setattr(embedding, "_REMEMBERED", 4)
    shared = made()
    texts = ["the bridges is shut", "shut bridge .", "the . is", "bridges bridge the"] * 30
    want = made().sums(texts)
    with ThreadPoolExecutor(4) as threads:
        for found in threads.map(lambda _: shared.sums(texts), range(12)):
            assert found == pytest.approx(want)


@given(st.lists(st.text(), max_size=6))
def test_any_texts_have_vectors_of_length_one_or_none(texts):
    found = embed(texts)
    assert found.shape == (len(texts), made_width())
    lengths = np.linalg.norm(found, axis=1)
    assert np.all((np.abs(lengths - 1) < 1e-3) | (lengths == 0))


def test_words_of_like_meaning_are_nearer_than_others():
    lawyer, attorney, river = embed(["The lawyer spoke", "An attorney talked", "A river froze"])
    assert lawyer @ attorney > lawyer @ river + 0.2


def test_zeros_have_no_direction():
    assert unit(np.zeros((1, 3), np.float32)).tolist() == [[0, 0, 0]]
