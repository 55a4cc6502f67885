"""Where a speaker's words on a theme changed in time: pointed at, never scored."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from onrecord.dossiers.joining.evidence import said_order
from onrecord.languages import language
from onrecord.model import Evidence, Position, Profile, Shift
from onrecord.people import same_name
from onrecord.text import words

_SILENCE = timedelta(365)


def find_shifts(positions: Sequence[Position], profile: Profile) -> tuple[Shift, ...]:
    """A speaker's positions on one theme, in order of time, wherever a later one differs.

    It differs where what it leans to changed, or where it has words of blame and the one before
    had words of praise alone, or the other way round: the words are shown, and may be of several
    things. A theme falls silent where the speaker goes on for a year and more without it. Evidence
    without a day has no place in time, and is left out. Which of two is right is not asked.
    """
    found: list[Shift] = []
    for held in _by_speaker(positions):
        themes = sorted({one.theme for one in held})
        for theme in themes:
            about = [one for one in held if one.theme == theme]
            found += [*_turned(about), *_reworded(about, profile), *_silent(about, held)]
    return tuple(found)


def _turned(about: Sequence[Position]) -> Iterator[Shift]:
    """What the words lean to changed."""
    leaning = [one for one in about if one.leaning]
    for before, after in pairwise(leaning):
        if before.leaning != after.leaning:
            why = f"{before.leaning} before, {after.leaning} after"
            yield _shift(before, after, why)


def _reworded(about: Sequence[Position], profile: Profile) -> Iterator[Shift]:
    """Words of blame after words of praise alone, or of praise after blame alone."""
    data = language(profile.language).comparing
    judging = [(one, _words(one) & (data.praising | data.blaming)) for one in about]
    for (before, then), (after, now) in pairwise([held for held in judging if held[1]]):
        one_sided = any(then <= side and not now & side for side in (data.praising, data.blaming))
        if one_sided:
            why = f"“{_listed(then)}” before, “{_listed(now)}” after"
            yield Shift(before.speaker, before.theme, _with(before, then), _with(after, now), why)


def _listed(found: frozenset[str]) -> str:
    return ", ".join(sorted(found))


def _silent(about: Sequence[Position], held: Sequence[Position]) -> Iterator[Shift]:
    """No word on a theme of several documents any more, though the speaker goes on in several."""
    last, latest = about[-1], held[-1]
    first, end = _day(last), _day(latest)
    if not (first and end and end - first > _SILENCE):
        return
    later = [one for one in held if (_day(one) or first) > first]
    if min(len(_documents(about)), len(_documents(later))) > 1:
        why = (
            f"nothing on it was found after {first.isoformat()}, on other themes there is"
            f" until {end.isoformat()}"
        )
        yield _shift(last, latest, why)


def _documents(held: Sequence[Position]) -> set[str]:
    return {e.document for one in held for e in one.evidence}


def _by_speaker(positions: Sequence[Position]) -> list[list[Position]]:
    """Positions with a day, one list a speaker, in order of time."""
    groups: list[list[Position]] = []
    for one in sorted((p for p in positions if p.speaker and _day(p)), key=_order):
        group = next((g for g in groups if same_name(g[0].speaker, one.speaker)), None)
        if group is None:
            groups.append([one])
        else:
            group.append(one)
    return groups


def _words(one: Position) -> frozenset[str]:
    return frozenset(word.form for e in one.evidence for word in words(e.words))


def _with(one: Position, wanted: frozenset[str]) -> Evidence:
    """The evidence that has most of the words by which a shift is pointed at, the first of such."""

    def order(evidence: Evidence) -> tuple[int, tuple[str, str, int]]:
        forms = {word.form for word in words(evidence.words)}
        return -len(forms & wanted), said_order(evidence)

    return min(one.evidence, key=order)


def _shift(before: Position, after: Position, why: str) -> Shift:
    return Shift(before.speaker, before.theme, _first(before), _first(after), why)


def _first(one: Position) -> Evidence:
    return min(one.evidence, key=said_order)


def _order(one: Position) -> tuple[str, str, int]:
    return said_order(_first(one))


def _day(one: Position) -> date | None:
    said = _first(one).said
    return said.earliest if said else None
