"""What is worked out part by part is what one process works out, without Spark."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.languages import language
from onrecord.spark import seeding, weighing
from onrecord.spark.holding import BITS, CONTAINS, QUOTES
from onrecord.tracing import read_words
from onrecord.tracing.hashed import Words, worth_within
from onrecord.tracing.seeding import fingerprints, neighbours

pa = pytest.importorskip("pyarrow")
COMMON = language("en").wording.common
SIDES = (QUOTES, CONTAINS, QUOTES | CONTAINS)
TEXTS = (
    "We will open 318 wells in the upper valley before the harvest begins",
    "Nobody in the northern crossing has counted the lanterns of the ferrymen",
    "yes",
    "The granary walls of Ossimere stand on stone that the old council bought",
)


def batches(passages, size):
    """Passages, each a side and a text, as parts of a table of words."""
    for at in range(0, len(passages), size):
        some = list(enumerate(passages))[at : at + size]
        words = [read_words([(0, 0, text)]).hashes.tobytes() for _, (_, text) in some]
        yield pa.RecordBatch.from_pydict(
            {
                "place": pa.array([number << BITS for number, _ in some], pa.int64()),
                "side": pa.array([side for _, (side, _) in some], pa.int64()),
                "words": pa.array(words, pa.binary()),
            }
        )


def words_of(passages, *sides):
    chosen = [(n << BITS, n, text) for n, (side, text) in enumerate(passages) if side in sides]
    return read_words(chosen)


def passages(many):
    return [(SIDES[n % 3], f"{TEXTS[n % 4]} {TEXTS[n * 7 % 4]} {n % 5}") for n in range(many)]


@pytest.mark.parametrize("size", [1, 3, 100])
def test_words_counted_in_parts_are_worth_what_they_are_worth_in_one(size):
    given_ = passages(11)
    short, longer = np.zeros((2, weighing._SIZE), np.int64)
    for part in (given_[:5], given_[5:]):
        for counted in weighing._counts(batches(part, size)):
            at = counted.column("bucket").to_numpy()
            short[at] += counted.column("short").to_numpy()
            longer[at] += counted.column("longer").to_numpy()
    one = words_of(given_, QUOTES, QUOTES | CONTAINS)
    other = words_of(given_, CONTAINS, QUOTES | CONTAINS)
    assert np.array_equal(weighing._worth(short, COMMON), worth_within(one, one, COMMON))
    assert np.array_equal(weighing._worth(short + longer, COMMON), worth_within(one, other, COMMON))


def test_the_keys_of_parts_are_those_of_all_each_with_what_it_is_for():
    given_ = passages(12)
    one = words_of(given_, QUOTES, QUOTES | CONTAINS)
    other = words_of(given_, CONTAINS, QUOTES | CONTAINS)
    worth = weighing.Worth(worth_within(one, one, COMMON), worth_within(one, other, COMMON))
    sent = type("Sent", (), {"value": worth})
    rows = [
        row
        for batch in seeding._keys(batches(given_, 5), worth=sent)
        for row in zip(*(column.to_pylist() for column in batch.columns), strict=True)
    ]
    for use, words, bits in ((1, one, worth.within), (2, one, worth.upon), (4, other, worth.upon)):
        found = {(key, place, at) for key, place, at, uses in rows if uses & use}
        assert found == set(keys_of(words, bits))


def keys_of(words: Words, bits):
    keys, places = fingerprints(words, bits)
    rows = np.searchsorted(words.starts, places, "right") - 1
    return zip(
        keys.view(np.int64).tolist(),
        words.numbers[rows].tolist(),
        (places - words.starts[rows]).tolist(),
        strict=True,
    )


@given(
    st.lists(st.tuples(st.integers(-2, 2), st.integers(0, 9), st.integers(0, 5)), max_size=80),
    st.lists(st.integers(0, 80), max_size=6),
    st.integers(1, 30),
)
def test_keys_cut_anywhere_pair_as_in_one_piece(rows, cuts, size):
    rows = sorted({(key, document << BITS, at) for key, document, at in rows})
    edges = [0, *sorted(min(cut, len(rows)) for cut in cuts), len(rows)]
    parts = [rows[a:b] for a, b in itertools.pairwise(edges)]
    columns = [np.array(column) for column in zip(*rows, strict=True)] or [np.zeros(0, int)] * 3
    left, right = neighbours(columns[0].astype(np.int64).view(np.uint64), columns[1] >> BITS)
    expected = sorted(
        (rows[a][1], rows[b][1], rows[a][2], rows[b][2])
        for a, b in zip(left.tolist(), right.tolist(), strict=True)
    )
    assert sorted(in_parts(parts, size)) == expected


def in_parts(parts, size):
    """The pairs that the parts give, each knowing what lies before it."""
    ends = [
        batch.append_column("part", pa.array([n] * batch.num_rows, pa.int32()))
        for n, part in enumerate(parts)
        for batch in (b.drop_columns("part") for b in seeding._ends(sorted_rows(part, size)))
    ]
    before = seeding._before(pa.Table.from_batches(ends)) if ends else {}
    for n, part in enumerate(parts):
        kept = before.get(n, seeding._NONE)
        for batch in seeding._paired_after(sorted_rows(part, size), kept):
            yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)


def sorted_rows(part, size):
    for at in range(0, len(part), size):
        columns = zip(*part[at : at + size], strict=True)
        kinds = (pa.int64(), pa.int64(), pa.int32())
        arrays = [pa.array(column, kind) for column, kind in zip(columns, kinds, strict=True)]
        yield pa.RecordBatch.from_arrays(arrays, ["key", "place", "at"])
