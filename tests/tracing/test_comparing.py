"""Stories of the sample corpus against the wire and the record."""

import json

import pytest

from onrecord.answers import compared, plain
from onrecord.errors import InputError, NotFoundError
from onrecord.model import Basis, Outcome
from onrecord.tracing import compare

AGENCY = "Quenna Press Agency"
WIRE, RECORD = "qpa-ossimere.txt", "tamvaria-ministry.txt"


@pytest.fixture(scope="module")
def courier(papers):
    return compare("courier.html", [WIRE, RECORD], papers)


def one_with(comparison, words):
    (found,) = [q for q in comparison.quotations if words in q.finding.quote]
    return found


def outlets(one):
    renderings = one.utterance.renderings
    way = [hop.origin for hop in one.utterance.way_to(one.place)]
    places = [n for n in reversed(way) if n is not None]
    return ["record" if renderings[n].record else renderings[n].outlet for n in places]


def test_an_error_is_shown_at_the_hop_where_it_came_in(courier):
    mines = one_with(courier, "381 mines")
    assert mines.finding.outcome is Outcome.ALTERED
    assert outlets(mines) == ["record", AGENCY]
    story, wire = mines.utterance.way_to(mines.place)
    assert [(e.record, e.quote) for e in wire.edits] == [("318", "381")]
    assert story.edits == ()
    assert Basis.SAME_ERROR in story.bases


def test_the_wires_own_words_are_promoted_at_the_story(courier):
    flow = one_with(courier, "guaranteed flow")
    assert flow.finding.outcome is Outcome.PROMOTED
    assert outlets(flow) == [AGENCY]
    assert flow.utterance.way_to(flow.place)[0].outcomes == (Outcome.PROMOTED,)
    assert flow.utterance.record is None


def test_what_the_wire_has_not_comes_from_the_record(courier):
    schedule = one_with(courier, "release schedule")
    assert outlets(schedule) == ["record"]
    assert schedule.utterance.way_to(schedule.place)[0].outcomes[0] is Outcome.TRIMMED


def test_the_statements_own_chain_is_the_strongest_basis(courier):
    cited = one_with(courier, "bargaining chip")
    assert cited.utterance.way_to(cited.place)[0].bases[0] is Basis.CITES


def test_other_documents_that_are_held_are_not_looked_at(papers):
    alone = compare("courier.html", ["quorrel-league.txt"], papers)
    assert len(alone.quotations) == 9
    assert {q.finding.document for q in alone.quotations} <= {"", *alone.sources}
    assert not any(q.finding.outcome is Outcome.VERBATIM for q in alone.quotations)


def test_a_comparison_is_plain_data(courier):
    lines = [json.loads(json.dumps(plain(compared(one)))) for one in courier.quotations]
    mines = next(line for line in lines if "381" in line["quote"])
    assert mines["finding"] == "altered"
    renderings = mines["utterance"]["renderings"]
    assert renderings[mines["place"]]["outlet"] == "The Halvenport Courier"
    (hop,) = [h for h in mines["utterance"]["hops"] if h["to"] == mines["place"]]
    assert hop["basis"] == ["cites_elsewhere", "same_error"]
    assert renderings[hop["origin"]]["outlet"] == AGENCY


def test_a_story_is_no_source_of_itself_and_needs_one(papers):
    with pytest.raises(InputError, match="no source of itself"):
        compare("courier.html", [WIRE, "courier.html"], papers)
    with pytest.raises(InputError, match="at least one"):
        compare("courier.html", [], papers)
    with pytest.raises(NotFoundError):
        compare("courier.html", ["nowhere.txt"], papers)
