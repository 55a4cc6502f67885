"""Years, decades, centuries and seasons, and dates in digits."""

from __future__ import annotations

from datetime import date

from onrecord.dates import periods
from onrecord.dates.days_and_months import year_after
from onrecord.dates.periods import Period
from onrecord.dates.scene import Found, Scene, chosen

_APOSTROPHES = frozenset("'’‘ʼ")
_MONEY = frozenset("$€£#@_=&~")
_TURN = 30  # '30s to '90s are of the last century, '00s to '20s of this one


def digits_date(scene: Scene, at: int) -> Found | None:
    """2019-10-09, 21.10.2016, 10/21/16; day and month are left open where both ways fit."""
    tokens = scene.tokens
    numbers = [tokens.number(at + n) for n in (0, 2, 4)]
    mark = scene.word(at + 1)
    if None in numbers or mark not in ("-", "/", ".") or scene.word(at + 3) != mark:
        return None
    if not all(tokens.glued(at + n) for n in range(1, 5)) or _attached(scene, at, at + 5):
        return None
    first, second, third = (number or 0 for number in numbers)
    sizes = [len(scene.word(at + n)) for n in (0, 2, 4)]
    if mark == "-" and sizes == [4, 2, 2]:
        return Found(at, at + 5, periods.one_day(date(first, second, third)), "names the day")
    if mark == "-" or sizes[0] > 2 or sizes[1] > 2 or sizes[2] not in (2, 4):
        return None
    if mark == "." and sizes[2] == 2:  # a version or a section, as likely as a day
        return None
    year = third if sizes[2] == 4 else 2000 + third
    return _either_order(scene, at, (first, second), year=year, dotted=mark == ".")


def _either_order(
    scene: Scene, at: int, pair: tuple[int, int], *, year: int, dotted: bool
) -> Found | None:
    day_first, month_first = _day(year, pair[1], pair[0]), _day(year, pair[0], pair[1])
    if dotted or not month_first or scene.words.month_first is False:
        chosen = day_first
    elif not day_first or scene.words.month_first or day_first == month_first:
        chosen = month_first
    else:
        one, other = sorted((day_first, month_first))
        period = Period(f"[{one.isoformat()},{other.isoformat()}]", one, other, "interval")
        return Found(at, at + 5, period, "is read both ways, day first and month first")
    return Found(at, at + 5, periods.one_day(chosen), "names the day") if chosen else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _attached(scene: Scene, start: int, end: int) -> bool:
    """Whether what stands here is a piece of something longer: an address, a number."""
    marks = "/-.:_=&#@"
    before = scene.tokens.glued(start) and scene.word(start - 1) in marks
    after = scene.tokens.glued(end) and scene.word(end) in "/-:_=&@%"
    more = scene.tokens.glued(end) and scene.word(end) in ".," and scene.tokens.glued(end + 1)
    return before or after or (more and scene.word(end + 1).isdigit())


def year_alone(scene: Scene, at: int) -> Found | None:
    """A year of four digits, or a stretch of years: 2011, 2019−2021, 2009 to 2013, 2016/17."""
    year = scene.tokens.number(at)
    if not year or len(scene.word(at)) < 4 or not 1700 <= year <= 2199:
        return None
    if stretch := _years(scene, at, year):
        return stretch
    if _attached(scene, at, at + 1) or not _is_year(scene, at, year):
        return None
    return Found(at, at + 1, periods.year_of(year), "names the year")


def _years(scene: Scene, at: int, year: int) -> Found | None:
    joint, tokens = scene.word(at + 1), scene.tokens
    last = tokens.number(at + 2)
    if last is None or (tokens.glued(at) and scene.word(at - 1) in "-/.:,"):
        return None
    more = tokens.glued(at + 3) and scene.word(at + 3) in ("-", "/", ".")
    if more and tokens.glued(at + 4) and scene.word(at + 4).isalnum():
        return None
    size = len(scene.word(at + 2))
    if size == 2:  # 2008–09 and 2016/17 are years; 2008-07 is no stretch of years
        last += year - year % 100
        fits = tokens.glued(at + 1) and tokens.glued(at + 2)
        fits = fits and (joint in ("–", "—", "−") or last == year + 1 or last % 100 > 12)
    else:
        fits = size == 4 and last <= 2199
    if not fits or not year < last:
        return None
    both = joint == scene.words.both and (last == year + 1 or _between(scene, at))
    if not (scene.dash(at + 1) or joint == "/" or joint in scene.words.joining or both):
        return None
    period = periods.joined(periods.year_of(year), periods.year_of(last))
    return Found(at, at + 3, period, "names the years")


def _between(scene: Scene, at: int) -> bool:
    return scene.word(at - 1) == scene.words.between


def _is_year(scene: Scene, at: int, year: int) -> bool:
    """Whether the words beside a number let it be a year."""
    words, before, after = scene.words, scene.word(at - 1), scene.word(at + 1)
    if before in words.not_years_before or before in _MONEY or after in words.not_years_after:
        return False
    if before == "." and scene.word(at - 2) in words.not_years_before:
        return False
    if _of_no_day(scene, at):
        return False
    counted = after.isalpha() and not scene.tokens.capital(at + 1)
    if year % 50 == 0 and counted and (after.endswith("s") or after == "people"):
        return False
    if before in words.year_after or before in ("(", "[", ",") or before in _APOSTROPHES:
        return True
    return 1900 <= year <= 2050 and year % 100 != 0


