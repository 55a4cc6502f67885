"""What pairs link."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.tracing.grouping import Sets
from onrecord.tracing.linking import linked

NUMBERS = st.integers(0, 1 << 40)


def labels(pairs):
    one, other = (np.array([pair[side] for pair in pairs], np.int64) for side in (0, 1))
    numbers, found = linked(one, other)
    return dict(zip(numbers.tolist(), found.tolist(), strict=True))


def test_a_chain_is_one_whatever_its_order():
    assert labels([(7, 9), (3, 5), (5, 7)]) == dict.fromkeys((3, 5, 7, 9), 3)


def test_what_is_linked_with_itself_alone_stays_alone():
    assert labels([(4, 4), (1, 2)]) == {4: 4, 1: 1, 2: 1}


def test_nothing_links_nothing():
    assert labels([]) == {}


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)) | st.tuples(NUMBERS, NUMBERS)))
def test_all_at_once_is_as_one_by_one(pairs):
    numbers = {number for pair in pairs for number in pair}
    sets = Sets(numbers)
    for pair in pairs:
        sets.unite(*pair)
    assert labels(pairs) == {number: sets.top(number) for number in numbers}
