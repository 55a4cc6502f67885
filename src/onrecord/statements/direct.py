"""Quotations without a cue of their own sentence: carried on from the speaker before."""

from __future__ import annotations

from onrecord.statements.link import Draft
from onrecord.statements.units import Unit


def carry_on(units: list[Unit], drafts: list[Draft]) -> list[Draft]:
    """Give each sentence that is only quotation to the attribution it goes on from, in place."""
    by_unit: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_unit.setdefault(draft.unit, []).append(draft)
    current: Draft | None = None
    for number, unit in enumerate(units):
        own = by_unit.get(number)
        if own:
            quoting = [d for d in own if _quotes(unit, d)]
            current = (
                quoting[-1] if quoting else (own[-1] if unit.low and unit.low[-1] == ":" else None)
            )
        elif unit.only_quotes():
            if current:
                current.content.append(unit.span(0, len(unit)))
        else:
            current = None
    return drafts


def _quotes(unit: Unit, draft: Draft) -> bool:
    """Whether a draft's content holds a whole quotation of its sentence."""
    return any(s.holds(q.inner) for q in unit.quotes.values() for s in draft.content)
