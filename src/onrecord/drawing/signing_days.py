"""The day of an occasion at which something was signed, from the day of the signing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onrecord.languages import language
from onrecord.model import Agreement, Dating, Drawn, Evidence, Meeting, Reading
from onrecord.text import words

_NEAR = 60  # code points between what was signed and where


def dated_by_signing(drawn: Drawn, reading: Reading) -> Drawn:
    """The lines of a document, with days for meetings at which a dated agreement was signed.

    "The plan signed on November 9 at the forum" dates the forum, where it has no day of its own
    and only such words stand between as say that the one was done at the other. A meeting of
    several days may have been dated by one of them.
    """
    signed = list(_signed(drawn.agreements))
    if not signed:
        return drawn
    return replace(drawn, meetings=tuple(_dated(one, signed, reading) for one in drawn.meetings))


def _signed(agreements: tuple[Agreement, ...]) -> Iterator[tuple[Evidence, Dating]]:
    for one in agreements:
        if one.dating and one.dating.earliest and one.dating.earliest == one.dating.latest:
            yield from ((evidence, one.dating) for evidence in one.evidence)


def _dated(meeting: Meeting, signed: list[tuple[Evidence, Dating]], reading: Reading) -> Meeting:
    if meeting.dating is not None:
        return meeting
    for place, evidence in enumerate(meeting.evidence):
        for other, dating in signed:
            if _at(other, evidence, reading):
                held = list(meeting.evidence)
                held[place] = replace(evidence, dating=dating)
                return replace(meeting, dating=dating, evidence=tuple(held))
    return meeting


def _at(signed: Evidence, meeting: Evidence, reading: Reading) -> bool:
    """Whether words between two places say that what was signed was so at the meeting."""
    start, end = signed.spans[-1].end, meeting.spans[0].start
    if not 0 < end - start <= _NEAR:
        return False
    data = language(reading.document.language or "en")
    between = [word.form for word in words(reading.document.text[start:end])]
    telling, others = data.comparing.where_signed, data.comparing.when_signed
    months = data.layout.months
    return bool(telling & set(between)) and all(
        word in telling or word in others or word in months or word.isdigit() for word in between
    )
