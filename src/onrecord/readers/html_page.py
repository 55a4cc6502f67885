"""HTML: the words of the article, what the page says of itself, and what was left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.errors import ReadError
from onrecord.model import Document, Failure, PartKind
from onrecord.readers.blocks import Block, compose, label_known_names, paragraphs
from onrecord.readers.encodings import decode
from onrecord.readers.html_head import Headed, head_of
from onrecord.readers.html_metadata import metadata
from onrecord.readers.html_pruning import note, prune, told
from onrecord.readers.html_segments import Segment, segments, words_of
from onrecord.readers.html_selection import declared_body, main_segments
from onrecord.readers.sources import Found, Reader, Source, document_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

READER = Reader("html_page", "1", "text/html")
LONGEST_HEADING = 200
START = re.compile(
    r"(?:<\?xml[^>]{0,200}>|<!--.{0,2000}?-->|\s)*"
    r"<(?:!doctype\s+html|html|head|body|meta|title|article|main|div|section|p|h[1-6])\b",
    re.IGNORECASE | re.DOTALL,
)


def read_html_page(source: Source) -> Iterator[Document | Failure]:
    """One document: headline, standfirst, date and place where the page marks them, then its text.

    Limits: what a script would write is not there, and a page without marks of its own is read as
    trafilatura understands it. No-break spaces become ordinary ones, soft hyphens go, a line break
    stays one. `dropped` lists the furniture, and says where the file was cut in the middle.
    """
    decoded = decode(source.data)
    root = _parse(decoded.text)
    fields = metadata(root)
    bodies = declared_body(root, fields["url"])
    notes = prune(root, _kept(root, bodies))
    blocks, used = _blocks(root, bodies)
    text, marks = compose(blocks)
    cut = _cut(decoded.text)
    if not text.strip():
        raise ReadError(f"HTML without text{', cut in the middle' if cut else ''}")
    notes += _outside(root, used)
    dropped = (*decoded.notes, *cut, *told(notes))
    yield document_of(source, READER, Found(text, marks, fields, dropped, decoded.encoding))


def looks_like_html(head: str) -> bool:
    """Whether the file begins as a page or a piece of one."""
    return START.match(head) is not None


def _parse(text: str) -> HtmlElement:
    from lxml import etree, html

    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True
    )
    body = re.sub(r"\A\s*<\?xml[^>]*>", "", text)
    try:
        return html.document_fromstring(body.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        raise ReadError("HTML without text") from None


def _kept(root: HtmlElement, bodies: Sequence[HtmlElement]) -> frozenset[HtmlElement]:
    """The bodies, the headlines, and all they stand in, which are never furniture."""
    kept = {root, *root.iter("body"), *bodies}
    for element in (*bodies, *(root.iter("h1") if bodies else ())):
        if element in bodies or _together(element, bodies):
            kept.update(element.iterancestors())
            kept.add(element)
    return frozenset(kept)


def _together(heading: HtmlElement, bodies: Sequence[HtmlElement]) -> bool:
    """Whether an article or the page's main element holds both the heading and a body."""
    for above in heading.iterancestors("article", "main"):
        return any(above in body.iterancestors() or above is body for body in bodies)
    return False


def _blocks(
    root: HtmlElement, bodies: Sequence[HtmlElement]
) -> tuple[list[Block], list[HtmlElement]]:
    """The blocks of head and text, and the elements that they stand in."""
    main = main_segments(root, bodies)
    if not main:
        return [], []
    above = _above(root, main)
    found: list[Block] = []
    for kind, value, segment in above:
        _add_head(found, (kind, value, segment))
    has_headline = any(kind == PartKind.HEADLINE for kind, _, _ in above)
    for segment in main:
        kind = PartKind.HEADING if segment.heading else PartKind.PARAGRAPH
        if segment.element.tag == "h1" and not has_headline:
            kind, has_headline = PartKind.HEADLINE, True
        found += _block(segment, kind)
    return label_known_names(map(_as_heading, found)), [
        segment.element for segment in (*(s for _, _, s in above), *main)
    ]


def _block(segment: Segment, kind: PartKind) -> list[Block]:
    if kind in (PartKind.PARAGRAPH, PartKind.STANDFIRST):
        return paragraphs(segment.text, segment.bold, kind=kind)
    lines = paragraphs(segment.text, segment.bold, kind=kind)
    return [Block(" ".join(line.text for line in lines), kind)] if lines else []


def _as_heading(block: Block) -> Block:
    """A short paragraph that is bold from end to end and has no stop is a heading but in name."""
    text = block.text
    bold = block.kind == PartKind.PARAGRAPH and not block.label and block.bold >= len(text)
    if not bold or len(text) > LONGEST_HEADING or text[-1] in ".!?:;,":
        return block
    named = any(letter.isalpha() for letter in text)
    return replace(block, kind=PartKind.HEADING) if named else block


def _add_head(found: list[Block], headed: Headed) -> None:
    """A date in two pieces, day and hour, is one line; a place stands on the line below it."""
    kind, value, segment = headed
    for block in _block(segment, kind):
        last = found[-1] if found else None
        dated = last is not None and last.kind == PartKind.DATE
        if last and dated and kind == PartKind.DATE:
            found[-1] = replace(last, text=f"{last.text} {block.text}", value=last.value or value)
        else:
            close = dated and kind == PartKind.DATELINE
            found.append(Block(block.text, kind, value, close=close))


def _above(root: HtmlElement, main: Sequence[Segment]) -> list[Headed]:
    first = main[0].element
    everything = segments(root)
    place = next((at for at, one in enumerate(everything) if one.element is first), 0)
    inside = next(first.iterancestors("article", "main"), None)
    if inside is None:
        heads = [h1 for h1 in root.iter("h1") if h1 is not first]
        inside = next(
            (up for up in first.iterancestors() if heads and heads[0] in up.iter("h1")), first
        )
    return head_of(everything[:place], inside)


def _outside(root: HtmlElement, used: Sequence[HtmlElement]) -> list[str]:
    """The words of what was seen and not taken, one note for each piece of the page."""
    holding = {above for element in used for above in (element, *element.iterancestors())}
    notes: list[str] = []
    todo = list(root.iter("body"))
    while todo:
        element = todo.pop()
        if element not in holding:
            notes.append(note("outside the text", words_of(element)))
        elif element not in used:
            todo.extend(reversed(element))
    return [line for line in notes if line]


def _cut(text: str) -> tuple[str, ...]:
    """Whether the file ends before the page does: it opens `html` or `body` and closes neither."""
    tail = text[-4096:].lower()
    opened = re.search(r"<(?:html|body)\b", text[:65536], re.IGNORECASE)
    closed = "</html" in tail or "</body" in tail
    broken = tail.rfind("<") > tail.rfind(">")
    if (opened and not closed) or broken:
        return ("cut: the file ends in the middle of the page; what there is was read",)
    return ()
