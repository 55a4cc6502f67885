"""The meetings that one document speaks of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.drawing.attesting import attest
from onrecord.drawing.calling import called
from onrecord.drawing.clauses import Clause
from onrecord.drawing.joining import Joined, join
from onrecord.drawing.occasions import Occasion, occasions_in
from onrecord.drawing.own import own_occasion
from onrecord.drawing.telling import Telling, telling_of
from onrecord.drawing.telling_apart import told_apart
from onrecord.drawing.verbs import met_in
from onrecord.languages import supported
from onrecord.model import Meeting, MeetingKind, Profile, Reading


def draw_meetings(
    reading: Reading, clauses: Sequence[Clause], profile: Profile | None = None
) -> tuple[Meeting, ...]:
    """The occasions that a document speaks of, each once with all its evidence, in order.

    One is drawn where a number, a name, a day, a place or those who meet tell it apart from others
    of its kind; the document's own occasion always. Processes as a whole ("the Geneva talks") and
    meetings in general are left out. Other languages give none.
    """
    if not supported(reading.document.language or "en"):
        return ()
    telling = telling_of(reading, profile)
    spoken = [one for clause in clauses for one in _spoken(clause, telling)]
    own = own_occasion(reading, clauses, spoken, telling)
    kept = [one for one in spoken if not _is_own(one, own) and told_apart(one, telling.code)]
    kept = [_within_own(one, own) for one in kept]
    return tuple(_meeting(reading, one, telling) for one in join(own, kept, spoken, telling.code))


def _within_own(one: Occasion, own: Occasion | None) -> Occasion:
    """A plenary session of the document's own occasion is held then and there."""
    if own is None or not one.plenary or len(one.names & own.names) < 2:
        return one
    place, dating = one.place or own.place, one.dating or own.dating
    return replace(one, place=place, dating=dating, status=own.status)


def _spoken(clause: Clause, telling: Telling) -> list[Occasion]:
    found = [*occasions_in(clause, telling), *met_in(clause, telling)]
    return sorted(found, key=lambda one: one.span)


def _is_own(one: Occasion, own: Occasion | None) -> bool:
    return own is not None and one.clause is own.clause and one.span == own.span


def _meeting(reading: Reading, joined: Joined, telling: Telling) -> Meeting:
    """The line of one occasion: of each thing the finest that its evidence gives."""
    places = sorted(joined.places, key=lambda one: one.spanned)
    return Meeting(
        kind=MeetingKind(joined.kind),
        name=called(joined.chosen, telling.said, telling.code),
        body=next((one.body for one in places if one.body), ""),
        ordinal=next((one.ordinal for one in places if one.ordinal is not None), None),
        dating=joined.finest,
        place=next((one.place for one in places if one.place), ""),
        parties=max((one.parties for one in places), key=len),
        status=joined.status,
        evidence=tuple(
            attest(
                reading,
                (one.spanned,),
                basis=one.basis,
                status=one.status,
                dating=one.dating,
            )
            for one in places
        ),
    )
