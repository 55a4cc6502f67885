"""The occasion that a document itself is of: the talks of a news conference, a call in a notice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.drawing.occasions import Occasion, Telling
from onrecord.model import Dating, PartKind, Reading, Status

_HEAD = frozenset({PartKind.HEADLINE})
_LEAD = 400


def own_occasion(reading: Reading, spoken: Sequence[Occasion], telling: Telling) -> Occasion | None:
    """The first occasion of the headline, with the day and the place of the document; None else."""
    first = next((one for one in spoken if one.clause.part in _HEAD and not one.plural), None)
    if first is None or not _of_document(first):
        return None
    structure = reading.structure
    place = first.place or (structure.place if first.kind != "call" else "")
    parties = first.parties
    home = telling.persons.home
    if home and home not in parties and first.kind not in ("congress", "forum", "conference"):
        parties = (home, *parties)
    status = first.status if first.status is Status.ANNOUNCED else Status.HELD
    return replace(
        first,
        dating=first.dating or _day(reading),
        place=place.split(",")[-1].strip() if place.startswith("The ") else place.split(",")[0],
        parties=parties,
        status=status,
        own=True,
        basis="own",
    )


def _of_document(one: Occasion) -> bool:
    return not one.coming


def _day(reading: Reading) -> Dating | None:
    """The day of the event; that of publication where a notice has a line for it."""
    structure = reading.structure
    dated = any(part.kind is PartKind.DATE for part in structure.parts)
    if structure.published and structure.published.earliest and dated:
        return structure.published
    return structure.dating or structure.published
