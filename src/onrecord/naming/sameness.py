"""Whether two names can be one person's."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.languages import language
from onrecord.languages.romanising import RULES, SHORT_FORMS, SPELLINGS
from onrecord.naming.names import clean_name, family_first, folded, parts_of, read_name

_RULES = tuple((re.compile(pattern), into) for pattern, into in RULES)
_GENERATIONS = frozenset("jr sr ii iii iv".split())


def _groups() -> tuple[dict[str, set[int]], dict[str, set[str]]]:
    spellings: dict[str, set[int]] = {}
    for number, line in enumerate(SPELLINGS):
        for form in line.split():
            spellings.setdefault(form, set()).add(number)
    short: dict[str, set[str]] = {}
    for line in SHORT_FORMS:
        full, *forms = line.split()
        for form in forms:
            short.setdefault(form, set()).add(full)
    return spellings, short


_SPELLED, _SHORT = _groups()


@lru_cache(maxsize=65_536)
def same_name(a: str, b: str) -> bool:
    """Whether two names can be one person's; unsure is False, and "" is nobody's name.

    Titles, posts, case, accents, romanisation, hyphens and the order of the parts do not count; a
    surname alone fits whoever bears it; other given names, "Jr." on one side only, or a title of
    the other gender do not fit. Names of organisations are the same only word for word.
    """
    if _organised(a) or _organised(b):
        return _plain(a) == _plain(b) != ""
    first, second = read_name(a), read_name(b)
    if not first.name or not second.name:
        return _plain(a) == _plain(b) != "" and not (first.several or second.several)
    one, two = parts_of(first.name), parts_of(second.name)
    if _crossed(first.gender, two) or _crossed(second.gender, one):
        return False
    return names_fit(first.name, second.name)


@lru_cache(maxsize=65_536)
def names_fit(a: str, b: str) -> bool:
    """As `same_name`, for two names that are clean already."""
    one, two = parts_of(a), parts_of(b)
    ranks = {_generation(a), _generation(b)}
    if len(ranks) > 1 and (min(len(one), len(two)) > 1 or "jr" in ranks):
        return False
    if _ends_with(a, b) or _ends_with(b, a):
        return True
    return _fit(one, two) if len(one) <= len(two) else _fit(two, one)


@lru_cache(maxsize=65_536)
def name_key(part: str) -> str:
    """A folded part of a name in a form that romanisations share; for comparing only."""
    for pattern, into in _RULES:
        part = pattern.sub(into, part)
    return part


@lru_cache(maxsize=16_384)
def surname_key(name: str) -> str:
    """The key of a cleaned name's surname, "" where there is none."""
    parts = parts_of(name)
    if not parts:
        return ""
    return name_key(parts[0] if family_first(parts) else parts[-1])


def _ends_with(long: str, short: str) -> bool:
    """Whether a name ends with another of two words or more, particles and all: "De Blasio"."""
    one, two = _plain(long).split(), _plain(short).split()
    return 1 < len(two) < len(one) and one[-len(two) :] == two and len(two[0]) > 1


def _fit(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    if not short:
        return False
    keys, other = [name_key(p) for p in short], [name_key(p) for p in long]
    if len(short) == 1:
        return len(short[0]) > 1 and keys[0] == (other[0] if family_first(long) else other[-1])
    if sorted(keys) == sorted(other):
        return True
    if keys == other[-len(keys) :] and all(len(p) > 2 for p in short):
        return True
    if family_first(short) or family_first(long):
        return "".join(keys) == "".join(other)
    return keys[-1] == other[-1] and _given_fit(short[:-1], long[:-1])


def _given_fit(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    if not _alike(short[0], long[0]):
        return False
    return all(_alike(a, b) for a, b in zip(short[1:], long[1:], strict=False))


def _alike(a: str, b: str) -> bool:
    if len(a) == 1 or len(b) == 1:
        return a[:1] == b[:1] or name_key(a)[:1] == name_key(b)[:1]
    if a == b or name_key(a) == name_key(b):
        return True
    if _SPELLED.get(a, set()) & _SPELLED.get(b, set()):
        return True
    return b in _SHORT.get(a, ()) or a in _SHORT.get(b, ())


def _generation(name: str) -> str:
    last = folded(name.rsplit(maxsplit=1)[-1])
    return last if last in _GENERATIONS and len(name.split()) > 1 else ""


def _crossed(gender: str, parts: tuple[str, ...]) -> bool:
    if not gender or len(parts) < 2:
        return False
    other = language("en").people.given_names.get(parts[0], "")
    return bool(other) and other != gender


@lru_cache(maxsize=16_384)
def _organised(name: str) -> bool:
    words = language("en").people
    found = {folded(word) for word in name.split()} & words.organisation_nouns
    return bool(found) and not clean_name(name)


def _plain(name: str) -> str:
    words = [folded(word) for word in name.split()]
    return " ".join(word for word in words if word and word != "the")
