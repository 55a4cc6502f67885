"""What the phrase of an occasion says of it: its number, day, place, who meets, and its state."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from onrecord.drawing.actors import ActorKind, actors_in
from onrecord.drawing.clauses import Clause
from onrecord.drawing.days import day_in
from onrecord.drawing.persons import Persons
from onrecord.drawing.phrases import Phrase, phrases_in
from onrecord.drawing.places import place_in
from onrecord.drawing.tenses import status_of
from onrecord.languages import language
from onrecord.model import Dating, Span, Status

_NUMBERED = re.compile(r"(\d{1,3})(?:st|nd|rd|th)\Z")
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9}
_ROMAN |= {"X": 10, "XI": 11, "XII": 12, "XIII": 13, "XIV": 14, "XV": 15, "XX": 20}


@dataclass(frozen=True, slots=True)
class Occasion:
    """One place of a document that speaks of an occasion, and what it says of it.

    `names` are the words of its name, folded, `words` all that tell it from others. `own` says
    that it is the document's own ("our talks today"), `bare` that nothing tells it apart.
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
    possessed: bool = False
    basis: str = "noun"

    @property
    def spanned(self) -> Span:
        """Where the phrase stands in the document."""
        return self.span.moved(self.clause.span.start)


@dataclass(frozen=True, slots=True)
class Telling:
    """What a document's occasions are read with: its day, its people, its language."""

    said: Dating | None = None
    persons: Persons = field(default_factory=Persons)
    code: str = "en"
    places: Mapping[str, str] = field(default_factory=dict)


@lru_cache(maxsize=8)
def _never(code: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(language(code).process.meetings.never)})", re.IGNORECASE)


def occasions_in(clause: Clause, telling: Telling) -> list[Occasion]:
    """The occasions that a sentence speaks of, in order, told apart or not."""
    words = language(telling.code).process.meetings
    found = phrases_in(clause.text, words.nouns, words.plurals, telling.code)
    if not found:
        return []
    no = [Span(m.start(), m.end()) for m in _never(telling.code).finditer(clause.text)]
    kept = [phrase for phrase in found if not any(phrase.head.meets(span) for span in no)]
    outer = [p for p in kept if not any(o is not p and o.after.holds(p.head) for o in kept)]
    return [_occasion(clause, phrase, telling, alone=len(outer) == 1) for phrase in kept]


def _occasion(clause: Clause, phrase: Phrase, telling: Telling, *, alone: bool) -> Occasion:
    text, data = clause.text, language(telling.code).process
    lows = [token.low for token in phrase.front]
    status = status_of(text, phrase, telling.code)
    dating = day_in(_where(text, phrase), telling.said, status=status) or (
        day_in(text, telling.said, status=status) if alone and _happens(text, phrase) else None
    )
    status = _dated(status, dating, telling.said)
    own = phrase.determiner in data.meetings.own or any(low in data.meetings.own for low in lows)
    return Occasion(
        clause=clause,
        span=phrase.span,
        noun=phrase.noun,
        kind=phrase.kind,
        determiner=phrase.determiner,
        ordinal=_ordinal(phrase, telling.code),
        count=_count(phrase, telling.code),
        names=_names(text, phrase, telling.code),
        titled=_titled(text, phrase),
        dating=dating,
        place=place_in(_where(text, phrase), telling.code) or _hosting(text, phrase),
        parties=_parties(text, phrase, telling),
        body=_body(text, phrase, telling.code),
        status=status,
        plural=phrase.plural,
        coming=any(low in data.times.next_words for low in lows),
        latest=any(low in data.times.last_words for low in lows),
        own=own or _today(text, phrase),
        possessed=any(token.owning for token in phrase.front),
    )


def _where(text: str, phrase: Phrase) -> str:
    """The words that say when and where: before the noun, behind it, and in its predicate."""
    front = text[phrase.span.start : phrase.head.start]
    return f"{front} {phrase.after.of(text)} {phrase.told.of(text)}"


def _today(text: str, phrase: Phrase) -> bool:
    return text[phrase.head.end : phrase.head.end + 7].strip().casefold().startswith("today")


_HAPPENING = re.compile(r"\b(?:held|hosted?|hosts|took place|will take place|had|met)\b", re.I)


def _happens(text: str, phrase: Phrase) -> bool:
    around = text[max(0, phrase.span.start - 60) : phrase.span.start]
    return bool(_HAPPENING.search(around)) or bool(len(phrase.told))


_HOST = re.compile(
    r"\b([A-Z][\w’-]+(?: [A-Z][\w’-]+)*) (?:will host|hosted|is to host|is hosting|hosts)\W+"
    r"(?:\w+\W+){0,2}\Z"
)


def _hosting(text: str, phrase: Phrase) -> str:
    found = _HOST.search(text[max(0, phrase.span.start - 80) : phrase.span.start])
    return found.group(1) if found else ""


def _ordinal(phrase: Phrase, code: str) -> int | None:
    """The number of an occasion; "our first meeting" counts what two have done, and has none."""
    ordinals = language(code).process.ordinals
    for token in phrase.front:
        digits = _NUMBERED.match(token.low)
        if digits:
            return int(digits.group(1))
        if token.raw in _ROMAN and token.raw != "I":
            return _ROMAN[token.raw]
        if token.low in ordinals:
            return ordinals[token.low]
    return None


def _count(phrase: Phrase, code: str) -> int | None:
    numbers = language(code).process.phrases.numbers
    for token in phrase.front:
        if token.low in numbers:
            return numbers[token.low]
        if token.low.isdigit() and len(token.low) < 4:
            return int(token.low)
    return None


def _names(text: str, phrase: Phrase, code: str) -> frozenset[str]:
    """The names in a phrase, folded: what tells it from another of the same noun."""
    found = [t.low for t in phrase.front if t.raw[:1].isupper() and t.low not in _common(code)]
    found += [word.casefold() for word in re.findall(r"\b[A-Z][\w’-]+", phrase.after.of(text))]
    return frozenset(found)


def _common(code: str) -> frozenset[str]:
    return frozenset(language(code).layout.months) | language(code).process.phrases.modifiers


def _titled(text: str, phrase: Phrase) -> bool:
    """Whether the phrase is a name of its own: the noun and a word before it have capitals."""
    return phrase.head.of(text)[:1].isupper() and any(t.raw[:1].isupper() for t in phrase.front)


def _body(text: str, phrase: Phrase, code: str) -> str:
    """Whose meeting or session it is: the committee, council or organisation named."""
    after = phrase.after.of(text)
    found = re.match(r"\s*of (?:the )?(.+)", after)
    if found:
        last = found.group(1)
        bodies = language(code).process.meetings.bodies
        if any(word in bodies for word in last.casefold().split()):
            return last
    organisations = [
        a.name
        for a in actors_in(phrase.span.of(text), code=code)
        if a.kind is ActorKind.ORGANISATION
    ]
    return organisations[0] if organisations else ""


def _parties(text: str, phrase: Phrase, telling: Telling) -> tuple[str, ...]:
    return telling.persons.among(phrase.span.of(text), telling.code)


def _dated(status: Status, dating: Dating | None, said: Dating | None) -> Status:
    """The status that the days tell; what the words say where they do not."""
    if status is Status.PUT_OFF or not (dating and said and dating.latest and said.earliest):
        return status
    if dating.latest < said.earliest:
        return Status.HELD
    if dating.earliest and said.latest and dating.earliest > said.latest:
        return Status.ANNOUNCED
    return status
