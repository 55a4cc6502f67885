"""Who speaks by a label at the head of a paragraph: an interview printed inside a story."""

from __future__ import annotations

import re

from onrecord.model import Span
from onrecord.statements.link import Draft
from onrecord.statements.units import Unit

_NAME = r"[A-Z][A-Z.'’\-]+(?:[ ][A-Z][A-Z.'’\-]+){0,3}|[A-Z][\w.'’\-]+(?:[ ][A-Z][\w.'’\-]+){0,3}"
_LABEL = re.compile(rf"[\"“]?({_NAME})(:)\s+(?=.*[a-z])")
_STAGE = re.compile(r"[\"“]?[(\[….]")
_LEAST = 3  # labelled paragraphs that make an interview


def by_label(text: str, units: list[Unit]) -> tuple[list[Draft], frozenset[int]]:
    """The attributions of labelled paragraphs, and the sentences that they take whole.

    Only where several paragraphs are labelled, and labels come again or stand in capitals: one
    colon makes no interview. Questions and answers without names ("Q:", "A:") are left alone.
    """
    heads: dict[int, re.Match[str]] = {}
    for number, unit in enumerate(units):
        if _begins(text, unit) and (label := _LABEL.match(text, unit.start, unit.start + 60)):
            heads[number] = label
    names = [head.group(1) for head in heads.values()]
    last = {name.split()[-1].upper() for name in names if names.count(name) > 1}
    kept = {
        number: head
        for number, head in heads.items()
        if head.group(1).isupper() or head.group(1).split()[-1].upper() in last
    }
    if len(kept) < _LEAST:
        return [], frozenset()
    return _drafts(text, units, kept)


def _begins(text: str, unit: Unit) -> bool:
    return unit.start == 0 or text[unit.start - 1] == "\n"


def _drafts(
    text: str, units: list[Unit], heads: dict[int, re.Match[str]]
) -> tuple[list[Draft], frozenset[int]]:
    found: list[Draft] = []
    taken: set[int] = set()
    current: Draft | None = None
    for number, unit in enumerate(units):
        if head := heads.get(number):
            current = Draft([Span(*head.span(1))], [Span(*head.span(2))], [], number, rule="label")
            found.append(current)
        elif current and not (
            _goes_on(text, unit, units[number - 1]) and unit.stretch == units[number - 1].stretch
        ):
            current = None
        if current:
            start = head.end() if head else unit.start
            if start < unit.end:
                current.content.append(Span(start, unit.end))
            if unit.only_quotes() or head:
                taken.add(number)
    return [d for d in found if d.content], frozenset(taken)


def _goes_on(text: str, unit: Unit, before: Unit) -> bool:
    """Whether a sentence stands in the paragraph before, or takes up its open quotation."""
    if "\n" not in text[before.end : unit.start]:
        return True
    region = unit.quotes.get(0)
    return bool(region and region.follows) and not _STAGE.match(text, unit.start)
