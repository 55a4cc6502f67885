"""What is exported of a document, and under which names its pieces go."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import version
from urllib.parse import quote

from onrecord.checking import Checked
from onrecord.model import Document, Reading, Span, Spans, Statement, Turn
from onrecord.stores import Correction
from onrecord.text import link_into, place_of

SOFTWARE = f"Onrecord {version('onrecord')}"
"""What made a file; it stands in what is exported."""
_SAFE = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Account:
    """A document with what was derived, found and corrected, as far as it is wanted.

    `checked` are its quotations with their findings, empty where nobody checked them.
    """

    reading: Reading
    checked: tuple[Checked, ...] = ()
    corrections: tuple[Correction, ...] = ()

    @property
    def document(self) -> Document:
        """The document itself."""
        return self.reading.document


def web_address(document: Document) -> str:
    """The address of a document's page; "" where it has none that a browser may follow."""
    url = document.url.strip()
    return url if url.lower().startswith(_SAFE) else ""


def link_of(document: Document, spans: Spans) -> str:
    """The link to exact words on the page that they are from; "" where it has no address."""
    return link_into(web_address(document), document.text, spans)


def urn_of_document(document: str) -> str:
    """The name of a document in linked data: `urn:onrecord:document:ID`."""
    return f"urn:onrecord:document:{quote(document, safe='', errors='replace')}"


def urn_of_statement(statement: Statement) -> str:
    """The name of a statement: its document and where its content stands."""
    return urn_of_place("statement", statement.document, statement.attribution.content)


def urn_of_turn(document: str, turn: Turn) -> str:
    """The name of a turn: its document and where its words stand."""
    whole = Span(turn.spans[0].start, turn.spans[-1].end) if turn.spans else turn.label
    return urn_of_place("turn", document, (whole or Span(0, 0),))


def urn_of_place(kind: str, document: str, spans: Spans) -> str:
    """The name of what stands at a place of a document."""
    place = quote(place_of(document, spans), safe="@,-", errors="replace")
    return f"urn:onrecord:{kind}:{place}"


def urn_of_name(kind: str, name: str) -> str:
    """The name of somebody who is known by a name alone: the same name is the same one."""
    return f"urn:onrecord:{kind}:{quote(name, safe='', errors='replace')}"


def words_of(text: str, spans: Spans) -> str:
    """The words of several pieces, a mark of omission where something lies between them."""
    return " … ".join(span.of(text) for span in spans)
