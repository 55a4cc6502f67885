"""Headlines that attribute by a colon: "Lavrov: talks go on", "Talks go on: Lavrov"."""

from __future__ import annotations

from onrecord.languages import Grammar
from onrecord.statements.link import Draft
from onrecord.statements.units import Unit

_LONGEST_NAME = 5


def by_colon(unit: Unit, number: int, names: frozenset[str], grammar: Grammar) -> list[Draft]:
    """The attribution of a headline's colon, where one side is a name that speaks in the text."""
    colons = [i for i, w in enumerate(unit.low) if w == ":"]
    if len(colons) != 1 or unit.low[-1] == "?":
        return []
    colon = colons[0]
    end = len(unit)
    while end and unit.low[end - 1] in ".!?":
        end -= 1
    for source, content in (((0, colon), (colon + 1, end)), ((colon + 1, end), (0, colon))):
        longer = content[1] - content[0] >= 2 or content[0] in unit.quotes
        if longer and _speaks(unit, source, names, grammar):
            return [
                Draft(
                    [unit.span(*source)],
                    [unit.span(colon, colon + 1)],
                    [unit.span(*content)],
                    number,
                    rule="headline",
                )
            ]
    return []


def _speaks(unit: Unit, source: tuple[int, int], names: frozenset[str], grammar: Grammar) -> bool:
    first, last = source
    if not 0 < last - first <= _LONGEST_NAME:
        return False
    if any(i in unit.quotes for i in range(first, last)):
        return False
    return unit.low[last - 1] in names and unit.capital(last - 1)


def speakers(drafts: list[Draft], text: str) -> frozenset[str]:
    """The last words of the sources of a text, folded: the names that speak in it."""
    found = set()
    for draft in drafts:
        for span in draft.source:
            words = [w.strip(".,;:()'’\"") for w in span.of(text).split()]
            found |= {w.lower().replace("’", "'") for w in words if w[:1].isupper()}
    return frozenset(found)
