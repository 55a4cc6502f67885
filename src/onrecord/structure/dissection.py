"""A document taken apart: the one place where the rules of this package meet."""

from __future__ import annotations

from onrecord.model import Document, Kind, Structure
from onrecord.structure.kinds import decide
from onrecord.structure.page import read_page
from onrecord.structure.prose import read_prose
from onrecord.structure.transcript import read_transcript


def dissect(document: Document) -> Structure:
    """The kind of a document, its parts, turns, exchanges and dates; by the rules of its language.

    What was given with the document (kind, speaker, title, publisher, published) wins. Languages
    without rules are read by those of English. Deterministic, no I/O; never raises on any text.
    """
    page = read_page(document)
    verdict = decide(
        document,
        page.blocks,
        page.labels,
        head=page.head,
        title=page.title,
        layout=page.layout,
    )
    if verdict.kind is Kind.TRANSCRIPT:
        return read_transcript(page, verdict.why)
    return read_prose(page, verdict.kind, verdict.why)
