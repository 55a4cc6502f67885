"""Which meetings a document speaks of, and what it says of each."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.drawing import clauses, draw_meetings
from onrecord.model import Document, Meeting, MeetingKind, Provenance, Reading, Status
from onrecord.pipeline import read_document

_HEAD = "Remarks by Foreign Minister of Norway Ada Holm, Oslo, March 4, 2019\n\nAda Holm: "


def _read(text: str) -> Reading:
    return read_document(Document("d1", text, Provenance("", "", "")), engine="rules")


def _drawn(text: str) -> tuple[Meeting, ...]:
    reading = _read(text)
    return draw_meetings(reading, clauses(reading))


def _said(text: str) -> tuple[Meeting, ...]:
    return _drawn(_HEAD + text + "\n")


def test_a_number_in_digits_tells_a_meeting_apart() -> None:
    (meeting,) = _said("We prepare for the 12th international meeting on Libya in Vienna.")
    assert (meeting.ordinal, meeting.place) == (12, "Vienna")
    assert meeting.status is Status.ANNOUNCED


def test_a_number_in_words_tells_a_session_apart() -> None:
    (meeting,) = _said("The third session of Libya’s constitution committee is in the works.")
    assert (meeting.kind, meeting.ordinal) == (MeetingKind.SESSION, 3)
    assert meeting.status is Status.ANNOUNCED


def test_a_process_as_a_whole_is_no_meeting() -> None:
    assert _said("We praised the Geneva talks. The Oslo process goes on. Contacts are many.") == ()


def test_groups_that_are_named_after_towns_are_no_meetings() -> None:
    assert (
        _said("They set up the Riyadh Group, we formed the Moscow Group of the opposition.") == ()
    )


def test_a_news_conference_and_a_parliament_are_no_meetings() -> None:
    assert _said("At the news conference I spoke of the US Congress and of round tables.") == ()


def test_a_forum_has_its_name_number_place_day_and_those_who_meet() -> None:
    (forum,) = _said(
        "The plan was approved at the 15th Norway-Finland Regional Forum held in Tromso in"
        " November 2018."
    )
    assert forum.kind is MeetingKind.FORUM
    assert (forum.ordinal, forum.place) == (15, "Tromso")
    assert forum.dating is not None
    assert forum.dating.edtf == "2018-11"
    assert set(forum.parties) == {"Norway", "Finland"}
    assert forum.status is Status.HELD


def test_a_meeting_named_twice_is_one_with_both_places_as_evidence() -> None:
    (meeting,) = _said(
        "The seventh meeting on Libya in Vienna was useful. After the seventh meeting on Libya we"
        " shall see."
    )
    assert len(meeting.evidence) == 2


def test_two_numbers_are_two_meetings() -> None:
    assert len(_said("The 15th Lake Forum was held in Oslo. The 16th Lake Forum comes next.")) == 2


def test_a_call_in_a_notice_is_its_own_occasion() -> None:
    (call,) = _drawn(
        "Telephone conversation with President of Finland Aino Lake\n\n"
        "March 4, 2019\n\n"
        "The President of Norway had a telephone conversation with President of Finland Aino Lake."
        " The conversation was constructive.\n"
    )
    assert call.kind is MeetingKind.CALL
    assert call.status is Status.HELD
    assert "Finland" in call.parties
    assert len(call.evidence) >= 2


def test_a_day_without_a_year_is_the_next_one_of_what_is_to_come() -> None:
    (summit,) = _said("The Nordic summit will be held in Oslo on January 9.")
    assert summit.dating is not None
    assert summit.dating.edtf == "2020-01-09"
    assert summit.status is Status.ANNOUNCED


def test_other_languages_give_none() -> None:
    reading = read_document(
        Document("d1", "Der 12. Gipfel in Wien.", Provenance("", "", ""), language="de"),
        engine="rules",
    )
    assert draw_meetings(reading, clauses(reading)) == ()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "the The 12th third summit meeting in Oslo , . on March 4 2019 with of and al- ’s ( )"
            " Presidents Norway-Finland talks held [ forum telephone conversation \n \n\n".split(
                " "
            )
        ),
        max_size=40,
    )
)
def test_no_text_breaks_it_and_every_span_slices_back(words: list[str]) -> None:
    reading = _read(" ".join(words))
    for meeting in draw_meetings(reading, clauses(reading)):
        for evidence in meeting.evidence:
            found = " ".join(evidence.spans[0].of(reading.document.text).split())
            assert evidence.words == found
            assert found
