"""What the tools give back: answers as everywhere, with what an agent needs beside them."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from onrecord.answers import DocumentAnswer, FindingAnswer, StatementAnswer
from onrecord.answers.documents import TurnAnswer
from onrecord.answers.shapes import Place, answer


class Result(BaseModel):
    """What every tool's result is made from; the words under fields describe them in schemas."""

    model_config = ConfigDict(use_attribute_docstrings=True, extra="forbid")


class Page(Result):
    """A result that may go on: the rest comes with the same arguments and this cursor."""

    next_cursor: str
    """Give it as `cursor`, with the same other arguments, for what follows; "" at the end."""


@answer
class CitationAnswer:
    """What to cite: a document, the place of the words in it, and links that lead to them."""

    text: str
    """A citation in one line, ready to print."""
    document: str
    """The id of the document; get_document takes it."""
    at: str
    """The place of the exact words, id@start-end; get_document takes it too."""
    link: str
    """A link to the exact words on their page, "" where the document has no web address."""
    resource: str
    """The document as a resource of this server."""


@answer
class UncheckedAnswer:
    """Words in quotation marks that were not checked, and why not."""

    quotation: Place
    """Where they stand in the text: [start, end], code points, half-open."""
    words: str
    """The words, cut where they are long."""
    why: str
    """Why they were not checked."""


@answer
class StatementFound:
    """A statement that answers to a search, and what to cite for it."""

    statement: StatementAnswer
    """Who is said to have said what."""
    citation: CitationAnswer
    """Where its content stands."""


@answer
class PassageFound:
    """Sentences of a turn or a report that answer to a search, and what to cite for them."""

    words: str
    """The sentences, as they stand in the document."""
    kind: str
    """turn (of a transcript), quotation, paraphrase or prose (of a report)."""
    speaker: str
    """Who says them, "" where nobody is named."""
    via: tuple[str, ...]
    """Who passes them on, outermost first."""
    flags: tuple[str, ...]
    """What has to be known of them: denied, not_said, open, hedged, group, retranslated."""
    date: str
    """The day of the document, in EDTF."""
    citation: CitationAnswer
    """Where they stand."""


@answer
class EvidenceAnswer:
    """Words of a document that a line of a dossier stands on."""

    standing: str
    """What they are to the line: evidence, outcome (of a promise), before or after (of a shift)."""
    words: str
    """The words."""
    speaker: str
    """Who says them, "" where the document itself does."""
    via: str
    """Who passes them on, outermost first, joined by " > "."""
    publisher: str
    """Who put the document out."""
    said: str
    """When they were said, in EDTF."""
    flags: str
    """What has to be known of them: question, denied, not_said, open, hedged, joined by "; "."""
    document: str
    """The id of the document."""
    at: str
    """The place of the words, id@start-end."""
    link: str
    """A link to the exact words on their page, "" where there is none."""


@answer
class DossierLineAnswer:
    """One line of a dossier, with the evidence that fits on this page."""

    kind: str
    """role, post, meeting, agreement, promise, position, shift, discrepancy or missing."""
    id: str
    """Its id, "" for a shift and for what is missing."""
    belongs: str
    """The words that tie it to the process, "" where the same documents merely speak of it."""
    title: str
    """The line in words."""
    subject: str
    """Who."""
    relation: str
    """Is, does or says what."""
    object: str
    """Of which."""
    number: str
    """The number of a meeting or an instrument."""
    date: str
    """Its day, in EDTF."""
    place: str
    """Its place."""
    parties: str
    """Who took part or signed."""
    state: str
    """announced, held, put_off; of a promise what became of it; of a position its leaning."""
    why: str
    """Why that is its state, or why the line is pointed at."""
    corrected: str
    """What people corrected of it."""
    evidence: tuple[EvidenceAnswer, ...]
    """The words it stands on; a line with more of them comes again on the next page."""


class QuoteChecked(Result):
    """What the record says of one quotation."""

    summary: str
    """The finding in a few plain sentences; read it before you use the quotation."""
    advice: str
    """What the finding lets you write, and what it does not."""
    around: str
    """The words around the record's own, which stand between ⟦ and ⟧; "" where none are held."""
    citation: CitationAnswer | None
    """What to cite for the record's words; null where none are held."""
    finding: FindingAnswer
    """The finding in full, with every difference."""


class TextChecked(Page):
    """What the record says of every quotation of a text that is given to a speaker."""

    summary: str
    """How many quotations there are, and what was found of those on this page."""
    quotations: int
    """How many quotations of the text are given to a speaker and checked, on all pages."""
    others: int
    """How many other places stand in quotation marks; they come behind, in `unchecked`."""
    first: int
    """The number of the first finding on this page, counted from 1; 0 where it has none."""
    findings: tuple[FindingAnswer, ...]
    """Their findings, in order of the text; `quotation` says where each stands in it."""
    unchecked: tuple[UncheckedAnswer, ...]
    """Other words in quotation marks, of which nothing is known."""


class SearchPage(Page):
    """What answers to a search, best first."""

    total: int
    """How many hits there are on all pages."""
    any_word: bool
    """Whether none has all words of the query, and these have some of them."""
    statements: tuple[StatementFound, ...]
    """Statements of this page, where those were looked for."""
    passages: tuple[PassageFound, ...]
    """Sentences of this page, where those were looked for."""


class DocumentPage(Page):
    """A stretch of a document, and whose words stand in it."""

    document: DocumentAnswer
    """What is known of the document."""
    span: Place
    """Which stretch of the whole text `text` is: [start, end], code points, half-open."""
    length: int
    """How long the whole text is, in code points."""
    text: str
    """The words of that stretch, as they stand in the document."""
    turns: tuple[TurnAnswer, ...]
    """Who speaks in it, in a transcript; places count in the whole text."""


class DossierPage(Page):
    """Lines of the memory of a process, each standing on exact words."""

    process: str
    """Which process."""
    title: str
    """What it is called."""
    as_of: str
    """The day that it is as of, "" for all that is held."""
    documents: int
    """How many documents held belong to the process."""
    earliest: str
    """The day of the first of them."""
    latest: str
    """The day of the last of them."""
    note: str
    """What a dossier can tell and what it cannot."""
    lines: tuple[DossierLineAnswer, ...]
    """The lines of this page."""


class Failed(Result):
    """Why a tool gave no result."""

    code: str
    """bad_arguments, bad_input, bad_cursor, too_large, not_found, ambiguous, unknown_tool,
    store_busy, store_error, not_available or internal."""
    message: str
    """One line that says what is wrong and, where something can be done, what."""
