"""Looking through what is held for doubts, a little at a time."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.checking import check_document
from onrecord.model import Reading
from onrecord.model.rulings import Doubt, Matter, Ruling, RulingKind
from onrecord.overlay import statement_at, turn_at
from onrecord.reviewing.matches import doubtful_matches
from onrecord.reviewing.people import doubtful_people
from onrecord.reviewing.speakers import doubtful_speakers
from onrecord.reviewing.splits import doubtful_splits
from onrecord.stores import Look, Store

_RULES = "1"
"""Which rules of doubt these are; where they change, what was looked at is looked at again."""
_AT_ONCE = 20


@dataclass(frozen=True, slots=True)
class Progress:
    """How many documents were looked at, and how many there are to look at."""

    done: int
    every: int


def doubts_of(reading: Reading, lying: Iterable[Ruling] = ()) -> tuple[Doubt, ...]:
    """What somebody should look at in a reading: its doubtful speakers and splits, in order.

    `lying` are the rulings that lie on it: what they settle is not doubted.
    """
    found = [*doubtful_speakers(reading), *doubtful_splits(reading)]
    settled = _settled(reading, lying)
    return tuple(one for one in found if not settled & _keys(reading, one))


_Key = tuple[Matter, int, str]


def _settled(reading: Reading, lying: Iterable[Ruling]) -> set[_Key]:
    return {key for ruling in lying for key in _keys(reading, ruling)}


def _keys(reading: Reading, about: Doubt | Ruling) -> set[_Key]:
    """What a doubt or a ruling is about: a statement, who speaks a turn, a place in it.

    A ruling that splits a turn says who speaks each half.
    """
    if about.matter is Matter.STATEMENT:
        place, _ = statement_at(reading, about.spot)
        return set() if place is None else {(Matter.STATEMENT, place, "")}
    if about.matter is not Matter.TURN:
        return set()
    place, _ = turn_at(reading, about.spot)
    if place is None:
        return set()
    split = about.second is not None
    keys = {(Matter.TURN, place, about.second.words if about.second else "")}
    if split and isinstance(about, Ruling) and about.kind is RulingKind.SPLIT:
        keys |= {(Matter.TURN, place, ""), (Matter.TURN, place + 1, "")}
    return keys


def look(
    store: Store, looks: Iterable[Look] = Look, *, seconds: float | None = None
) -> dict[Look, Progress]:
    """Look through what was not looked through yet, for so many seconds or to the end.

    What was found is kept in the store: see `Store.doubts`. Gives how far each look has come.
    """
    until = None if seconds is None else time.monotonic() + seconds
    return {one: _look(store, one, until) for one in looks}


def look_at(store: Store, document: str) -> None:
    """Look again at what was read of one document."""
    reading = store.load(document)
    found = doubts_of(reading, store.lying_on(document))
    store.keep_doubts(Look.READING, document, found, mark=_mark(store, Look.READING))


def look_at_matches(store: Store, document: str) -> None:
    """Look again at what the quotations of one document are matched with."""
    checked = check_document(document, store)
    matches = doubtful_matches(store.load(document).document, checked, store.rulings())
    store.keep_doubts(Look.MATCHES, document, matches, mark=_mark(store, Look.MATCHES))


def _look(store: Store, at: Look, until: float | None) -> Progress:
    mark = _mark(store, at)
    while until is None or time.monotonic() < until:
        refs = store.unlooked(at, mark=mark, limit=_AT_ONCE)
        if not refs:
            break
        for ref in refs:
            _look_once(store, at, ref, mark)
            if until is not None and time.monotonic() > until:
                break
    return Progress(*store.looked(at, mark=mark))


def _look_once(store: Store, at: Look, ref: str, mark: str) -> None:
    if at is Look.READING:
        look_at(store, ref)
    elif at is Look.NAMES:
        found = doubtful_people(store.speakers(), store.rulings())
        store.keep_doubts(at, ref, found, mark=mark)
    else:
        look_at_matches(store, ref)


def _mark(store: Store, at: Look) -> str:
    """By which rules is looked, and over what that is not the document's own."""
    if at is Look.NAMES:
        names = "\n".join(store.speakers())
        return f"{_RULES} {hashlib.sha256(names.encode()).hexdigest()[:16]}"
    return _RULES
