"""Parts of a month, a year, a decade: mid-February, the end of 2019, the first half of the year."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from onrecord.dates import periods
from onrecord.dates.periods import Period
from onrecord.dates.relative import unit_beside
from onrecord.dates.scene import Found, Scene
from onrecord.languages._dates import DateWords, Parts

Whole = Callable[[Scene, int], Found | None]


def part(scene: Scene, at: int, whole: Whole) -> Found | None:
    """ "Mid-February", "late last year", "the start of the 1990s"; `whole` reads what it is of."""
    begin = scene.past_article(at)
    code = scene.words.parts.get(scene.word(begin))
    if code is None:
        return None
    of = _of_what(scene, begin, whole)
    if of is None or of.period.edtf.startswith("["):
        return None
    period = part_of(of.period, code, scene.words)
    if period is None:
        return None
    how = f"{of.how}; a part of it, by what the word is taken to mean"
    return Found(at, of.end, period, how, of.anchored, True)


def _of_what(scene: Scene, begin: int, whole: Whole) -> Found | None:
    """What the part is of: "late 2019", "late in 2019", "the end of the year", "mid-May"."""
    after = begin + 1
    if scene.dash(after):
        after += 1
    noun = scene.word(begin) in scene.words.part_nouns
    if scene.word(after) in scene.words.of:
        after += 1
    elif noun:
        return None
    return the_unit(scene, after) or whole(scene, after)


def the_unit(scene: Scene, at: int) -> Found | None:
    """ "The year", "the month": the one of the anchor, as in "by the end of the year"."""
    begin = scene.past_article(at)
    unit = scene.words.units.get(scene.word(begin))
    singular = unit == scene.word(begin) and unit not in ("day", "fortnight")
    if begin == at or not singular or scene.anchor is None or unit is None:
        return None
    if scene.word(begin + 1).isdigit():  # "the year 2020"
        return None
    period = unit_beside(scene.anchor, 0, unit)
    return Found(at, begin + 1, period, "is that of {anchor}", True, True)


def part_of(period: Period, code: str, words: DateWords) -> Period | None:
    """The part of a period that a word means, by the language's table; a day is its own part."""
    if period.grain == "day":
        return period
    table: Parts | None = {
        "week": words.parts_of_week,
        "month": words.parts_of_month,
        "season": words.parts_of_season,
        "year": words.parts_of_year,
        "decade": words.parts_of_decade,
        "century": words.parts_of_century,
    }.get(period.grain)
    if table is None:
        return None
    first, last = table[code]
    if period.start is None or period.end is None:
        return _yearless_part(period, first, last)
    return _cut(period.grain, period.start, first, last).marked("~")


def _cut(grain: str, start: date, first: int, last: int) -> Period:
    if grain == "week":
        return periods.days(start + timedelta(first), start + timedelta(last))
    if grain == "month":
        end = periods.month_of(start.year, start.month).end
        assert end
        return periods.days(start.replace(day=first), start.replace(day=min(last, end.day)))
    if grain == "season":
        months = (periods.month_of(start.year, start.month + n) for n in (first, last))
        return periods.joined(*months)
    if grain == "year":
        return periods.months_of(start.year, first, last)
    return periods.joined(periods.year_of(start.year + first), periods.year_of(start.year + last))


def _yearless_part(period: Period, first: int, last: int) -> Period | None:
    if period.grain != "month" or len(period.edtf) != 7:
        return None
    month = int(period.edtf[-2:])
    end = periods.month_of(2001, month).end
    assert end
    pieces = (f"XXXX-{month:02}-{day:02}" for day in (first, min(last, end.day)))
    return Period("/".join(pieces), None, None, "interval").marked("~")


