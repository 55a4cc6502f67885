"""Page furniture of plain text: lines that belong to the page and not to the document."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.languages._layout import Layout
from onrecord.model import PartKind
from onrecord.structure.blocks import Block

_EDITION = r"[a-z]{2}-[A-Z]{2}\d{0,2}"
_EDITIONS = re.compile(rf"[\s•·|*-]*(?:{_EDITION}[\s•·|,]*){{1,40}}")
_CODE = re.compile(rf"\b({_EDITION})")
_LONGEST = 220


@lru_cache(maxsize=8)
def _patterns(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{s})" for s in patterns), re.IGNORECASE)


def is_furniture(line: str, layout: Layout) -> bool:
    """Whether a line of text is page furniture, by the language's list of such lines."""
    folded = " ".join(line.split()).casefold().strip(" •·|»›:…")
    if len(folded) > _LONGEST:
        return False
    return folded in layout.furniture or bool(
        _patterns(layout.furniture_patterns).fullmatch(folded)
    )


def find_furniture(text: str, blocks: tuple[Block, ...], layout: Layout) -> dict[int, str]:
    """The blocks that are furniture, with why.

    A line of the list counts at the head and at the foot of a text and between its paragraphs
    alike; what the format marked as something else is left alone.
    """
    found: dict[int, str] = {}
    for number, block in enumerate(blocks):
        if block.mark and block.mark.kind is not PartKind.FURNITURE:
            continue
        line = block.span.of(text)
        if block.mark:
            found[number] = block.mark.value or "marked so by the page"
        elif is_furniture(line, layout):
            found[number] = "page furniture"
        elif not any(c.isalnum() or c in "<([" for c in line):
            found[number] = "a rule"
    return found


def read_editions(line: str) -> tuple[str, ...]:
    """The languages of a list of editions: `de-DE1 en-GB1` gives de and en; else nothing."""
    if len(line) > 400 or not _EDITIONS.fullmatch(line):
        return ()
    return tuple(dict.fromkeys(code[:2] for code in _CODE.findall(line)))
