"""A page cut into its blocks: what a browser would set as one paragraph."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.readers.blocks import BREAK, NO_BREAK
from onrecord.readers.html_rules import BLOCKS, HEADINGS

if TYPE_CHECKING:
    from lxml.html import HtmlElement

BOLD = frozenset(("b", "strong", "cite"))
COUNTED = BOLD | {"span", "a", "pre"}
BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
SPEAKER = re.compile(r"(?:^|[\s_-])(?:speaker|interviewer|interviewee)(?:$|[\s_-])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Segment:
    """The words of one block, where they are bold ("b"), and the element that they stand in.

    `linked` counts the characters that are links; `heading` says whether it stands in a heading;
    `time` is what a `time` element in it gives for machines, None where there is no such element.
    """

    text: str
    bold: str
    element: HtmlElement
    linked: int = 0
    heading: bool = False
    time: str | None = None


class _Cutter:
    """Gathers runs of text until a block begins or ends."""

    def __init__(self, root: HtmlElement) -> None:
        self.segments: list[Segment] = []
        self.root = root
        self.blocks = [root]
        self.pieces: list[str] = []
        self.mask: list[str] = []
        self.linked = self.bold = self.links = self.preformatted = 0
        self.time: str | None = None

    def add(self, text: str | None) -> None:
        if not text:
            return
        if self.preformatted:
            text = text.replace("\r\n", "\n").replace("\n", BREAK)
        self.pieces.append(text)
        self.mask.append(("b" if self.bold else " ") * len(text))
        self.linked += len(text.strip()) if self.links else 0

    def flush(self) -> None:
        self.time, time = None, self.time
        if not self.pieces:
            return
        text = "".join(self.pieces)
        if text.strip():
            element = self.blocks[-1]
            heading = any(block.tag in HEADINGS for block in self.blocks[-3:])
            self.segments.append(
                Segment(text, "".join(self.mask), element, self.linked, heading, time)
            )
        self.pieces, self.mask, self.linked = [], [], 0

    def start(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag in BLOCKS:
            self.flush()
            self.blocks.append(element)
        elif tag == "br":
            self.add(BREAK)
        elif tag == "q":
            self.add("\u201c")  # a browser shows the marks that the element stands for
        elif tag in ("td", "th"):
            self._start_cell(element)
        elif tag == "time":
            self.time = self.time or element.get("datetime", "")
        if tag in COUNTED:
            self._count(element, 1)
        self.add(element.text)

    def end(self, element: HtmlElement) -> None:
        if element.tag == "q":
            self.add("\u201d")
        elif element.tag in COUNTED:
            self._count(element, -1)
        if element is self.root:
            self.flush()
            return
        if element is self.blocks[-1]:
            self.flush()
            self.blocks.pop()
        self.add(element.tail)

    def _start_cell(self, cell: HtmlElement) -> None:
        """A cell that holds lines or blocks lays out the page; others are the words of one row."""
        if next(cell.iter("br", "p", "div", "table", "ul", "ol"), None) is not None:
            self.flush()
            self.blocks.append(cell)
        elif self.pieces:
            self.add(NO_BREAK * 2)

    def _count(self, element: HtmlElement, step: int) -> None:
        tag = element.tag
        self.bold += step if _is_bold(element) else 0
        self.links += step if tag == "a" else 0
        self.preformatted += step if tag == "pre" else 0


def _is_bold(element: HtmlElement) -> bool:
    if element.tag in BOLD:
        return True
    get = element.get
    return element.tag == "span" and bool(
        BOLD_STYLE.search(get("style", "")) or SPEAKER.search(get("class", ""))
    )


def segments(root: HtmlElement) -> list[Segment]:
    """The blocks under an element that have words, in order.

    Text that stands between blocks is a block of its own; the cells of a table's row are one, two
    spaces apart.
    """
    return list(_cut(root))


def _cut(root: HtmlElement) -> Iterator[Segment]:
    from lxml import etree

    cutter = _Cutter(root)
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if isinstance(element.tag, str):
            (cutter.start if event == "start" else cutter.end)(element)
            if cutter.segments:
                yield from cutter.segments
                cutter.segments.clear()


def words_of(element: HtmlElement, *, least: int = sys.maxsize) -> str:
    """The words under an element on one line; none is read once there are `least`."""
    lines: list[str] = []
    length = 0
    for block in _cut(element):
        lines.append(" ".join(block.text.replace(BREAK, " ").split()))
        length += len(lines[-1]) + 1
        if length > least:
            break
    return " ".join(lines)
