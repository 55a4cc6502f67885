"""Days and months by name, with a year or without one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from onrecord.dates import periods
from onrecord.dates.durations import duration_at
from onrecord.dates.periods import Period
from onrecord.dates.scene import Found, Scene, chosen

_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_YEARS_AROUND = 8  # a 29 February comes again after eight years at most


@dataclass(frozen=True, slots=True)
class Named:
    """A month, a day of it, or a stretch of either, as the words give it: tokens [start, end)."""

    start: int
    end: int
    month: int
    day: int | None = None
    last_month: int | None = None
    last_day: int | None = None
    year: int | None = None
    relative: bool = False


def named_date(scene: Scene, at: int) -> Found | None:
    """A day or a month by name, with a weekday before it perhaps: "Sunday, Sept. 11"."""
    weekday, begin = _weekday_before(scene, at)
    named = _read(scene, begin)
    if named is None or (weekday is not None and not named.day):
        return None
    if named.day is None and _day_before(scene, at, named.month):
        return None
    if named.day is None and not named.year and not _month_alone(scene, named):
        return None
    return settled(scene, replace(named, start=at), weekday=weekday)


def settled(scene: Scene, named: Named, *, weekday: int | None = None) -> Found | None:
    """What it means: in its own year, else in the one that anchor, tense and weekday give."""
    if named.year:
        how = "names the year" + (", counted from {anchor}" if named.relative else "")
        period = _period(named, named.year)
        return Found(named.start, named.end, period, how, named.relative, named.relative)
    if scene.anchor is None:
        return Found(named.start, named.end, _without_year(named), "names no year")
    middle = scene.anchor.start.year
    found = list(_candidates(named, range(middle - _YEARS_AROUND, middle + _YEARS_AROUND + 1)))
    fitting = [p for p in found if weekday is not None and p.start and p.start.weekday() == weekday]
    if fitting:
        one = chosen(fitting, scene.anchor, 0)
        why = "the year nearest to {anchor} in which the weekday fits"
    else:
        one = chosen(found, scene.anchor, scene.tense(named.start, named.end))
        why = one[1] if one else ""
    if one is None:
        return None
    return Found(named.start, named.end, one[0], f"names no year: {why}", True, True)


def month_at(scene: Scene, at: int) -> tuple[int, int] | None:
    """A month's name with a capital, and the token after it and its stop."""
    month = scene.layout.months.get(scene.word(at))
    if month is None or not scene.tokens.capital(at):
        return None
    short = scene.word(at + 1) == "." and _shortened(scene, scene.word(at), month)
    return month, at + 2 if short else at + 1


def _shortened(scene: Scene, word: str, month: int) -> bool:
    """Whether a month's name is cut short, so that a stop after it is its own."""
    names = (name for name, number in scene.layout.months.items() if number == month)
    return any(name.startswith(word) and len(name) > len(word) + 1 for name in names)


def year_after(scene: Scene, at: int) -> tuple[int, int, bool] | None:
    """The year that follows a month or season, the token after it, and whether it is relative."""
    comma = at + 1 if scene.word(at) == "," else at
    begin = comma + 1 if scene.word(comma) in scene.words.of else comma
    year = scene.tokens.number(begin)
    if year and 1000 <= year <= 2199 and not _goes_on(scene, begin + 1):
        return year, begin + 1, False
    if scene.anchor is None:
        return None
    by = scene.words.directions.get(scene.word(begin))
    if by is not None and scene.words.units.get(scene.word(begin + 1)) == "year":
        return scene.anchor.start.year + by, begin + 2, True
    return _years_ago(scene, begin, scene.anchor.start.year)


def _years_ago(scene: Scene, at: int, year: int) -> tuple[int, int, bool] | None:
    """ "In early April eight years ago", "on June 26, exactly 75 years ago"."""
    begin = at + 1 if scene.word(at) in scene.words.exactly else at
    length = duration_at(scene, begin)
    if length is None or length.unit != "year" or length.loose or length.least >= year:
        return None
    ago = scene.word(length.end) in scene.words.ago
    return (year - length.least, length.end + 1, True) if ago else None


def _goes_on(scene: Scene, at: int) -> bool:
    """Whether a number goes on here: 2,000 or 2.5 or 19:30."""
    marks = scene.word(at) in (",", ".", "/", ":") and scene.tokens.glued(at)
    return marks and scene.tokens.glued(at + 1) and scene.word(at + 1).isdigit()


def _day_before(scene: Scene, at: int, month: int) -> bool:
    """Whether a day stands before the month that it has not: "31 April" is no date."""
    day = scene.tokens.number(at - 1)
    return day is not None and _LONGEST[month - 1] < day <= 31


def _weekday_before(scene: Scene, at: int) -> tuple[int | None, int]:
    weekday = scene.layout.weekdays.get(scene.word(at))
    if weekday is None or not scene.tokens.capital(at):
        return None, at
    begin = at + 1
    while scene.word(begin) in (".", ","):
        begin += 1
    return weekday, scene.past_article(begin)


def _read(scene: Scene, at: int) -> Named | None:
    named = _day_first(scene, at) or _month_first(scene, at)
    if named is None:
        return None
    if year := year_after(scene, named.end):
        return replace(named, end=year[1], year=year[0], relative=year[2])
    return named


