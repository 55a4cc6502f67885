"""Trigrams that passages share, whole or part by part."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.tracing.seeding import NEIGHBOURS, neighbours


def pairs(keys, documents, after=0):
    left, right = neighbours(np.array(keys, np.uint64), np.array(documents, np.int64), after=after)
    return sorted(zip(left.tolist(), right.tolist(), strict=True))


def test_each_row_is_paired_with_the_next_few_of_its_key():
    keys = [1] * (NEIGHBOURS + 3) + [2]
    found = pairs(keys, range(len(keys)))
    assert [b for a, b in found if a == 0] == list(range(1, NEIGHBOURS + 1))
    assert not any(b == len(keys) - 1 for _, b in found)


def test_rows_of_one_document_are_not_paired_but_count():
    assert pairs([5, 5, 5], [1, 1, 2]) == [(0, 2), (1, 2)]


def test_nothing_pairs_nothing():
    assert pairs([], []) == []


@given(st.lists(st.integers(0, 3), max_size=60), st.integers(1, 20), st.data())
def test_portion_by_portion_the_pairs_are_those_of_all_at_once(keys, size, data):
    keys = sorted(keys)
    documents = data.draw(st.lists(st.integers(0, 4), min_size=len(keys), max_size=len(keys)))
    found = []
    for start in range(0, len(keys), size):
        first = max(0, start - NEIGHBOURS)
        rows = slice(first, start + size)
        some = pairs(keys[rows], documents[rows], after=start - first)
        found += [(a + first, b + first) for a, b in some]
    assert sorted(found) == pairs(keys, documents)
