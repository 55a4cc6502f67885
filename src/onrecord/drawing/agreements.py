"""The agreements and instruments that one document speaks of."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.drawing.attesting import attest
from onrecord.drawing.clauses import Clause
from onrecord.drawing.instruments import instruments_in
from onrecord.drawing.instruments_apart import Instrument
from onrecord.drawing.same_instrument import joined
from onrecord.drawing.telling import telling_of
from onrecord.languages import supported
from onrecord.model import Agreement, AgreementKind, Profile, Reading


def draw_agreements(
    reading: Reading, clauses: Sequence[Clause], profile: Profile | None = None
) -> tuple[Agreement, ...]:
    """The instruments and decisions that a document speaks of, each once with all its evidence.

    One is drawn where a number, a name, a date, a place or a subject tells it apart; agreements in
    general, law in general and what one person states are left out. Other languages give none.
    """
    if not supported(reading.document.language or "en"):
        return ()
    telling = telling_of(reading, profile)
    found = [one for clause in clauses for one in instruments_in(clause, telling)]
    return tuple(_agreement(reading, places) for places in joined(found))


def _agreement(reading: Reading, places: Sequence[Instrument]) -> Agreement:
    telling = [one for one in places if one.kind != "agreement"]
    named = max(places, key=lambda one: (one.titled, len(one.names)))
    return Agreement(
        kind=AgreementKind((telling or places)[0].kind),
        name=" ".join(named.span.of(named.clause.text).split()),
        number=next((one.number for one in places if one.number), ""),
        dating=next((one.dating for one in places if one.dating), None),
        place=next((one.place for one in places if one.place), ""),
        parties=max((one.parties for one in places), key=len),
        evidence=tuple(
            attest(reading, (one.spanned,), basis=one.basis, dating=one.dating) for one in places
        ),
    )
