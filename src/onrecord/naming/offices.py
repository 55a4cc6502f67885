"""Posts in comparable form: one office in other words is one office."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from onrecord.languages import language
from onrecord.naming.names import folded

_APART = re.compile(r"[\s\-‐‑/,]+")


@dataclass(frozen=True, slots=True)
class Office:
    """A post without whose it is: the office, the ranks below it, the words that are no known part.

    "Deputy Minister of Foreign Affairs" is the office foreign minister with the rank deputy; a post
    that no form is known of is its own words in order of the alphabet. `acting` says that it is
    held for a time, `now` is false for "former" and the like.
    """

    office: str = ""
    ranks: frozenset[str] = frozenset()
    acting: bool = False
    now: bool = True

    def __bool__(self) -> bool:
        return bool(self.office)


@lru_cache(maxsize=65_536)
def read_office(words: str) -> Office:
    """The office that the words of a post name, without state, organisation or person in them.

    Words are compared, not their order: "Minister of Foreign Affairs" and "foreign affairs
    minister" are one, "Minister of Foreign Trade" and "foreign minister" are not.
    """
    data = language("en").offices
    bare = frozenset(_bare(words))
    acting, now = bool(bare & data.acting), not bare & data.not_now
    left = bare - data.acting - data.not_now
    for form in data.forms:
        if form.words <= left:
            ranks = (left - form.words) & data.ranks
            if left - form.words - ranks <= form.beside:
                return Office(form.office, ranks, acting, now)
    return Office(" ".join(sorted(left)), frozenset(), acting, now)


def same_office(one: Office, other: Office) -> bool:
    """Whether two posts are one office of one rank; acting or not does not matter."""
    return bool(one) and one.office == other.office and one.ranks == other.ranks


def _bare(words: str) -> Iterator[str]:
    data = language("en").offices
    for word in _APART.split(words):
        form = folded(word).replace(".", "")
        for piece in data.short.get(form, form).split():
            known = data.spelled.get(piece, piece)
            if known and known not in data.silent:
                yield known
