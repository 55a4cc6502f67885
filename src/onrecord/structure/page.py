"""What is read of a document before its kind tells how to go on."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.dates import read_edtf
from onrecord.errors import InputError
from onrecord.languages import language
from onrecord.languages._layout import Layout
from onrecord.model import Dating, Document, Part, PartKind
from onrecord.structure.blocks import Block, split_blocks
from onrecord.structure.furniture import find_furniture, read_editions
from onrecord.structure.head import Head, read_head
from onrecord.structure.labels import Label, find_labels, is_headline


@dataclass(frozen=True, slots=True)
class Page:
    """Blocks, labels, head and furniture of a document; `title` is the given one or its own."""

    document: Document
    layout: Layout
    blocks: tuple[Block, ...]
    labels: tuple[Label, ...]
    furniture: dict[int, str]
    head: Head
    title: str

    def line(self, number: int) -> str:
        """The words of a block."""
        return self.blocks[number].span.of(self.document.text)


# Readers of formats that say themselves who speaks: their labels are never a guess.
_NAMING = ("csv", "tei", "web_vtt")


def read_page(document: Document) -> Page:
    """Blocks, labels, furniture and head of a document, by the rules of its language."""
    layout = language(document.language or "en").layout
    text = document.text
    blocks = split_blocks(text, document.marks)
    furniture = find_furniture(text, blocks, layout)
    basis = "column" if document.provenance.reader.startswith(_NAMING) else "label"
    labels = find_labels(text, blocks, marks=document.marks, basis=basis, layout=layout)
    if not document.title and is_headline(text, blocks, labels):
        labels = ()
    labelled = frozenset(label.block for label in labels)
    head = read_head(document, blocks, labelled=labelled, furniture=furniture, layout=layout)
    own = blocks[head.title].span.of(text) if head.title is not None else ""
    title = " ".join((document.title or own).split())
    return Page(document, layout, blocks, labels, furniture, head, title)


def head_parts(page: Page) -> list[Part]:
    """The parts before the body."""
    return [
        Part(kind, page.blocks[number].span, page.furniture.get(number, ""))
        for number, kind in sorted(page.head.kinds.items())
        if number < page.head.body
    ]


def foot_parts(page: Page) -> list[Part]:
    """The furniture in the body and after it."""
    return [
        Part(PartKind.FURNITURE, page.blocks[number].span, note)
        for number, note in sorted(page.furniture.items())
        if number >= page.head.body
    ]


def editions(page: Page) -> tuple[str, ...]:
    """The languages that the page says it is published in, in its order."""
    text = page.document.text
    return next((found for b in page.blocks if (found := read_editions(b.span.of(text)))), ())


def given_date(page: Page) -> Dating | None:
    """The date of publication that was given, None where none was or it is no EDTF."""
    try:
        return read_edtf(page.document.published) if page.document.published else None
    except InputError:
        return None
