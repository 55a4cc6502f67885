"""Occasions that a verb tells of: "met with Iraqi Kurds", "visited Syria"."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.drawing.clauses import Clause
from onrecord.drawing.days import day_in
from onrecord.drawing.occasions import Occasion, Telling
from onrecord.languages import language
from onrecord.model import Span, Status

_OBJECT = re.compile(
    r"(?: (?:the|a|an|his|my|our|members|representatives|leaders|heads|of|and|permanent|foreign|"
    r"minister|president|bin|al-\w+|el-\w+|\[?[A-Z][\w’'-]*\]?))+"
)


def met_in(clause: Clause, telling: Telling) -> list[Occasion]:
    """The meetings that verbs of a sentence tell of, with those who are named behind them."""
    found: list[Occasion] = []
    for pattern, kind in _verbs(telling.code):
        for match in pattern.finditer(clause.text):
            behind = _OBJECT.match(clause.text, match.end())
            if not behind:
                continue
            span = Span(match.start(), behind.end())
            parties = telling.persons.among(behind.group(), telling.code)
            names = re.findall(r"[A-Z][\w’-]+", behind.group())
            if not names:
                continue
            found.append(
                _met(clause, span, parties or (" ".join(names),), kind=kind, telling=telling)
            )
    return found


def _met(
    clause: Clause, span: Span, parties: tuple[str, ...], *, kind: str, telling: Telling
) -> Occasion:
    before = clause.text[: span.start].casefold()
    coming = bool(re.search(r"\bwill\b(?:\W+\w+){0,3}\W*$", before))
    status = Status.ANNOUNCED if coming else Status.HELD
    return Occasion(
        clause=clause,
        span=span,
        noun="meeting",
        kind=kind,
        dating=day_in(clause.text, telling.said, status=status),
        parties=parties,
        status=status,
        basis="verb",
    )


@lru_cache(maxsize=8)
def _verbs(code: str) -> list[tuple[re.Pattern[str], str]]:
    met = language(code).process.meetings.met
    return [(re.compile(pattern), kind) for pattern, kind in met]