def so_far(scene: Scene, at: int) -> Found | None:
    """ "Earlier this week" ends with the anchor, "later this year" begins with it."""
    words, anchor = scene.words, scene.anchor
    earlier = scene.word(at) in words.earlier
    if anchor is None or not (earlier or scene.word(at) in words.later):
        return None
    if words.days.get(scene.word(at + 1)) == 0:
        return Found(at, at + 2, anchor.period, "is {anchor}", True, True)
    unit, end = words.units.get(scene.word(at + 2)), at + 3
    this = words.directions.get(scene.word(at + 1)) == 0
    if scene.word(at + 1) in words.of and scene.word(at + 2) in words.article:  # "in the week"
        unit, end, this = words.units.get(scene.word(at + 3)), at + 4, True
    if not this or unit in (None, "day", "fortnight"):
        return None
    whole = unit_beside(anchor, 0, unit or "")
    assert whole.start
    assert whole.end
    first, last = (whole.start, anchor.end) if earlier else (anchor.start, whole.end)
    how = "is the part of it up to {anchor}" if earlier else "is the part of it from {anchor} on"
    return Found(at, end, periods.days(first, last), how, True, True)


def fraction(scene: Scene, at: int, whole: Whole) -> Found | None:
    """ "The first half of 2018", "the last quarter of this year", "the first nine months"."""
    begin = scene.past_article(at)
    if short := _short_quarter(scene, begin):
        return short
    which, words = _which(scene, begin), scene.words
    months, after = _months(scene, begin + 1, which) if which else (None, begin)
    if months is None:
        return None
    if scene.word(after) in words.of:
        after += 1
    of = the_unit(scene, after) or whole(scene, after)
    if of and of.period.grain == "month" and words.half == scene.word(begin + 1):
        return _half_month(at, of, which)
    if of is None or of.period.start is None or of.period.grain != "year":
        return None
    period = periods.months_of(of.period.start.year, *months)
    return Found(at, of.end, period, of.how, of.anchored, of.inferred)


def _which(scene: Scene, at: int) -> int:
    """First is 1, second 2; last is -1."""
    if scene.words.directions.get(scene.word(at)) == -1:
        return -1
    return scene.words.ordinals.get(scene.word(at), 0)


def _months(scene: Scene, at: int, which: int) -> tuple[tuple[int, int] | None, int]:
    """The first and last month of a half, a quarter, or so many months, and the token after."""
    words = scene.words
    size = {words.half: 6, words.quarter: 3}.get(scene.word(at)) if scene.word(at) else None
    end = at + 1
    if size is None:
        count = scene.tokens.number(at) or words.numbers.get(scene.word(at)) or 0
        if not (1 <= count <= 12 and words.units.get(scene.word(at + 1)) == "month"):
            return None, at
        if which not in (1, -1):
            return None, at
        return ((1, count) if which == 1 else (13 - count, 12)), at + 2
    number = 12 // size if which == -1 else which
    if not 1 <= number <= 12 // size:
        return None, at
    return (size * (number - 1) + 1, size * number), end


def _half_month(at: int, of: Found, which: int) -> Found | None:
    start, end = of.period.start, of.period.end
    if start is None or end is None or which not in (1, 2, -1):
        return None
    middle = start.replace(day=15)
    period = periods.days(start, middle) if which == 1 else periods.days(middle + timedelta(1), end)
    return Found(at, of.end, period, of.how, of.anchored, of.inferred)


def _short_quarter(scene: Scene, at: int) -> Found | None:
    """ "Q2 2016", "2016 Q2", "'24 Q2"."""
    tokens = scene.tokens
    before = _year_before_quarter(scene, at)
    begin = before[1] if before else at
    number = tokens.number(begin + 1)
    if scene.word(begin) != "q" or not tokens.glued(begin + 1) or number not in (1, 2, 3, 4):
        return None
    year = before[0] if before else tokens.number(begin + 2)
    end = begin + 2 if before else begin + 3
    if not year or not 1900 <= year <= 2199:
        return None
    period = periods.months_of(year, 3 * number - 2, 3 * number)
    return Found(at, end, period, "names the quarter")


def _year_before_quarter(scene: Scene, at: int) -> tuple[int, int] | None:
    year = scene.tokens.number(at)
    if year and len(scene.word(at)) == 4:
        return year, at + 1
    short = scene.tokens.number(at + 1)
    if scene.word(at) in "'’‘" and short is not None and len(scene.word(at + 1)) == 2:
        return 2000 + short, at + 2
    return None
