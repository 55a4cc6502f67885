"""The instruments that a sentence speaks of, and what tells each of them apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from onrecord.drawing.brackets import closed
from onrecord.drawing.clauses import Clause
from onrecord.drawing.days import day_within, days_of, happening
from onrecord.drawing.denials import denied
from onrecord.drawing.instrument_parts import (
    adopted_on,
    names_of,
    parties_to,
    signed_on,
    topic_end,
)
from onrecord.drawing.instruments_apart import Instrument, instrument_apart
from onrecord.drawing.phrases import Phrase, noun_pattern, phrases_in
from onrecord.drawing.places import place_in
from onrecord.drawing.telling import Telling
from onrecord.languages import language
from onrecord.model import Dating, Span

_NUMBER = re.compile(
    r"\s*(?:\(\d{4}\)\s*)?(?:[Nn]o\.?\s*|[Nn]umber\s+)?(\d{1,5}(?:/\d+)?)\b(?!\s*\w*-)"
)


def instruments_in(clause: Clause, telling: Telling) -> list[Instrument]:
    """The instruments that a sentence tells apart, in order."""
    found = [*_by_noun(clause, telling), *_by_deed(clause, telling)]
    return sorted(found, key=lambda one: one.span)


def _by_noun(clause: Clause, telling: Telling) -> Iterator[Instrument]:
    words = language(telling.code).process.agreements
    if not noun_pattern(tuple(words.nouns)).search(clause.text):
        return
    days = happening(days_of(clause.text, telling.said, telling.code), telling.code)
    found = phrases_in(clause.text, words.nouns, days=days, code=telling.code)
    no = [Span(m.start(), m.end()) for m in _never(telling.code).finditer(clause.text)]
    for phrase in found:
        inner = any(o is not phrase and o.after.holds(phrase.head) for o in found)
        if (inner and not _amended(clause.text, phrase, telling.code)) or any(
            phrase.head.meets(span) for span in no
        ):
            continue
        if _organisation(clause.text, phrase, telling.code):
            continue
        one = _instrument(clause, phrase, telling, days)
        if denied(clause.text, one.span, telling.code) and not _stands(clause.text, phrase):
            continue
        if instrument_apart(one, phrase, clause.text, words):
            yield one


def _amended(text: str, phrase: Phrase, code: str) -> bool:
    """Whether it has a name and another is added to it: "protocol to the Agreement on"."""
    titled = phrase.head.of(text)[:1].isupper()
    lead = text[max(0, phrase.span.start - 12) : phrase.span.start]
    return titled and bool(re.search(language(code).process.agreements.amending, lead))


def _stands(text: str, phrase: Phrase) -> bool:
    """Whether what is denied is there all the same: one with a name or number ("did not sign")."""
    titled = phrase.head.of(text)[:1].isupper() and bool(phrase.front)
    return titled or bool(_NUMBER.match(text, phrase.head.end))


def _organisation(text: str, phrase: Phrase, code: str) -> bool:
    """Whether the noun stands in the name of an organisation ("Security Treaty Organisation")."""
    behind = re.match(r" ([A-Z]\w+)", text[phrase.head.end : phrase.head.end + 30])
    nouns = language(code).people.organisation_nouns
    return bool(behind) and behind.group(1).casefold() in nouns if behind else False


def _instrument(
    clause: Clause, phrase: Phrase, telling: Telling, days: Sequence[Dating]
) -> Instrument:
    text, words = clause.text, language(telling.code).process.agreements
    number = _NUMBER.match(text, phrase.head.end) if phrase.kind == "resolution" else None
    end = max(phrase.span.end, number.end() if number else 0, topic_end(text, phrase, words))
    span = closed(text, Span(phrase.span.start, _past_day(end, days)))
    signed = signed_on(text, phrase, days, span=span, words=words)
    where = f"{span.of(text)} {phrase.told.of(text)}"
    return Instrument(
        clause=clause,
        span=span,
        noun=phrase.noun,
        kind=phrase.kind,
        number=number.group(1) if number else "",
        names=names_of(text, phrase, span, telling.code),
        titled=phrase.head.of(text)[:1].isupper(),
        plural=phrase.noun in words.plurals,
        bare=not (phrase.determiner or phrase.front),
        joint=any(token.low in words.joint for token in phrase.front),
        dating=signed or adopted_on(text, phrase, telling, words),
        place=place_in(where, telling.code),
        parties=parties_to(phrase, span, clause, telling),
        code=telling.code,
    )


def _past_day(end: int, days: Sequence[Dating]) -> int:
    """The end of a phrase; that of the day where it would cut one in two."""
    cut = [day.spans[0] for day in days if day.spans]
    return next((span.end for span in cut if span.start < end < span.end), end)


def _by_deed(clause: Clause, telling: Telling) -> Iterator[Instrument]:
    """Decisions that are told by what was done: "the creation of four zones"."""
    for match in _deeds(telling.code).finditer(clause.text):
        span = Span(match.start(), match.end())
        days = days_of(clause.text, telling.said, telling.code)
        last = match.group().casefold().split()
        names = frozenset({"zones"} if any(w.startswith("zone") for w in last) else {last[0]})
        yield Instrument(
            clause,
            span,
            noun="decision",
            kind="decision",
            names=names,
            dating=day_within(days, span),
            basis="deed",
        )


@lru_cache(maxsize=8)
def _deeds(code: str) -> re.Pattern[str]:
    return re.compile("|".join(language(code).process.agreements.deeds))


@lru_cache(maxsize=8)
def _never(code: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(language(code).process.agreements.never)})", re.IGNORECASE)
