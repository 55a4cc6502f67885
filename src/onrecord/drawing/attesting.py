"""Words of a document as evidence: who says them there, by way of whom, and when."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.model import (
    Dating,
    Evidence,
    Reading,
    Role,
    Span,
    Spans,
    Statement,
    Status,
    Turn,
)

_GAP = " … "
_MONTHS = 92  # days


@dataclass(frozen=True, slots=True, eq=False)
class _Itself:
    """A reading as a key that costs nothing: to hash all that a long one holds costs much."""

    reading: Reading

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Itself) and other.reading is self.reading

    def __hash__(self) -> int:
        return id(self.reading)


def attest(
    reading: Reading,
    spans: Spans,
    *,
    basis: str,
    status: Status = Status.SPOKEN_OF,
    dating: Dating | None = None,
) -> Evidence:
    """The words under `spans` as evidence; whose they are, the place of the first one tells.

    Inside the content of a statement they are its speaker's (the innermost one's), inside a turn
    the turn's, else the document's own. A question's words and those of an attribution that is not
    asserted are flagged.
    """
    first = spans[0]
    statement, turn = _statement_at(reading, first), _turn_at(reading, first)
    flags = _flags(statement, turn)
    text = reading.document.text
    return Evidence(
        document=reading.document.id,
        spans=spans,
        words=_GAP.join(" ".join(span.of(text).split()) for span in spans),
        speaker=statement.speaker if statement else turn.speaker if turn else "",
        via=statement.via if statement else (),
        publisher=reading.document.publisher or reading.structure.publisher,
        said=said_on(reading),
        dating=dating,
        status=status,
        basis=basis,
        flags=flags,
    )


def said_on(reading: Reading) -> Dating | None:
    """The day on which a document's words were said: its event's, else that of publication.

    An event's day that was inferred and lies months before the publication is another event's,
    which the document only speaks of ("On October 29 they will meet").
    """
    event, published = reading.structure.dating, reading.structure.published
    if event and published and event.inferred and _long_before(event, published):
        event = None
    known = [day for day in (event, published) if day]
    return next((day for day in known if day.earliest), known[0] if known else None)


def _long_before(event: Dating, published: Dating) -> bool:
    days = event.latest, published.earliest
    return bool(days[0] and days[1] and (days[1] - days[0]).days > _MONTHS)


def _flags(statement: Statement | None, turn: Turn | None) -> tuple[str, ...]:
    flags = [*turn.flags] if turn else []
    if turn and turn.role is Role.QUESTION:
        flags.append("question")
    if statement and statement.attribution.withheld and statement.attribution.stance:
        flags.append(statement.attribution.stance.value)
    if statement and statement.attribution.hedged:
        flags.append("hedged")
    return tuple(flags)


def _statement_at(reading: Reading, span: Span) -> Statement | None:
    """The statement with the shortest content that holds the first of the words."""
    place = Span(span.start, span.start + 1)
    contents = _contents(_Itself(reading))
    last = bisect_right(contents, span.start, key=lambda one: one[1].start)
    holding = [(len(content), n) for n, content in contents[:last] if content.holds(place)]
    return reading.statements[min(holding)[1]] if holding else None


@lru_cache(maxsize=8)
def _contents(itself: _Itself) -> list[tuple[int, Span]]:
    """The contents of all statements with their numbers, by where they begin."""
    contents = [
        (number, content)
        for number, statement in enumerate(itself.reading.statements)
        for content in statement.attribution.content
    ]
    return sorted(contents, key=lambda one: one[1].start)


def _turn_at(reading: Reading, span: Span) -> Turn | None:
    places = _turns(_Itself(reading))
    at = bisect_right(places, span.start, key=lambda place: place[0].start) - 1
    if at >= 0 and places[at][0].holds(Span(span.start, span.start)):
        return places[at][1]
    return None


@lru_cache(maxsize=8)
def _turns(itself: _Itself) -> Sequence[tuple[Span, Turn]]:
    turns = itself.reading.structure.turns
    return sorted(
        ((span, turn) for turn in turns for span in turn.spans), key=lambda place: place[0]
    )
