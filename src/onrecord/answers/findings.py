"""A finding as programs are given it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.answers.shapes import Place, Places, answer, like, place, places
from onrecord.model import Cut, Edit, Finding, Match
from onrecord.text import place_of

if TYPE_CHECKING:
    from onrecord.checking import Checked, Stylebook


@answer
class EditAnswer:
    """One typed difference between a quotation and the record."""

    kind: str
    """Its type: punctuation, case, spelling, contraction, filler, bracket, ellipsis, omission,
    number_form, number, negation, name, modal, tense, order or wording."""
    quote: str
    """The quotation's words, "" where it has none."""
    record: str
    """The record's words, "" where it has none."""
    quote_span: Place
    """Where they stand in the quotation as given: [start, end], code points, half-open."""
    record_span: Place
    """Where they stand in the text of the record's document."""
    severity: str
    """What it does to the sense: kept, at_risk or reversed."""
    marked: bool
    """Whether the quotation marks the change, by brackets or an ellipsis."""
    allowed_by: tuple[str, ...]
    """The stylebooks that allow this change."""


@answer
class CutAnswer:
    """Words of the record that were cut off or passed over and put the rest out of its context."""

    why: str
    """condition or denial: it governed what was kept; sentence or turn: the omission crosses it."""
    words: str
    """The words that were cut."""
    span: Place
    """Where they stand in the text of the record's document."""


@answer
class CoverageAnswer:
    """Which records were searched."""

    held: bool
    """Whether any record held covers the speaker at that time."""
    records: tuple[str, ...]
    """The ids of the transcripts that do."""
    searched: int
    """How many passages of theirs were searched."""
    why: str
    """The same in one sentence for a person."""
    by: str
    """How they were searched: "words", or "words and meaning"."""


@answer
class ProofAnswer:
    """What an exhaustive scan of all words held says of a quotation that is not found."""

    words: int
    """How many words were read."""
    passages: int
    """Of how many passages."""
    within: int
    """How many word edits away a stretch was looked for."""
    nearest: int | None
    """The least number of word edits to any stretch held; null where none comes within `within`."""
    passage: int | None
    """The number in the store of the passage where the nearest stretch ends."""


@answer
class OtherAnswer:
    """Another place that has the words, or words like them."""

    document: str
    """The id of its document."""
    at: str
    """Its place: id@start-end, pieces joined by commas."""
    kind: str
    """What stands there: turn, quotation, paraphrase or prose."""
    speaker: str
    """Who is said to have said it there, "" where nobody is named."""
    flags: tuple[str, ...]
    """What has to be known of the passage: denied, not_said, open, hedged, group, retranslated."""
    coverage: float
    """The share of the quotation's words that it has, 0 to 1."""


@answer
class StyleAnswer:
    """What one stylebook says of a quotation."""

    book: str
    """The stylebook's name."""
    allows: bool
    """Whether it allows all that was changed."""
    disallowed: tuple[EditAnswer, ...]
    """The edits that it does not allow."""


