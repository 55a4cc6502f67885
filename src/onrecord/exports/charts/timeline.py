"""A timeline: what was when, in lanes, uncertain days as spans; readable without colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from onrecord.exports.charts.labels import SIZE, Rows, fitted, width
from onrecord.exports.charts.scale import Scale, scale_of
from onrecord.exports.markup import Markup, joined, tag

_WIDTH, _SIDE, _ROW, _AXIS = 960.0, 12.0, 21.0, 26.0
_RADIUS = 5.0
_LONGEST = 360.0
"""The room that a label gets at most."""
_LEAST = 90.0
"""The least room beside a mark that is used for its label."""
_UNDER = 5.0
"""How far below its row a mark stands that has its label over it."""
_AFTER = 14.0
"""From one label to what comes next in its row."""

Days = tuple[date, date]
Reach = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Mark:
    """Something in a lane: its label, the days that it can be of, and whether it came about.

    `sure` marks are filled, others hollow, `void` ones (put off, superseded) struck through.
    `before` are other days for which it was announced, drawn hollow and tied to it. `told` is the
    whole of it in words.
    """

    lane: str
    label: str
    days: Days
    sure: bool = True
    void: bool = False
    before: tuple[Days, ...] = field(default=())
    told: str = ""


def draw_timeline(marks: Sequence[Mark], *, title: str, described: str) -> str:
    """The marks as SVG, lanes in the order in which they first come; "" where there are none.

    The drawing has `title` and `described` for those who cannot see it, takes its colour from the
    page (`currentColor`), and names nothing outside itself.
    """
    if not marks:
        return ""
    scale = scale_of(_spans(marks), _SIDE, _WIDTH - _SIDE)
    lanes = list(dict.fromkeys(mark.lane for mark in marks))
    drawn, top = [], _AXIS + 6
    for lane in lanes:
        body, height = _lane(lane, [mark for mark in marks if mark.lane == lane], scale, top)
        drawn.append(body)
        top += height
    key = _key(top + 16)
    return svg(
        joined(_axis(scale, top), *drawn, key), (_WIDTH, top + 30), title=title, described=described
    )


def svg(body: Markup, size: tuple[float, float], *, title: str, described: str) -> Markup:
    """A drawing with its title and its description, in the font and the colour of the page."""
    wide, high = size
    return tag(
        "svg",
        tag("title", title),
        tag("desc", described),
        body,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {wide:g} {high:g}",
        role="img",
        aria_label=f"{title}. {described}",
        font_family="system-ui, Segoe UI, Roboto, Noto Sans, DejaVu Sans, sans-serif",
        font_size=SIZE,
        fill="currentColor",
        stroke="none",
    )


def axis(scale: Scale, top: float, bottom: float) -> Markup:
    """The lines and labels of an axis, and a mark where time is cut out."""
    ticks = [
        joined(
            tag(
                "path",
                d=f"M{x:.1f} {top:g}V{bottom:g}",
                stroke="currentColor",
                stroke_opacity=".18",
            ),
            tag("text", label, x=f"{x + 3:.1f}", y=top - 6, fill_opacity=".75"),
        )
        for x, label in scale.ticks()
    ]
    cuts = [
        tag(
            "path",
            d=f"M{x - 3:.1f} {top - 6:g}l-4 12M{x + 5:.1f} {top - 6:g}l-4 12",
            stroke="currentColor",
            fill="none",
        )
        for x in scale.cuts()
    ]
    lines = [
        tag("path", d=f"M{one.start:.1f} {top:g}H{one.end:.1f}", stroke="currentColor")
        for one in scale.stretches
    ]
    return joined(*ticks, *lines, *cuts)


def _axis(scale: Scale, bottom: float) -> Markup:
    return axis(scale, _AXIS, bottom)


def _spans(marks: Sequence[Mark]) -> list[Days]:
    return [days for mark in marks for days in (mark.days, *mark.before)]


def _lane(lane: str, marks: Sequence[Mark], scale: Scale, top: float) -> tuple[Markup, float]:
    """The marks of a lane under its name, and how high it is."""
    rows, drawn = Rows(), []
    first = top + 34
    for mark in sorted(marks, key=lambda one: _reach(one, scale)[0]):
        label = _placed(mark, scale)
        y = first + _ROW * rows.place(*label.stretch)
        shape = _shape(mark, scale, y + _UNDER if label.over else y)
        drawn.append(
            tag(
                "g",
                tag("title", mark.told or mark.label),
                shape,
                tag(
                    "text",
                    label.words,
                    x=f"{label.x:.1f}",
                    y=f"{y - 1 if label.over else y + 4:g}",
                    text_anchor="end" if label.ends else None,
                ),
            )
        )
    name = tag("text", lane, x=_SIDE, y=top + 16, font_weight="600")
    return joined(name, *drawn), 34 + _ROW * len(rows) + 4


def _reach(mark: Mark, scale: Scale) -> Reach:
    ends = [_extent(days, scale) for days in (mark.days, *mark.before)]
    return min(start for start, _ in ends), max(end for _, end in ends)


def _extent(days: Days, scale: Scale) -> Reach:
    """From where to where the shape of these days goes; a bar is never too short to be seen."""
    start, end = (scale.at(day) for day in days)
    if _is_dot(days, scale):
        return (start + end) / 2 - _RADIUS, (start + end) / 2 + _RADIUS
    lacking = max(0.0, 3 * _RADIUS - (end - start)) / 2
    return start - lacking, end + lacking


def _is_dot(days: Days, scale: Scale) -> bool:
    near = scale.at(days[1]) - scale.at(days[0]) < 2 * _RADIUS
    return near and (days[1] - days[0]).days < 4


@dataclass(frozen=True, slots=True)
class _Label:
    """The words of a label, where they begin (or end), and the stretch of mark and label."""

    words: str
    x: float
    stretch: Reach
    ends: bool = False
    over: bool = False


def _placed(mark: Mark, scale: Scale) -> _Label:
    """A label behind its mark where there is room, else before it, else over it."""
    left, right = _reach(mark, scale)
    wanted = min(_LONGEST, width(mark.label), 120.0)
    behind, before = _WIDTH - right - 8, left - 8
    if behind >= wanted or (before < wanted and behind >= _LEAST):
        words = fitted(mark.label, min(_LONGEST, behind))
        return _Label(words, right + 5, (left, right + 5 + width(words) + _AFTER))
    if before >= _LEAST or before >= wanted:
        words = fitted(mark.label, min(_LONGEST, before))
        start = left - 5 - width(words)
        return _Label(words, left - 5, (start, right + _AFTER), ends=True)
    words = fitted(mark.label, _LONGEST)
    start = min(left, _WIDTH - 8 - width(words))
    end = max(right, start + width(words))
    return _Label(words, start, (start, end + _AFTER), over=True)


def _shape(mark: Mark, scale: Scale, y: float) -> Markup:
    main = _days_shape(mark.days, scale, y, filled=mark.sure and not mark.void)
    others = [_days_shape(days, scale, y, filled=False) for days in mark.before]
    ties = [
        tag(
            "path",
            d=f"M{_middle(days, scale):.1f} {y:g}H{_middle(mark.days, scale):.1f}",
            stroke="currentColor",
            stroke_dasharray="2 3",
            stroke_opacity=".7",
        )
        for days in mark.before
    ]
    return joined(*ties, *others, main, _strike(mark, scale, y) if mark.void else "")


def _days_shape(days: Days, scale: Scale, y: float, *, filled: bool) -> Markup:
    """A dot where the day is known, a bar over all days that are possible where it is not."""
    start, end = _extent(days, scale)
    fill = "currentColor" if filled else "none"
    if _is_dot(days, scale):
        return tag(
            "circle",
            cx=f"{(start + end) / 2:.1f}",
            cy=f"{y:g}",
            r=f"{_RADIUS:g}",
            fill=fill,
            stroke="currentColor",
        )
    return tag(
        "rect",
        x=f"{start:.1f}",
        y=f"{y - 4:g}",
        width=f"{end - start:.1f}",
        height="8",
        rx="4",
        fill=fill,
        fill_opacity=".55",
        stroke="currentColor",
    )


def _strike(mark: Mark, scale: Scale, y: float) -> Markup:
    x = _middle(mark.days, scale)
    return tag(
        "path",
        d=f"M{x - 7:.1f} {y + 7:g}L{x + 7:.1f} {y - 7:g}",
        stroke="currentColor",
        stroke_width="1.5",
    )


def _middle(days: Days, scale: Scale) -> float:
    return (scale.at(days[0]) + scale.at(days[1])) / 2


def _key(y: float) -> Markup:
    """What the shapes mean."""
    ring = {"fill": "none", "stroke": "currentColor"}
    dot = {**ring, "fill": "currentColor"}
    pairs = (
        (tag("circle", cx="6", cy="-4", r="5", **dot), "held, signed, kept"),
        (tag("circle", cx="6", cy="-4", r="5", **ring), "announced, open or only spoken of"),
        (
            joined(
                tag("circle", cx="6", cy="-4", r="5", **ring), tag("path", d="M-1 3L13 -11", **ring)
            ),
            "put off or superseded",
        ),
        (
            tag("rect", x="0", y="-8", width="18", height="8", rx="4", **ring),
            "some day in this time",
        ),
    )
    x, drawn = _SIDE, []
    for shape, words in pairs:
        drawn.append(
            tag("g", shape, tag("text", words, x="24"), transform=f"translate({x:g} {y:g})")
        )
        x += 24 + width(words) + 18
    return joined(*drawn)
