"""Documents and what they are made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of a text, in code points; `ValueError` where it runs backwards."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words of `text` that the span covers."""
        return text[self.start : self.end]

    def moved(self, by: int) -> Span:
        """The span as it counts in another text, `by` code points further on; negative is back."""
        return Span(self.start + by, self.end + by)

    def holds(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


Spans = tuple[Span, ...]


class Kind(StrEnum):
    """What a document is: the record itself, a report about it, or neither."""

    TRANSCRIPT = "transcript"
    STORY = "story"
    OTHER = "other"


class PartKind(StrEnum):
    """What a stretch of a document is for its reader.

    `time` is only ever a mark of the format: when these words were said in a recording, its value
    `00:00:01.000 --> 00:00:04.000`.
    """

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    DATELINE = "dateline"
    BYLINE = "byline"
    HEADING = "heading"
    DATE = "date"
    EDITIONS = "editions"
    PARAGRAPH = "paragraph"
    LABEL = "label"
    STAGE_DIRECTION = "stage_direction"
    FURNITURE = "furniture"
    TIME = "time"


# Parts in which nobody is said to have said anything: no statement is looked for in them.


UNSAID = frozenset(
    {
        PartKind.FURNITURE,
        PartKind.LABEL,
        PartKind.DATELINE,
        PartKind.BYLINE,
        PartKind.DATE,
        PartKind.EDITIONS,
        PartKind.STAGE_DIRECTION,
    }
)


class Role(StrEnum):
    """What a turn does in its transcript."""

    OPENING = "opening"
    QUESTION = "question"
    ANSWER = "answer"
    SPEECH = "speech"


@dataclass(frozen=True, slots=True)
class Dating:
    """A date in EDTF with the days it can mean, the words it stands on, and how it was reached.

    `earliest` and `latest` are None where the text leaves them open. `how` is a sentence for a
    person; `inferred` is true where the words alone do not give the date. `anchor` is the EDTF of
    the date that relative words were resolved against, "" where none was needed.
    """

    edtf: str
    earliest: date | None
    latest: date | None
    words: str = ""
    spans: Spans = ()
    anchor: str = ""
    how: str = ""
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a document came from; `sha256` is of its raw bytes, `record` its place in its file."""

    sha256: str
    reader: str
    reader_version: str
    path: str = ""
    media_type: str = ""
    encoding: str = ""
    record: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """What the format itself said of a stretch of text: a heading, a speaker's label, a paragraph.

    `value` holds what the stretch means where the words alone do not say it: the speaker's full
    name for a label, an ISO date for a date.
    """

    kind: PartKind
    span: Span
    value: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One text as it was read; `text` never changes afterwards.

    `published` is EDTF or "", `language` a BCP 47 tag or "" where unknown. `kind` and `speaker` are
    set only where they were given, never guessed. `dropped` lists what the reader left out of the
    text, each a short description with the words, so that it can be seen.
    """

    id: str
    text: str
    provenance: Provenance
    title: str = ""
    url: str = ""
    published: str = ""
    publisher: str = ""
    author: str = ""
    language: str = ""
    kind: Kind | None = None
    speaker: str = ""
    marks: tuple[Mark, ...] = ()
    dropped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that gave no document, and why, in one line.

    `place` names it within its file, where it is one of several and has a name.
    """

    path: str
    reason: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a document and what it is; `note` says why where that is not plain."""

    kind: PartKind
    span: Span
    note: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """One speaker's stretch of a transcript: its paragraphs, without label and stage directions.

    `speaker` is the name as the transcript gives it, "" where it names nobody ("Question:").
    `basis` says what the name rests on: label, title, given, column. `flags` may hold
    "retranslated" or "interpreted".
    """

    number: int
    speaker: str
    spans: Spans
    role: Role = Role.SPEECH
    label: Span | None = None
    basis: str = "label"
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question and its answers, as turn numbers."""

    question: int
    answers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Structure:
    """What a document is made of, and `why` it was taken for its kind.

    Turns and exchanges are empty outside transcripts. `dating` is the day of the event, not of the
    page: of the speech a story reports, of the news conference a transcript records.
    """

    kind: Kind
    why: str
    parts: tuple[Part, ...] = ()
    turns: tuple[Turn, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    title: str = ""
    dating: Dating | None = None
    published: Dating | None = None
    place: str = ""
    agency: str = ""
    publisher: str = ""
    editions: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
