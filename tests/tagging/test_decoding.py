"""Likelihoods become relations."""

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.tagging.decoding import Limits, best_paths, cues, relations
from onrecord.tagging.head import Roles, log_softmax

LIMITS = Limits(cue=0.5, goes_on=0.4, switch=0.3)
ONE = np.array([0, 6])


def chances(*rows):
    return np.array(rows, np.float32)


NO, BEGIN, IN = (0.9, 0.05, 0.05), (0.1, 0.8, 0.1), (0.2, 0.1, 0.7)


def test_a_cue_is_a_beginning_and_what_goes_on_from_it():
    found = cues(chances(NO, BEGIN, IN, NO, BEGIN, BEGIN), ONE, LIMITS)
    assert found == [(1, 3), (4, 5), (5, 6)]


def test_a_cue_without_a_beginning_is_one_all_the_same():
    assert cues(chances(NO, IN, IN, NO), np.array([0, 4]), LIMITS) == [(1, 3)]


def test_no_cue_reaches_into_the_next_paragraph():
    assert cues(chances(NO, BEGIN, IN, IN), np.array([0, 2, 4]), LIMITS) == [(1, 2), (2, 4)]


def test_no_piece_is_a_cue_where_none_is_likely():
    assert cues(chances(NO, NO), np.array([0, 2]), LIMITS) == []


def score(path, rows, switch):
    """What a path is worth, and nothing where an inside does not follow its own role."""
    before = 0
    total = 0.0
    for label, row in zip(path, rows, strict=True):
        if label in (2, 4) and before not in (label - 1, label):
            return -np.inf
        total += row[label] - switch * (label in (1, 3))
        before = label
    return total


@given(st.lists(st.integers(1, 4), min_size=1, max_size=4), st.integers(0, 2**32 - 1))
def test_the_best_path_is_the_best_of_all(sizes, seed):
    offsets = np.concatenate([[0], np.cumsum(sizes)])
    rows = np.random.default_rng(seed).normal(0, 2, (int(offsets[-1]), 5)).astype(np.float32)
    # Out come beginnings before insides: 1 source, 2 content, 3 inside a source, 4 inside content.
    columns = np.array([0, 1, 3, 2, 4])
    got = columns[best_paths(rows, offsets, 0.3)]
    for first, last in pairwise(offsets):
        every = product(range(5), repeat=int(last - first))
        best = max(score(path, rows[first:last], 0.3) for path in every)
        assert score(got[first:last], rows[first:last], 0.3) == pytest.approx(best, abs=1e-4)


def roles(*labels, starts=(0,)):
    """Roles of which each is nearly certain: o, s and S a source, c and C content."""
    rows = np.full((sum(map(len, labels)), 5), -4, np.float32)
    for place, label in enumerate("".join(labels)):
        rows[place, "osScC".index(label)] = 4
    offsets = np.concatenate([[0], np.cumsum([len(one) for one in labels])])
    return Roles(log_softmax(rows), offsets, np.array(starts))


def test_a_relation_is_the_runs_of_its_roles():
    sure = np.tile(chances(BEGIN), (6, 1))
    (found,) = relations(roles("sSocCC"), [(2, 3)], sure, LIMITS)
    assert (found.cue, found.source, found.content) == ((2, 3), ((0, 2),), ((3, 6),))
    assert found.score == pytest.approx(0.9, abs=0.01)


def test_content_can_be_in_pieces_and_one_run_is_the_source():
    sure = np.tile(chances(BEGIN), (8, 1))
    (found,) = relations(roles("cCosocCs"), [(3, 4)], sure, LIMITS)
    assert found.content == ((0, 2), (5, 7))
    assert len(found.source) == 1


def test_a_cue_without_content_is_no_relation():
    sure = np.tile(chances(BEGIN), (4, 1))
    assert relations(roles("sSoo"), [(2, 3)], sure, LIMITS) == []
    assert relations(roles(), [], sure, LIMITS) == []


def test_each_cue_has_the_roles_of_its_own_paragraph():
    sure = np.tile(chances(BEGIN), (7, 1))
    given = roles("ocC", "socC", starts=(0, 3))
    first, second = relations(given, [(0, 1), (4, 5)], sure, LIMITS)
    assert (first.source, first.content) == ((), ((1, 3),))
    assert (second.source, second.content) == (((3, 4),), ((5, 7),))
