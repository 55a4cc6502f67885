"""Statements as programs are given them: found in a store, or drawn from a text alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.answers.shapes import Places, answer, places
from onrecord.model import Attribution, Statement

if TYPE_CHECKING:
    from onrecord.stores import Found


@answer
class RolesAnswer:
    """Where the roles of an attribution stand in the document's text.

    Each is a list of [start, end], code points, half-open; empty where there is none.
    """

    source: Places
    """Who is said to have said it."""
    cue: Places
    """The words that attribute."""
    content: Places
    """What was said."""
    via: Places
    """Whoever passes the words on."""


@answer
class StatementAnswer:
    """A statement found: who is said to have said what, in which document, in which words."""

    id: int
    """Its number in the store; another one after its document was read again."""
    document: str
    """The id of its document."""
    date: str
    """The day of its document, in EDTF."""
    publisher: str
    """Who put the document out."""
    title: str
    """The document's title."""
    quotation: str
    """direct: all of the content in quotation marks; indirect: none; mixed: some."""
    manner: str | None
    """speech, writing, thought or intention; null where the cue does not tell."""
    stance: str | None
    """asserted, denied, not_said or open."""
    hedged: bool
    """Whether the text does not vouch for the attribution itself ("reportedly")."""
    speaker: str
    """The person, "" where nobody can be named."""
    basis: str
    """How the name was reached: name, surname, post, pronoun, turn, organisation, plural,
    collective, roster."""
    via: tuple[str, ...]
    """Who passes the words on, outermost first."""
    source: str
    """The words that name the source."""
    cue: str
    """The words that attribute."""
    content: str
    """What was said."""
    part: str
    """The part of the document it stands in: paragraph, headline, standfirst and the like."""
    turn: int | None
    """The number of the turn it stands in; null outside transcripts."""
    spans: RolesAnswer
    """Where source, cue, content and via stand in the document's text."""


@answer
class ExtractedAnswer:
    """A statement drawn from a text that is not held; places are [start, end] in that text."""

    source: Places
    """Who is said to have said it."""
    cue: Places
    """The words that attribute."""
    content: Places
    """What was said."""
    quotation: str
    """direct, indirect or mixed."""
    manner: str | None
    """speech, writing, thought or intention; null where the cue does not tell."""
    stance: str | None
    """asserted, denied, not_said or open."""
    hedged: bool
    """Whether the text does not vouch for the attribution itself."""
    speaker: str
    """The person, "" where nobody can be named."""
    via: tuple[str, ...]
    """Who passes the words on, outermost first."""


def statement(found: Found) -> StatementAnswer:
    """A found statement for programs."""
    said = found.statement
    relation = said.attribution
    return StatementAnswer(
        id=found.id,
        document=said.document,
        date=found.dated,
        publisher=found.publisher,
        title=found.title,
        quotation=relation.quotation.value,
        manner=relation.manner.value if relation.manner else None,
        stance=relation.stance.value if relation.stance else None,
        hedged=relation.hedged,
        speaker=said.speaker,
        basis=said.basis,
        via=said.via,
        source=found.source,
        cue=found.cue,
        content=found.content,
        part=said.part.value,
        turn=said.turn,
        spans=roles(relation),
    )


def roles(relation: Attribution) -> RolesAnswer:
    """Where the roles of an attribution stand."""
    return RolesAnswer(
        source=places(relation.source),
        cue=places(relation.cue),
        content=places(relation.content),
        via=places(relation.via),
    )


def extracted(one: Statement) -> ExtractedAnswer:
    """A statement of a text that is not held, for programs."""
    relation = one.attribution
    return ExtractedAnswer(
        source=places(relation.source),
        cue=places(relation.cue),
        content=places(relation.content),
        quotation=relation.quotation.value,
        manner=relation.manner.value if relation.manner else None,
        stance=relation.stance.value if relation.stance else None,
        hedged=relation.hedged,
        speaker=one.speaker,
        via=one.via,
    )
