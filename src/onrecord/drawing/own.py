"""The occasion that a document itself is of: the talks of a news conference, a call in a notice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.drawing.clauses import Clause
from onrecord.drawing.days import breadth
from onrecord.drawing.occasions import Occasion
from onrecord.drawing.telling import Telling, day_of
from onrecord.languages import language
from onrecord.model import Dating, PartKind, Reading, Span, Status

_TO_COME = (Status.ANNOUNCED, Status.PUT_OFF)
OWN = "own"
"""The basis of evidence of the occasion that a document is itself of."""


def own_occasion(
    reading: Reading, said: Sequence[Clause], spoken: Sequence[Occasion], telling: Telling
) -> Occasion | None:
    """The first occasion of the headline, with the day and the place of the document; None else.

    A ceremony is one too, where the headline names no other.
    """
    head = [one for one in spoken if one.clause.part is PartKind.HEADLINE and not one.plural]
    first = head[0] if head else _ceremony(said, telling)
    if first is None or first.coming:
        return None
    words = language(telling.code).process.meetings
    place = "" if first.kind == "call" else first.place or _town(reading.structure.place)
    parties = first.parties
    if not telling.home:
        speaking = telling.person(first.clause.text[: first.span.start])[:1]
        parties = tuple(dict.fromkeys((*speaking, *parties)))
    if telling.home and telling.home not in parties and first.noun not in words.gatherings:
        parties = (telling.home, *parties)
    return replace(
        first,
        dating=_finer(first.dating, day_of(reading)),
        place=place,
        parties=parties,
        status=first.status if first.status in _TO_COME else Status.HELD,
        own=True,
        basis=OWN,
    )


def _finer(given: Dating | None, day: Dating | None) -> Dating | None:
    return given if given and breadth(given) <= breadth(day) else day


def _ceremony(said: Sequence[Clause], telling: Telling) -> Occasion | None:
    for clause in said:
        if clause.part is PartKind.HEADLINE:
            for pattern in language(telling.code).process.meetings.ceremonies:
                found = re.search(pattern, clause.text)
                if found:
                    span = Span(found.start(), found.end())
                    return Occasion(clause, span, noun="ceremony", kind="meeting")
    return None


def _town(place: str) -> str:
    """The town of a dateline: "The Kremlin, Moscow" is Moscow, "Sochi, Russia" Sochi."""
    names = [name.strip() for name in place.split(",")]
    return names[-1] if len(names) > 1 and " " in names[0] else names[0]