@answer
class FindingAnswer:
    """What the record says of one quotation; "not in this corpus" is never "not said"."""

    id: str
    """What the caller called the quotation, or its number."""
    quote: str
    """The quotation as given."""
    finding: str
    """The finding: misattributed, promoted, spliced, altered, trimmed, edited, verbatim,
    paraphrase, not_in_record or record_not_held."""
    also: tuple[str, ...]
    """The findings that apply besides."""
    flags: tuple[str, ...]
    """What has to be known: partial, out_of_context, question, other_date, short, hedged,
    independent_translation_possible, name_unsure; denied, not_said or open where the words are
    held so only."""
    against: str
    """What it was held against: record (a transcript), report (a story), or "" for nothing."""
    edits: tuple[EditAnswer, ...]
    """Every typed difference, in order."""
    outer: tuple[EditAnswer, ...]
    """Differences that no finding counts and some stylebooks do: the first letter's case, the
    final stop, the kind of inner quotation marks."""
    allowed_by: tuple[str, ...]
    """The stylebooks that allow all that was changed."""
    cut: tuple[CutAnswer, ...]
    """What was cut that puts the quotation out of its context."""
    record: str
    """The record's own words, "" where none are held."""
    document: str
    """The id of the document that has them."""
    spans: Places
    """Where they stand in its text."""
    at: str
    """The same in one string: id@start-end, pieces joined by commas."""
    context: Place | None
    """Where the turn, or whatever else stands around them, is."""
    speaker: str
    """Who is on record."""
    asked: str
    """Who was said to have said it."""
    date: str
    """The day of the record, in EDTF."""
    link: str
    """A link to the exact words on their page; id@start-end where there is no URL."""
    coverage: CoverageAnswer
    """Which records were searched for it."""
    proof: ProofAnswer | None
    """How near anything held comes, where that was asked for and nothing was found."""
    others: tuple[OtherAnswer, ...]
    """Other places with these words, or leads where none has them."""
    style: StyleAnswer | None = None
    """What the stylebook that was asked for says of it."""
    quotation: Place | None = None
    """Where the quotation stands in the text that was checked; null where it came alone."""


def finding(
    found: Finding, *, id: str = "", style: Stylebook | None = None, at: Place | None = None
) -> FindingAnswer:
    """A finding for programs; with a stylebook it says which edits that one does not allow.

    `at` is where the quotation stands in the text that was checked.
    """
    return FindingAnswer(
        id=id,
        quote=found.quote,
        finding=found.outcome.value,
        also=tuple(outcome.value for outcome in found.also),
        flags=found.flags,
        against=found.against.value,
        edits=tuple(_edit(edit) for edit in found.edits),
        outer=tuple(_edit(edit, outer=True) for edit in found.outer),
        allowed_by=found.allowed_by,
        cut=tuple(_cut(cut) for cut in found.cut),
        record=found.record,
        document=found.document,
        spans=places(found.spans),
        at=place_of(found.document, found.spans),
        context=place(found.context) if found.context else None,
        speaker=found.speaker,
        asked=found.asked,
        date=found.dating,
        link=found.link,
        coverage=like(CoverageAnswer, found.coverage),
        proof=like(ProofAnswer, found.proof) if found.proof else None,
        others=tuple(_other(match) for match in found.others),
        style=_style(found, style) if style else None,
        quotation=at,
    )


def checked(one: Checked, *, id: str = "", style: Stylebook | None = None) -> FindingAnswer:
    """The finding of a quotation of a text, with its place in it."""
    return finding(one.finding, id=id, style=style, at=place(one.quotation))


def _style(found: Finding, book: Stylebook) -> StyleAnswer:
    from onrecord.checking import disallowed

    return StyleAnswer(
        book=book.name,
        allows=book.name in found.allowed_by,
        disallowed=tuple(_edit(e, outer=e in found.outer) for e in disallowed(found, book)),
    )


def _cut(cut: Cut) -> CutAnswer:
    return CutAnswer(why=cut.why.value, words=cut.words, span=place(cut.span))


def _edit(edit: Edit, *, outer: bool = False) -> EditAnswer:
    from onrecord.checking import books_for

    return EditAnswer(
        kind=edit.kind.value,
        quote=edit.quote,
        record=edit.record,
        quote_span=place(edit.quote_span),
        record_span=place(edit.record_span),
        severity=edit.severity.value,
        marked=edit.marked,
        allowed_by=books_for(edit, outer=outer),
    )


def _other(match: Match) -> OtherAnswer:
    passage = match.passage
    return OtherAnswer(
        document=passage.document,
        at=place_of(passage.document, match.spans or (passage.span,)),
        kind=passage.kind.value,
        speaker=passage.speaker,
        flags=passage.flags,
        coverage=round(match.coverage, 3),
    )
