"""Documents as programs are given them: a line of the list, and the whole reading."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.answers.shapes import Place, Places, answer, like
from onrecord.model import Reading

if TYPE_CHECKING:
    from onrecord.stores import Correction, Listed


@answer
class DocumentAnswer:
    """A line of the list of documents, what people corrected applied."""

    id: str
    """Its id."""
    kind: str
    """transcript, story or other."""
    title: str
    """Its title, "" where it has none."""
    publisher: str
    """Who put it out."""
    dated: str
    """Its day in EDTF: of a transcript the event's, of a story what it tells of."""
    language: str
    """Its language as a BCP 47 tag, "" where unknown."""
    url: str
    """Where it is published."""
    path: str
    """The file that it was read from."""
    words: int
    """How many words its text has."""
    turns: int
    """How many turns of speakers."""
    statements: int
    """How many statements were found in it."""
    supersedes: str
    """The id of the version before, "" where there is none."""
    superseded_by: str
    """The id of the version after it; such a document is out of use."""
    copies: int
    """How many other documents held are copies of the same story."""


@answer
class DatingAnswer:
    """A date with the days it can mean and the words it rests on."""

    edtf: str
    """The date in EDTF."""
    earliest: str | None
    """The first day it can mean, ISO 8601; null where that is open."""
    latest: str | None
    """The last day it can mean."""
    words: str
    """The words it was read from."""
    spans: Places
    """Where they stand."""
    anchor: str
    """The date that relative words were resolved against, in EDTF."""
    how: str
    """How it was reached, for a person."""
    inferred: bool
    """Whether the words alone do not give it."""


@answer
class ProvenanceAnswer:
    """Where a document came from."""

    sha256: str
    """The SHA-256 of its raw bytes."""
    reader: str
    """What read it."""
    reader_version: str
    """In which version."""
    path: str
    """The file it was read from."""
    media_type: str
    """Its media type."""
    encoding: str
    """Its encoding."""
    record: str
    """Its place in its file."""


@answer
class MarkAnswer:
    """What the format itself said of a stretch of text."""

    kind: str
    """heading, label, paragraph, date and the like."""
    span: Place
    """Where it stands."""
    value: str
    """What it means where the words alone do not say it."""


@answer
class TextAnswer:
    """One text as it was read, and what it says of itself."""

    id: str
    """Its id."""
    text: str
    """The text, which never changes; all spans count its code points."""
    provenance: ProvenanceAnswer
    """Where it came from."""
    title: str
    """Its title."""
    url: str
    """Where it is published."""
    published: str
    """When it was published, in EDTF."""
    publisher: str
    """Who put it out."""
    author: str
    """Who wrote it."""
    language: str
    """Its language as a BCP 47 tag."""
    kind: str | None
    """What it was said to be; null where nobody said."""
    speaker: str
    """Whose words it was said to hold."""
    marks: tuple[MarkAnswer, ...]
    """What the format itself said of its stretches."""
    dropped: tuple[str, ...]
    """What the reader left out of the text."""


@answer
class PartAnswer:
    """A stretch of a document and what it is for its reader."""

    kind: str
    """headline, standfirst, dateline, paragraph, label, furniture and the like."""
    span: Place
    """Where it stands."""
    note: str
    """Why, where that is not plain."""


@answer
class TurnAnswer:
    """One speaker's stretch of a transcript."""

    number: int
    """Its number."""
    speaker: str
    """The name as the transcript gives it, "" where it names nobody."""
    spans: Places
    """Its paragraphs, without label and stage directions."""
    role: str
    """opening, question, answer or speech."""
    label: Place | None
    """Where the speaker's label stands."""
    basis: str
    """What the name rests on: label, title, given, column."""
    flags: tuple[str, ...]
    """retranslated, interpreted."""


@answer
class ExchangeAnswer:
    """A question and its answers, as numbers of turns."""

    question: int
    """The turn that asks."""
    answers: tuple[int, ...]
    """The turns that answer."""


@answer
class StructureAnswer:
    """What a document is made of."""

    kind: str
    """transcript, story or other."""
    why: str
    """Why it was taken for that."""
    parts: tuple[PartAnswer, ...]
    """Its parts in order."""
    turns: tuple[TurnAnswer, ...]
    """The turns of a transcript."""
    exchanges: tuple[ExchangeAnswer, ...]
    """Its questions and answers."""
    title: str
    """The title found in the text."""
    dating: DatingAnswer | None
    """The day of the event."""
    published: DatingAnswer | None
    """The day of the page."""
    place: str
    """Where the event was."""
    agency: str
    """The agency that the dateline names."""
    publisher: str
    """The publisher found in the text."""
    editions: tuple[str, ...]
    """The languages that the page offers besides."""
    flags: tuple[str, ...]
    """What has to be known of it as a whole."""


@answer
class RelationAnswer:
    """Source, cue and content of one attribution; each may be empty or in several pieces."""

    source: Places
    """Who is said to have said it."""
    cue: Places
    """The words that attribute."""
    content: Places
    """What was said; never empty."""
    quotation: str
    """direct, indirect or mixed."""
    via: Places
    """Whoever passes the words on."""
    manner: str | None
    """speech, writing, thought or intention."""
    stance: str | None
    """asserted, denied, not_said or open."""
    hedged: bool
    """Whether the text does not vouch for the attribution itself."""


@answer
class SaidAnswer:
    """A statement of a whole reading."""

    document: str
    """The id of its document."""
    attribution: RelationAnswer
    """Where its roles stand."""
    speaker: str
    """The person, "" where nobody can be named."""
    basis: str
    """How the name was reached."""
    via: tuple[str, ...]
    """Who passes the words on, outermost first."""
    part: str
    """The part of the document it stands in."""
    turn: int | None
    """The number of the turn it stands in."""


@answer
class CorrectionAnswer:
    """What a person put in the place of a metadata field."""

    field: str
    """The field."""
    value: str
    """What it is corrected to."""
    previous: str
    """What was in force before."""
    by: str
    """Who corrected it."""
    at: str
    """When: UTC, ISO 8601."""
    taken_back: str
    """When that was taken back, "" while it stands."""


@answer
class ReadingAnswer:
    """A document and all that is derived from it."""

    document: TextAnswer
    """The text as it was read."""
    structure: StructureAnswer
    """What it is made of."""
    statements: tuple[SaidAnswer, ...]
    """The statements found in it."""
    corrections: tuple[CorrectionAnswer, ...]
    """What people corrected of it, oldest first."""
    engine: str
    """What found the statements: rules, or a learned engine with its model's digest."""
    listed: DocumentAnswer
    """Its line of the list of documents."""
    copies: tuple[str, ...]
    """The ids of the documents that are copies of one story, itself among them, first first."""


def document(line: Listed) -> DocumentAnswer:
    """A line of the list of documents for programs."""
    return like(DocumentAnswer, line)


def reading(
    whole: Reading, corrections: Sequence[Correction], line: Listed, copies: Sequence[str]
) -> ReadingAnswer:
    """A document with all that is derived from it, and its copies, for programs."""
    return like(
        ReadingAnswer,
        whole,
        corrections=tuple(like(CorrectionAnswer, one) for one in corrections),
        listed=document(line),
        copies=tuple(copies),
    )
