"""Organisations and states as speakers: those that are named, and "the ministry" after one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from onrecord.languages import language
from onrecord.naming.names import folded

_BREAK = re.compile(r",\s|;|:|\s[–—-]+\s|\n|\s(?=who\b|which\b|that\b)|\(")
_LAST = re.compile(
    r"((?:[A-Z][\w’'-]*[ ](?:(?:of|for|on|the|and)[ ]){0,2}){0,6}[A-Z][\w’'-]*),?\s*$"
)
_TAKEN = re.compile(r"[’'`]s?$")
_EDGE = " \"'“”‘’«»,.;:!?"


@lru_cache(maxsize=16_384)
def organisation(words: str) -> str:
    """The organisation or state that `words` name as it is written, "" where they name none.

    "the Turkish Foreign Ministry" and "Trump's campaign" are named; "the ministry", "officials"
    and "a New York Times reporter" are not.
    """
    data = language("en").people
    tokens = _BREAK.split(words.strip(), maxsplit=1)[0].split()
    leading = _leading()
    while tokens and folded(tokens[0]) in leading:
        if folded(tokens[0]) in {"a", "an", "another"} and len(tokens) > 1:
            return ""
        tokens = tokens[1:]
    bare = [folded(token) for token in tokens]
    end = next((n for n, b in enumerate(bare) if n and b in data.prepositions), len(bare))
    if not end or not _heads_organisation(tokens[:end], bare[:end]):
        return ""
    first = next((n for n, token in enumerate(tokens[:end]) if _capital(token)), end)
    if first == end:
        return ""
    last = _tail(tokens, end)
    common = all(b in data.generic or b in data.organisation_nouns for b in bare[first:last])
    if common and (bare[first] not in data.organisations or not _capital(tokens[first])):
        return ""
    return " ".join(map(_shown, tokens[first:last]))


def article_and_name(words: str) -> str:
    """The name in "The Advocate": an article and capitalised words alone name no person."""
    tokens = words.strip(_EDGE).split()
    data = language("en").people
    if not 1 < len(tokens) < 5 or folded(tokens[0]) != "the" or not all(map(_capital, tokens[1:])):
        return ""
    bare = [folded(token) for token in tokens[1:]]
    known = _of_people()
    unfit = bare[-1].endswith("s") or bare[-1] in data.writings
    unfit = unfit or all(word in data.organisation_nouns for word in bare)
    if unfit or any(word in known for word in bare):
        return ""
    return " ".join(map(_shown, tokens[1:]))


def anaphor(words: str, named: Iterable[str]) -> str:
    """The one organisation of `named` that "the ministry" can mean, "" where none or several.

    All words must be in its name, the last of them before "of" as its head: "the board of
    elections" is the Harbour Board of Elections, never the Board of Trade.
    """
    data = language("en").people
    bare = [folded(word) for word in words.split()]
    if len(bare) < 2 or bare[0] not in {"the", "its"}:
        return ""
    head = next((b for b, after in pairwise([*bare, "of"]) if after in data.prepositions), "")
    if head not in data.organisation_nouns - data.writings:
        return ""
    meant = {name for name in named if set(bare[1:]) <= set(_bare(name)) and head in _heads(name)}
    longest = max(meant, key=lambda name: (len(_bare(name)), name), default="")
    return longest if all(_stems(name) <= _stems(longest) for name in meant) else ""


@lru_cache(maxsize=4_096)
def _bare(name: str) -> tuple[str, ...]:
    return tuple(folded(word) for word in name.split())


def _stems(name: str) -> set[str]:
    return {word.removesuffix("s") for word in _bare(name)}


def _heads(name: str) -> set[str]:
    """The words that can stand for a name alone: its last, and the last before "of"."""
    bare = _bare(name)
    data = language("en").people
    return {bare[-1]} | {b for b, after in pairwise(bare) if after in data.prepositions}


def before_relative(line: str) -> str:
    """The organisation named at the very end of `line`, as before "which"; "" for none."""
    found = _LAST.search(line)
    return organisation(found.group(1)) if found else ""


@lru_cache(maxsize=1)
def _leading() -> frozenset[str]:
    data = language("en").people
    return data.determiners | data.openers | data.honorifics.keys()


@lru_cache(maxsize=1)
def _of_people() -> frozenset[str]:
    data = language("en").people
    known = data.collectives | data.posts.keys() | data.honorifics.keys()
    return known | data.party_words.keys() | data.countries.keys()


def _heads_organisation(tokens: list[str], bare: list[str]) -> bool:
    data = language("en").people
    if not bare:
        return False
    if bare[-1] in data.organisation_nouns:
        return bare[-1] not in data.writings or (len(bare) > 1 and _capital(tokens[-1]))
    if not _capital(tokens[-1]):
        return False
    if bare[-1] in data.organisations:
        return True
    state = " ".join(bare)
    country = data.countries.get(state, "")
    return bool(country) and (country.casefold() == state or tokens[-1].strip(_EDGE).isupper())


def _tail(tokens: list[str], end: int) -> int:
    """Where the name ends: "Department of Justice" goes on after its head."""
    if end >= len(tokens) or folded(tokens[end]) not in {"of", "for", "on"}:
        return end
    last = end + 1
    while last < len(tokens) and (_capital(tokens[last]) or folded(tokens[last]) in {"the", "and"}):
        last += 1
    named = last > end + 1 and _capital(tokens[last - 1]) and _capital(tokens[end - 1])
    return last if named else end


def _capital(token: str) -> bool:
    return token.strip(_EDGE)[:1].isupper()


def _shown(token: str) -> str:
    plain = _TAKEN.sub("", token.strip(_EDGE))
    return f"{plain}." if "." in plain else plain
