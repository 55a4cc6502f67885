"""What the phrase of an occasion says of it: its number, day, place, who meets, and its state."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.drawing.clauses import Clause
from onrecord.drawing.days import day_within, days_of, happening
from onrecord.drawing.denials import denied
from onrecord.drawing.numbers import count_of, ordinal_of
from onrecord.drawing.occasion_parties import body_of, organisations_of, parties_of, visiting
from onrecord.drawing.occasion_places import place_of
from onrecord.drawing.phrases import Phrase, noun_pattern, phrases_in
from onrecord.drawing.telling import Telling
from onrecord.drawing.tenses import dated, status_of
from onrecord.languages import language
from onrecord.model import Dating, Span, Status

_BREAK = re.compile(r"[,;:]")
_CAPITAL = re.compile(r"\b[A-Z][\w’-]+")


@dataclass(frozen=True, slots=True)
class Occasion:
    """One place of a document that speaks of an occasion, and what it says of it.

    `names` are the words of its name, folded; `titled` says that the noun is one of them. `count`
    is how many of its kind a plural speaks of, `coming` and `latest` say that it is the next or
    the last of them, `own` that it is the document's own ("our talks today"), `apart` that its
    phrase is inside another's ("the session of the 14th forum"). `indefinite`, `choosing` and
    `owned` are what its determiner is ("a", "any", "our"). `lead` are the words before it.
    """

    clause: Clause
    span: Span
    noun: str
    kind: str
    determiner: str = ""
    ordinal: int | None = None
    count: int | None = None
    names: frozenset[str] = frozenset()
    titled: bool = False
    dating: Dating | None = None
    place: str = ""
    parties: tuple[str, ...] = ()
    body: str = ""
    status: Status = Status.SPOKEN_OF
    plural: bool = False
    coming: bool = False
    latest: bool = False
    own: bool = False
    indefinite: bool = False
    choosing: bool = False
    owned: bool = False
    plenary: bool = False
    fronted: bool = False
    lead: str = ""
    basis: str = "noun"

    @property
    def spanned(self) -> Span:
        """Where the phrase stands in the document."""
        return self.span.moved(self.clause.span.start)


@lru_cache(maxsize=8)
def _never(code: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(language(code).process.meetings.never)})", re.IGNORECASE)


def occasions_in(clause: Clause, telling: Telling) -> list[Occasion]:
    """The occasions that a sentence speaks of, in order, told apart or not."""
    nouns = language(telling.code).process.meetings.nouns
    text = clause.text
    if not noun_pattern(tuple(nouns)).search(text):
        return []
    days = days_of(text, telling.said, telling.code)
    found = phrases_in(text, nouns, days=days, code=telling.code)
    no = [Span(m.start(), m.end()) for m in _never(telling.code).finditer(text)]
    kept = [phrase for phrase in found if not any(phrase.head.meets(span) for span in no)]
    kept = [phrase for phrase in kept if not _denied(text, phrase, telling.code)]
    outer = [p for p in kept if not any(o is not p and o.after.holds(p.head) for o in kept)]
    return [_occasion(clause, phrase, telling, alone=len(outer) == 1) for phrase in kept]


def _denied(text: str, phrase: Phrase, code: str) -> bool:
    """Whether it is said that there was none; one that is put off was to be."""
    put_off = status_of(text, phrase, code) is Status.PUT_OFF
    return denied(text, phrase.span, code) and not put_off


def _occasion(clause: Clause, phrase: Phrase, telling: Telling, *, alone: bool) -> Occasion:
    text, code = clause.text, telling.code
    data = language(code).process
    lows = {token.low for token in phrase.front}
    days = happening(days_of(text, telling.said, code), code)
    dating = day_within(days, phrase.span, phrase.told)
    if dating is None and alone and _happens(text, phrase, code):
        dating = day_within(days, Span(0, _clause_end(text, phrase)))
    told = phrase.told.of(text)
    span = phrase.span
    place, body = place_of(clause, phrase, telling), body_of(text, phrase, code)
    parties = parties_of(clause, phrase, telling)
    if body and phrase.kind in ("session", "summit", "meeting") and len(parties) < 2:
        parties = organisations_of(text, phrase, code)
    if phrase.kind == "visit":
        parties = visiting(clause, phrase, telling, parties=parties, place=place)
    if re.search(r"\bwith\b", told):
        span = Span(span.start, phrase.told.end)
    if dating is None:
        dating = _sidelines(text, phrase, days, code)
    if dating is None and re.search(data.meetings.spoke, text[: phrase.span.start][-60:]):
        dating = telling.said
    own = phrase.determiner in data.meetings.own or bool(lows & data.meetings.own)
    return Occasion(
        clause=clause,
        span=span,
        noun=phrase.noun,
        kind=_kind(phrase, data.meetings.named_rounds.get(phrase.noun, ()), text, code),
        determiner=phrase.determiner,
        ordinal=ordinal_of(phrase.front, code),
        count=count_of(phrase.front, code),
        names=_names(text, phrase, code),
        titled=_titled(text, phrase),
        dating=dating,
        place=place,
        parties=parties,
        body=body,
        status=dated(status_of(text, phrase, code), dating, telling.said),
        plural=phrase.noun in data.meetings.plurals,
        coming=bool(lows & data.times.next_words),
        latest=bool(lows & data.times.last_words),
        own=own or text[phrase.head.end :].lstrip().casefold().startswith("today"),
        indefinite=phrase.determiner in data.phrases.indefinite,
        choosing=phrase.determiner in data.phrases.choosing,
        owned=phrase.determiner in data.phrases.possessives,
        fronted=_fronted(text, phrase),
        plenary=bool(lows & data.meetings.plenary),
        lead=text[max(0, phrase.span.start - 60) : phrase.span.start],
    )


def _sidelines(text: str, phrase: Phrase, days: tuple[Dating, ...], code: str) -> Dating | None:
    """The day of what was done at it: "signed on May 9, on the sidelines of the forum"."""
    lead = text[: phrase.span.start]
    beside = re.search(language(code).process.meetings.beside, lead[-60:])
    if not beside:
        return None
    start = len(lead) - len(lead[-60:]) + beside.start()
    return day_within(days, Span(max(0, start - 40), start))


def _kind(phrase: Phrase, behind: tuple[str, ...], text: str, code: str) -> str:
    """A numbered meeting on something is a round of the meetings on it."""
    if phrase.noun in language(code).process.meetings.remote_nouns and _remote(code).search(text):
        return "call"
    after = phrase.after.of(text).split()
    if after and after[0] in behind and ordinal_of(phrase.front, code) is not None:
        return "round"
    return phrase.kind


@lru_cache(maxsize=8)
def _remote(code: str) -> re.Pattern[str]:
    return re.compile(language(code).process.meetings.remote, re.IGNORECASE)


def _clause_end(text: str, phrase: Phrase) -> int:
    """Where the part of the sentence that a phrase stands in ends: at a comma behind it."""
    breaks = _BREAK.search(text, max(phrase.span.end, phrase.told.end))
    return breaks.start() if breaks else len(text)


def _happens(text: str, phrase: Phrase, code: str) -> bool:
    """Whether the sentence tells that the occasion was or will be held."""
    around = text[max(0, phrase.span.start - 60) : phrase.span.start]
    return bool(len(phrase.told)) or bool(_held(code).search(around))


@lru_cache(maxsize=8)
def _held(code: str) -> re.Pattern[str]:
    words = language(code).process.meetings
    return re.compile(rf"\b(?:{'|'.join((*words.held, *words.attended))})\b", re.I)


def _names(text: str, phrase: Phrase, code: str) -> frozenset[str]:
    """The names in a phrase, folded: what tells it from another of the same noun."""
    found = [token.low for token in phrase.front if token.raw[:1].isupper()]
    found += [word.casefold() for word in _CAPITAL.findall(phrase.after.of(text))]
    return frozenset(word.removesuffix("’s") for word in found) - _common(code)


@lru_cache(maxsize=8)
def _common(code: str) -> frozenset[str]:
    """Words with a capital that tell nothing apart: months, posts, titles, adjectives."""
    known = language(code)
    plain = known.process.phrases.modifiers | known.process.phrases.people
    people = frozenset(known.people.posts) | frozenset(known.people.honorifics)
    days = frozenset(known.layout.months) | frozenset(known.layout.weekdays)
    return days | plain | people | frozenset(known.process.ordinals)


def _titled(text: str, phrase: Phrase) -> bool:
    """Whether the phrase is a name of its own: the noun and a word before it have capitals."""
    return phrase.head.of(text)[:1].isupper() and any(t.raw[:1].isupper() for t in phrase.front)


def _fronted(text: str, phrase: Phrase) -> bool:
    """Whether a name stands before the noun, or "of" behind it: "the Congress of Vienna"."""
    named = any(token.raw[:1].isupper() for token in phrase.front)
    return named or phrase.after.of(text).lstrip().startswith("of ")
