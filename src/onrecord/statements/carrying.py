"""Quotations that go on over the end of a sentence, and whose they are."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from onrecord.languages import Grammar
from onrecord.statements.cues import BASE, DOING, find_cues
from onrecord.statements.link import Draft
from onrecord.statements.sources import Range, subject_before
from onrecord.statements.units import Unit

_DASHES = frozenset({"-", "–", "—", "―", "--", "---"})
_LONGEST_NAME = 7
_INSIDE_NAMES = frozenset("of the de van von bin".split())
_LEAST = 4  # words of a quotation that a sentence without content hands on to
_WORD = re.compile(r"\w+")


@dataclass(slots=True)
class _Run:
    """What is open between two sentences: who speaks, and what waits for a speaker."""

    current: Draft | None = None
    waiting: list[int] = field(default_factory=list)
    new: list[Draft] = field(default_factory=list)


def carry_on(
    units: list[Unit], drafts: list[Draft], grammar: Grammar, *, barred: frozenset[int]
) -> list[Draft]:
    """Give each sentence that is only quotation to the attribution it goes on from, in place.

    Where no speaker went before, the sentence is kept for the one that follows at once, or for the
    name that signs it. The sentences in `barred` are left alone.
    """
    by_unit: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_unit.setdefault(draft.unit, []).append(draft)
    run = _Run()
    for number, unit in enumerate(units):
        apart = number and unit.stretch != units[number - 1].stretch
        if apart or number in barred:
            run.current, run.waiting = None, []
        if number in barred:
            continue
        own = by_unit.get(number)
        if run.waiting and (made := _signed(unit, 0, grammar)):
            made.content = [units[n].span(0, len(units[n])) for n in run.waiting]
            _keep(run, made, number)
        elif own:
            _own(run, units, number, own)
        elif 0 in unit.quotes and (made := _signed(unit, _quoted(unit), grammar)):
            made.content = [units[n].span(0, len(units[n])) for n in run.waiting]
            made.content.append(unit.span(0, _quoted(unit)))
            _keep(run, made, number)
        elif unit.only_quotes():
            _only_quoted(run, (units, number), by_unit.get(number - 1, []), grammar)
        else:
            run.current, run.waiting = None, []
    return drafts + run.new


def _keep(run: _Run, made: Draft, number: int) -> None:
    made.unit = number
    run.new.append(made)
    run.current, run.waiting = None, []


def _own(run: _Run, units: list[Unit], number: int, own: list[Draft]) -> None:
    """A sentence with attributions of its own takes what waited, and may go on."""
    unit = units[number]
    quoting = [d for d in own if _quotes(unit, d)]
    if quoting and run.waiting and 0 in unit.quotes:
        quoting[0].content += [units[n].span(0, len(units[n])) for n in run.waiting]
    leads = unit.low[-1] == ":"
    run.current = None
    if quoting:
        run.current = _main(unit, quoting)
    elif leads:
        run.current = own[-1]
    run.waiting = []


def _main(unit: Unit, quoting: list[Draft]) -> Draft:
    """Of several that quote, the one whose quotation begins the sentence, else the last."""
    if 0 in unit.quotes and unit.low[-1] != ":" and len(unit) - 1 not in unit.quotes:
        outer = unit.quotes[0].outer
        for draft in quoting:
            if any(s.holds(outer) for s in draft.content):
                return draft
    return quoting[-1]


def _only_quoted(
    run: _Run, where: tuple[list[Unit], int], before: list[Draft], grammar: Grammar
) -> None:
    """A sentence that is only quotation goes on, or is handed on to, or waits."""
    units, number = where
    unit = units[number]
    if run.current:
        run.current.content.append(unit.span(0, len(unit)))
    elif not run.waiting and number and (made := _handed(where, before, grammar)):
        made.content = [unit.span(0, len(unit))]
        made.unit = number
        run.new.append(made)
        run.current = made
    else:
        run.waiting.append(number)


def _handed(where: tuple[list[Unit], int], before: list[Draft], grammar: Grammar) -> Draft | None:
    """The speaker of the sentence before, in its paragraph: 'Vale disagreed. "It fell."'."""
    units, number = where
    unit, last = units[number], units[number - 1]
    if last.stretch != unit.stretch or "\n" in unit.text[last.end : unit.start]:
        return None
    if last.quotes or len(_WORD.findall(unit.text, unit.start, unit.end)) < _LEAST:
        return None
    for cue in reversed(find_cues(last, grammar)):
        if cue.entry.kind not in ("speech", "writing") or cue.passive:
            continue
        words = last.span(cue.first, cue.last)
        same = [d for d in before if words in d.cue]
        if same:
            return Draft(list(same[0].source), [words], [], number, rule="handed on")
        if cue.form in (BASE, DOING):
            continue
        if source := subject_before(last, cue.first, grammar):
            return Draft([last.span(*source)], [words], [], number, rule="handed on")
    return None


def _quoted(unit: Unit) -> int:
    """How many quotations and marks a sentence begins with."""
    place = 0
    while place < len(unit) and place in unit.quotes:
        place += 1
    return place


def _signed(unit: Unit, place: int, grammar: Grammar) -> Draft | None:
    """The name behind a dash that signs a quotation: '- Nina Vale, the envoy'."""
    if unit.at(place) not in _DASHES:
        return None
    name = _name(unit, place + 1, grammar)
    if not name:
        return None
    return Draft([unit.span(*name)], [unit.span(place, place + 1)], [], 0, rule="signed")


def _name(unit: Unit, first: int, grammar: Grammar) -> Range | None:
    last = first
    while unit.capital(last) or (last > first and unit.at(last) in _INSIDE_NAMES):
        last += 1
    if last == first or last - first > _LONGEST_NAME or unit.low[first] in grammar.subjects:
        return None
    after = unit.at(last)
    return (first, last) if after in ("", ".", ",", "(") or after[0].isdigit() else None


def _quotes(unit: Unit, draft: Draft) -> bool:
    """Whether a draft's content holds a whole quotation of its sentence."""
    return any(s.holds(q.inner) for q in unit.quotes.values() for s in draft.content)