def _of_no_day(scene: Scene, at: int) -> bool:
    """Whether the year belongs to a day that no calendar has: "February 30, 2019"."""
    begin = at - 3 if scene.word(at - 1) == "," else at - 2
    months = scene.layout.months
    return scene.word(begin) in months or (scene.word(at - 1) in months)


def decade(scene: Scene, at: int) -> Found | None:
    """The 1990s, 1980's, the '60s, the nineties."""
    begin = scene.past_article(at)
    if year := scene.words.decades.get(scene.word(begin)):
        return Found(at, begin + 1, periods.decade_of(year), "names the decade")
    short = scene.word(begin) in _APOSTROPHES and scene.tokens.glued(begin + 1)
    digits = begin + 1 if short else begin
    number, size = scene.tokens.number(digits), len(scene.word(digits))
    if number is None or number % 10 or size != (2 if short else 4):
        return None
    end = digits + 1
    if scene.word(end) in _APOSTROPHES and scene.tokens.glued(end):
        end += 1
    if scene.word(end) != "s" or not scene.tokens.glued(end):
        return None
    if short:
        number += 1900 if number >= _TURN else 2000
    elif not 1000 <= number <= 2190:
        return None
    return Found(at, end + 1, periods.decade_of(number), "names the decade")


def century(scene: Scene, at: int) -> Found | None:
    """The 20th century, the twentieth century, this century: by its hundreds, 19XX."""
    begin, words = scene.past_article(at), scene.words
    by = words.directions.get(scene.word(begin))
    if by is not None and scene.word(begin + 1) == words.century and scene.anchor:
        period = periods.century_of(scene.anchor.start.year + 100 * by)
        return Found(at, begin + 2, period, "is counted from {anchor}", True, True)
    ordinal, end = _ordinal(scene, begin)
    if not ordinal or ordinal > 22 or scene.word(end) != words.century:
        return None
    if scene.tokens.capital(end) and scene.tokens.capital(end + 1):  # a company's name
        return None
    return Found(at, end + 1, periods.century_of(100 * (ordinal - 1)), "names the century")


def _ordinal(scene: Scene, at: int) -> tuple[int, int]:
    if number := scene.words.ordinals.get(scene.word(at)):
        return number, at + 1
    joined = f"{scene.word(at)}-{scene.word(at + 2)}"
    if scene.dash(at + 1) and (number := scene.words.ordinals.get(joined)):
        return number, at + 3
    digits = scene.tokens.number(at)
    if digits and scene.word(at + 1) in scene.words.ordinal_ends:
        return digits, at + 2
    return 0, at


def season(scene: Scene, at: int) -> Found | None:
    """The summer of 2015, spring 2017, this summer, last fall, in the autumn."""
    by = scene.words.directions.get(scene.word(at))
    begin = at + 1 if by is not None else scene.past_article(at)
    number = scene.words.seasons.get(scene.word(begin))
    if number is None:
        return None
    year = year_after(scene, begin + 1) if by is None else None
    if year:
        how = "names season and year" + (", counted from {anchor}" if year[2] else "")
        return Found(at, year[1], periods.season_of(year[0], number), how, year[2], year[2])
    if scene.anchor is None or scene.tokens.capital(begin):
        return None
    if by is not None:
        return _season_beside(scene, at, begin + 1, number=number, by=by)
    return _season_alone(scene, at, begin + 1, number)


def _season_alone(scene: Scene, at: int, end: int, number: int) -> Found | None:
    """ "In the fall", "early fall": a season whose year the words around and the anchor give."""
    before = scene.word(at - 1)
    told = end > at + 1 and before in scene.words.season_after
    if scene.anchor is None or not (told or before in scene.words.parts):
        return None
    middle = scene.anchor.start.year
    found = [periods.season_of(year, number) for year in range(middle - 2, middle + 3)]
    one = chosen(found, scene.anchor, scene.tense(at, end))
    return Found(at, end, one[0], f"names no year: {one[1]}", True, True) if one else None


def _season_beside(scene: Scene, at: int, end: int, *, number: int, by: int) -> Found | None:
    """The last season that is over, the next that has not begun, or this year's.

    Within one year "last spring" may mean the one before: it is marked as uncertain.
    """
    assert scene.anchor
    anchor = scene.anchor
    found = [periods.season_of(anchor.start.year + n, number) for n in (-2, -1, 0, 1, 2)]
    if by < 0:
        one = [p for p in found if p.end and p.end < anchor.start][-1]
    elif by > 0:
        one = next(p for p in found if p.start and p.start > anchor.end)
    else:
        running = [p for p in found if p.start and p.end and p.start <= anchor.start <= p.end]
        one = running[0] if running else found[2]
    same = by != 0 and one.start is not None and one.start.year == anchor.start.year
    period = one.marked("?") if same else one
    return Found(at, end, period, "is counted from {anchor}", True, True)
