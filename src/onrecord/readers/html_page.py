"""HTML: the words of the article, what the page says of itself, and what was left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from onrecord.errors import ReadError
from onrecord.model import Document, Failure
from onrecord.readers.blocks import Block, compose, paragraphs
from onrecord.readers.encodings import decode
from onrecord.readers.html_blocks import page_of
from onrecord.readers.html_extractors import extractor
from onrecord.readers.html_metadata import declared_text, metadata
from onrecord.readers.html_pruning import beginning, note, prune, told
from onrecord.readers.html_selection import declared_body
from onrecord.readers.inputs import Found, Input, document_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

INLINE_TAG = re.compile(
    r"</?(?:a|b|big|center|em|font|i|small|span|strong|sub|sup|tt|u)\b[^<>]*>", re.IGNORECASE
)
BLOCK_TAG = re.compile(
    r"</?(?:blockquote|dd|div|dl|dt|li|ol|section|table|tbody|td|th|tr|ul)\b[^<>]*>", re.IGNORECASE
)
NESTING_TAG = re.compile(
    r"</?(?!(?:p|br|h[1-6]|html|head|body|title|meta|link|script|style)\b)[a-z][^<>]*>",
    re.IGNORECASE,
)
DEEPEST = 256
STRUCK = ("s", "strike", "del")
ONLY_DECLARED = "page: no text but what its JSON-LD holds"
USUAL = 2_000_000  # bytes of a page
START = re.compile(
    r"(?:<\?xml[^>]{0,200}>|<!--.{0,2000}?-->|\s)*"
    r"<(?:!doctype\s+html|html|head|body|meta|title|article|main|div|section|p|h[1-6])\b",
    re.IGNORECASE | re.DOTALL,
)


def read_html_page(entry: Input) -> Iterator[Document | Failure]:
    """One document: headline, standfirst, date and place where the page marks them, then its text.

    Limits: what a script would write is not there, and a page without marks of its own is read as
    the extractor understands it, whose name is the reader's. No-break spaces become ordinary ones,
    soft hyphens go, a line break stays one. `dropped` lists the furniture, and says where the file
    was cut in the middle.
    """
    decoded = decode(entry.data, entry.charset)
    root, deep = _parse(decoded.text)
    held = _held(root, len(entry.data))
    fields = metadata(root)
    declared = declared_text(root)
    bodies = declared_body(root)
    notes = prune(root, _kept(root, bodies))
    using = extractor(entry.extractor)
    page = page_of(root, bodies, using.extract)
    text, marks = compose(page.blocks or _declared(declared))
    cut = _cut(decoded.text)
    if not text.strip():
        raise ReadError(f"HTML without text{', cut in the middle' if cut else ''}")
    notes += _outside(root, page.used) if page.blocks else [ONLY_DECLARED]
    notes += [note("struck through, kept", beginning(one)) for one in root.iter(*STRUCK)]
    del held
    dropped = (*decoded.notes, *cut, *deep, *told([line for line in notes if line]))
    yield document_of(entry, using.reader, Found(text, marks, fields, dropped, decoded.encoding))


def looks_like_html(head: str) -> bool:
    """Whether the file begins as a page or a piece of one."""
    return START.match(head) is not None


def _parse(text: str) -> tuple[HtmlElement, tuple[str, ...]]:
    """The tree of a page, and a note where it was nested too deep for one.

    No page means 256 levels: it never closes its `font`, say. Work on a page grows with its depth,
    and the parser stops at the 2048th level. Such a page is read again without what nests, and if
    that is not enough without all but its paragraphs, so that no word is lost.
    """
    body = re.sub(r"\A\s*<\?xml[^>]{0,400}>", "", text)
    root, whole = _tree(body)
    if whole and not _deeper(root):
        return root, ()
    flat = BLOCK_TAG.sub("<p>", INLINE_TAG.sub("", body))
    root, whole = _tree(flat)
    if not whole or _deeper(root):
        root, _ = _tree(NESTING_TAG.sub("<p>", flat))
    return root, ("page: nested too deep; read without what is bold or a link",)


def _deeper(root: HtmlElement) -> bool:
    """Whether any element stands deeper than the deepest that is read as it stands."""
    from lxml import etree

    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST:
            return True
    return False


def _held(root: HtmlElement, size: int) -> list[HtmlElement]:
    """Every element of a page of usual size, to be held while it is read.

    lxml makes the Python object of an element each time that it is met, unless somebody holds it.
    """
    return [*root.iter()] if size <= USUAL else []


def _tree(body: str) -> tuple[HtmlElement, bool]:
    from lxml import etree, html

    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        root = html.document_fromstring(body.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        raise ReadError("HTML without text") from None
    return root, all("Excessive depth" not in entry.message for entry in parser.error_log)


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


def _declared(text: str) -> list[Block]:
    """The paragraphs of a text that stands in the JSON-LD alone, where a script would write it."""
    return [block for line in text.split("\n") for block in paragraphs(line)]


def _outside(root: HtmlElement, used: Sequence[HtmlElement]) -> list[str]:
    """The words of what was seen and not taken, one note for each piece of the page."""
    taken = frozenset(used)
    holding = taken.union(*(element.iterancestors() for element in taken))
    notes: list[str] = []
    todo = list(root.iter("body"))
    while todo:
        element = todo.pop()
        if element not in holding:
            notes.append(note("outside the text", beginning(element)))
        elif element not in taken:
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
