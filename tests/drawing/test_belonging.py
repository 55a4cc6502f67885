"""By which words a document, or a line drawn from it, belongs to a process."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from onrecord.drawing import Naming, belonging, clauses, mentions
from onrecord.drawing.belonging import placed
from onrecord.drawing.own import OWN
from onrecord.model import (
    Confusable,
    Document,
    Drawn,
    Evidence,
    Meeting,
    MeetingKind,
    Named,
    Profile,
    Provenance,
    Reading,
    RoleHeld,
    RoleKind,
    Span,
)
from onrecord.pipeline import read_document

_LAKE = Profile(
    name="lake",
    title="Lake talks",
    names=("Lake talks",),
    subject=("Sundria",),
    places=("Vale",),
    parties=tuple(
        Named(name, kind=kind)
        for name, kind in {
            "Norland": "guarantor",
            "Ostland": "guarantor",
            "Westland": "guarantor",
            "ML": "observer",
        }.items()
    ),
    bodies=(Named("Charter Committee", ("charter commission",)),),
    instruments=(Named("Ferry Memorandum"),),
    confusable=(
        Confusable("Lake talks on fish", "another thing"),
        Confusable("Vale Fair", "a fair"),
    ),
)


def _read(text: str) -> Reading:
    return read_document(
        Document("d1", text, Provenance("", "", ""), language="en"), engine="rules"
    )


def _belongs(text: str) -> str:
    return belonging(_read(text), _LAKE)


def test_a_name_of_the_process_is_enough() -> None:
    assert _belongs("They spoke of grain. Then of the Lake talks.") == "Lake talks"


def test_words_that_stand_for_something_else_are_none() -> None:
    assert _belongs("They spoke of the Lake talks on fish.") == ""


def test_the_subject_with_a_place_is_enough_where_nothing_tells_against_it() -> None:
    assert _belongs("A meeting on Sundria will be held in Vale.") == "Sundria … Vale"
    assert _belongs("At the Vale Fair in Vale a dish from Sundria was sold.") == ""


def test_subject_and_place_in_different_paragraphs_are_not() -> None:
    assert _belongs("They spoke of Sundria at length.\n\nThe train to Vale was late.") == ""


def test_a_body_needs_the_subject_and_one_more() -> None:
    assert _belongs("The Charter Committee met.") == ""
    assert _belongs("The charter commission on Sundria met with Norland.") != ""


def test_three_parties_of_one_kind_speak_for_it_and_three_of_any_do_not() -> None:
    assert _belongs("On Sundria, Norland, Ostland and Westland agree.") != ""
    assert _belongs("On Sundria, Norland, Ostland and the ML agree.") == ""


def test_case_counts_in_short_capitals_alone() -> None:
    found = mentions("ml lake TALKS", _LAKE)
    assert [(one.naming, one.span) for one in found] == [(Naming.NAME, Span(3, 13))]


def test_a_name_is_whole_words() -> None:
    assert mentions("Sundrian Lakes talks Valerie", _LAKE) == ()


@given(st.text(max_size=200), st.sampled_from(["Lake talks", "SUNDRIA", "Vale Fair", "İ ML"]))
def test_what_is_found_slices_back_to_words_of_the_profile(around: str, words: str) -> None:
    text = f"{around} {words} {around}"
    for one in mentions(text, _LAKE):
        assert one.span.of(text).replace("\xa0", " ").casefold() in {
            "lake talks",
            "sundria",
            "vale",
            "vale fair",
            "ml",
            "norland",
            "lake talks on fish",
        }


def _placed(drawn: Drawn, reading: Reading) -> Drawn:
    return placed(drawn, reading, clauses(reading), _LAKE)


def _line(text: str, words: str) -> str:
    start = text.index(words)
    evidence = Evidence("d1", (Span(start, start + len(words)),), words)
    drawn = Drawn("d1", meetings=(Meeting(MeetingKind.MEETING, evidence=(evidence,)),))
    return _placed(drawn, _read(text)).meetings[0].belongs


def test_a_line_belongs_by_its_sentence_or_else_its_paragraph() -> None:
    text = (
        "The fair opened on Monday. Crowds came.\n\n"
        "The Lake talks went on. A meeting was held on Tuesday. The Charter Committee met too.\n\n"
        "A forum was held on Friday."
    )
    assert _line(text, "A meeting was held") == "Lake talks"
    assert _line(text, "The Charter Committee met") == "Charter Committee"
    assert _line(text, "A forum was held") == ""


def test_the_subject_alone_does_not_do_beside_what_must_not_be_confused() -> None:
    assert _line("A meeting was held in Sundria.", "A meeting") == "Sundria"
    assert _line("A meeting was held in Sundria after the Vale fair.", "A meeting") == ""


def test_a_line_belongs_by_the_title_where_the_text_has_no_headline() -> None:
    text = "A meeting was held on Tuesday."
    start = Span(0, len("A meeting"))
    reading = replace(_read(text), document=replace(_read(text).document, title="Lake talks"))
    evidence = Evidence("d1", (start,), "A meeting")
    drawn = Drawn("d1", meetings=(Meeting(MeetingKind.MEETING, evidence=(evidence,)),))
    assert _placed(drawn, reading).meetings[0].belongs == "Lake talks"


def test_the_occasion_of_a_document_belongs_by_what_was_said_there() -> None:
    text = "A ferry meeting in Orr\n\nFares came first.\n\nThen they spoke of the Lake talks."
    evidence = Evidence("d1", (Span(0, len("A ferry meeting")),), "A ferry meeting", basis=OWN)
    meeting = Meeting(MeetingKind.MEETING, evidence=(evidence,))
    other = replace(meeting, evidence=(replace(evidence, basis="noun"),))
    drawn = _placed(Drawn("d1", meetings=(meeting, other)), _read(text))
    assert [one.belongs for one in drawn.meetings] == ["Lake talks", ""]


def test_who_took_part_in_the_occasion_of_a_document_belongs_with_it() -> None:
    text = "A ferry meeting in Orr\n\nOstry was there.\n\nThen they spoke of the Lake talks."
    evidence = Evidence("d1", (Span(24, 29),), "Ostry")
    here = RoleHeld("Ostry", RoleKind.PARTICIPANT, evidence=(evidence,))
    elsewhere = replace(here, of="Ferry Union")
    drawn = _placed(Drawn("d1", roles=(here, elsewhere)), _read(text))
    assert [one.belongs for one in drawn.roles] == ["Lake talks", ""]
