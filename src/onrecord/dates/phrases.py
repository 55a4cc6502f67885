"""Expressions of time as a whole: single times, what lies between two, and what is open."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.dates import periods
from onrecord.dates.days_and_months import named_date
from onrecord.dates.durations import counted
from onrecord.dates.parts import fraction, part, so_far, the_unit
from onrecord.dates.periods import Period
from onrecord.dates.relative import relative
from onrecord.dates.scene import Found, Scene
from onrecord.dates.years import century, decade, digits_date, season, year_alone

_SIMPLE: tuple[Callable[[Scene, int], Found | None], ...] = (
    digits_date,
    named_date,
    season,
    decade,
    century,
    year_alone,
    relative,
)
_EXACT = frozenset({"start", "end"})


def expression(scene: Scene, at: int) -> Found | None:
    """The expression of time that begins with this token, the longest; None where none does."""
    return _opened(scene, at) or _from_to(scene, at) or _single(scene, at)


def simple(scene: Scene, at: int) -> Found | None:
    """A time with nothing before it: a date, a month, a year, a season, a weekday."""
    for form in _SIMPLE:
        if found := _tried(form, scene, at):
            return found
    return None


def _tried(form: Callable[[Scene, int], Found | None], scene: Scene, at: int) -> Found | None:
    """What a form reads; None where it comes to a day that no calendar has."""
    try:
        return form(scene, at)
    except (ValueError, OverflowError):
        return None


def _single(scene: Scene, at: int) -> Found | None:
    forms: tuple[Callable[[Scene, int], Found | None], ...] = (
        lambda scene, at: part(scene, at, simple),
        lambda scene, at: fraction(scene, at, simple),
        so_far,
        counted,
        simple,
    )
    for form in forms:
        if found := _tried(form, scene, at):
            return found
    return None


def _from_to(scene: Scene, at: int) -> Found | None:
    """ "From April 2021 to the present time", "between May and July 2019", "early May to June"."""
    between = scene.word(at) == scene.words.between
    first = _single(scene, at + 1 if between else at)
    if first is None or first.period.start is None:
        return None
    joint = scene.word(first.end)
    joins = joint in scene.words.joining or scene.dash(first.end)
    if not (joins or (between and joint == scene.words.both)):
        return first if not between else None
    last = _now(scene, first.end + 1) or _single(scene, first.end + 1)
    if last is None or last.period.end is None or "[" in first.period.edtf + last.period.edtf:
        return None if between else first
    try:
        period = periods.joined(first.period, last.period)
    except ValueError:
        return None if between else first
    anchored = first.anchored or last.anchored
    how = f"{first.how}; its end {last.how}"
    return Found(first.start, last.end, period, how, anchored, first.inferred or last.inferred)


def _now(scene: Scene, at: int) -> Found | None:
    if scene.anchor is None:
        return None
    for phrase in scene.words.now:
        if scene.tokens.has(at, phrase):
            return Found(at, at + len(phrase), scene.anchor.period, "is {anchor}", True, True)
    return None


def _opened(scene: Scene, at: int) -> Found | None:
    """ "Since 2011", "until the end of the year", "by mid-February", "before November 8"."""
    way = scene.words.openings.get(scene.word(at))
    if way is None or _only_then(scene, at):
        return None
    edge = _edge(scene, at + 1)
    found = edge or _single(scene, at + 1)
    if found is None or _modifies(scene, found, way) or "/" in found.period.edtf[-3:]:
        return None
    # before the end of a year is within it
    period = _tried_open(found.period, "to" if edge and way == "before" else way)
    if period is None:
        return None
    how = f"{found.how}; open at one end"
    return Found(at, found.end, period, how, found.anchored, found.inferred)


def _only_then(scene: Scene, at: int) -> bool:
    """ "Not until 2012" says that it was in 2012."""
    return scene.word(at) in scene.words.joining and any(
        scene.word(at - n) in scene.words.not_before or scene.word(at - n) == "t"
        for n in range(1, 4)
    )


def _edge(scene: Scene, at: int) -> Found | None:
    """ "The end of May" after "by", "the start of 2011" after "since": the very edge is meant."""
    words = scene.words
    begin = scene.past_article(at)
    code = words.parts.get(scene.word(begin))
    exact = words.openings.get(scene.word(at - 1)) == "from"
    wanted = "start" if exact else "end"
    if code != wanted or scene.word(begin) not in words.part_nouns:
        return None
    if scene.word(begin + 1) not in words.of:
        return None
    return _tried(the_unit, scene, begin + 2) or simple(scene, begin + 2)


def _modifies(scene: Scene, found: Found, way: str) -> bool:
    """Whether the time only tells which thing is meant: "since last year's war"."""
    after = scene.word(found.end)
    if after in "'’" and scene.word(found.end + 1) == "s":
        return True
    if way in ("from", "to"):
        return False
    return after.isalpha() and after not in scene.words.year_after


def _tried_open(period: Period, way: str) -> Period | None:
    try:
        if way == "from":
            return periods.since(period)
        if way == "to":
            return periods.until(period)
        if way == "before" and period.grain not in ("day", "month", "year"):
            return periods.until(period) if period.start else None
        beside = periods.beside(period, -1 if way == "before" else 1)
    except (ValueError, OverflowError):
        return None
    if beside is None:
        return None
    return periods.until(beside) if way == "before" else periods.since(beside)
