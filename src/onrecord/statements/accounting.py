"""Sources given by a phrase: "according to the ministry"."""

from __future__ import annotations

from onrecord.languages import Grammar
from onrecord.statements.boundaries import sentence_end
from onrecord.statements.link import Draft
from onrecord.statements.sources import subject_after
from onrecord.statements.units import Unit


def by_account(unit: Unit, number: int, grammar: Grammar) -> list[Draft]:
    """The attributions of "according to" in a sentence, before its content or after it."""
    found: list[Draft] = []
    for place in range(len(unit) - 1):
        if unit.low[place] == "according" and unit.low[place + 1] == "to":
            source = subject_after(unit, place + 2, grammar)
            if source:
                content = _content(unit, place, source[1], grammar)
                found.append(
                    Draft(
                        [unit.span(*source)],
                        [unit.span(place, place + 2)],
                        [unit.span(*c) for c in content],
                        number,
                        rule="account",
                    )
                )
    return [d for d in found if d.content]


def _content(unit: Unit, place: int, after: int, grammar: Grammar) -> list[tuple[int, int]]:
    end = sentence_end(unit)
    if place and place - 1 in unit.quotes and place - 2 <= 0:
        return [(0, place)]
    if place < 2:
        comma = next((i for i in range(after, end) if unit.low[i] == ","), None)
        return [(comma + 1, end)] if comma is not None and comma + 1 < end else []
    first = next((i + 1 for i in range(place) if unit.low[i] == ":"), 0)
    before = place - 1 if unit.low[place - 1] == "," else place
    opens = unit.low[0] in grammar.prepositions or before <= 2
    if opens and before <= 7 and before < place and unit.at(after) == "," and after + 3 < end:
        return [(0, before), (after + 1, end)]
    return [(first if before - first >= 3 else 0, before)]
