"""Renderings from what a store holds: a passage with who put it out, when, and whom it credits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from onrecord.model import Against, Kind, Passage, Reading, Rendering, Span, Spans
from onrecord.stores import Store
from onrecord.text import words
from onrecord.tracing.outlets import same_outlet

_BLANK = 5
"""Spaces in a row that stand where somebody else's words were."""


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a document says of itself that matters for where its words are from."""

    outlet: str
    names: tuple[str, ...]
    credits: tuple[str, ...]
    dated: str
    earliest: date | None
    latest: date | None
    title: str
    url: str
    language: str
    story: str = ""


class Imprints:
    """The imprints of documents, each asked for once."""

    def __init__(self, ask: Callable[[str], Imprint]) -> None:
        self._ask = ask
        self._held: dict[str, Imprint] = {}

    @classmethod
    def of_store(cls, store: Store) -> Imprints:
        """Those of a store's documents."""

        def ask(document: str) -> Imprint:
            story = store.first_copies([document]).get(document, "")
            return replace(imprint(store.load(document)), story=story)

        return cls(ask)

    def of(self, document: str) -> Imprint:
        """The imprint of a document."""
        if document not in self._held:
            self._held[document] = self._ask(document)
        return self._held[document]

    def rendering(self, passage: Passage, spans: Spans = ()) -> Rendering:
        """A passage, or these spans of it, as a rendering."""
        found = self.of(passage.document)
        return Rendering(
            passage,
            spans or own_spans(passage),
            found.outlet,
            found.dated,
            found.earliest,
            found.latest,
            found.names,
            found.credits,
            found.title,
            found.url,
            found.language,
            found.story,
        )


def imprint(reading: Reading) -> Imprint:
    """Outlet, day and credits of a document; an agency in the dateline of another's is a credit."""
    document, structure = reading.document, reading.structure
    publisher = document.publisher or structure.publisher
    agency = structure.agency
    own = not publisher or same_outlet(publisher, agency)
    names = [name for name in (publisher, agency if own else "") if name]
    given = [agency] if agency and not own else []
    via = [name for statement in reading.statements for name in statement.via]
    event, published = structure.dating, structure.published
    day = event or published if structure.kind is Kind.TRANSCRIPT else published or event
    return Imprint(
        publisher or agency,
        tuple(names),
        tuple(dict.fromkeys([*given, *via])),
        day.edtf if day else document.published,
        day.earliest if day else None,
        day.latest if day else None,
        document.title or structure.title,
        document.url,
        document.language or "en",
    )


def own_spans(passage: Passage) -> Spans:
    """A passage's own words: its span without what was blanked at its ends and between its pieces.

    A stretch blanked for somebody else's words is wider than any space between two words.
    """
    found = [word.span for word in words(passage.text)]
    if not found:
        return (passage.span,)
    by = passage.span.start
    if passage.against is Against.RECORD and passage.turn is not None:
        return (Span(by + found[0].start, by + found[-1].end),)
    pieces = [found[0]]
    for word in found[1:]:
        gap = passage.text[pieces[-1].end : word.start]
        if gap.count(" ") >= _BLANK:
            pieces.append(word)
        else:
            pieces[-1] = Span(pieces[-1].start, word.end)
    return tuple(Span(by + piece.start, by + piece.end) for piece in pieces)
