"""Where the phrase of an occasion puts it."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.drawing.clauses import Clause
from onrecord.drawing.phrases import Phrase
from onrecord.drawing.places import place_in
from onrecord.drawing.telling import Telling
from onrecord.languages import language


def place_of(clause: Clause, phrase: Phrase, telling: Telling) -> str:
    """The town or state that is named, "" for none; for a visit the one that is visited."""
    towards = phrase.kind == "visit"
    found = place_in(_where(clause.text, phrase), telling.code, towards=towards)
    if towards and not found:
        to = _country(telling.code).match(clause.text, phrase.head.end)
        found = next(iter(telling.speaking(clause.span.start)), "") if to else ""
    found = found or _placed_before(clause.text, phrase, telling.code)
    return found or _named_for(phrase, telling.code)


def _where(text: str, phrase: Phrase) -> str:
    """The words that say where: before the noun, behind it, and in its predicate."""
    front = text[phrase.span.start : phrase.head.start]
    return f"{front} {phrase.after.of(text)} {phrase.told.of(text)}"


def _named_for(phrase: Phrase, code: str) -> str:
    """The town that a gathering is named for: "the Berlin conference"."""
    known = language(code)
    if phrase.noun not in known.process.meetings.gatherings or not phrase.front:
        return ""
    first = phrase.front[0].raw
    for name in (first, " ".join(token.raw for token in phrase.front[:2])):
        if name.casefold() in {*known.actors.capitals, *known.process.meetings.towns}:
            return name
    return ""


@lru_cache(maxsize=8)
def _country(code: str) -> re.Pattern[str]:
    return re.compile(language(code).process.meetings.this_country)


def _placed_before(text: str, phrase: Phrase, code: str) -> str:
    """The town that hosts ("Oslo will host the forum") or that stands before ("in Oslo at the")."""
    before = text[max(0, phrase.span.start - 80) : phrase.span.start]
    for pattern in language(code).process.meetings.hosts:
        found = re.search(pattern, before)
        if found:
            months = language(code).layout.months
            return " ".join(w for w in found.group(1).split() if w.casefold() not in months)
    return ""