def day_at(scene: Scene, at: int) -> tuple[int, int] | None:
    """A day of a month in digits, and the token after it and its ending ("5th")."""
    number, tokens = scene.tokens.number(at), scene.tokens
    ordinal = scene.words.ordinals.get(scene.word(at))
    if ordinal and scene.word(at + 1) in scene.words.of:  # "the Fourth of July"
        return ordinal, at + 1
    if number is None or not 1 <= number <= 31 or len(scene.word(at)) > 2:
        return None
    if tokens.glued(at) and scene.word(at - 1) in (",", ".", "/", ":", "$", "€", "£"):
        return None
    if scene.word(at + 1) in scene.words.ordinal_ends and tokens.glued(at + 1):
        return number, at + 2
    after = tokens.glued(at + 1) and scene.word(at + 1)
    if after and (after in ("%", "°") or after.isalpha() or _goes_on(scene, at + 1)):
        return None
    return number, at + 1


def _joint(scene: Scene, at: int) -> bool:
    """Whether the words here join two ends: a dash, "to", "and"."""
    word = scene.word(at)
    return scene.dash(at) or word in scene.words.joining or word == scene.words.both


def _day_first(scene: Scene, at: int) -> Named | None:
    """ "28 January", "the 9th of May", "14–15 September", "22 and 23 November"."""
    if not (day := day_at(scene, at)):
        return None
    begin, first = day[1], day[0]
    if (first_month := _month_of_day(scene, begin)) and _joint(scene, first_month[1]):
        end = day_at(scene, first_month[1] + 1)
        last = _month_of_day(scene, end[1]) if end else None
        if end and last:
            return Named(at, last[1], first_month[0], first, last[0], end[0])
    if first_month:
        return Named(at, first_month[1], first_month[0], first)
    if _joint(scene, begin) and (end := day_at(scene, begin + 1)):
        last = _month_of_day(scene, end[1])
        if last and _stretch(scene, begin, first, end[0]):
            return Named(at, last[1], last[0], first, last[0], end[0])
    return None


def _month_of_day(scene: Scene, at: int) -> tuple[int, int] | None:
    return month_at(scene, at + 1 if scene.word(at) in scene.words.of else at)


def _stretch(scene: Scene, joint: int, first: int, last: int) -> bool:
    """Whether two ends make one stretch; joined by "and" only where they stand side by side."""
    both = scene.word(joint) == scene.words.both
    return last == first + 1 if both else last > first


def _month_first(scene: Scene, at: int) -> Named | None:
    """ "January 28", "September 14–15", "November 28 to December 2"; else the month alone."""
    month = month_at(scene, at)
    if not month:
        return None
    day = day_at(scene, month[1])
    if not day or scene.word(day[1]) in scene.words.not_years_after:
        return _months(scene, at, month)
    named = Named(at, day[1], month[0], day[0])
    return _on_to(scene, named) if _joint(scene, day[1]) else named


def _on_to(scene: Scene, named: Named) -> Named:
    """The day, or the stretch from it to the day that follows a dash, "to" or "and"."""
    joint = named.end
    end = day_at(scene, joint + 1)
    if end and named.day and not month_at(scene, end[1]):
        side_by_side = _stretch(scene, joint, named.day, end[0])
        stretch = replace(named, end=end[1], last_month=named.month, last_day=end[0])
        return stretch if side_by_side else named
    last = month_at(scene, joint + 1)
    end = day_at(scene, last[1]) if last else None
    if last and end and scene.word(joint) != scene.words.both:
        return replace(named, end=end[1], last_month=last[0], last_day=end[0])
    return named


def _months(scene: Scene, at: int, month: tuple[int, int]) -> Named:
    """ "April", "April and May", "January-February"; the later one's year is the earlier one's."""
    first, end = month
    last = month_at(scene, end + 1) if _joint(scene, end) else None
    if last and not day_at(scene, last[1]) and _stretch(scene, end, first, last[0]):
        return Named(at, last[1], first, last_month=last[0])
    return Named(at, end, first)


def _month_alone(scene: Scene, named: Named) -> bool:
    """Whether a month's name with neither day nor year is one, and not a verb or a person."""
    words, tokens = scene.words, scene.tokens
    before = scene.word(named.start - 1)
    if scene.word(named.start) in words.shy_months:
        part = before in words.of and scene.word(named.start - 2) in words.part_nouns
        return (
            part or before in words.shy_after or (scene.dash(named.start - 1) and before in "-‐‑")
        )
    if len(scene.word(named.start)) < 4 and before not in words.shy_after:
        return False
    if before in words.year_after or before in words.season_after:
        return True
    person = tokens.capital(named.end) and tokens.word(named.end) not in scene.layout.weekdays
    family = tokens.capital(named.start - 1) and before not in words.parts
    opens = scene.word(named.start - 2) in (".", "\0", "”", '"')
    return not person and (not family or opens)


def _period(named: Named, year: int) -> Period:
    last_month = named.last_month or named.month
    later = year + 1 if last_month < named.month else year
    if named.day is None:
        first, last = periods.month_of(year, named.month), periods.month_of(later, last_month)
        return periods.joined(first, last)
    first_day = date(year, named.month, named.day)
    if named.last_day is None:
        return periods.one_day(first_day)
    return periods.days(first_day, date(later, last_month, named.last_day))


def _without_year(named: Named) -> Period:
    first = periods.yearless(named.month, named.day)
    if named.last_month is None:
        return first
    return periods.joined(first, periods.yearless(named.last_month, named.last_day))


def _candidates(named: Named, years: range) -> Iterator[Period]:
    for year in years:
        try:
            yield _period(named, year)
        except ValueError:  # 29 February, or a year that no calendar has
            continue
