"""Organisations and states as speakers: those that are named, and "the ministry" after one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.languages import language
from onrecord.people.names import folded

_BREAK = re.compile(r",\s|;|:|\s[–—-]+\s|\n|\s(?=who\b|which\b|that\b)|\(")
_LAST = re.compile(r"((?:[A-Z][\w’'-]*[ ]){0,4}[A-Z][\w’'-]*),?\s*$")
_TAKEN = re.compile(r"[’'`]s?$")
_EDGE = " \"'“”‘’«»,.;:!?"


def organisation(words: str) -> str:
    """The organisation or state that `words` name as it is written, "" where they name none.

    "the Turkish Foreign Ministry" and "Trump's campaign" are named; "the ministry", "officials"
    and "a New York Times reporter" are not.
    """
    data = language("en").people
    tokens = _BREAK.split(words.strip(), maxsplit=1)[0].split()
    while tokens and folded(tokens[0]) in data.determiners:
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
    return " ".join(_TAKEN.sub("", token.strip(_EDGE)) for token in tokens[first:last])


def anaphor(words: str, named: Iterable[str]) -> str:
    """The one organisation of `named` that "the ministry" can mean, "" where none or several."""
    data = language("en").people
    bare = [folded(word) for word in words.split()]
    if len(bare) != 2 or bare[0] not in {"the", "its"} or bare[1] not in data.organisation_nouns:
        return ""
    meant = {name for name in named if folded(name.split()[-1]) == bare[1]}
    return meant.pop() if len(meant) == 1 else ""


def before_relative(line: str) -> str:
    """The organisation named at the very end of `line`, as before "which"; "" for none."""
    found = _LAST.search(line)
    return organisation(found.group(1)) if found else ""


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
    return data.countries.get(state, "").casefold() == state


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
