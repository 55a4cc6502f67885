"""Occasions that a verb tells of: "met with Iraqi Kurds", "will visit Syria"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from onrecord.drawing.actors import actors_in
from onrecord.drawing.clauses import Clause
from onrecord.drawing.days import day_within, days_of
from onrecord.drawing.denials import negated
from onrecord.drawing.occasions import Occasion
from onrecord.drawing.places import place_in
from onrecord.drawing.telling import Telling
from onrecord.drawing.tenses import dated
from onrecord.languages import language
from onrecord.model import Span, Status

_CAPITAL = re.compile(r"[A-Z][\w’-]+")
_OBJECT = re.compile(
    r"(?: (?:the|his|my|our|members|representatives|leaders|heads|of|and|permanent|foreign|"
    r"minister|president|bin|al-\w+|el-\w+|\[?[A-Z][\w’'-]*\]?))+"
)


def met_in(clause: Clause, telling: Telling) -> list[Occasion]:
    """The occasions that verbs of a sentence tell of, with those who meet, where and when."""
    if not _any(telling.code).search(clause.text):
        return []
    found = [
        *_meeting_somebody(clause, telling),
        *_several_meeting(clause, telling),
        *_visiting(clause, telling),
        *_speaking_at(clause, telling),
    ]
    return [one for one in found if not negated(clause.text, one.span, telling.code)]


@lru_cache(maxsize=8)
def _any(code: str) -> re.Pattern[str]:
    """Whether a sentence has any such verb: most have none."""
    return re.compile(rf"\b(?:{'|'.join(language(code).process.meetings.verbs)})\b")


def _meeting_somebody(clause: Clause, telling: Telling) -> Iterator[Occasion]:
    """ "Met with" and its like, with a name behind."""
    for pattern, kind in language(telling.code).process.meetings.met:
        for match in re.finditer(pattern, clause.text):
            behind = _OBJECT.match(clause.text, match.end())
            named = list(_CAPITAL.finditer(behind.group())) if behind else []
            names = [name.group() for name in named]
            if behind and named and not behind.group().rstrip().endswith("’s"):
                words = behind.group()[: named[-1].end()]
                who = telling.among(words) or telling.person(words)
                span = Span(match.start(), behind.start() + named[-1].end())
                who = who or (" ".join(names),)
                parties = tuple(dict.fromkeys((*telling.speaking(clause.span.start), *who)))
                place = place_in(_up_to_break(clause.text, span.end), telling.code)
                yield _occasion(clause, span, telling, kind=kind, parties=parties, place=place)


def _up_to_break(text: str, start: int) -> str:
    """The next few words, as far as nothing breaks them off."""
    return re.split(r"[,.;:()\n]", text[start : start + 40])[0]


def _several_meeting(clause: Clause, telling: Telling) -> Iterator[Occasion]:
    """ "The foreign ministers of A and B will meet in C": several people, where or who."""
    for match in re.finditer(language(telling.code).process.meetings.several, clause.text):
        span = Span(match.start(), match.end())
        where = place_in(clause.text[match.end() : match.end() + 40], telling.code)
        if not where and not telling.among(match.group()) and not match.group("people"):
            continue
        yield _occasion(
            clause, span, telling, kind="meeting", parties=telling.among(match.group()), place=where
        )


def _visiting(clause: Clause, telling: Telling) -> Iterator[Occasion]:
    """ "Will visit Syria": a verb of travelling, and a state or its capital."""
    first = language(telling.code).process.meetings.first
    for pattern in language(telling.code).process.meetings.visiting:
        for match in re.finditer(pattern, clause.text):
            place = _state(match.group("place"), telling.code)
            if place:
                start = max(match.start(), clause.text.rfind("visit", match.start(), match.end()))
                span = Span(start, match.end())
                before = clause.text[max(0, match.start() - 60) : match.end()]
                who = telling.among(before[: before.rfind(match.group("place"))])[-1:]
                if not who and first.intersection(before.split()):
                    who = telling.speaking(clause.span.start)
                if who:
                    yield _occasion(clause, span, telling, kind="visit", parties=who, place=place)


def _state(words: str, code: str) -> str:
    """The state or the capital that words name, "" for neither."""
    name = words.removeprefix("the ")
    if name.casefold() in language(code).actors.capitals:
        return name
    actors = [a for a in actors_in(name, code=code) if len(a.span) == len(name)]
    return actors[0].name if actors else ""


def _speaking_at(clause: Clause, telling: Telling) -> Iterator[Occasion]:
    """ "Said at the Oslo Arctic Council": a name of a body in the place of an occasion's."""
    for pattern in language(telling.code).process.meetings.spoken_at:
        for match in re.finditer(pattern, clause.text):
            span = Span(match.start("name"), match.end("name"))
            place = match.group("name").split()[0]
            if not actors_in(match.group("name"), code=telling.code):
                found = _occasion(clause, span, telling, kind="conference", place=place)
                yield replace(found, dating=found.dating or telling.said)


def _occasion(
    clause: Clause,
    span: Span,
    telling: Telling,
    *,
    kind: str,
    parties: tuple[str, ...] = (),
    place: str = "",
) -> Occasion:
    text = clause.text
    words = text[max(0, span.start - 30) : span.end].casefold()
    coming = any(re.search(p, words) for p in language(telling.code).process.meetings.to_come)
    status = Status.ANNOUNCED if coming else Status.HELD
    days = days_of(text, telling.said, telling.code)
    dating = day_within(days, Span(max(0, span.start - 40), min(len(text), span.end + 60)))
    return Occasion(
        clause=clause,
        span=span,
        noun=kind,
        kind=kind,
        names=frozenset(w.casefold() for w in _CAPITAL.findall(span.of(text))),
        dating=dating,
        place=place,
        parties=parties,
        status=dated(status, dating, telling.said),
        basis="verb",
    )
