"""Numbers that pairs link, directly or not, each with the least of those it is linked to."""

from __future__ import annotations

import numpy as np

from onrecord.tracing.hashed import Ints


def linked(one: Ints, other: Ints) -> tuple[Ints, Ints]:
    """Every number that stands in a pair, in order, and the least that it is linked to.

    Each takes the least label beside it, and then its label's label, until none changes; all pairs
    at once (Shiloach and Vishkin, 1982).
    """
    numbers, at = np.unique(np.concatenate([one, other]), return_inverse=True)
    a, b = at[: len(one)], at[len(one) :]
    labels = np.arange(len(numbers))
    while True:
        before = labels.copy()
        least = np.minimum(labels[a], labels[b])
        for side in (a, b):
            np.minimum.at(labels, labels[side], least)
            np.minimum.at(labels, side, least)
        while not np.array_equal(labels, labels[labels]):
            labels = labels[labels]
        if np.array_equal(labels, before):
            return numbers, numbers[labels]
