"""A finding as every page shows it: laid out, with its document and citations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from onrecord.checking import Stylebook, disallowed
from onrecord.exports import CITATIONS, cite
from onrecord.exports.accounts import link_of
from onrecord.model import Edit, Finding, Outcome, Reading, Span, Spans, Statement
from onrecord.stores import Store
from onrecord.text import place_of
from onrecord.web.laying_out import LaidOut, lay_out

OTHERS, RECORDS = 5, 50
"""Other matches and covering records of a finding that are shown by name."""
_SAFE = frozenset({Outcome.VERBATIM, Outcome.EDITED})
_NAMES = {"chicago": "Chicago", "apa": "APA", "bibtex": "BibTeX", "csl-json": "CSL-JSON"}


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding for a page.

    `refused` are the edits that the stylebook asked for does not allow. `place` is where the
    quotation stands in a text, None where it was asked for by itself; `again` the address of a
    check of it alone. `citations` are of the record's words, by the name of their form. `titles`
    are what the documents that it names beside its own are called, by id; one without a title is
    not among them.
    """

    number: int
    laid: LaidOut
    title: str = ""
    refused: tuple[Edit, ...] = ()
    open: bool = True
    place: Span | None = None
    again: str = ""
    citations: tuple[tuple[str, str], ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)

    @property
    def finding(self) -> Finding:
        """The finding itself."""
        return self.laid.finding


@dataclass(slots=True)
class Readings:
    """The documents that findings of one page rest on, each read once."""

    store: Store
    known: dict[str, Reading] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)

    def of(self, finding: Finding) -> Reading | None:
        """The document that holds a finding's record; None where nothing is held."""
        if not finding.document:
            return None
        if finding.document not in self.known:
            self.known[finding.document] = self.store.load(finding.document)
        return self.known[finding.document]

    def titles_of(self, finding: Finding) -> dict[str, str]:
        """What the records that cover a finding and those of its other matches are called."""
        elsewhere = [match.passage.document for match in finding.others[:OTHERS]]
        named = {*finding.coverage.records[:RECORDS], *elsewhere}
        for id in named - self.titles.keys():
            self.titles[id] = self.store.listed(id).title
        return {id: self.titles[id] for id in named if self.titles[id]}


def show_finding(
    finding: Finding,
    readings: Readings,
    *,
    number: int = 1,
    book: Stylebook | None = None,
    place: Span | None = None,
    again: str = "",
) -> Shown:
    """A finding for a page; one of several is open where something is wrong with the quotation.

    Its link leads to the record's words alone, however often the page has the like.
    """
    reading = readings.of(finding)
    if reading is None:
        laid = lay_out(finding)
        return Shown(number, laid, place=place, again=again, titles=readings.titles_of(finding))
    document = reading.document
    finding = replace(finding, link=link_of(document, finding.spans) or finding.link)
    return Shown(
        number,
        lay_out(finding, document.text),
        document.title or reading.structure.title or finding.document,
        disallowed(finding, book) if book and finding.record else (),
        open=place is None or finding.outcome not in _SAFE,
        place=place,
        again=again,
        citations=citations(reading, finding),
        titles=readings.titles_of(finding),
    )


def citations(
    reading: Reading, cited: Finding | Statement | None = None
) -> tuple[tuple[str, str], ...]:
    """A citation of a document, or of these words of it, in each form, by the form's name.

    The last is the document's id with the place of the words in it.
    """
    forms = [(_NAMES[form], cite(reading, cited, form=form)) for form in CITATIONS]
    match cited:
        case None:
            spans: Spans = (Span(0, len(reading.document.text)),)
        case Finding():
            spans = cited.spans
        case Statement():
            spans = cited.attribution.content
    return (*forms, ("Place", place_of(reading.document.id, spans)))
