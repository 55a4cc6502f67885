"""Days, weeks, months and years counted from the anchor: yesterday, on Friday, last year."""

from __future__ import annotations

from datetime import date, timedelta

from onrecord.dates import periods
from onrecord.dates.days_and_months import month_at, named_date
from onrecord.dates.periods import Period
from onrecord.dates.scene import Anchor, Found, Scene, chosen

_COUNTED = "is counted from {anchor}"
_WEEKDAY_LETTERS = 5  # "Sat" and "Sun" alone are words of other meanings


def relative(scene: Scene, at: int) -> Found | None:
    """Whatever here is counted from the anchor by its words alone; None without an anchor."""
    if scene.anchor is None:
        return None
    forms = (_day_phrase, _other_day, _weekend, _directed_weekday, _directed_month, _unit)
    for form in forms:
        if found := form(scene, at, scene.anchor):
            return _apposed(scene, found)
    return _weekday(scene, at, scene.anchor)


def _apposed(scene: Scene, found: Found) -> Found:
    """ "Tomorrow, Monday, July 19th" and "this year, October 2017" mean what they name."""
    if scene.word(found.end) != ",":
        return found
    named = named_date(scene, found.end + 1)
    if not named or not named.period.start or not found.period.start or not found.period.end:
        return found
    slack = timedelta(1 if found.period.grain == "day" else 0)
    if found.period.start - slack <= named.period.start <= found.period.end + slack:
        how = "names the date"
        return Found(found.start, named.end, named.period, how, named.anchored, named.inferred)
    return found


def _day_phrase(scene: Scene, at: int, anchor: Anchor) -> Found | None:
    words = scene.words
    for phrase, by in words.day_phrases.items():
        if scene.tokens.has(at, phrase):
            return _day_by(at, at + len(phrase), anchor, by)
    off = words.days.get(scene.word(at))
    return None if off is None or _in_name(scene, at) else _day_by(at, at + 1, anchor, off)


def _in_name(scene: Scene, at: int) -> bool:
    """Whether the word is the end of a name, as a capital after a capital tells."""
    raw, before = scene.tokens.raw(at), scene.tokens.raw(at - 1)
    if not raw[0].isupper():
        return False
    if raw.isupper():
        return before.isupper() and len(before) > 1
    return before[0].isupper() and before.isalpha() and not before.isupper()


def _day_by(start: int, end: int, anchor: Anchor, by: int) -> Found:
    if by == 0:
        return Found(start, end, _same(anchor), "is {anchor}", True, True)
    first, last = anchor.start + timedelta(by), anchor.end + timedelta(by)
    return Found(start, end, periods.days(first, last), _COUNTED, True, True)


def _same(anchor: Anchor) -> Period:
    grain = "day" if anchor.start == anchor.end else "interval"
    return Period(anchor.edtf, anchor.start, anchor.end, grain)


def _other_day(scene: Scene, at: int, anchor: Anchor) -> Found | None:
    phrase = scene.words.other_day
    if not phrase or not scene.tokens.has(at, phrase):
        return None
    far, near = scene.words.recent_day
    first, last = anchor.start - timedelta(far), anchor.end - timedelta(near)
    how = "is taken for one of the days before {anchor}"
    return Found(at, at + len(phrase), periods.days(first, last).marked("~"), how, True, True)


def _direction(scene: Scene, at: int) -> tuple[int, int] | None:
    """ "Last", "next", "this coming", "this past": which way, and the token after."""
    by = scene.words.directions.get(scene.word(at))
    if by is None:
        return None
    if by == 0 and (more := scene.words.directions.get(scene.word(at + 1))):
        return more, at + 2
    return by, at + 1


def _weekend(scene: Scene, at: int, anchor: Anchor) -> Found | None:
    way = _direction(scene, at)
    begin: int = way[1] if way else scene.past_article(at)
    if scene.word(begin) not in scene.words.weekend or (not way and begin == at):
        return None
    this = periods.weekend_of(anchor.start)
    early = anchor.start.weekday() < 2 and scene.tense(at, begin + 1) < 0
    if way and way[0] == 0:
        return Found(at, begin + 1, _moved(this, -7 if early else 0), _COUNTED, True, True)
    if way and way[0] > 0:
        return Found(at, begin + 1, _moved(this, 7), _COUNTED, True, True)
    over = this.end is not None and this.end < anchor.start
    begun = this.start is not None and this.start <= anchor.end
    if way:
        return Found(at, begin + 1, this if over else _moved(this, -7), _COUNTED, True, True)
    ahead = scene.tense(at, begin + 1) > 0
    return Found(at, begin + 1, this if begun or ahead else _moved(this, -7), _COUNTED, True, True)


def _moved(period: Period, by: int) -> Period:
    assert period.start
    assert period.end
    return periods.days(period.start + timedelta(by), period.end + timedelta(by))


