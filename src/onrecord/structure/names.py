"""Names of speakers: told apart from posts and places, and short forms led to fuller ones."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.languages._layout import Layout
from onrecord.text import words

_TOKEN = re.compile(r"[^\s,;:()\[\]<>“”\"]+|,")
_PARENTHESIS = re.compile(r"\([^()]{0,80}\)|\[[^\[\]]{0,80}\]|<[^<>]{0,80}>")
_POSSESSIVE = re.compile(r"[’']s?$")
_INITIAL = re.compile(r"[A-Z]\.")
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Named:
    """Who a label names: `name` without post and honorific where a full name stands there.

    `full` says whether it has a first name; `post` holds the words beside it, "" where none.
    """

    name: str
    full: bool
    post: str = ""


def read_name(label: str, layout: Layout) -> Named:
    """The person that a label or phrase names; the label itself where no name can be told.

    Posts, places and institutions are known by their words, so a rare post may stay in the name.
    """
    plain = " ".join(_PARENTHESIS.sub(" ", label).split()).strip(" *_.,;-–—")
    shouted = is_shouted(plain)
    tokens = _TOKEN.findall(plain)
    parts = _parted(tokens)
    for part in parts:
        name = _tail(part, layout)
        if len(name) > 1:
            post = plain.replace(" ".join(name), "").strip(" ,")
            return Named(" ".join(_cased(name, shouted)), full=True, post=post)
    return _surname(plain, parts, shouted=shouted, layout=layout)


def _surname(plain: str, parts: list[list[str]], *, shouted: bool, layout: Layout) -> Named:
    """A label with a surname alone keeps its honorific or post: "MR. ZIENTS" is Mr Zients."""
    first = parts[0] if parts else []
    name = _tail(first, layout)
    if name and len(first) > len(name) and len(first) <= 5:
        post = [t.rstrip(".") for t in first[: -len(name)]]
        return Named(" ".join(_cased([*post, *name], shouted)), full=False, post=" ".join(post))
    return Named(" ".join(_cased(plain.split(), shouted)), full=False)


def is_shouted(text: str) -> bool:
    """Whether the letters of a label are capitals ("McCURRY" counts)."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 1 and sum(c.isupper() for c in letters) >= 0.8 * len(letters)


def _parted(tokens: list[str]) -> list[list[str]]:
    parts: list[list[str]] = [[]]
    for token in tokens:
        if token == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return [part for part in parts if part]


def _tail(tokens: list[str], layout: Layout) -> list[str]:
    """The name at the end of a label's words: what follows the last post, place or institution."""
    start = len(tokens)
    while start > 0 and not _stops(tokens[start - 1], layout):
        start -= 1
    name = tokens[start:]
    while name and plain(name[0]) in layout.particles and name[0][0].islower():
        if plain(name[0]) in layout.connectors or len(name) == 1:
            name = name[1:]
        else:
            break
    before = plain(tokens[start - 1]) if 0 < start < len(tokens) else ""
    if before in layout.connectors and len(name) > 2:
        name = name[1:]  # "of Volgograd Andrei Ivanov": the place comes first
    return name


def _stops(token: str, layout: Layout) -> bool:
    if _INITIAL.fullmatch(token):
        return False
    form = plain(token)
    if form in layout.particles and token[0].islower():
        return False
    known = form in layout.posts or form in layout.institutions or form in layout.places
    return (
        known
        or form in layout.connectors
        or form in layout.honorifics
        or not (token[0].isupper() or ("-" in token and token.split("-")[1][:1].isupper()))
    )


def plain(token: str) -> str:
    """A token case-folded, without its possessive and its stop."""
    return _POSSESSIVE.sub("", token.casefold().rstrip(".,"))


def _cased(tokens: list[str], shouted: bool) -> list[str]:
    return [_title(t) for t in tokens] if shouted else tokens


def _title(token: str) -> str:
    return re.sub(r"[^\W\d_]+", lambda m: m.group()[0].upper() + m.group()[1:].lower(), token)


@lru_cache(maxsize=65_536)
def forms(name: str) -> tuple[str, ...]:
    """The words of a name in comparable form."""
    return tuple(w.form for part in _GLUED.sub(" ", name).split() for w in words(part))


def is_short_for(short: str, full: str, layout: Layout) -> bool:
    """Whether `short` can be a shorter form of `full` within one document.

    Surname alone, honorific or post and surname, initials and surname, or the same words; never a
    guess across differing first names.
    """
    given = tuple(f for f in forms(short) if f not in layout.honorifics and f not in layout.posts)
    whole = forms(full)
    if not given or len(whole) < len(given) or given[-1] != whole[-1]:
        return False
    firsts, rest = given[:-1], list(whole[:-1])
    for first in firsts:
        match = next((r for r in rest if r == first or (len(first) == 1 and r[0] == first)), None)
        if match is None:
            return False
        rest = rest[rest.index(match) + 1 :]
    return True
