"""Words passed on: "TASS cited Lavrov as saying", "the minister was quoted as saying by TASS"."""

from __future__ import annotations

from onrecord.languages import Grammar
from onrecord.statements.cues import Cue
from onrecord.statements.link import Draft
from onrecord.statements.sources import Range, subject_after, subject_before
from onrecord.statements.units import Unit

_PASSES = frozenset({"cite", "quote", "report"})
_REACH = 30


def passed_on(unit: Unit, cues: list[Cue], number: int, grammar: Grammar) -> list[Draft]:
    """The attributions in which one source hands on the words of another."""
    found: list[Draft] = []
    for cue in cues:
        if cue.entry.name not in _PASSES:
            continue
        second = next(
            (
                c
                for c in cues
                if cue.last < c.verb <= cue.last + _REACH
                and c.entry.kind in ("speech", "writing")
                and c.form == 4
                and unit.at(c.first - 1) == "as"
            ),
            None,
        )
        if second and (draft := _draft(unit, (cue, second), number, grammar)):
            found.append(draft)
    return found


def _draft(unit: Unit, pair: tuple[Cue, Cue], number: int, grammar: Grammar) -> Draft | None:
    first, second = pair
    before = subject_before(unit, first.first, grammar)
    middle: Range | None = (first.last, second.first - 1)
    if first.passive:
        source, via = before, _by(unit, second, grammar)
    else:
        source, via = middle, before
    if not source or source[0] >= source[1]:
        return None
    start = before[0] if before else first.first
    content = _content(unit, start, second)
    if not content:
        return None
    return Draft(
        [unit.span(*source)],
        [unit.span(first.first, first.last), unit.span(second.first - 1, second.last)],
        [unit.span(*content)],
        number,
        via=[unit.span(*via)] if via else [],
        rule="chain",
    )


def _by(unit: Unit, second: Cue, grammar: Grammar) -> Range | None:
    place = second.last
    return subject_after(unit, place + 1, grammar) if unit.at(place) == "by" else None


def _content(unit: Unit, start: int, second: Cue) -> Range | None:
    """The quotation or clause before the whole, else what follows "saying"."""
    end = len(unit)
    while end and unit.low[end - 1] in ".!?;":
        end -= 1
    before = start - 1
    if unit.at(before) == ",":
        before -= 1
    if before in unit.quotes or (unit.at(start - 1) == "," and before >= 3):
        return (0, before + 1)
    after = second.last
    if unit.at(after) in (",", ":"):
        after += 1
    for place in range(after, min(end, after + 12)):
        if unit.low[place] == "that" or place in unit.quotes:
            return (place, end)
    return (after, end) if after < end else None
