"""Statements by their words, or by who said them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onrecord.errors import InputError
from onrecord.searching.filters import names_of
from onrecord.searching.queries import read_query
from onrecord.stores import Found, Store, Wanted


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


def said_by(speaker: str, wanted: Wanted, store: Store) -> Iterator[Found]:
    """The statements that pass the filters and are given to `speaker`, however the name is written.

    Two names are one person's as `people.same_name` says; what several say together is said by
    each of them. An empty `speaker` is anybody.
    """
    if speaker:
        wanted = replace(wanted, speakers=names_of(speaker, store))
    return store.statements(wanted)
