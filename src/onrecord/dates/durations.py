"""Times told by how far off they are: 18 months ago, in two weeks, the past three years."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.dates import periods
from onrecord.dates.periods import Period
from onrecord.dates.scene import Anchor, Found, Scene

_LOOK_BACK = 3  # words before a number in which "about", "more than" may stand
_MOST = 5000


@dataclass(frozen=True, slots=True)
class Duration:
    """So many units, from `least` to `most`; `loose` where the words say it is no exact count."""

    least: int
    most: int
    unit: str
    loose: bool
    end: int

    @property
    def mark(self) -> str:
        """What marks the time so far off: only days that are counted out are exact."""
        return "" if self.unit == "day" and not self.loose else "~"


def counted(scene: Scene, at: int) -> Found | None:
    """Whatever here says how far off it is; None without an anchor."""
    if scene.anchor is None:
        return None
    if found := _stretch(scene, at, scene.anchor) or _within(scene, at, scene.anchor):
        return found
    length = duration_at(scene, at)
    if length is None:
        return None
    if scene.word(length.end) in scene.words.ago:
        return _away(scene, at, length, by=-1, end=length.end + 1)
    for phrase in scene.words.hence:
        if scene.tokens.has(length.end, phrase):
            return _away(scene, at, length, by=1, end=length.end + len(phrase))
    return None


def duration_at(scene: Scene, at: int) -> Duration | None:
    """A length of time: 18 months, a year and a half, half a year, two or three weeks."""
    number = _numbers(scene, at)
    if number is None:
        return _half_a_year(scene, at)
    least, most, loose, end = number
    halves, end = _and_a_half(scene, end)
    unit = scene.words.units.get(scene.word(end))
    if unit is None or not 0 < most <= _MOST:
        return None
    after = end + 1
    if not halves:
        halves, after = _and_a_half(scene, after)
    loose = loose or _loose(scene, at)
    if not halves:
        return Duration(least, most, unit, loose, after)
    half = {"year": (12, 6, "month"), "decade": (10, 5, "year"), "month": (30, 15, "day")}.get(unit)
    if half is None:
        return None
    whole, more, smaller = half
    return Duration(least * whole + more, most * whole + more, smaller, True, after)


def _half_a_year(scene: Scene, at: int) -> Duration | None:
    words = scene.words
    if scene.word(at) != words.half or words.numbers.get(scene.word(at + 1)) != 1:
        return None
    unit = words.units.get(scene.word(at + 2))
    length = {"year": (6, "month"), "decade": (5, "year")}.get(unit or "")
    return Duration(length[0], length[0], length[1], True, at + 3) if length else None


def _and_a_half(scene: Scene, at: int) -> tuple[bool, int]:
    words = scene.words
    there = scene.word(at) == words.both and words.numbers.get(scene.word(at + 1)) == 1
    if there and scene.word(at + 2) == words.half:
        return True, at + 3
    return False, at


def _numbers(scene: Scene, at: int) -> tuple[int, int, bool, int] | None:
    """A number, or two: "two or three", "10 to 15"."""
    first = _number(scene, at)
    if first is None:
        return None
    joint = scene.word(first[3])
    if joint == scene.words.either or joint in scene.words.joining or scene.dash(first[3]):
        last = _number(scene, first[3] + 1) if joint else None
        if last and first[0] < last[1]:
            return first[0], last[1], True, last[3]
    return first


def _number(scene: Scene, at: int) -> tuple[int, int, bool, int] | None:
    """Least, most, whether loose, and the token after: 18, twenty-five, a, a few, a couple of."""
    words, tokens = scene.words, scene.tokens
    begin = at + 1 if words.numbers.get(scene.word(at)) == 1 else at
    if vague := words.vague.get(scene.word(begin)):
        end = begin + 2 if scene.word(begin + 1) in words.of else begin + 1
        return *vague, True, end
    if (number := tokens.number(at)) is not None:
        piece = tokens.glued(at) and scene.word(at - 1) in ",.-–:/"
        return None if piece else (number, number, False, at + 1)
    number = words.numbers.get(scene.word(at))
    if number is None:
        return None
    more = words.numbers.get(scene.word(at + 2), 0)
    if 20 <= number < 100 and scene.dash(at + 1) and 0 < more < 10:
        return number + more, number + more, False, at + 3
    return number, number, False, at + 1


def _loose(scene: Scene, at: int) -> bool:
    return any(scene.word(at - n) in scene.words.about for n in range(1, _LOOK_BACK))


def _away(scene: Scene, at: int, length: Duration, *, by: int, end: int) -> Found:
    """So long ago, or from now: one time, or from the most to the least."""
    assert scene.anchor
    far, near = (
        _off(scene.anchor, by * length.most, length),
        _off(scene.anchor, by * length.least, length),
    )
    period = far if far == near else periods.joined(*((far, near) if by < 0 else (near, far)))
    return Found(at, end, period.marked(length.mark), "is counted from {anchor}", True, True)


def _off(anchor: Anchor, by: int, length: Duration) -> Period:
    return periods.away(anchor.start, anchor.end, by, unit=length.unit)


def _within(scene: Scene, at: int, anchor: Anchor) -> Found | None:
    """ "Within two weeks"; "in two weeks" only where the words around look ahead."""
    if scene.word(at) not in scene.words.within:
        return None
    length = duration_at(scene, at + 1)
    if length is None or scene.word(length.end) in scene.words.ago:
        return None
    if scene.word(at) in scene.words.of:
        if length.unit == "day" and length.most == 1 and not length.loose:
            return None
        later = scene.tense(at, length.end) > 0 and scene.word(length.end) not in scene.words.of
        return _away(scene, at, length, by=1, end=length.end) if later else None
    return _up_to(scene, at, length.end, length=length)


def _up_to(scene: Scene, at: int, end: int, *, length: Duration) -> Found:
    assert scene.anchor
    last = _off(scene.anchor, length.most, length).marked(length.mark)
    period = periods.joined(scene.anchor.period, last)
    return Found(at, end, period, "is counted from {anchor}", True, True)


def _back_to(scene: Scene, at: int, end: int, *, length: Duration) -> Found:
    assert scene.anchor
    first = _off(scene.anchor, -length.most, length).marked(length.mark)
    period = periods.joined(first, scene.anchor.period)
    return Found(at, end, period, "is counted from {anchor}", True, True)


def _stretch(scene: Scene, at: int, anchor: Anchor) -> Found | None:
    """ "The past three years", "the next few days", "in recent weeks", "the coming months"."""
    words = scene.words
    begin = scene.past_article(at)
    article = begin > at
    if words.directions.get(scene.word(begin)) == 0:  # "this past two years", "these coming days"
        begin, article = begin + 1, True
    word = scene.word(begin)
    back, ahead = word in words.past_stretch, word in words.ahead_stretch
    if not (back or ahead):
        return None
    bare = words.units.get(scene.word(begin + 1))
    if bare:
        return _bare_stretch(scene, at, begin, unit=bare, article=article)
    length = duration_at(scene, begin + 1)
    if length is None or scene.word(length.end) in words.of - words.within or word in words.recent:
        return None
    made = _back_to if back else _up_to
    return made(scene, at, length.end, length=length)


def _bare_stretch(scene: Scene, at: int, begin: int, *, unit: str, article: bool) -> Found | None:
    words, word = scene.words, scene.word(begin)
    if scene.word(begin + 1) != unit:  # several, nobody says how many
        reach = words.reach.get(unit)
        if reach is None or not (article or word in words.recent or word in words.coming):
            return None
        length = Duration(reach, reach, unit, True, begin + 2)
        found = (_back_to if word in words.past_stretch else _up_to)(
            scene, at, begin + 2, length=length
        )
        return _uncertain(found)
    if not article or unit == "day" or word in words.coming or word in words.recent:
        return None
    if scene.word(begin + 2) in words.of - words.within:
        return None
    length = Duration(1, 1, unit, True, begin + 2)
    if unit == "week":
        length = Duration(7, 7, "day", False, begin + 2)
    return (_back_to if word in words.past_stretch else _up_to)(scene, at, begin + 2, length=length)


def _uncertain(found: Found) -> Found:
    period = found.period
    edtf = period.edtf.replace("~", "?")
    return Found(
        found.start,
        found.end,
        Period(edtf, period.start, period.end, "interval"),
        "is taken for a few of them, counted from {anchor}",
        True,
        True,
    )
