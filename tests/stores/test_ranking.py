"""What every store keeps to where words are searched with filters, and hits are counted."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import (
    Against,
    Kind,
    Manner,
    Passage,
    PassageKind,
    Quotation,
    Span,
    Stance,
)
from onrecord.stores import Order, Ranked, Sought, Unit, Wanted

TALKS = "Ann said the bridge is open. Bob said the bridge is shut, and the road too."


def changed(reading, *attributes):
    """The reading with each statement's attribution changed, in order."""
    said = tuple(
        replace(s, attribution=replace(s.attribution, **change))
        for s, change in zip(reading.statements, attributes, strict=True)
    )
    return replace(reading, statements=said)


@pytest.fixture
def held(store, make_reading, day):
    """A store with a story, a later one without publisher, and a transcript without a day."""
    said = [("Ann Bell", "the bridge is open"), ("Bob Reed", "the bridge is shut")]
    story = make_reading(TALKS, ref="story", said=said, publisher="Post", dating=day("2020-01-05"))
    denied = {"stance": Stance.DENIED, "manner": Manner.SPEECH, "quotation": Quotation.INDIRECT}
    store.add(changed(story, {}, denied), b"1")
    later = make_reading(
        "Ann Bell says that no bridge stands.",
        ref="later",
        said=[("Ann Bell", "no bridge stands")],
        dating=day("2021-06-30"),
    )
    store.add(later, b"2")
    record = make_reading(
        "Ann Bell: We hold the bridge. Q: Which bridge? Ann Bell: That one, bridge or no bridge.",
        ref="record",
        record=[("Ann Bell", "We hold the bridge."), ("Ann Bell", "That one, bridge or no bridge")],
        publisher="House",
    )
    store.add(record, b"3")
    return store


def documents(store, ranked, unit=Unit.STATEMENT):
    if unit is Unit.STATEMENT:
        return [found.statement.document for found in store.found(ranked.numbers)]
    return [hit.passage.document for hit in store.passages(ranked.numbers)]


def test_statements_and_passages_are_found_by_words_each_with_its_own_kind(held):
    said = held.ranked(Sought(("bridges",)), Wanted())
    assert sorted(documents(held, said)) == ["later", "story", "story"]
    assert sorted(said.kinds) == ["direct", "direct", "indirect"]
    assert not said.more
    turns = held.ranked(Sought(("hold",)), Wanted(), unit=Unit.PASSAGE)
    assert documents(held, turns, Unit.PASSAGE) == ["record"]
    assert turns.kinds == ("turn",)


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Wanted(speakers=("Ann Bell",)), ["later", "story"]),
        (Wanted(speakers=()), []),
        (Wanted(publishers=("Post",)), ["story", "story"]),
        (Wanted(publishers=("",)), ["later"]),
        (Wanted(documents=("later", "record")), ["later"]),
        (Wanted(kind=Kind.STORY), ["later", "story", "story"]),
        (Wanted(kind=Kind.TRANSCRIPT), []),
        (Wanted(quotation=Quotation.INDIRECT), ["story"]),
        (Wanted(manner=Manner.SPEECH), ["story"]),
        (Wanted(stance=Stance.DENIED), ["story"]),
        (Wanted(earliest=date(2021, 1, 1)), ["later"]),
        (Wanted(latest=date(2020, 12, 31)), ["story", "story"]),
    ],
)
def test_filters(held, wanted, expected):
    assert sorted(documents(held, held.ranked(Sought(("bridge",)), wanted))) == expected
    assert sorted(documents(held, held.ranked(Sought(()), wanted))) == expected


def test_values_are_counted_over_all_that_answers(held):
    counts = held.ranked(Sought(("bridge",)), Wanted()).counts
    assert counts["speaker"] == {"Ann Bell": 2, "Bob Reed": 1}
    assert counts["publisher"] == {"Post": 2, "": 1}
    assert counts["kind"] == {"story": 3}
    assert counts["document"] == {"story": 2, "later": 1}
    assert counts["stance"] == {"": 2, "denied": 1}
    assert counts["days"] == {"2020-01-05/2020-01-05": 2, "2021-06-30/2021-06-30": 1}
    passages = held.ranked(Sought(("hold",)), Wanted(), unit=Unit.PASSAGE).counts
    assert passages["passage"] == {"turn": 1}
    assert passages["days"] == {"/": 1}
    assert "stance" not in passages


