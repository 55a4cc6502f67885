"""One statement of a document with all that is known of it: source, cue, content, the record."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.checking import check_reading
from onrecord.exports.accounts import link_of
from onrecord.model import Reading, Span, Spans, Statement
from onrecord.stores import Store
from onrecord.text import place_of
from onrecord.web.showing import Readings, Shown, citations, show_finding
from onrecord.web.templating import address

BASES = {
    "name": "named here",
    "surname": "by a surname, named in full elsewhere in the document",
    "post": "by a post that the document gives to this name",
    "pronoun": "by a pronoun",
    "turn": "whose turn it is",
    "organisation": "an organisation",
    "plural": "several people together",
    "collective": "a group, by its own words",
    "roster": "by a post, from the roster of who held it on that day",
}
"""How a name was reached, for people."""
STANCES = {
    "asserted": "given as what the source says",
    "denied": "given as what the source says is not so",
    "not_said": "given as what the source did not say",
    "open": "left open: neither said nor denied",
}
"""What an attribution does with its content, for people."""
MANNERS = {
    "speech": "said",
    "writing": "written",
    "thought": "thought, not said",
    "intention": "meant to be done",
}
"""How a source holds the content, for people."""
_QUOTED = {
    "direct": "a direct quotation",
    "indirect": "in the writer's words",
    "mixed": "partly in quotation marks",
}


@dataclass(frozen=True, slots=True)
class Told:
    """A statement for the page: its words, who said it, and what the record has of it.

    `findings` has one for each of its quotations, `travelled` the address of its renderings, `at`
    the place of its words, `link` the way to them on their own page.
    """

    number: int
    many: int
    statement: Statement
    source: str
    cue: str
    content: str
    how: str
    at: str
    link: str
    travelled: str
    findings: tuple[Shown, ...]
    nested: tuple[tuple[int, str], ...]
    citations: tuple[tuple[str, str], ...]

    @property
    def basis(self) -> str:
        """How the name was reached, in words."""
        return BASES.get(self.statement.basis, self.statement.basis)

    @property
    def manner(self) -> str:
        """How the source holds it, in words."""
        manner = self.statement.attribution.manner
        return MANNERS[manner] if manner else ""

    @property
    def stance(self) -> str:
        """What the attribution does with the content, in words; "" where it is just given."""
        found = self.statement.attribution
        return STANCES[found.stance] if found.stance and found.withheld else ""


def tell(reading: Reading, number: int, store: Store) -> Told:
    """All that is known of the statement of this number, from 1.

    Its quotations are checked against all other documents.
    """
    statement = reading.statements[number - 1]
    document, found = reading.document, statement.attribution
    words = _words(found.content, document.text)
    at = place_of(document.id, found.content)
    hull = Span(min(s.start for s in found.content), max(s.end for s in found.content))
    return Told(
        number,
        len(reading.statements),
        statement,
        _words(found.source, document.text),
        _words(found.cue, document.text),
        words,
        _QUOTED[found.quotation],
        at,
        link_of(document, found.content),
        address("/utterance", at=f"{document.id}@{hull.start}-{hull.end}"),
        _findings(reading, statement, store),
        tuple(_nested(reading, number)),
        citations(reading, statement),
    )


def _words(spans: Spans, text: str) -> str:
    return " … ".join(" ".join(span.of(text).split()) for span in spans)


def _findings(reading: Reading, statement: Statement, store: Store) -> tuple[Shown, ...]:
    """What all other documents have of each of its quotations."""
    alone = replace(reading, statements=(statement,))
    readings = Readings(store)
    return tuple(
        show_finding(one.finding, readings, number=number)
        for number, one in enumerate(
            check_reading(alone, store, leave_out=reading.document.id), start=1
        )
    )


def _nested(reading: Reading, number: int) -> list[tuple[int, str]]:
    """Other statements whose content shares words with this one's, with who makes them."""
    mine = reading.statements[number - 1].attribution.content
    return [
        (other, one.speaker or "nobody named")
        for other, one in enumerate(reading.statements, start=1)
        if other != number and any(a.meets(b) for a in mine for b in one.attribution.content)
    ]
