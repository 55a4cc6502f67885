"""What is cited: a document, or a place in one, with all that a citation of it needs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onrecord.dates import read_edtf
from onrecord.errors import InputError
from onrecord.exports.accounts import (
    link_of,
    urn_of_document,
    urn_of_place,
    urn_of_statement,
    urn_of_turn,
    web_address,
    words_of,
)
from onrecord.model import (
    Against,
    Dating,
    Document,
    Finding,
    Kind,
    Outcome,
    Quotation,
    Reading,
    Span,
    Spans,
    Statement,
    Turn,
)

Cited = Turn | Statement | Finding
"""What of a document can be cited beside the document itself."""
_LONGEST = 300
_MARKS = ' "“”„«»'


@dataclass(frozen=True, slots=True)
class Reference:
    """A document or a place in it, as a citation needs it; "" for what is not known.

    `author` is who wrote or speaks the whole, never who is merely reported in it. `issued` is the
    day on which it was put out, else the day of the event, None where neither is known. `words`
    are those of the place, `said_by` whose they are held to be; with `retold` they are the
    document's own for what was said, and stand in no quotation marks. `place` says where they
    stand (turn and code points). `link` leads to the exact words. `note` is what a check of a
    quotation found.
    """

    id: str
    kind: Kind
    title: str
    author: str = ""
    publisher: str = ""
    issued: Dating | None = None
    event: Dating | None = None
    url: str = ""
    link: str = ""
    language: str = ""
    words: str = ""
    said_by: str = ""
    retold: bool = False
    place: str = ""
    note: str = ""
    accessed: date | None = None

    @property
    def told(self) -> str:
        """Whose words they are and the words, which are quoted only where they are theirs."""
        if not self.words:
            return ""
        who = self.said_by or "Speaker not named"
        if self.retold:
            by = f", as {self.publisher} tells it" if self.publisher else ", in the report's words"
            return f"{who}{by}: {self.words}"
        return f"{who}: “{self.words.strip(_MARKS)}”"


def reference_to(
    reading: Reading, cited: Cited | None = None, *, accessed: date | None = None
) -> Reference:
    """The reference to a document, or to a turn, a statement or a finding's record in it.

    `accessed` is the day on which somebody looked at the page; nothing is said where it is None.
    `InputError` for a finding whose record is not in this document, or that has none: where no
    record is held there is nothing to cite.
    """
    document, structure = reading.document, reading.structure
    spans, identifier, said_by, note = _place(reading, cited)
    issued = _dating(document.published) or structure.published or structure.dating
    speakers = dict.fromkeys(turn.speaker for turn in structure.turns if turn.speaker)
    alone = document.speaker or (next(iter(speakers)) if len(speakers) == 1 else "")
    return Reference(
        id=identifier,
        kind=structure.kind,
        title=" ".join((document.title or structure.title).split()),
        author=document.author or (alone if structure.kind is Kind.TRANSCRIPT else ""),
        publisher=document.publisher or structure.publisher,
        issued=issued,
        event=structure.dating,
        url=web_address(document),
        link=link_of(document, spans) if spans else web_address(document),
        language="" if document.language == "und" else document.language,
        words=_short(words_of(document.text, spans)),
        said_by=said_by,
        retold=_retold(cited),
        place=_told(cited, spans),
        note=note,
        accessed=accessed,
    )


def _place(reading: Reading, cited: Cited | None) -> tuple[Spans, str, str, str]:
    """The spans of what is cited, its name, whose words they are, and what was found of them."""
    document = reading.document
    match cited:
        case None:
            return (), urn_of_document(document.id), "", ""
        case Turn():
            whole = Span(cited.spans[0].start, cited.spans[-1].end) if cited.spans else Span(0, 0)
            return (whole,), urn_of_turn(document.id, cited), cited.speaker, ""
        case Statement():
            own = cited.attribution.content
            return own, urn_of_statement(cited), cited.speaker, ""
        case Finding():
            _refuse(cited, document)
            name = urn_of_place("finding", document.id, cited.spans)
            return cited.spans, name, cited.speaker, _found(cited)


def _retold(cited: Cited | None) -> bool:
    """Whether the words are a reporter's own for what somebody said."""
    match cited:
        case Statement():
            return cited.attribution.quotation is not Quotation.DIRECT
        case Finding():
            found = {cited.outcome, *cited.also}
            reported = cited.against is Against.REPORT and Outcome.PARAPHRASE in found
            return reported or Outcome.PROMOTED in found
        case _:
            return False


def _refuse(finding: Finding, document: Document) -> None:
    if not finding.document or not finding.spans:
        raise InputError("no record of these words is held, so there is nothing to cite")
    if finding.document != document.id:
        raise InputError(f"the record is in {finding.document}, not in {document.id}")


def _found(finding: Finding) -> str:
    plain = finding.outcome.value.replace("_", " ")
    return f"Onrecord: {plain}; quotation as given: “{_short(' '.join(finding.quote.split()))}”"


def _told(cited: Cited | None, spans: Spans) -> str:
    if not spans:
        return ""
    number = cited.number if isinstance(cited, Turn) else None
    if isinstance(cited, Statement):
        number = cited.turn
    turn = f"turn {number + 1}, " if number is not None else ""
    where = Span(spans[0].start, spans[-1].end)
    return f"{turn}characters {where.start}–{where.end}"


def _short(words: str) -> str:
    plain = " ".join(words.split())
    if len(plain) <= _LONGEST:
        return plain
    return f"{plain[:_LONGEST].rsplit(' ', maxsplit=1)[0]} […]"


def _dating(edtf: str) -> Dating | None:
    try:
        return read_edtf(edtf) if edtf else None
    except InputError:
        return None
