"""Nouns with the words that belong to them: "the 12th international meeting on Syria in Astana"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.dates import find_dates
from onrecord.drawing.tokens import Token, tokens
from onrecord.languages import PhraseWords, language
from onrecord.model import Span

_SPACE = re.compile(r"[\s(]*\Z")
_LISTED = re.compile(r"\s*,\s*\Z")
_NUMBERED = re.compile(r"\d+(?:st|nd|rd|th)\Z")
_DIGITS = re.compile(r"\d[\d/–−-]*\Z")
_YEARS = re.compile(r"(?:19|20)\d\d(?:[-–−](?:19|20)?\d\d)?\Z")
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
    plural: bool = False


def phrases_in(
    text: str, nouns: Mapping[str, str], plurals: Mapping[str, str], code: str = "en"
) -> list[Phrase]:
    """The phrases of `text` whose noun is one of `nouns` or `plurals`, in order.

    What follows a noun is read as far as its words are known to belong to a phrase: names, dates
    and the words of the language's data; the first other word ends it.
    """
    found = list(_pattern((*nouns, *plurals)).finditer(text))
    if not found:
        return []
    scan = _Scan(text, tokens(text), language(code).process.phrases, code, _dates(text, code))
    return [_phrase(scan, match, nouns, plurals) for match in found]


@lru_cache(maxsize=16)
def _pattern(nouns: tuple[str, ...]) -> re.Pattern[str]:
    listed = "|".join(
        re.escape(noun).replace(r"\ ", r"\s+") for noun in sorted(nouns, key=len)[::-1]
    )
    return re.compile(rf"\b(?:{listed})\b", re.IGNORECASE)


def _dates(text: str, code: str) -> dict[int, int]:
    return {found.span.start: found.span.end for found in find_dates(text, code)}


@dataclass(frozen=True, slots=True)
class _Scan:
    text: str
    read: Sequence[Token]
    words: PhraseWords
    code: str
    dates: Mapping[int, int]

    def name(self, place: int) -> bool:
        """Whether a word is written as a name, its particles included ("bin", "al-Assad")."""
        raw, low = self.read[place].raw, self.read[place].low
        if not raw[:1].isupper():
            head = low.partition("-")[0]
            return head in self.particles and ("-" in raw or self._before_name(place))
        return low not in language(self.code).people.openers

    @property
    def particles(self) -> frozenset[str]:
        return language(self.code).layout.particles

    def _before_name(self, place: int) -> bool:
        return place + 1 < len(self.read) and self.read[place + 1].raw[:1].isupper()

    def beside(self, place: int) -> bool:
        """Whether nothing but white space stands between a word and the one before."""
        return 0 < place < len(self.read) and bool(
            _SPACE.match(self.text, self._gap(place)[0], self._gap(place)[1])
        )

    def listed(self, place: int) -> bool:
        """Whether a comma alone stands between a word and the one before."""
        return 0 < place < len(self.read) and bool(
            _LISTED.match(self.text, self._gap(place)[0], self._gap(place)[1])
        )

    def _gap(self, place: int) -> tuple[int, int]:
        before = self.read[place - 1]
        end = before.end + (2 if before.owning else 0)
        return min(end, self.read[place].start), self.read[place].start


def _phrase(
    scan: _Scan, match: re.Match[str], nouns: Mapping[str, str], plurals: Mapping[str, str]
) -> Phrase:
    noun = " ".join(match.group().casefold().split())
    head = Span(match.start(), match.end())
    first = next(i for i, token in enumerate(scan.read) if token.end > head.start)
    last = next((i for i, t in enumerate(scan.read) if t.start >= head.end), len(scan.read))
    front, determiner = _front(scan, first)
    place = _behind(scan, last)
    end = scan.read[place - 1].end if place > last else head.end
    start = scan.read[first - len(front)].start if front else head.start
    return Phrase(
        noun=noun,
        kind=nouns.get(noun) or plurals[noun],
        head=head,
        span=Span(start, max(end, head.end)),
        determiner=determiner,
        front=front,
        after=Span(head.end, max(end, head.end)),
        told=_told(scan, place),
        plural=noun not in nouns,
    )


def _front(scan: _Scan, first: int) -> tuple[tuple[Token, ...], str]:
    """The words before a noun that belong to it, and its determiner."""
    place = first
    while place > 0 and first - place < _LONGEST:
        token = scan.read[place - 1]
        if not scan.beside(place):
            break
        if token.low in scan.words.determiners:
            return tuple(scan.read[place:first]), token.low
        if token.low == "and" and place < first and place > 1 and _kind(scan, place - 2):
            place -= 1
            continue
        if not (_kind(scan, place - 1) or (token.owning and _possessor(scan, place - 1))):
            break
        place -= 1
    return tuple(scan.read[place:first]), ""


def _possessor(scan: _Scan, place: int) -> bool:
    return scan.name(place) or scan.read[place].low in scan.words.fillers


def _kind(scan: _Scan, place: int) -> bool:
    """Whether a word can stand before a noun as a part of its phrase."""
    token = scan.read[place]
    if scan.name(place) or _NUMBERED.match(token.low) or _DIGITS.match(token.low):
        return True
    data = scan.words
    ordinals = language(scan.code).process.ordinals
    return (
        token.low in data.modifiers
        or token.low in ordinals
        or token.low in data.numbers
        or (token.owning and token.low in data.fillers)
    )


def _behind(scan: _Scan, place: int) -> int:
    """The word after the last that belongs to a noun before `place`."""
    end, at = place, place
    while at < len(scan.read) and scan.beside(at):
        low = scan.read[at].low
        if scan.read[at].start in scan.dates:
            at = end = _after_date(scan, at)
        elif low in scan.words.days:
            at = end = at + 1
        elif low in scan.words.links:
            reached = _object(scan, at + 1, listing=low in scan.words.listing)
            if reached == at + 1:
                break
            at = end = reached
        elif low in scan.words.participles:
            at += 1
        else:
            break
    return end


def _after_date(scan: _Scan, at: int) -> int:
    end = scan.dates[scan.read[at].start]
    while at < len(scan.read) and scan.read[at].start < end:
        at += 1
    return at


def _object(scan: _Scan, start: int, *, listing: bool) -> int:
    """The word after the object of a preposition that begins at `start`; `start` for none."""
    at = end = start
    telling = False
    while at < len(scan.read) and at - start < _LONGEST:
        comma = at > start and scan.listed(at)
        if not (scan.beside(at) or (comma and listing and _goes_on(scan, at))):
            break
        token = scan.read[at]
        if token.start in scan.dates:
            at = end = _after_date(scan, at)
            telling, listing = True, False
            continue
        if scan.name(at) or token.low in scan.words.days or _YEARS.match(token.raw):
            telling, end = True, at + 1
        elif token.low in scan.words.fillers:
            telling = telling or token.low in scan.words.telling
            end = at + 1
        elif not (_kind(scan, at) or _joins(scan, token.low)):
            break
        at += 1
    owns = end > start and scan.read[end - 1].owning
    return end if telling and not owns else start


def _joins(scan: _Scan, low: str) -> bool:
    return low in scan.words.determiners or low in scan.words.joining


def _goes_on(scan: _Scan, at: int) -> bool:
    """Whether a list goes on behind a comma: names up to an "and" with one more."""
    for ahead in range(at, min(at + _LONGEST, len(scan.read))):
        if ahead > at and not (scan.beside(ahead) or scan.listed(ahead)):
            return False
        low = scan.read[ahead].low
        if low in scan.words.closing:
            return True
        known = scan.name(ahead) or _kind(scan, ahead) or _joins(scan, low)
        if not known and low not in scan.words.fillers:
            return False
    return False


def _told(scan: _Scan, place: int) -> Span:
    """Where a predicate that follows goes on with when and where; empty where none does."""
    start = at = place
    while at < len(scan.read) and at - start < 8 and (scan.beside(at) or scan.listed(at)):
        low = scan.read[at].low
        if low in scan.words.participles and low not in scan.words.auxiliaries:
            end = _behind(scan, at)
            if end == at:
                end = at + 1
            return Span(scan.read[start].start, scan.read[end - 1].end)
        if low not in scan.words.auxiliaries:
            break
        at += 1
    edge = scan.read[place - 1].end if place else 0
    return Span(edge, edge)
