"""The head of a document: what stands before its body begins."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from onrecord.languages._layout import Layout
from onrecord.model import Document, PartKind
from onrecord.structure.blocks import Block
from onrecord.structure.furniture import read_editions
from onrecord.structure.story import (
    Dateline,
    is_byline,
    is_date_line,
    is_publisher,
    is_sentence,
    read_dateline,
)
from onrecord.structure.titles import announces_speech, title_speaker

_LONGEST = 12  # blocks that a head may have
_TITLE_WORDS = 60
_HEADLINE_WORDS = 30
_LINE_WORDS = 12  # of a line with the place of an event


@dataclass(frozen=True, slots=True)
class Head:
    """What the first blocks are; `body` is the number of the first block that is none of these."""

    kinds: dict[int, PartKind] = field(default_factory=dict)
    body: int = 0
    title: int | None = None
    dateline: Dateline | None = None


def read_head(
    document: Document,
    blocks: tuple[Block, ...],
    *,
    labelled: frozenset[int],
    furniture: dict[int, str],
    layout: Layout,
) -> Head:
    """The parts before the body: dates, editions, title, standfirst, byline, publisher.

    Stops at the first paragraph that reads as speech or prose; what the format marked is taken as
    it is marked.
    """
    text = document.text
    kinds: dict[int, PartKind] = {}
    lines: list[int] = []  # what may be headline, standfirst, heading
    number = 0
    for number, block in enumerate(blocks):
        line = block.span.of(text)
        known = _known(line, block, number in furniture, layout)
        if known:
            kinds[number] = known
        elif (
            number in labelled or len(lines) >= _LONGEST or read_dateline(text, block.span, layout)
        ) or _begins_body(line, block, first=not lines and not document.title, layout=layout):
            break
        else:
            lines.append(number)
    else:
        number = len(blocks)
    dateline = (
        read_dateline(text, blocks[number].span, layout)
        if number < len(blocks) and number not in labelled
        else None
    )
    return _named(
        document, blocks, kinds, lines=lines, body=number, dateline=dateline, layout=layout
    )


def _known(line: str, block: Block, furniture: bool, layout: Layout) -> PartKind | None:
    if block.mark and block.mark.kind is not PartKind.PARAGRAPH:
        return block.mark.kind
    if furniture:
        return PartKind.FURNITURE
    if read_editions(line):
        return PartKind.EDITIONS
    if is_date_line(line, layout):
        return PartKind.DATE
    if is_byline(line, layout):
        return PartKind.BYLINE
    return None


def _begins_body(line: str, block: Block, *, first: bool, layout: Layout) -> bool:
    words = line.split()
    if block.mark and block.mark.kind is PartKind.PARAGRAPH:
        return is_sentence(line) or len(words) > _LINE_WORDS
    if salutes(line, layout):
        return True
    if first and len(words) <= _HEADLINE_WORDS and not line.startswith(("“", '"', "''")):
        return is_sentence(line) and _is_spoken(line, layout)
    if announces_speech(line, layout) and len(words) <= _TITLE_WORDS:
        return not (title_speaker(line, layout) or len(words) <= 20)
    return is_sentence(line)


def _is_spoken(line: str, layout: Layout) -> bool:
    """Whether a line speaks in the first person outside quotation marks: no headline does."""
    if ":" in line:
        return False  # "Somebody: we will do it" is a headline's way of quoting
    own = re.sub(r"[“‘\"][^”’\"]*[”’\"]", " ", line.casefold())
    return not layout.first_person.isdisjoint(re.findall(r"[\w’']+", own))


def salutes(line: str, layout: Layout) -> bool:
    """Whether a short line addresses those present: "Ladies and gentlemen,"."""
    if len(line) > 120 or not line.rstrip().endswith((",", "!", ".", ":")):
        return False
    if re.match("|".join(f"(?:{p})" for p in layout.salutations), line, re.IGNORECASE):
        return True
    first = line.split(maxsplit=1)[0].casefold().rstrip(".")
    return first in layout.honorifics and line.rstrip().endswith(",") and len(line.split()) <= 8


def _named(
    document: Document,
    blocks: tuple[Block, ...],
    kinds: dict[int, PartKind],
    *,
    lines: list[int],
    body: int,
    dateline: Dateline | None,
    layout: Layout,
) -> Head:
    text = document.text
    plain = [n for n in lines if blocks[n].mark]  # paragraphs to the format: no title among them
    kinds.update(dict.fromkeys(plain, PartKind.PARAGRAPH))
    lines = [n for n in lines if n not in plain]
    body = _publisher_after(text, blocks, body, lines=lines, layout=layout)
    title = next((n for n in sorted(kinds) if kinds[n] is PartKind.HEADLINE), None)
    if title is None:
        title = _title(text, blocks, lines, given=document.title, layout=layout)
    after_title = False
    for number in lines:
        line = blocks[number].span.of(text)
        if number == title:
            kinds[number] = PartKind.HEADLINE
            after_title = True
        elif is_publisher(line, layout):
            kinds[number] = PartKind.BYLINE
        elif after_title and len(line.split()) >= 5 and title in lines:
            kinds[number] = PartKind.STANDFIRST
        else:
            kinds[number] = PartKind.HEADING
    return Head(kinds, body, title, dateline)


def _publisher_after(
    text: str, blocks: tuple[Block, ...], body: int, *, lines: list[int], layout: Layout
) -> int:
    """Where a publisher's line follows a paragraph after the headline, that is the standfirst."""
    for number in (body, body + 1):
        if lines and number + 1 < len(blocks) and not blocks[number].mark:
            following = blocks[number + 1].span.of(text)
            if is_publisher(following, layout) and number + 2 < len(blocks):
                lines.extend(range(body, number + 2))
                return number + 2
    return body


def _title(
    text: str, blocks: tuple[Block, ...], lines: list[int], *, given: str, layout: Layout
) -> int | None:
    """The block that is the title: the given one, the one that announces speech, the first."""
    flat = " ".join(given.split()).casefold().rstrip(".")
    for number in lines:
        line = " ".join(blocks[number].span.of(text).split()).casefold().rstrip(".")
        if flat and line == flat:
            return number
    for number in lines:
        if title_speaker(blocks[number].span.of(text), layout):
            return number
    if flat:
        return None
    return lines[0] if lines else None
