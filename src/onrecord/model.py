"""The nouns of the house: frozen, slotted, without I/O.

Spans are half-open and count code points of `Document.text`. Whatever is derived from a document
carries the spans it stands on.

    bytes -> Document -> Structure (parts, turns, exchanges) -> Statement -> Passage
    quotation -> Match -> Edit -> Finding
"""

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


class Quotation(StrEnum):
    """How much of a content stands in quotation marks: all, none, some (Pareti 2015)."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Manner(StrEnum):
    """How a cue says that its source holds the content: in words, in writing, in mind, as a plan.

    Speech is whatever is put into words, unless the cue says that they were written.
    """

    SPEECH = "speech"
    WRITING = "writing"
    THOUGHT = "thought"
    INTENTION = "intention"


class Stance(StrEnum):
    """Whether an attribution gives its content as what the source says, thinks or means to do.

    asserted: it does; denied: as what the source says is not so, or is against ("denied that",
    "does not think that"); not_said: the source did not say it; open: neither ("refused to say
    whether", "asked if", "did not deny", "if she says").
    """

    ASSERTED = "asserted"
    DENIED = "denied"
    NOT_SAID = "not_said"
    OPEN = "open"


_WITHHELD = frozenset({Stance.DENIED, Stance.NOT_SAID, Stance.OPEN})


class PartKind(StrEnum):
    """What a stretch of a document is for its reader."""

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


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content of one attribution relation (Pareti 2015; Newell et al. 2018).

    Each role may be empty or discontinuous, except `content`, which is never empty. `via` is the
    span of whoever passes the words on ("TASS" in "TASS cited Lavrov as saying").

    `manner` is None where the cue does not tell, `stance` None where nobody has looked yet.
    `hedged` says that the text does not vouch for the attribution itself ("reportedly", "may have
    said", "seems to think").
    """

    source: Spans
    cue: Spans
    content: Spans
    quotation: Quotation
    via: Spans = ()
    manner: Manner | None = None
    stance: Stance | None = None
    hedged: bool = False

    @property
    def withheld(self) -> bool:
        """Whether the content is known not to be asserted: it must not count as the source's."""
        return self.stance in _WITHHELD


@dataclass(frozen=True, slots=True)
class Statement:
    """An attribution in its document, with the person it is resolved to.

    `speaker` is "" where nobody can be named; `basis` says how the name was reached: name, surname,
    post, pronoun, turn; organisation; plural, where several people say it together ("the two
    ministers": their names, with "; " between them); collective, where a group without names does
    (its own words: "officials"). `via` is the chain of those who pass it on, outermost first.
    `turn` is the number of the turn it stands in.
    """

    document: str
    attribution: Attribution
    speaker: str = ""
    basis: str = ""
    via: tuple[str, ...] = ()
    part: PartKind = PartKind.PARAGRAPH
    turn: int | None = None

    @property
    def speakers(self) -> tuple[str, ...]:
        """Each of those who say it together; the one speaker, or nobody, elsewhere."""
        several = self.speaker.split("; ") if self.basis == "plural" else [self.speaker]
        return tuple(name for name in several if name)


class Against(StrEnum):
    """What a finding was held against."""

    RECORD = "record"
    REPORT = "report"
    NOTHING = ""


class PassageKind(StrEnum):
    """What a passage is: a turn of the record, or what a report gives with or without marks."""

    TURN = "turn"
    QUOTATION = "quotation"
    PARAPHRASE = "paraphrase"
    PROSE = "prose"


@dataclass(frozen=True, slots=True)
class Passage:
    """The unit that a quotation is looked up in: a turn, a statement's content, a sentence.

    `text` is the document's own text under `span`, code point for code point, in which whatever
    is not the passage's (a label, a stage direction, the "he said" inside a quotation) is blanked
    to spaces: words keep their offsets and nobody else's words get in. Words quoted inside a turn
    are a passage of their own, of kind quotation, whose speaker is the inner one and `via` the
    outer. The flag "group" marks what several people, a group or, outside a turn, an organisation
    says: it may be the words of any member. Prose of a document that is neither transcript nor
    story is held against as record: its own words (a communique's, say) are its author's.
    """

    document: str
    span: Span
    text: str
    kind: PassageKind
    against: Against
    speaker: str = ""
    role: Role | None = None
    turn: int | None = None
    via: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()

    @property
    def withheld(self) -> tuple[str, ...]:
        """Why these words are not its speaker's: the flags denied, not_said, open.

        They come, as "hedged" does, from the attribution whose content it is.
        """
        return tuple(flag for flag in self.flags if flag in _WITHHELD)


class EditKind(StrEnum):
    """The type of one difference between a quotation and the record."""

    PUNCTUATION = "punctuation"
    CASE = "case"
    SPELLING = "spelling"
    CONTRACTION = "contraction"
    FILLER = "filler"
    BRACKET = "bracket"
    ELLIPSIS = "ellipsis"
    OMISSION = "omission"
    NUMBER_FORM = "number_form"
    NUMBER = "number"
    NEGATION = "negation"
    NAME = "name"
    MODAL = "modal"
    TENSE = "tense"
    ORDER = "order"
    WORDING = "wording"


class Severity(StrEnum):
    """What an edit does to the sense."""

    KEPT = "kept"
    AT_RISK = "at_risk"
    REVERSED = "reversed"


@dataclass(frozen=True, slots=True)
class Edit:
    """One typed difference: `quote` and `record` are the words on either side, "" where none.

    `quote_span` counts in the quotation as given, `record_span` in the document that holds the
    record; either may be empty (start equals end) and still says where.
    """

    kind: EditKind
    quote: str
    record: str
    quote_span: Span
    record_span: Span
    severity: Severity = Severity.KEPT
    marked: bool = False


class Outcome(StrEnum):
    """What a check can find, in the order in which the first that applies is the finding."""

    MISATTRIBUTED = "misattributed"
    PROMOTED = "promoted"
    SPLICED = "spliced"
    ALTERED = "altered"
    TRIMMED = "trimmed"
    EDITED = "edited"
    VERBATIM = "verbatim"
    PARAPHRASE = "paraphrase"
    NOT_IN_RECORD = "not_in_record"
    RECORD_NOT_HELD = "record_not_held"


@dataclass(frozen=True, slots=True)
class Match:
    """A quotation laid on one passage.

    `spans` are the words of the record in the document, piece by piece; `quoted` where each piece
    stands in the quotation; `coverage` the share of the quotation's own words that the passage
    has, 0 to 1.
    """

    passage: Passage
    spans: Spans
    edits: tuple[Edit, ...]
    coverage: float
    quoted: Spans = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """Which records were searched: `held` says whether any covers the speaker at that time.

    `records` are document ids of transcripts that cover them; `searched` counts the passages looked
    through; `why` is one sentence for a person.
    """

    held: bool
    records: tuple[str, ...] = ()
    searched: int = 0
    why: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """What the record says of one quotation; "not in this corpus" is never "not said".

    `also` are the outcomes that apply besides, `flags` such as partial, out_of_context, question,
    independent_translation_possible, short, hedged; denied, not_said or open where the words are
    held only as what was denied, not said or left open. `record` holds the words of the record,
    `context` the turn around them, `link` the way to the exact words. `dating` is the record's day
    as EDTF.
    """

    outcome: Outcome
    quote: str
    coverage: Coverage
    also: tuple[Outcome, ...] = ()
    flags: tuple[str, ...] = ()
    against: Against = Against.NOTHING
    edits: tuple[Edit, ...] = ()
    record: str = ""
    spans: Spans = ()
    context: Span | None = None
    document: str = ""
    speaker: str = ""
    asked: str = ""
    dating: str = ""
    link: str = ""
    others: tuple[Match, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that gave no document, and why, in one line."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a source was resolved to: see `Statement` for the fields."""

    speaker: str = ""
    basis: str = ""
    via: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All that is derived from one document; `fingerprints` go with `passages`, one tuple each.

    `engine` found the statements: "rules", or a learned engine's name and the beginning of the
    SHA-256 of its model ("fast 3f2a91c07b4e"); "" where nothing looked for any.
    """

    document: Document
    structure: Structure
    statements: tuple[Statement, ...] = ()
    passages: tuple[Passage, ...] = ()
    fingerprints: tuple[tuple[int, ...], ...] = ()
    engine: str = ""
