"""A query and a store to statements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.errors import InputError
from onrecord.people import each_of, same_name
from onrecord.stores import Found, Sought, Store, Wanted
from onrecord.text import words

_PIECE = re.compile(r"(-?)(?:[\"“”„«»]([^\"“”„«»]*)[\"“”„«»]?|([^\s\"“”„«»]+))")


def search(query: str, store: Store, *, limit: int = 20) -> list[Found]:
    """Statements whose words answer to `query`, best first.

    All words must occur; words in quotation marks side by side; words after a minus not at all.
    Where no statement has all of them, those that have any follow. Every other character is white
    space. Raises `InputError` for a query without a word.
    """
    sought = read_query(query)
    if not sought.phrases:
        raise InputError(f"nothing to search for in {query!r}")
    found = store.search(sought, limit=limit)
    return found or store.search(replace(sought, every=False), limit=limit)


def read_query(query: str) -> Sought:
    """A query as a person types it, taken apart; see `search`."""
    phrases: list[str] = []
    without: list[str] = []
    for piece in _PIECE.finditer(query):
        minus, quoted, single = piece.groups()
        phrase = " ".join(word.form for word in words(quoted or single or ""))
        if phrase:
            (without if minus else phrases).append(phrase)
    return Sought(tuple(dict.fromkeys(phrases)), tuple(dict.fromkeys(without)))


def said_by(speaker: str, wanted: Wanted, store: Store) -> Iterator[Found]:
    """The statements that pass the filters and are given to `speaker`, however the name is written.

    Two names are one person's as `people.same_name` says; what several say together is said by
    each of them. An empty `speaker` is anybody.
    """
    if speaker:
        names = tuple(
            name
            for name in store.speakers()
            if any(same_name(speaker, one) for one in each_of(name))
        )
        wanted = replace(wanted, speakers=names)
    return store.statements(wanted)
