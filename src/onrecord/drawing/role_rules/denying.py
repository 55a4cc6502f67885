"""What a sentence denies, wishes for or makes depend on something is no role that is held."""

from __future__ import annotations

from onrecord.drawing.members import expression
from onrecord.drawing.role_rules.lines import LISTED, NAMED, PRESUMED, TAKEN, Found, Line
from onrecord.model import RoleKind


def asserted(line: Line, found: Found) -> bool:
    """Whether a sentence says that a role is held; in doubt it does not.

    A phrase that only names those who hold it ("the guarantor states, Chile and Kenya") holds in a
    clause that denies something else. To be absent is itself a denial.
    """
    if found.role is RoleKind.ABSENT:
        return True
    start = found.span.start - line.clause.span.start
    end = found.span.end - line.clause.span.start
    if _denied_close(line, start) or _denied_behind(line, found, end):
        return False
    if found.basis in NAMED:
        return True
    opening = 0 if found.basis in LISTED else _opening(line, start)
    denied = expression(line.words.denied)
    if denied.search(line.text, opening, start) or denied.search(line.text, start, end):
        return False
    if found.basis in PRESUMED or found.role is RoleKind.PARTY:
        return True
    return not _wished(line, opening, end)


def _opening(line: Line, place: int) -> int:
    """Where the clause that a place stands in begins."""
    bounds = expression(line.words.bounds).finditer(line.text, 0, place)
    return max((bound.end() for bound in bounds), default=0)


def _denied_close(line: Line, start: int) -> bool:
    """Whether the words before deny it: "neither", "without the participation of", "Nor did"."""
    close = expression(line.words.denied_close).search(line.text[:start])
    return bool(close) or expression(line.words.denied_first).match(line.text) is not None


def _denied_behind(line: Line, found: Found, end: int) -> bool:
    """Whether a noun is denied by what follows: "the participation of Chile was ruled out"."""
    if found.basis not in TAKEN:
        return False
    return expression(line.words.denied_behind).match(line.text, end) is not None


def _wished(line: Line, opening: int, end: int) -> bool:
    """Whether its clause wishes for it, or its sentence makes it depend on something."""
    if expression(line.words.wished).search(line.text, opening, end):
        return True
    whole = 1 + max(line.text.rfind(mark, 0, end) for mark in ".;:")
    return expression(line.words.depending).search(line.text, whole, end) is not None
