"""The instruments that a sentence speaks of, and what tells each of them apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from onrecord.drawing.clauses import Clause
from onrecord.drawing.days import day_in
from onrecord.drawing.occasions import Telling
from onrecord.drawing.phrases import Phrase, phrases_in
from onrecord.drawing.places import place_in
from onrecord.languages import AgreementWords, language
from onrecord.model import Dating, Span, Status

_NUMBER = re.compile(
    r"\s*(?:\(\d{4}\)\s*)?(?:[Nn]o\.?\s*|[Nn]umber\s+)?(\d{1,5}(?:/\d+)?)\b(?!\s*\w*-)"
)
_INDEFINITE = frozenset({"a", "an", "any", "no", "another", "some", "every", "each"})
_YEAR = re.compile(r"(?:19|20)\d\d\Z")


@dataclass(frozen=True, slots=True)
class Instrument:
    """One place of a document that speaks of an instrument, and what it says of it."""

    clause: Clause
    span: Span
    noun: str
    kind: str
    number: str = ""
    names: frozenset[str] = frozenset()
    titled: bool = False
    dating: Dating | None = None
    place: str = ""
    parties: tuple[str, ...] = ()
    basis: str = "noun"

    @property
    def spanned(self) -> Span:
        """Where the phrase stands in the document."""
        return self.span.moved(self.clause.span.start)


def instruments_in(clause: Clause, telling: Telling) -> list[Instrument]:
    """The instruments that a sentence tells apart, in order."""
    return sorted(
        [*_by_noun(clause, telling), *_by_deed(clause, telling)], key=lambda one: one.span
    )


def _by_noun(clause: Clause, telling: Telling) -> Iterator[Instrument]:
    words = language(telling.code).process.agreements
    found = phrases_in(clause.text, words.nouns, words.plurals, telling.code)
    if not found:
        return
    no = [Span(m.start(), m.end()) for m in _never(telling.code).finditer(clause.text)]
    for phrase in found:
        inner = any(o is not phrase and o.after.holds(phrase.head) for o in found)
        if inner or any(phrase.head.meets(span) for span in no):
            continue
        one = _instrument(clause, phrase, telling)
        if _told_apart(one, phrase, clause.text, words):
            yield one


def _instrument(clause: Clause, phrase: Phrase, telling: Telling) -> Instrument:
    text = clause.text
    number = _number(text, phrase)
    end = phrase.span.end
    if number:
        end = max(end, number.end())
    span = Span(phrase.span.start, end)
    where = f"{span.of(text)} {phrase.told.of(text)}"
    return Instrument(
        clause=clause,
        span=span,
        noun=phrase.noun,
        kind=phrase.kind,
        number=number.group(1) if number else "",
        names=_names(text, phrase, span, telling.code),
        titled=phrase.head.of(text)[:1].isupper(),
        dating=day_in(where, telling.said, status=Status.HELD) or _year(phrase),
        place=place_in(where, telling.code),
        parties=telling.persons.among(span.of(text), telling.code),
    )


def _number(text: str, phrase: Phrase) -> re.Match[str] | None:
    if phrase.kind != "resolution":
        return None
    return _NUMBER.match(text, phrase.head.end)


def _year(phrase: Phrase) -> Dating | None:
    """The year before a noun ("the 1998 agreement"), as EDTF."""
    for token in phrase.front:
        if _YEAR.match(token.low):
            year = int(token.low)
            return Dating(token.low, date(year, 1, 1), date(year, 12, 31), token.raw)
    return None


def _names(text: str, phrase: Phrase, span: Span, code: str) -> frozenset[str]:
    known = language(code)
    months = frozenset(known.layout.months)
    opening = known.people.openers
    found = [t.low for t in phrase.front if t.raw[:1].isupper() or t.low.isdigit()]
    behind = text[phrase.head.end : span.end]
    found += [w.casefold() for w in re.findall(r"\b[A-Z][\w’-]+", behind)]
    return frozenset(found) - months - opening


def _told_apart(one: Instrument, phrase: Phrase, text: str, words: AgreementWords) -> bool:
    """Whether a phrase tells an instrument apart from others of its kind."""
    if one.number:
        return True
    indefinite = phrase.determiner in _INDEFINITE
    named, after = bool(one.names), phrase.after.of(text).strip()
    if one.kind == "statement":
        joint = any(token.low in words.joint for token in phrase.front)
        return (joint and not phrase.plural) or (one.titled and named)
    if one.kind == "decision":
        return not indefinite and _decided(one, phrase, text)
    if one.kind == "resolution":
        return not indefinite and not phrase.plural and named and _topic(text, phrase)
    if one.kind in ("ceasefire", "charter", "plan"):
        return {
            "ceasefire": bool(one.dating) or (phrase.noun != "ceasefire" and named),
            "charter": named,
            "plan": one.titled and (named or bool(after)),
        }[one.kind]
    return _agreed(one, made=after.split(" ")[0] in words.made, indefinite=indefinite)


def _agreed(one: Instrument, *, made: bool, indefinite: bool) -> bool:
    """Whether an agreement, memorandum or treaty is told apart from others."""
    if made:
        return bool(one.dating or one.place or one.names)
    if indefinite and not one.dating and not one.titled:
        return False
    return bool(one.names or (one.dating and not one.titled))


def _topic(text: str, phrase: Phrase) -> bool:
    return bool(re.match(r"\s*(?:on|regarding|concerning|about)\b", text[phrase.head.end :]))


def _decided(one: Instrument, phrase: Phrase, text: str) -> bool:
    """A decision of somebody named, or of a meeting, to do something."""
    behind = text[phrase.head.end : phrase.head.end + 20]
    if re.match(r"\s+(?:to|on)\s+\w+", behind):
        return bool(one.names or one.parties)
    made = re.match(r"\s+(?:made|of|adopted|taken)\b", behind)
    return bool(made and (one.dating or one.names))


_DEED = re.compile(
    r"\b(?:creation|establishment|establishing|creating|setting up|set up|created|establish)\s+"
    r"(?:of\s+)?(?:the\s+|a\s+)?(?:four\s+|three\s+|two\s+)?"
    r"(?:de-escalation|demilitari[sz]ed|safe|security)\s+(?:zones?|areas?)"
    r"(?:\s+in\s+(?:the\s+)?[A-Z]\w+(?:\s+[A-Z]\w+){0,3})?"
)


def _by_deed(clause: Clause, telling: Telling) -> Iterator[Instrument]:
    for match in _DEED.finditer(clause.text):
        span = Span(match.start(), match.end())
        names = frozenset(
            re.findall(r"de-escalation|demilitari[sz]ed|safe|security", match.group())
        )
        yield Instrument(clause, span, "creation", "decision", names=names, basis="deed")


@lru_cache(maxsize=8)
def _never(code: str) -> re.Pattern[str]:
    never = language(code).process.agreements.never
    return re.compile(rf"\b(?:{'|'.join(never)})" if never else r"(?!)", re.IGNORECASE)
