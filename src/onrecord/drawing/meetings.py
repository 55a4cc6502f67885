"""The meetings that one document speaks of."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.drawing.attesting import attest, said_on
from onrecord.drawing.clauses import Clause
from onrecord.drawing.joining import Joined, join
from onrecord.drawing.occasions import Occasion, Telling, occasions_in
from onrecord.drawing.own import own_occasion
from onrecord.drawing.persons import persons_of
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
    telling = Telling(said_on(reading), persons_of(reading), reading.document.language or "en")
    spoken = [one for clause in clauses for one in _spoken(clause, telling)]
    own = own_occasion(reading, spoken, telling)
    kept = [one for one in spoken if one is not own and told_apart(one)]
    return tuple(_meeting(reading, one) for one in join(own, kept, spoken))


def _spoken(clause: Clause, telling: Telling) -> list[Occasion]:
    found = [*occasions_in(clause, telling), *met_in(clause, telling)]
    return sorted(found, key=lambda one: one.span)


def _meeting(reading: Reading, joined: Joined) -> Meeting:
    """The line of one occasion: of each thing the finest that its evidence gives."""
    places = sorted(joined.places, key=lambda one: one.spanned)
    dating = next((one.dating for one in joined.finest() if one.dating), None)
    return Meeting(
        kind=MeetingKind(joined.kind),
        name=joined.name(),
        body=next((one.body for one in places if one.body), ""),
        ordinal=next((one.ordinal for one in places if one.ordinal is not None), None),
        dating=dating,
        place=next((one.place for one in places if one.place), ""),
        parties=max((one.parties for one in places), key=len),
        status=joined.status(),
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
