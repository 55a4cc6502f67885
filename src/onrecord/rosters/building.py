"""A roster while a file is being read into it, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.errors import InputError
from onrecord.model import (
    ONGOING,
    Body,
    BodyKind,
    Called,
    Imported,
    Person,
    Place,
    Rejected,
    Roster,
    Tenure,
)
from onrecord.naming import folded
from onrecord.rosters.days import bounds
from onrecord.rosters.looking_up import lookup_of

_WIKIDATA = re.compile(r"Q[1-9][0-9]*")
_UNREADABLE = "\ufffd"
_LONGEST = 500


class Building:
    """People, bodies, places and tenures as they come; a line that is no use is noted, not lost.

    `known` is the roster by which states and organisations are recognised.
    """

    def __init__(self, according: str, known: Roster) -> None:
        self.according = according
        self.known = lookup_of(known)
        self.people: dict[str, Person] = {}
        self.bodies: dict[str, Body] = {}
        self.places: dict[str, Place] = {}
        self.tenures: dict[Tenure, None] = {}
        self.rejected: list[Rejected] = []

    def reject(self, line: int, why: str) -> None:
        """Note a line that gives nothing."""
        self.rejected.append(Rejected(line, " ".join(why.split())[:_LONGEST]))

    def person(self, person: Person) -> str:
        """Enter a person, or add names to the one entered under the same id."""
        held = self.people.get(person.id)
        if held is not None:
            person = replace(
                held,
                aliases=tuple(dict.fromkeys((*held.aliases, *_others(held.name, person)))),
                wikidata=held.wikidata or person.wikidata,
            )
        self.people[person.id] = person
        return person.id

    def body(self, words: str, *, kind: BodyKind = BodyKind.ORGANISATION, code: str = "") -> str:
        """The id of a body by name or code, "" for none; one that nobody knows is entered anew."""
        if not words:
            return ""
        found = self.known.body(words) or (self.known.body(code) if code else None)
        body = found or Body(named_id(words), words, kind, code=code)
        self.bodies.setdefault(body.id, body)
        return body.id

    def tenure(self, tenure: Tenure) -> None:
        """Enter a tenure; `InputError` where a date is none, or the end is before the start."""
        since, until = bounds(tenure.start), bounds(tenure.end)
        if since[0] and until[1] and until[1] < since[0]:
            raise InputError(f"ends ({tenure.end}) before it starts ({tenure.start})")
        bounds(tenure.as_of)
        if tenure.start == ONGOING:
            raise InputError("a start cannot be open; leave it empty where it is unknown")
        self.tenures[tenure] = None

    def done(self) -> Imported:
        """What was read."""
        roster = Roster(
            tuple(self.people.values()),
            tuple(self.bodies.values()),
            tuple(self.places.values()),
            tuple(self.tenures),
        )
        return Imported(roster, self.according, tuple(self.rejected))


def named_id(*words: str) -> str:
    """An id made of names: folded, its pieces parted by colons."""
    return ":".join(" ".join(filter(None, map(folded, one.split()))) for one in words)


def wikidata_id(text: str) -> str:
    """A Wikidata id as it is written, "" for none; `InputError` for anything else."""
    plain = text.strip()
    if plain and not _WIKIDATA.fullmatch(plain):
        raise InputError(f"{plain!r} is no Wikidata id")
    return plain


def called(names: str) -> tuple[Called, ...]:
    """Names between semicolons, each with its dates as an interval after it where it has any.

    "Nur-Sultan 2019-03-23/2022-09-17; Akmola" are two names, of which the first is dated.
    """
    return tuple(_called(one) for one in pieces(names))


def pieces(cell: str) -> Iterator[str]:
    """What stands between semicolons."""
    return filter(None, (" ".join(one.split()) for one in cell.split(";")))


def _called(words: str) -> Called:
    name, _, dates = words.rpartition(" ")
    if not name or "/" not in dates or not set(dates) <= set("0123456789-/.~?%"):
        return Called(words)
    since, _, until = dates.partition("/")
    bounds(since), bounds(until)
    return Called(name, since, until)


def lines_of(data: bytes) -> tuple[str, frozenset[int]]:
    """A text file's words, and the numbers of the lines that are not UTF-8."""
    text = data.decode("utf-8-sig", errors="replace").replace("\0", "")
    if _UNREADABLE not in text:
        return text, frozenset()
    bad = (n for n, line in enumerate(text.splitlines(), start=1) if _UNREADABLE in line)
    return text, frozenset(bad)


def newest(dates: Iterable[str]) -> str:
    """The latest of several EDTF dates by its first day, "" where none is known."""
    known = [(first, one) for one in dates if (first := bounds(one)[0])]
    return max(known)[1] if known else ""


def _others(name: str, person: Person) -> tuple[Called, ...]:
    names = () if person.name == name else (Called(person.name),)
    return (*names, *person.aliases)
