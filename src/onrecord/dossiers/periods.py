"""What was said of a process, by speaker, by theme and period by period."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.dossiers.assembling import Progress, dossier
from onrecord.errors import InputError
from onrecord.model import Position, Profile
from onrecord.people import same_name
from onrecord.stores import Store

_PERIODS = {"": 0, "year": 4, "month": 7}


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