def test_of_too_many_the_last_taken_in_are_given_and_counted(held):
    every = held.ranked(Sought(("bridge",)), Wanted())
    some = held.ranked(Sought(("bridge",)), Wanted(), most=2)
    assert (len(every.numbers), len(some.numbers)) == (3, 2)
    assert some.more
    assert set(some.numbers) == set(sorted(every.numbers)[1:])
    assert sum(some.counts["speaker"].values()) == 2


def test_best_first_or_by_day_and_what_has_no_day_comes_last(held):
    last = held.ranked(Sought(("bridge",)), Wanted(), unit=Unit.PASSAGE, order=Order.NEWEST)
    first = held.ranked(Sought(("bridge",)), Wanted(), unit=Unit.PASSAGE, order=Order.OLDEST)
    assert documents(held, last, Unit.PASSAGE)[:3] == ["later", "story", "story"]
    assert documents(held, first, Unit.PASSAGE)[:3] == ["story", "story", "later"]
    for ranked in (last, first):
        assert set(documents(held, ranked, Unit.PASSAGE)[3:]) == {"record"}
    best = held.ranked(Sought(("bridge",)), Wanted(speakers=("Ann Bell",)), unit=Unit.PASSAGE)
    assert "bridge or no bridge" in held.passages(best.numbers[:1])[0].passage.text


def test_what_is_added_meanwhile_is_left_out_up_to_a_number(held, make_reading):
    before = held.ranked(Sought(("bridge",)), Wanted())
    held.add(make_reading("A bridge.", ref="new", said=[("Cy", "A bridge")]), b"4")
    assert len(held.ranked(Sought(("bridge",)), Wanted()).numbers) == 4
    after = held.ranked(Sought(("bridge",)), Wanted(), until=before.last)
    assert set(after.numbers) == set(before.numbers)


def test_only_what_was_said_can_be_searched(held):
    assert len(held.ranked(Sought(("ann",)), Wanted()).numbers) == 2
    assert held.ranked(Sought(("ann",), said=True), Wanted()).numbers == ()


def test_words_of_a_passage_stand_near_each_other(store, make_reading):
    far = f"Bridge {'and so on ' * 20} river"
    near = "The bridge over that river"
    turns = [("Ann", far), ("Bob", near)]
    store.add(make_reading(f"{far}\n{near}", ref="r", record=turns), b"1")
    found = store.ranked(Sought(("bridge", "river")), Wanted(), unit=Unit.PASSAGE)
    assert [hit.passage.text for hit in store.passages(found.numbers)] == [near]


def test_a_quotation_inside_a_turn_is_not_found_twice(store, make_reading):
    turn = 'He told me "the bridge is open" then.'
    reading = make_reading(turn, ref="r", record=[("Ann", turn)])
    inner = Passage("r", Span(12, 30), turn[12:30], PassageKind.QUOTATION, Against.RECORD, "Bob")
    store.add(replace(reading, passages=(*reading.passages, inner)), b"1")
    ranked = store.ranked(Sought(("bridge",)), Wanted(), unit=Unit.PASSAGE)
    assert ranked.kinds == ("turn",)


def test_where_words_match_is_told_in_the_document(held):
    text = held.text("story")
    ranked = held.ranked(Sought(("bridge", "shut")), Wanted())
    marks = held.matched(Sought(("bridges", "shutting")), ranked.numbers)
    assert {n: [s.of(text) for s in spans] for n, spans in marks.items()} == {
        ranked.numbers[0]: ["bridge", "shut"]
    }
    turns = held.ranked(Sought(("no bridge",)), Wanted(kind=Kind.TRANSCRIPT), unit=Unit.PASSAGE)
    spans = held.matched(Sought(("no bridge",)), turns.numbers, unit=Unit.PASSAGE)
    assert [s.of(held.text("record")) for s in spans[turns.numbers[0]]] == ["no bridge"]


def test_matches_in_a_content_of_several_pieces_stand_in_each_piece(store, make_reading):
    text = '"The bridge," she said, "is open."'
    reading = make_reading(text, ref="r", said=[("Ann", "The bridge")])
    pieces = (Span(1, 11), Span(25, 32))
    store.add(changed(reading, {"content": pieces}), b"1")
    (number,) = store.ranked(Sought(("bridge", "open")), Wanted()).numbers
    spans = store.matched(Sought(("bridge", "open")), [number])[number]
    assert [s.of(text) for s in spans] == ["bridge", "open"]


