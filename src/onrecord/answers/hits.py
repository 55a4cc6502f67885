"""What a search finds, as programs are given it: hits, and what all of them are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.answers.shapes import Place, Places, answer, place, places
from onrecord.text import place_of

if TYPE_CHECKING:
    from onrecord.model import Outcome
    from onrecord.searching import Answer, Facet


@answer
class HitAnswer:
    """A statement, or a sentence of what documents say, that has the words looked for."""

    unit: str
    """statement or passage."""
    number: int
    """The number of the statement, or of the passage, in the store."""
    document: str
    """The id of its document."""
    at: str
    """The place of `words`: id@start-end."""
    span: Place
    """The stretch of the document that is shown."""
    words: str
    """Its words."""
    marks: Places
    """Where the words looked for stand."""
    said: Places
    """What of the stretch is said; the rest stands around it."""
    whole: Place
    """All of the statement or passage, of which a part may be shown."""
    kind: str
    """Of a statement direct, indirect or mixed; of a passage turn, quotation, paraphrase, prose."""
    speaker: str
    """Who is said to have said it, "" where nobody is named."""
    via: tuple[str, ...]
    """Who passes the words on, outermost first."""
    date: str
    """The day of its document, in EDTF."""
    publisher: str
    """Who put the document out."""
    title: str
    """The document's title."""
    finding: str | None = None
    """What a check of its quotation finds; null where none was made."""


@answer
class ValueAnswer:
    """A value of a facet."""

    value: str
    """The value."""
    count: int
    """How many hits have it."""


@answer
class FacetAnswer:
    """What hits are in one respect."""

    name: str
    """speaker, publisher, form, quotation, passage, manner, stance, year, month or finding."""
    values: tuple[ValueAnswer, ...]
    """The commonest values."""
    others: int
    """How many other values there are."""
    unknown: int
    """Of how many hits it is not known."""
    over: int
    """How many hits were looked at; 0 for all."""


def hit(found: Answer, outcome: Outcome | None = None) -> HitAnswer:
    """A hit of a search for programs, with the finding of its quotation where one was made."""
    return HitAnswer(
        unit=found.unit.value,
        number=found.number,
        document=found.document,
        at=place_of(found.document, (found.span,)),
        span=place(found.span),
        words=found.words,
        marks=places(found.marks),
        said=places(found.said),
        whole=place(found.whole),
        kind=found.kind,
        speaker=found.speaker,
        via=found.via,
        date=found.dated,
        publisher=found.publisher,
        title=found.title,
        finding=outcome.value if outcome else None,
    )


def facet(found: Facet) -> FacetAnswer:
    """What hits are in one respect, for programs."""
    return FacetAnswer(
        name=found.name,
        values=tuple(ValueAnswer(value=one.value, count=one.count) for one in found.values),
        others=found.others,
        unknown=found.unknown,
        over=found.over,
    )
