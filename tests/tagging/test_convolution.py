"""A row is seen with those beside it, and never with those of another sequence."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.tagging.convolution import Convolution, beside

SIZES = st.lists(st.integers(1, 6), min_size=1, max_size=5)


def by_hand(rows, weight, bias, step):
    """The same, row after row: those before, at and after end to end, by the weight."""
    nothing = np.zeros(rows.shape[1])
    made = []
    for at in range(len(rows)):
        before = rows[at - step] if at >= step else nothing
        after = rows[at + step] if at + step < len(rows) else nothing
        made.append(np.concatenate([before, rows[at], after]) @ weight + bias)
    return np.array(made)


@given(SIZES, st.integers(1, 7), st.integers(0, 99))
def test_it_is_the_linear_layer_over_three_rows_end_to_end(sizes, step, seed):
    dice = np.random.default_rng(seed)
    breaks = np.concatenate([[0], np.cumsum(sizes)])
    rows = dice.normal(size=(int(breaks[-1]), 3)).astype(np.float32)
    weight, bias = dice.normal(size=(9, 2)), dice.normal(size=2)
    layer = Convolution(beside(weight.astype(np.float32)), bias.astype(np.float32), step)
    want = [by_hand(rows[a:b], weight, bias, step) for a, b in pairwise(breaks)]
    assert layer(rows, breaks) == pytest.approx(np.concatenate(want), abs=1e-4)
