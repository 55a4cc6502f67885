"""Nouns with the words that belong to them: "the 12th international meeting on Syria in Astana"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.drawing.complements import behind, told_of
from onrecord.drawing.scanning import Scan
from onrecord.drawing.tokens import Token, tokens
from onrecord.languages import language
from onrecord.model import Dating, Span

_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun and what belongs to it; all spans count in the text that it was read in.

    `front` are the words before the noun but for the `determiner` ("the", "our", "" for none),
    `after` the stretch behind it that says of whom, on what, where and when; `told` where a
    predicate goes on with that ("was held in Sochi on January 30"), empty where none does.
    """

    noun: str
    kind: str
    head: Span
    span: Span
    determiner: str
    front: tuple[Token, ...]
    after: Span
    told: Span


def phrases_in(
    text: str, nouns: Mapping[str, str], *, days: Sequence[Dating] = (), code: str = "en"
) -> list[Phrase]:
    """The phrases of `text` whose noun is one of `nouns`, which lead to kinds, in order.

    `days` are the expressions of time in it. What follows a noun is read as far as its words are
    known to belong to a phrase: names, dates and the words of the language's data; the first other
    word ends it.
    """
    found = list(noun_pattern(tuple(nouns)).finditer(text))
    if not found:
        return []
    dates = {day.spans[0].start: day.spans[0].end for day in days if day.spans}
    scan = Scan(text, tokens(text), language(code).process.phrases, code, dates)
    return [_phrase(scan, match, nouns) for match in found]


@lru_cache(maxsize=16)
def noun_pattern(nouns: tuple[str, ...]) -> re.Pattern[str]:
    """Any of `nouns` as a whole word, the longest first."""
    listed = "|".join(
        re.escape(noun).replace(r"\ ", r"\s+") for noun in sorted(nouns, key=len)[::-1]
    )
    return re.compile(rf"\b(?:{listed})\b", re.IGNORECASE)


def _phrase(scan: Scan, match: re.Match[str], nouns: Mapping[str, str]) -> Phrase:
    noun = " ".join(match.group().casefold().split())
    head = Span(match.start(), match.end())
    first = next(i for i, token in enumerate(scan.read) if token.end > head.start)
    last = next((i for i, t in enumerate(scan.read) if t.start >= head.end), len(scan.read))
    front, determiner = _front(scan, first)
    place = behind(scan, last)
    end = scan.read[place - 1].end if place > last else head.end
    start = _whole_day(scan, scan.read[first - len(front)].start if front else head.start)
    return Phrase(
        noun=noun,
        kind=nouns[noun],
        head=head,
        span=Span(start, max(end, head.end)),
        determiner=determiner,
        front=front,
        after=Span(head.end, max(end, head.end)),
        told=told_of(scan, place),
    )


def _whole_day(scan: Scan, start: int) -> int:
    """The start of a phrase; that of the day where it would cut one in two ("May 22 summit")."""
    return next((day for day, end in scan.dates.items() if day < start < end), start)


def _front(scan: Scan, first: int) -> tuple[tuple[Token, ...], str]:
    """The words before a noun that belong to it, and its determiner."""
    place = first
    while place > 0 and first - place < _LONGEST:
        token = scan.read[place - 1]
        if not scan.beside(place):
            break
        if token.low in scan.words.determiners:
            return tuple(scan.read[place:first]), token.low
        if _inner(scan, place - 1, first):
            place -= 1
            continue
        if not (scan.fronting(place - 1) or (token.owning and _possessor(scan, place - 1))):
            break
        place -= 1
    return tuple(scan.read[place:first]), ""


def _inner(scan: Scan, at: int, first: int) -> bool:
    """Whether a small word stands inside a name: "Truth and Justice", "Council of Ministers"."""
    low, data = scan.read[at].low, scan.words
    if at < 1 or at + 1 >= first or not scan.beside(at):
        return False
    if low in data.closing:
        return scan.fronting(at - 1) and not scan.read[at - 1].raw.isdigit()
    named = scan.name(at - 1) and scan.name(at + 1)
    return low in data.inner and named and scan.read[at - 1].low in data.telling


def _possessor(scan: Scan, place: int) -> bool:
    return scan.name(place) or scan.read[place].low in scan.words.fillers
