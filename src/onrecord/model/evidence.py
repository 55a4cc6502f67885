"""What a quotation is looked up in, how it differs, and what is found."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from onrecord.model.documents import Role, Span, Spans
from onrecord.model.statements import WITHHELD

BY_WORDS = "words"
BY_MEANING = "words and meaning"
"""How records were searched."""


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
        return tuple(flag for flag in self.flags if flag in WITHHELD)


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

    def moved(self, by: int) -> Edit:
        """The edit of a quotation that begins `by` code points further on; negative is back."""
        return replace(self, quote_span=self.quote_span.moved(by))


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
    has, 0 to 1. `looked` is the stretch of the passage's text that was looked at, None where all
    of it was.
    """

    passage: Passage
    spans: Spans
    edits: tuple[Edit, ...]
    coverage: float
    quoted: Spans = ()
    looked: Span | None = None


class CutKind(StrEnum):
    """Why what was cut matters: it governed what was kept, or what is joined stands apart."""

    CONDITION = "condition"
    DENIAL = "denial"
    SENTENCE = "sentence"
    TURN = "turn"


@dataclass(frozen=True, slots=True)
class Cut:
    """Words of the record that were cut off or passed over and put the rest out of its context.

    A condition or a denial governed what was kept and stood at its edge; `sentence` and `turn` say
    what an omission crosses. `span` counts in the record's document.
    """

    why: CutKind
    words: str
    span: Span


@dataclass(frozen=True, slots=True)
class Coverage:
    """Which records were searched: `held` says whether any covers the speaker at that time.

    `records` are document ids of transcripts that cover them; `searched` counts the passages looked
    through; `why` is one sentence for a person. `by` says how they were searched: by words, or by
    words and meaning (the extra `semantic`), which is done only where no words are held.
    """

    held: bool
    records: tuple[str, ...] = ()
    searched: int = 0
    why: str = ""
    by: str = BY_WORDS


@dataclass(frozen=True, slots=True)
class Proof:
    """What an exhaustive scan of the words held says of a quotation.

    `words` were searched, of `passages`, every one of them. `nearest` is the least number of word
    edits (a word put in, left out or changed) by which any stretch of them differs from it, None
    where none comes within `within`; then no such words are held. `passage` is the number in the
    store of the passage where the nearest stretch ends. Stretches may run across the edge between
    passages taken in one after another; the nearest can be a chance likeness of hashes, which
    reading the passage would tell.
    """

    words: int
    passages: int
    within: int
    nearest: int | None = None
    passage: int | None = None

    @property
    def absent(self) -> bool:
        """Whether nothing comes as near as `within`."""
        return self.nearest is None


@dataclass(frozen=True, slots=True)
class Finding:
    """What the record says of one quotation; "not in this corpus" is never "not said".

    `also` are the outcomes that apply besides, `flags` such as partial, out_of_context, question,
    independent_translation_possible, short, hedged, name_unsure; denied, not_said or open where the
    words are held only as what was denied, not said or left open. `record` holds the words of the
    record, `context` the turn around them, `link` the way to the exact words. `dating` is the
    record's day as EDTF. `cut` is what was cut that puts it out of its context. `outer` are
    differences that no finding counts (the first letter's case, the final stop, the kind of inner
    quotation marks) and that some stylebooks do; `allowed_by` names the stylebooks that allow all
    that was changed. `proof` is there where one was asked for and nothing was found.
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
    proof: Proof | None = None
    cut: tuple[Cut, ...] = ()
    outer: tuple[Edit, ...] = ()
    allowed_by: tuple[str, ...] = ()
