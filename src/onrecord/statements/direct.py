"""Quotations that no cue verb of their sentence claims."""

from __future__ import annotations

from onrecord.languages import Grammar
from onrecord.statements.link import Draft
from onrecord.statements.sources import Range, clause_subject, main_subject, subject_after
from onrecord.statements.units import Unit


def unclaimed(unit: Unit, drafts: list[Draft], number: int, grammar: Grammar) -> list[Draft]:
    """A quotation at the head of a sentence or after a colon, by a verb that is no known cue.

    A comma inside the marks says that an attribution follows, a colon that one went before.
    """
    for place in unit.quotes:
        if any(s.meets(unit.quotes[place].outer) for d in drafts for s in d.content):
            continue
        if place == 0 and unit.comma(0) and (made := _behind(unit, grammar)):
            return [_draft(unit, made, (0, 1), number)]
        if unit.at(place - 1) == ":" and (made := _ahead(unit, place - 1, grammar)):
            return [_draft(unit, made, (place, place + 1), number)]
    if unit.low and unit.low[-1] == ":" and not drafts and len(unit) > 2:
        made = _ahead(unit, len(unit) - 1, grammar)
        return [_draft(unit, made, (0, 0), number)] if made else []
    return []


def _draft(unit: Unit, made: tuple[Range, Range], content: Range, number: int) -> Draft:
    source, cue = made
    pieces = [unit.span(*content)] if content[0] < content[1] else []
    return Draft([unit.span(*source)], [unit.span(*cue)], pieces, number)


def _behind(unit: Unit, grammar: Grammar) -> tuple[Range, Range] | None:
    """Source and cue after the quotation: "...," the letter read, or "...," mused the envoy."""
    word = unit.at(1)
    if word.endswith(("ed", "s")) and not unit.capital(1) and word not in grammar.determiners:
        after = subject_after(unit, 2, grammar)
        return (after, (1, 2)) if after else None
    source = clause_subject(unit, 1, len(unit), grammar)
    if source and source[1] - source[0] >= 2 and not unit.at(source[1])[:1].isalpha():
        source = (source[0], source[1] - 1)
    if not source or not unit.at(source[1])[:1].isalpha():
        return None
    return source, (source[1], source[1] + 1)


def _ahead(unit: Unit, colon: int, grammar: Grammar) -> tuple[Range, Range] | None:
    """Source and cue before a colon: "The envoy had one message:"."""
    source = main_subject(unit, colon, grammar)
    return (source, (source[1], colon + 1)) if source and source[1] < colon else None


def carry_on(units: list[Unit], drafts: list[Draft]) -> list[Draft]:
    """Give each sentence that is only quotation to the attribution it goes on from, in place.

    Where no speaker went before, the sentence is kept for the one that follows at once.
    """
    by_unit: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_unit.setdefault(draft.unit, []).append(draft)
    current: Draft | None = None
    waiting: list[int] = []
    for number, unit in enumerate(units):
        if number and unit.stretch != units[number - 1].stretch:
            current, waiting = None, []
        own = by_unit.get(number)
        if own:
            quoting = [d for d in own if _quotes(unit, d)]
            if quoting and waiting and 0 in unit.quotes:
                quoting[0].content += [units[n].span(0, len(units[n])) for n in waiting]
            leads = unit.low[-1] == ":"
            current = quoting[-1] if quoting else own[-1] if leads else None
            waiting = []
        elif unit.only_quotes():
            if current:
                current.content.append(unit.span(0, len(unit)))
            else:
                waiting.append(number)
        else:
            current, waiting = None, []
    return drafts


def _quotes(unit: Unit, draft: Draft) -> bool:
    """Whether a draft's content holds a whole quotation of its sentence."""
    return any(s.holds(q.inner) for q in unit.quotes.values() for s in draft.content)
