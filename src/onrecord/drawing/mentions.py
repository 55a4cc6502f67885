"""Where a text names a process, and who and what belongs to it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any

from onrecord.model import Profile, Span

# One code point each, so that places hold.
_LIKE = str.maketrans("’‘ʼ‐‑–—−\u00a0\n\t\r", "'''-----    ")
_SHORT = 5


class Naming(StrEnum):
    """What of a profile some words name."""

    NAME = "name"
    SUBJECT = "subject"
    PLACE = "place"
    PARTY = "party"
    BODY = "body"
    INSTRUMENT = "instrument"
    CONFUSABLE = "confusable"


@dataclass(frozen=True, slots=True)
class Mentioned:
    """Words that name something of a profile: where they stand, and what its profile calls it.

    `kind` is that of a party, a body or an instrument, "" of all else.
    """

    span: Span
    naming: Naming
    name: str
    kind: str = ""


def mentions(text: str, profile: Profile) -> tuple[Mentioned, ...]:
    """What of `profile` the text names, in order.

    Case counts only in short names that are capitals throughout ("US"). What lies inside words that
    are confusable is not named ("Astana" in "Astana Economic Forum"), and what is confusable is not
    so inside a longer name. Else names may lie in each other ("Syria" in "Syrian opposition").
    """
    plain = _plain(text)
    found = [
        Mentioned(Span(start, end), naming, name, kind)
        for start, end, entries in _places(plain, profile)
        for naming, name, kind, exact in entries
        if not exact or text[start:end] == exact
    ]
    found.sort(key=lambda one: (one.span.start, -one.span.end))
    return tuple(_told_apart(found))


def within(found: Sequence[Mentioned], span: Span) -> Sequence[Mentioned]:
    """Those mentions, out of all in order, that begin inside `span`."""
    first = bisect_left(found, span.start, key=lambda one: one.span.start)
    last = bisect_left(found, span.end, key=lambda one: one.span.start)
    return found[first:last]


def _told_apart(found: Sequence[Mentioned]) -> Iterator[Mentioned]:
    """The mentions without those inside longer ones that tell against them."""
    confusable = [one.span for one in found if one.naming is Naming.CONFUSABLE]
    if not confusable:
        yield from found
        return
    others = [one.span for one in found if one.naming is not Naming.CONFUSABLE]
    for one in found:
        against = others if one.naming is Naming.CONFUSABLE else confusable
        if not any(span.holds(one.span) and span != one.span for span in against):
            yield one


def _places(plain: str, profile: Profile) -> Iterator[tuple[int, int, Any]]:
    """Whole words alone."""
    for last, (length, entries) in _automaton(profile).iter(plain):
        start, end = last + 1 - length, last + 1
        if not plain[max(0, start - 1) : start].isalnum() and not plain[end : end + 1].isalnum():
            yield start, end, entries


@lru_cache(maxsize=8)
def _automaton(profile: Profile) -> Any:  # noqa: ANN401
    import ahocorasick

    entries: dict[str, dict[tuple[Naming, str, str, str], None]] = {}
    for naming, name, kind, words in _named(profile):
        exact = words if len(words) <= _SHORT and words.isupper() else ""
        entries.setdefault(_plain(words), {})[naming, name, kind, exact] = None
    automaton = ahocorasick.Automaton()
    for plain, what in entries.items():
        automaton.add_word(plain, (len(plain), tuple(what)))
    automaton.make_automaton()
    return automaton


def _named(profile: Profile) -> Iterator[tuple[Naming, str, str, str]]:
    """Each of the profile's names: what it names, what that is called, of which kind, the words."""
    for naming, names in (
        (Naming.NAME, profile.names),
        (Naming.SUBJECT, profile.subject),
        (Naming.PLACE, profile.places),
    ):
        yield from ((naming, name, "", name) for name in names)
    for naming, all_named in (
        (Naming.PARTY, profile.parties),
        (Naming.BODY, profile.bodies),
        (Naming.INSTRUMENT, profile.instruments),
    ):
        for one in all_named:
            yield from (
                (naming, one.name, one.kind, words)
                for words in (one.name, *one.aliases, *one.adjectives)
            )
    yield from ((Naming.CONFUSABLE, one.means, "", one.words) for one in profile.confusable)


def _plain(text: str) -> str:
    """A text in small letters with one kind of hyphen and apostrophe, code point for code point."""
    small = text.lower()
    if len(small) != len(text):  # some letters have no small form of one code point
        small = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return small.translate(_LIKE)
