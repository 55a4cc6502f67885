"""The utterances of the sample corpus."""

import pytest

from onrecord.model import Basis, Outcome
from onrecord.tracing import renderings


@pytest.fixture(scope="module")
def utterances(papers):
    return renderings(papers)


def one_with(utterances, words):
    (found,) = [u for u in utterances if any(words in r.words for r in u.renderings)]
    return found


def outlets(utterance):
    return ["record" if r.record else r.outlet for r in utterance.renderings]


def test_the_slip_in_a_number_came_in_at_the_wire(utterances):
    mines = one_with(utterances, "381 mines")
    assert outlets(mines) == ["record", "Quenna Press Agency", "The Halvenport Courier"]
    wire, story = (mines.hop_to(n) for n in (1, 2))
    assert [(e.record, e.quote) for e in wire.edits] == [("318", "381")]
    assert (story.origin, story.edits) == (1, ())
    assert Basis.SAME_ERROR in story.bases
    assert (mines.least, mines.most) == (1, 1)


def test_a_questions_words_were_given_to_the_answerer_at_the_story(utterances):
    theatre = one_with(utterances, "upstream side writes every line")
    assert outlets(theatre) == ["record", "The Ossimere Ledger"]
    assert Outcome.MISATTRIBUTED in theatre.hop_to(1).outcomes


def test_what_only_reports_have_has_no_record(utterances):
    river = one_with(utterances, "A river has two banks")
    assert river.record is None
    assert outlets(river) == ["Quenna Press Agency", "The Ossimere Ledger"]
    assert (river.least, river.most) == (1, 2)


def test_reports_that_are_not_shown_to_be_copies_may_be_sources(utterances):
    for one in utterances:
        reports = {r.document for r in one.renderings if not r.record}
        assert min(1, len(reports)) <= one.least <= one.most <= len(reports)


def test_they_come_by_the_day_of_the_first_rendering(utterances):
    days = [one.renderings[0].earliest for one in utterances]
    assert days == sorted(days)
