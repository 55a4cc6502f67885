"""Days of meetings at which something was signed."""

import pytest

from onrecord.dates import read_edtf
from onrecord.drawing.signing_days import dated_by_signing
from onrecord.model import (
    Agreement,
    AgreementKind,
    Document,
    Drawn,
    Evidence,
    Meeting,
    MeetingKind,
    Provenance,
    Reading,
    Span,
)
from onrecord.pipeline import read_document


def _forum(text: str, *, signed: str = "2020-11-09", held: str = "") -> Meeting:
    reading: Reading = read_document(
        Document("d1", text, Provenance("", "", ""), language="en"), engine="rules"
    )

    def on(words: str) -> tuple[Evidence, ...]:
        start = text.index(words)
        return (Evidence("d1", (Span(start, start + len(words)),), words),)

    plan = Agreement(AgreementKind.PLAN, dating=read_edtf(signed), evidence=on("Grain Plan"))
    forum = Meeting(
        MeetingKind.FORUM, dating=read_edtf(held) if held else None, evidence=on("Pier Forum")
    )
    drawn = dated_by_signing(Drawn("d1", meetings=(forum,), agreements=(plan,)), reading)
    return drawn.meetings[0]


@pytest.mark.parametrize(
    "text",
    [
        "All like the Grain Plan signed on November 9, 2020, on the sidelines of the Pier Forum.",
        "The Grain Plan, adopted at the Pier Forum, is good.",
    ],
)
def test_a_forum_is_of_the_day_on_which_a_plan_was_signed_there(text: str) -> None:
    one = _forum(text)
    assert one.dating is not None
    assert one.dating.edtf == "2020-11-09"
    assert one.evidence[0].dating == one.dating


@pytest.mark.parametrize(
    "text",
    [
        "The Grain Plan was praised by those who met at the Pier Forum.",
        "The Grain Plan and the Pier Forum are good.",
        "The Pier Forum spoke of the Grain Plan.",
    ],
)
def test_other_words_between_say_nothing_of_the_day(text: str) -> None:
    assert _forum(text).dating is None


def test_a_month_dates_nothing_and_a_day_of_its_own_stands() -> None:
    text = "The Grain Plan signed at the Pier Forum is good."
    assert _forum(text, signed="2020-11").dating is None
    assert _forum(text, held="2020-11-08").dating == read_edtf("2020-11-08")
