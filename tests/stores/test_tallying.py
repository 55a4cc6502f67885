"""Who has how much of what, counted by every store there is."""

from dataclasses import replace

import pytest

from onrecord.model import Exchange, Quotation
from onrecord.stores import Met, Sought, Voice, Wanted

STORY = "Ann says we meet. Ann says we part at sea. Bob says we wait."
RECORD = "Who asks? We meet. And now? We part. Thanks."


@pytest.fixture
def told(store, make_reading, day):
    """A store with a story of March and a record of January, in which Ann and Bob speak."""
    said = [("Ann", "we meet"), ("Ann", "we part at sea"), ("Bob", "we wait")]
    story = make_reading(STORY, ref="story", said=said, dating=day("2019-03-01"), publisher="Post")
    first, second, third = story.statements
    by_way = replace(second, via=("Wire",))
    indirect = replace(third, attribution=replace(third.attribution, quotation=Quotation.INDIRECT))
    store.add(replace(story, statements=(first, by_way, indirect)), b"story")
    turns = [("Cyd", "Who asks"), ("Ann", "We meet"), ("", "And now"), ("Ann", "We part")]
    record = make_reading(
        RECORD, ref="record", record=[*turns, ("Bob", "Thanks")], dating=day("2019-01-28")
    )
    exchanges = (Exchange(1, (2,)), Exchange(3, (4, 5)))
    structure = replace(record.structure, exchanges=exchanges)
    store.add(replace(record, structure=structure), b"record")
    return store


def test_names_are_listed_with_how_much_is_given_to_them(told):
    assert told.voices() == [
        Voice("Ann", "", 2, 1),
        Voice("Bob", "", 1, 1),
        Voice("Cyd", "turn", 0, 1),
    ]


def test_each_document_says_how_much_of_somebody_it_has_and_by_way_of_whom(told):
    found = told.tally(("Ann",))
    assert [(t.document, t.via, t.statements, t.direct, t.turns) for t in found] == [
        ("record", (), 0, 0, 2),
        ("story", (), 1, 1, 0),
        ("story", ("Wire",), 1, 1, 0),
    ]
    assert [(t.kind, t.publisher, t.dated) for t in found[:2]] == [
        ("transcript", "", "2019-01-28"),
        ("story", "Post", "2019-03-01"),
    ]
    assert [(t.statements, t.direct) for t in told.tally(("Bob",)) if t.statements] == [(1, 0)]
    assert told.tally(()) == told.tally(("Nobody",)) == []


def test_several_names_are_counted_together(told):
    assert sum(t.statements + t.turns for t in told.tally(("Ann", "Bob", "Ann"))) == 6


def test_only_what_is_about_something_is_counted_and_listed(told):
    sea = Sought(("parting", "the sea"), every=False)
    assert [t.statements for t in told.tally(("Ann",), about=sea)] == [1]
    assert told.tally(("Bob",), about=sea) == []
    assert told.tally(("Ann",), about=Sought(("Ann",))) == []  # a source is no content
    assert told.tally(("Ann",), about=Sought(())) == []
    assert told.tally(("—",), about=sea) == []
    listed = told.statements(Wanted(speakers=("Ann",), about=sea))
    assert [one.content for one in listed] == ["we part at sea"]


def test_who_stands_in_exchanges_with_somebody_is_known(told):
    assert told.met(("Ann",)) == [Met("", 1, 1, 1), Met("Bob", 1, 0, 1), Met("Cyd", 1, 1, 1)]
    assert told.met(("Ann",), limit=1) == [Met("", 1, 1, 1)]
    assert told.met(("Cyd",)) == [Met("Ann", 1, 0, 1)]
    assert told.met(("Nobody",)) == []


def test_what_is_superseded_or_removed_is_not_counted(told, make_reading):
    told.add(make_reading("Bob says no.", ref="story", said=[("Bob", "no")]), b"other")
    told.remove("record")
    assert told.voices() == [Voice("Bob", "", 1, 0)]
    assert told.tally(("Ann",)) == told.met(("Ann",)) == []


def test_the_stamp_is_another_after_a_write_and_the_same_after_reading(told):
    before = told.stamp()
    told.voices()
    assert told.stamp() == before
    told.correct("story", "title", "A sea")
    assert told.stamp() != before
