"""Which meetings a document speaks of, and what it says of each."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.drawing import clauses, draw_meetings
from onrecord.model import Document, Meeting, MeetingKind, Provenance, Reading, Status
from onrecord.pipeline import read_document
from onrecord.readers import read

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


def test_a_day_without_a_year_is_resolved_for_what_is_to_come() -> None:
    (summit,) = _said("The Nordic summit will be held in Oslo on April 9.")
    assert summit.dating is not None
    assert summit.dating.edtf == "2019-04-09"
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


def test_the_day_of_what_was_signed_on_the_sidelines_is_the_forums() -> None:
    (forum,) = _said(
        "We rely on the plan signed on June 9, 2018, on the sidelines of the 14th"
        " Norway-Finland Regional Forum in Tromso."
    )
    assert forum.dating is not None
    assert forum.dating.edtf == "2018-06-09"
    assert forum.status is Status.HELD


def test_several_who_will_meet_are_a_meeting_to_come() -> None:
    (meeting,) = _said("The foreign ministers of Norway and Finland will meet in Tromso.")
    assert meeting.status is Status.ANNOUNCED
    assert meeting.place == "Tromso"
    assert set(meeting.parties) == {"Norway", "Finland"}


def test_a_visit_is_told_by_its_noun_or_its_verb() -> None:
    (visit,) = _said("The President of Finland will visit Norway.")
    assert (visit.kind, visit.status) == (MeetingKind.VISIT, Status.ANNOUNCED)
    (visit,) = _said("Aino Lake’s visit to Norway was useful.")
    assert (visit.kind, visit.place) == (MeetingKind.VISIT, "Norway")


def test_meetings_that_are_counted_are_one_line() -> None:
    (sessions,) = _said("The committee has held two sessions.")
    assert (sessions.kind, sessions.ordinal) == (MeetingKind.SESSION, None)
    assert sessions.status is Status.HELD


def test_the_talks_that_a_news_conference_follows_are_its_own_occasion() -> None:
    (talks,) = _drawn(
        "Foreign Minister Ada Holm’s answers to the press following talks with Foreign"
        " Minister of Finland Aino Lake, Oslo, March 4, 2019\n\n"
        "Ada Holm: Our talks were useful. The talks will be continued.\n"
    )
    assert talks.dating is not None
    assert (talks.dating.edtf, talks.place) == ("2019-03-04", "Oslo")
    assert set(talks.parties) == {"Ada Holm", "Aino Lake"}
    assert len(talks.evidence) == 3


def test_the_next_one_stays_announced_and_another_number_stays_apart() -> None:
    found = _said("The third Lake Forum was held in May 2018. The next Lake Forum will be in Oslo.")
    assert [one.status for one in found] == [Status.HELD, Status.ANNOUNCED]


def test_something_put_off_is_put_off() -> None:
    (summit,) = _said("The Nordic summit in Oslo has been postponed.")
    assert summit.status is Status.PUT_OFF


def test_the_seeds_meetings_are_found(shared: Path) -> None:
    january = _seed(shared, "003_02b5d0dc56fdbf36")
    (twelfth,) = [one for one in january if one.ordinal == 12]
    assert (twelfth.status, twelfth.place) == (Status.ANNOUNCED, "Astana")
    assert twelfth.dating is not None
    assert twelfth.dating.edtf.startswith("2019-02")
    (summit,) = [one for one in january if one.kind is MeetingKind.SUMMIT]
    assert summit.dating is not None
    assert (summit.dating.edtf, summit.status) == ("2019-02", Status.ANNOUNCED)
    assert set(summit.parties) == {"Russia", "Turkey", "Iran"}
    sessions = _seed(shared, "000_c100348c2ba8397e")
    third, two = (one for one in sessions if one.kind is MeetingKind.SESSION)
    assert (third.ordinal, third.dating, third.status) == (3, None, Status.ANNOUNCED)
    assert (two.ordinal, two.status) == (None, Status.HELD)


def test_the_forum_of_two_seeds_has_a_month_in_one_and_a_day_in_the_other(shared: Path) -> None:
    for seed, edtf in (("003_02b5d0dc56fdbf36", "2018-11"), ("002_8d0ddde3a53ddcbb", "2018-11-09")):
        (forum,) = [one for one in _seed(shared, seed) if one.ordinal == 15]
        assert forum.dating is not None
        assert (forum.dating.edtf, forum.place) == (edtf, "Petropavlovsk")
        assert set(forum.parties) == {"Russia", "Kazakhstan"}


def _seed(shared: Path, name: str) -> tuple[Meeting, ...]:
    path = shared / "seeds" / f"{name}.txt"
    (document,) = [d for d in read(path.read_bytes(), path=str(path)) if isinstance(d, Document)]
    reading = read_document(document, engine="rules")
    return draw_meetings(reading, clauses(reading))


@pytest.mark.parametrize(
    "text",
    [
        "There will be no summit of Norway and Finland in Tromso on June 3.",
        "There was no meeting with President of Finland Eva Lehto in Turku.",
        "We have not held talks with the President of Finland.",
        "The summit of Norway and Finland in Tromso was not held.",
        "The Swedish leader did not meet with President of Finland Eva Lehto.",
        "The President of Sweden will not visit Finland in June.",
    ],
)
def test_a_meeting_that_is_denied_is_none(text: str) -> None:
    assert _said(text) == ()


def test_a_meeting_that_will_not_take_place_is_put_off() -> None:
    (meeting,) = _said("The summit of Norway and Finland in Tromso will not take place.")
    assert meeting.status is Status.PUT_OFF


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "I attended the 15th Norway-Finland Regional Forum held in Tromso in November 2018.",
            "15th Norway-Finland Regional Forum held in Tromso",
        ),
        ("I spoke at the Tromso Arctic Conference on Saturday.", "Tromso Arctic Conference"),
        (
            "Tomorrow the foreign ministers of Norway and Sweden will meet in Turku.",
            "meeting of foreign ministers of Norway and Sweden",
        ),
        (
            "I met with President of Finland Eva Lehto in Turku on Saturday.",
            "meeting with President of Finland Eva Lehto",
        ),
    ],
)
def test_the_name_of_a_meeting_is_a_noun_without_the_day(text: str, name: str) -> None:
    (meeting,) = _said(text)
    assert meeting.name == name


def test_a_name_leaves_no_bracket_open() -> None:
    (meeting, *_) = _drawn(
        "Remarks following talks with Foreign Minister of Finland Eva Lehto (Turku, May 3, 2019)\n"
    )
    assert meeting.name == "talks with Foreign Minister of Finland Eva Lehto"


def test_the_parties_of_a_visit_are_the_visitor_and_the_host() -> None:
    (visit,) = _said("My visit to Paris in May 2018 was useful.")
    assert visit.parties == ("Ada Holm", "France")


def test_what_only_looks_like_a_place_does_not_hide_the_place() -> None:
    (summit,) = _said(
        "I attended an earlier summit of the Conference on Interaction and Measures in Asia,"
        " which was held in Turku in May 2014."
    )
    assert summit.place == "Turku"