def weekday_at(scene: Scene, at: int) -> int | None:
    """A weekday's full name with a capital, as Monday is 0; None for a part of a name."""
    word, words = scene.word(at), scene.words
    number = scene.layout.weekdays.get(word)
    if number is None or len(word) <= _WEEKDAY_LETTERS or not scene.tokens.capital(at):
        return None
    before = scene.word(at - 1)
    if before in words.name_before_day or before in words.recurring:
        return None
    programme = scene.tokens.capital(at + 1) and scene.word(at + 2) in words.name_after_day
    return None if programme or scene.word(at + 1) in words.name_after_day else number


def _directed_weekday(scene: Scene, at: int, anchor: Anchor) -> Found | None:
    way = _direction(scene, at)
    number = weekday_at(scene, way[1]) if way else None
    if way is None or number is None:
        return None
    plain_this = scene.words.directions.get(scene.word(at)) == 0
    period = _between(anchor, way[0], number, strict=plain_this and way[0] != 0)
    return Found(at, way[1] + 1, period, _COUNTED, True, True)


def _between(anchor: Anchor, by: int, number: int, *, strict: bool) -> Period:
    first, last = (_beside(day, by, number, strict=strict) for day in (anchor.start, anchor.end))
    return periods.days(first, last)


def _beside(day: date, by: int, number: int, *, strict: bool) -> date:
    """The last one before a day (-1), the one of its week (0), that of the next week (1).

    `strict` is for "this coming Friday": the first one after the day.
    """
    if by < 0:
        return day - timedelta((day.weekday() - number - 1) % 7 + 1)
    if by > 0 and strict:
        return day + timedelta((number - day.weekday() - 1) % 7 + 1)
    return day - timedelta(day.weekday()) + timedelta(number + 7 * by)


def _weekday(scene: Scene, at: int, anchor: Anchor) -> Found | None:
    """A weekday alone: the last one up to the anchor; the first from it on where that is ahead."""
    number = weekday_at(scene, at)
    if number is None:
        return None
    tense = scene.tense(at, at + 1)
    if tense > 0:
        first, last = (d + timedelta((number - d.weekday()) % 7) for d in _edges(anchor))
        how = "is a weekday: the first from {anchor} on, since the words around look ahead"
    else:
        first, last = (d - timedelta((d.weekday() - number) % 7) for d in _edges(anchor))
        how = "is a weekday: the last one up to {anchor}"
    return Found(at, at + 1, periods.days(first, last), how, True, True)


def _edges(anchor: Anchor) -> tuple[date, date]:
    return anchor.start, anchor.end


def _directed_month(scene: Scene, at: int, anchor: Anchor) -> Found | None:
    way = _direction(scene, at)
    month = month_at(scene, way[1]) if way else None
    if way is None or month is None or scene.tokens.number(month[1]) is not None:
        return None
    year = anchor.start.year
    found = [periods.month_of(year + n, month[0]) for n in (-1, 0, 1)]
    if way[0] < 0:
        one = [p for p in found if p.end and p.end < anchor.start][-1:]
    elif way[0] > 0:
        one = [p for p in found if p.start and p.start > anchor.end][:1]
    else:
        best = chosen(found, anchor, scene.tense(at, month[1]))
        one = [best[0]] if best else []
    return Found(at, month[1], one[0], _COUNTED, True, True) if one else None


def _unit(scene: Scene, at: int, anchor: Anchor) -> Found | None:
    """ "Last week", "this month", "next year", "the coming year"; "the last year" is a stretch."""
    begin = scene.past_article(at)
    by = scene.words.directions.get(scene.word(begin))
    unit = scene.words.units.get(scene.word(begin + 1))
    plural = unit is not None and scene.word(begin + 1) != unit
    if by is None or unit is None or plural or unit in ("day", "fortnight"):
        return None
    word = scene.word(begin)
    article = begin > at or scene.word(at - 1) in scene.words.article
    if (article and word not in scene.words.coming) or (by < 0 and not _last(scene, begin)):
        return None
    if scene.word(begin + 2) in scene.words.ago:
        return None
    return Found(at, begin + 2, unit_beside(anchor, by, unit), _COUNTED, True, True)


def _last(scene: Scene, at: int) -> bool:
    """ "The past week" is a stretch of seven days, "last week" a week."""
    return scene.words.directions[scene.word(at)] < 0 and scene.word(at) != "past"


def unit_beside(anchor: Anchor, by: int, unit: str) -> Period:
    """The week, month, year or decade so many from that of the anchor."""
    first = periods.around(periods.shifted(anchor.start, by, unit), unit)
    last = periods.around(periods.shifted(anchor.end, by, unit), unit)
    assert first
    assert last
    return periods.joined(first, last)
