"""A store and a profile to the sourced memory of the process."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, replace
from datetime import date
from typing import Any

from onrecord.dossiers.amending import held_to, laid_over
from onrecord.dossiers.choosing import Chosen, choose, day_of
from onrecord.dossiers.covering import Read, cover
from onrecord.dossiers.gathering import Gathered, cited
from onrecord.dossiers.identity import told_apart
from onrecord.dossiers.joining import Joined, join
from onrecord.dossiers.settling import announced, settle
from onrecord.drawing import draw
from onrecord.errors import InputError
from onrecord.model import DocumentLine, Dossier, LineKind, Position, Profile
from onrecord.people import same_name
from onrecord.stores import Store

_PERIODS = {"": 0, "year": 4, "month": 7}

Progress = Callable[[int, int], None]


def dossier(
    store: Store, profile: Profile, *, as_of: str = "", progress: Progress | None = None
) -> Dossier:
    """The memory of the process of `profile` as the documents of a store have it.

    `as_of`, a date in EDTF, leaves out every document that is not known to be of that day or
    before it. What is not held is not in it: see `Dossier.covered`. Documents are read one by
    one. `progress` is told how many of how many are done. Raises `InputError` where `as_of` is no
    date.
    """
    gathered, read = Gathered(), Read()
    documents: dict[str, DocumentLine] = {}
    for chosen in choose(store, profile, until=day_of(as_of), progress=progress):
        read.add(chosen)
        if chosen.words:
            gathered.add(draw(chosen.reading, profile))
            documents[chosen.listed.id] = _document_line(chosen)
    day = day_of(as_of) or max(read.days, default=None)
    drafted = _drafted(join(gathered, profile), profile, as_of, documents)
    whole = _settled(store, drafted, day)
    return replace(whole, covered=cover(read, whole.meetings, profile, day))


def _drafted(
    joined: Joined, profile: Profile, as_of: str, documents: Mapping[str, DocumentLine]
) -> Dossier:
    lines: dict[str, Any] = {kind.name: getattr(joined, kind.name) for kind in fields(joined)}
    used = cited(line for kind in lines.values() for line in kind)
    return Dossier(
        profile=profile,
        as_of=as_of,
        **lines,
        documents={id_: line for id_, line in documents.items() if id_ in used},
    )


def _settled(store: Store, drafted: Dossier, day: date | None) -> Dossier:
    """A dossier with announcements among the promises, and with what became of each promise.

    Corrections are laid over the lines first, so that what a person rejected or joined counts so;
    what a person says of a promise itself stands whatever documents show.
    """
    whole = laid_over(store, drafted, frozenset(LineKind) - {LineKind.PROMISE})
    promises = told_apart((*whole.promises, *announced(whole.meetings, whole.promises)))
    whole = laid_over(store, replace(whole, promises=promises), frozenset({LineKind.PROMISE}))
    settled = settle(whole.promises, meetings=whole.meetings, agreements=whole.agreements, day=day)
    return held_to(replace(whole, promises=settled))


def positions(
    store: Store,
    profile: Profile,
    *,
    speaker: str = "",
    about: str = "",
    by: str = "year",
    as_of: str = "",
    progress: Progress | None = None,
) -> Mapping[str, Sequence[Position]]:
    """What was said of the process, period by period ("2019"); "" is of no known day.

    `speaker` is a name however it is written, `about` a theme of the profile or words of one, `by`
    "year", "month" or "" for one period of all. Positions of one period stand in order of their
    days. Raises `InputError` where `by` is none of these.
    """
    if by not in _PERIODS:
        raise InputError(f"not a period: {by!r}; there are year and month")
    whole = dossier(store, profile, as_of=as_of, progress=progress)
    return by_period(whole.positions, speaker=speaker, about=about, by=by)


def by_period(
    found: Sequence[Position], *, speaker: str = "", about: str = "", by: str = "year"
) -> Mapping[str, Sequence[Position]]:
    """The positions of a dossier that `positions` gives, out of those that it has."""
    wanted = [
        one
        for one in found
        if (not speaker or same_name(speaker, one.speaker))
        and (not about or about.casefold() in one.theme.casefold())
    ]
    periods: dict[str, list[Position]] = {}
    for one in sorted(wanted, key=_day):
        periods.setdefault(_day(one)[: _PERIODS[by]], []).append(one)
    return {period: periods[period] for period in sorted(periods, key=lambda p: (not p, p))}


def _day(one: Position) -> str:
    """The first day of a position in ISO 8601, "" where it is not known."""
    days = [e.said.earliest.isoformat() for e in one.evidence if e.said and e.said.earliest]
    return min(days, default="")


def _document_line(chosen: Chosen) -> DocumentLine:
    listed = chosen.listed
    return DocumentLine(
        id=listed.id,
        title=listed.title,
        publisher=listed.publisher,
        dated=listed.dated,
        url=listed.url,
        kind=listed.kind,
    )