def test_what_matches_elsewhere_than_in_the_words_said_has_no_match(held):
    numbers = held.ranked(Sought(("ann",)), Wanted()).numbers
    assert held.matched(Sought(("ann",)), numbers) == {}


def test_a_superseded_and_a_removed_document_are_in_no_search(store, make_reading):
    url = "https://example.org/a"
    old = make_reading("Open.", ref="old", url=url, said=[("Ann", "Open")])
    store.add(old, b"1")
    store.add(make_reading("Open now.", ref="new", url=url, said=[("Ann", "Open now")]), b"2")
    for unit in Unit:
        assert documents(store, store.ranked(Sought(("open",)), Wanted(), unit=unit), unit) == [
            "new"
        ]
        assert documents(store, store.ranked(Sought(()), Wanted(), unit=unit), unit) == ["new"]
    store.remove("new")
    for unit in Unit:
        assert store.ranked(Sought(("open",)), Wanted(), unit=unit).numbers == ()


def test_what_is_derived_afresh_is_what_is_found(held, make_reading):
    held.replace(make_reading("All quiet.", ref="story", said=[("Ann Bell", "All quiet")]))
    for unit in Unit:
        assert "story" not in documents(
            held, held.ranked(Sought(("bridge",)), Wanted(), unit=unit), unit
        )
        found = held.ranked(Sought(("quiet",)), Wanted(), unit=unit)
        assert documents(held, found, unit) == ["story"]


def test_a_corrected_publisher_is_filtered_and_counted(held):
    held.correct("later", "publisher", "Times")
    counts = held.ranked(Sought(("bridge",)), Wanted()).counts
    assert counts["publisher"] == {"Post": 2, "Times": 1}
    assert len(held.ranked(Sought(("bridge",)), Wanted(publishers=("Times",))).numbers) == 1
    assert held.publishers() == ["House", "Post", "Times"]
    held.take_back("later", "publisher")
    assert held.publishers() == ["House", "Post"]
    assert held.ranked(Sought(("bridge",)), Wanted(publishers=("Times",))).numbers == ()


def test_a_stamp_changes_with_whatever_is_written_and_with_nothing_else(store, make_reading):
    stamps = [store.stamp(), store.stamp()]
    store.add(make_reading("One."), b"1")
    stamps.append(store.stamp())
    store.correct("d1", "title", "Two")
    stamps += [store.stamp(), store.stamp()]
    assert stamps[0] == stamps[1]
    assert stamps[3] == stamps[4]
    assert len(set(stamps)) == 3


def test_speakers_of_passages_are_those_of_turns_too(store, make_reading):
    store.add(make_reading("Ann: Hello.", record=[("Ann", "Hello.")]), b"1")
    assert store.speakers() == []
    assert store.speakers(Unit.PASSAGE) == ["Ann"]


@given(phrase=st.text(max_size=8), unit=st.sampled_from(Unit), said=st.booleans())
def test_any_words_are_a_query(empty, phrase, unit, said):
    sought = Sought((phrase, "x", phrase), (phrase,), said=said)
    assert isinstance(empty.ranked(sought, Wanted(), unit=unit), Ranked)
    assert empty.matched(sought, [1], unit=unit) == {}


@pytest.fixture(scope="module")
def empty(new_store):
    return new_store()


@given(data=st.data())
def test_the_words_of_every_match_stand_in_what_is_said(new_store, readings, data):
    reading = data.draw(readings)
    store = new_store()
    ref, _ = store.add(reading, b"raw")
    sought = Sought((data.draw(st.text(min_size=1, max_size=2)),))
    for unit in Unit:
        numbers = store.ranked(Sought(()), Wanted(), unit=unit).numbers
        for number, spans in store.matched(sought, numbers, unit=unit).items():
            if unit is Unit.STATEMENT:
                (found,) = store.found([number])
                held = found.statement.attribution.content
            else:
                (hit,) = store.passages([number])
                held = (hit.passage.span,)
            assert all(any(one.holds(span) for one in held) for span in spans)
    store.remove(ref)
    store.close()
