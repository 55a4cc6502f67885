"""The blocks of a pruned page: head and text, in order, each with what it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.model import PartKind
from onrecord.readers.blocks import Block, label_known_names, paragraphs
from onrecord.readers.html_head import Headed, head_of, said_of
from onrecord.readers.html_segments import Segment, segments
from onrecord.readers.html_selection import main_places

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LONGEST_HEADING = 200
MOST_HEAD = 12  # blocks at the start of the main text that may belong to its head


@dataclass(frozen=True, slots=True)
class Page:
    """The blocks of a page and the elements that they stand in."""

    blocks: tuple[Block, ...] = ()
    used: tuple[HtmlElement, ...] = ()


def page_of(
    root: HtmlElement, bodies: Sequence[HtmlElement], extract: Callable[[HtmlElement], str]
) -> Page:
    """Headline, standfirst, byline, date and place as the page marks them, then its main text.

    `extract` gives the words of the main text where the page does not mark it.
    """
    body = root.find("body")
    everything = segments(root if body is None else body)
    chosen = main_places(root, everything, bodies, extract)
    if not chosen:
        return Page()
    above, rest = _head(everything, chosen)
    found: list[Block] = []
    for headed in above:
        _add_head(found, headed)
    has_headline = any(kind == PartKind.HEADLINE for kind, _, _ in above)
    for segment in rest:
        kind = PartKind.HEADING if segment.heading else PartKind.PARAGRAPH
        if segment.element.tag == "h1" and not has_headline:
            kind, has_headline = PartKind.HEADLINE, True
        found += _block(segment, kind)
    used = (*(segment.element for _, _, segment in above), *(segment.element for segment in rest))
    return Page(tuple(label_known_names(map(_as_heading, found))), used)


def _head(everything: Sequence[Segment], chosen: list[int]) -> tuple[list[Headed], list[Segment]]:
    """The head, and the main text without the blocks at its start that belong to the head."""
    around = frozenset(everything[chosen[-1]].element.iterancestors())
    start = 0
    while start < min(len(chosen) - 1, MOST_HEAD) and said_of(everything[chosen[start]], around):
        start += 1
    first = everything[chosen[start]].element
    inside = next(first.iterancestors("article", "main"), None)
    if inside is None:
        heads = [one.element for one in everything[: chosen[start]] if one.element.tag == "h1"]
        holding = frozenset(heads[-1].iterancestors()) if heads else frozenset()
        inside = next((up for up in first.iterancestors() if up in holding), first)
    above = head_of(everything[: chosen[start]], inside, around, frozenset(chosen[:start]))
    return above, [everything[place] for place in chosen[start:]]


def _block(segment: Segment, kind: PartKind) -> list[Block]:
    lines = paragraphs(segment.text, segment.bold, kind=kind)
    if kind in (PartKind.PARAGRAPH, PartKind.STANDFIRST) or not lines:
        return lines
    return [Block(" ".join(line.text for line in lines), kind)]


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
            found.append(replace(block, kind=kind, value=value, close=close))
