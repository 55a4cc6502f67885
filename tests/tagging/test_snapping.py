"""The edges of content stand at quotation marks and at words."""

import pytest

from onrecord.tagging.clues import gather
from onrecord.tagging.pieces import cut
from onrecord.tagging.snapping import edges, snap
from onrecord.text import quotations

NOWHERE = (99, 99)


def snapped(text, *runs, cue=NOWHERE, reach=2):
    pieces = cut(text)
    regions = quotations(text).regions
    clues = gather(pieces, text, regions=regions, ruled=(), code="en")
    found = snap(runs, cue, edges(pieces, clues, regions), reach=reach)
    return [text[pieces.starts[a] : pieces.ends[b - 1]] for a, b in found]


@pytest.mark.parametrize("run", [(0, 5), (1, 5), (1, 6), (1, 4), (2, 6)])
def test_content_takes_in_the_whole_of_a_quotation_that_it_nearly_covers(run):
    assert snapped('"It is shut," she said.', run) == ['"It is shut,"']


def test_content_takes_in_no_quotation_that_it_only_touches():
    assert snapped('He called it "a plan of theirs" today.', (0, 4)) == ["He called it"]


def test_punctuation_at_an_edge_goes():
    assert snapped("She said, it is shut.", (2, 7)) == ["it is shut"]
    assert snapped('They saw the "plan".', (2, 7)) == ['the "plan"']


def test_the_cue_is_never_taken_in():
    assert snapped("It is shut she said today", (0, 6), cue=(3, 5)) == ["It is shut", "today"]
    assert snapped("It is shut", (0, 2), cue=(0, 3)) == []


def test_a_run_of_marks_alone_is_nothing():
    assert snapped("It is — , shut.", (2, 4)) == []


def test_runs_that_come_to_overlap_are_told_apart():
    assert snapped('"It is shut now" they say', (0, 5), (5, 7)) == ['"It is shut now"', "they"]
