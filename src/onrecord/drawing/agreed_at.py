"""What an agreement has from the occasion at which it was reached: its day and its parties."""

from __future__ import annotations

from dataclasses import replace

from onrecord.drawing.actors import ActorKind, actors_in
from onrecord.drawing.own import OWN
from onrecord.model import Agreement, Drawn, Meeting, Reading


def agreed_at_meetings(drawn: Drawn, reading: Reading) -> Drawn:
    """The lines of a document, with what meetings say of the agreements reached at them.

    "The agreements reached at the summit of A and B on May 3" are of that day and of A and B, where
    their own words say neither. What was agreed on the day of the document's own talks between
    states, and names no parties, is theirs.
    """
    code = reading.document.language or "en"
    agreements = tuple(_agreed(one, drawn.meetings, code) for one in drawn.agreements)
    return replace(drawn, agreements=agreements)


def _agreed(one: Agreement, meetings: tuple[Meeting, ...], code: str) -> Agreement:
    if one.number:
        return one
    inside = next((meeting for meeting in meetings if _named_in(meeting, one)), None)
    if inside:
        dating = one.dating or inside.dating
        return replace(one, dating=dating, parties=one.parties or inside.parties)
    own = next((m for m in meetings if any(e.basis == OWN for e in m.evidence)), None)
    if own is None or one.parties or not one.dating or not own.dating:
        return one
    states = len(own.parties) > 1 and all(_state(party, code) for party in own.parties)
    return replace(one, parties=own.parties) if states and _one_day(one, own) else one


def _named_in(meeting: Meeting, agreement: Agreement) -> bool:
    """Whether the words of an agreement name a meeting."""
    return any(
        outer.holds(inner)
        for one in agreement.evidence
        for other in meeting.evidence
        for outer in one.spans
        for inner in other.spans
    )


def _one_day(agreement: Agreement, meeting: Meeting) -> bool:
    first, second = agreement.dating, meeting.dating
    return first is not None and second is not None and first.edtf == second.edtf


def _state(name: str, code: str) -> bool:
    return any(a.kind is ActorKind.STATE for a in actors_in(name, code=code))
