"""Documents spoilt by the thousand end in a document or a line, in time and in little memory."""

from collections import Counter

import pytest
from tests.soak.feeding import SECONDS, feed

MEGABYTES = 1400  # what Python, the libraries and the models take, and a gigabyte
_FIRST = 1  # another number, other documents


@pytest.fixture(scope="module")
def ends(times):
    """What became of each document, and of each other kind of input (by seeds below zero)."""
    documents = times(300, 10_000)
    others = times(100, 5_000)
    seeds = [*range(_FIRST, _FIRST + documents), *range(-others, 0)]
    return list(feed(seeds))


def _told(ends):
    return "\n".join(
        f"seed {end.seed}: {end.outcome}: {fault}" for end in ends for fault in end.faults
    )


def test_each_ends_in_a_document_or_a_line_and_what_comes_out_is_sound(ends):
    faulty = [end for end in ends if end.faults]
    assert not faulty, f"{len(faulty)} of {len(ends)}\n{_told(faulty[:5])}"


def test_most_spoilt_documents_are_still_read(ends):
    outcomes = Counter(end.outcome for end in ends if end.seed > 0)
    print(sorted(outcomes.items()))
    assert outcomes["added"] > len(ends) / 4
    assert outcomes["refused"] > 0


def test_none_takes_longer_than_ten_seconds_or_more_than_a_gigabyte(ends):
    assert not [end for end in ends if end.seconds > SECONDS]
    assert max(end.megabytes for end in ends) < MEGABYTES
