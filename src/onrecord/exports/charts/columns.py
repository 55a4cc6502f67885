"""How much there was of two things in each period: columns on a line, readable without colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.exports.charts.labels import width
from onrecord.exports.charts.timeline import svg
from onrecord.exports.markup import Markup, joined, tag

_WIDTH, _HIGH, _TOP, _SIDE = 960.0, 150.0, 22.0, 12.0
_WIDEST = 64.0
_AIR = 10.0
"""The least room between two labels."""
_STEPS = (1, 2, 5)
_HOLLOW = {"fill_opacity": ".14", "stroke": "currentColor"}


@dataclass(frozen=True, slots=True)
class Column:
    """A period, and how much of the first and of the second thing there was in it."""

    label: str
    first: int
    second: int


def draw_columns(
    columns: Sequence[Column], names: tuple[str, str], *, title: str, described: str
) -> str:
    """The columns as SVG, the first thing filled at the foot, the second hollow above it.

    "" where there is nothing. Labels are left out where they would touch; the table that goes with
    the drawing has every period.
    """
    most = max((one.first + one.second for one in columns), default=0)
    if not most:
        return ""
    gutter = width(f"{most:,}") + 10
    step = (_WIDTH - _SIDE - gutter) / len(columns)
    body = joined(
        *_lines(most, gutter),
        *(_column(one, n, most, (gutter, step)) for n, one in enumerate(columns)),
        *_labels(columns, gutter, step),
        _key(names, _TOP + _HIGH + 42),
    )
    return svg(body, (_WIDTH, _TOP + _HIGH + 54), title=title, described=described)


def _lines(most: int, gutter: float) -> list[Markup]:
    """Lines of round numbers, and the line on which the columns stand."""
    found = []
    for value in (0, *_round(most)):
        y = _TOP + _HIGH * (1 - value / most)
        opacity = ".18" if value else "1"
        line = f"M{gutter:g} {y:.1f}H{_WIDTH - _SIDE:g}"
        found.append(tag("path", d=line, stroke="currentColor", stroke_opacity=opacity))
        label = {"x": f"{gutter - 6:g}", "y": f"{y + 4:.1f}", "text_anchor": "end"}
        found.append(tag("text", f"{value:,}", fill_opacity=".75", **label))
    return found


def _round(most: int) -> list[int]:
    """Two to five round numbers up to the most."""
    power = 1
    while True:
        for step in _STEPS:
            if most // (step * power) <= 4:
                return list(range(step * power, most + 1, step * power))
        power *= 10


def _column(one: Column, number: int, most: int, place: tuple[float, float]) -> Markup:
    start, step = place
    wide = min(_WIDEST, step * 0.72)
    x = start + step * (number + 0.5) - wide / 2
    foot, high = _HIGH * one.first / most, _HIGH * one.second / most
    box = {"x": f"{x:.1f}", "width": f"{wide:.1f}"}
    y = _TOP + _HIGH
    return joined(
        tag("rect", y=f"{y - foot:.1f}", height=f"{foot:.1f}", **box) if one.first else "",
        tag("rect", y=f"{y - foot - high:.1f}", height=f"{high:.1f}", **box, **_HOLLOW)
        if one.second
        else "",
    )


def _labels(columns: Sequence[Column], start: float, step: float) -> list[Markup]:
    """Every label, or every second, third ..., so that none touches the next."""
    widest = max(width(one.label) for one in columns) + _AIR
    every = 1
    while every * step < widest and every < len(columns):
        every += 1
    shown = list(enumerate(columns))[::every]
    return [
        tag(
            "text",
            one.label,
            x=f"{_within(start + step * (number + 0.5), width(one.label)):.1f}",
            y=f"{_TOP + _HIGH + 17:g}",
            text_anchor="middle",
        )
        for number, one in shown
    ]


def _within(x: float, wide: float) -> float:
    return min(x, _WIDTH - wide / 2)


def _key(names: tuple[str, str], y: float) -> Markup:
    x, drawn = _SIDE, []
    for name, more in zip(
        names, ({}, {"fill_opacity": ".14", "stroke": "currentColor"}), strict=True
    ):
        box = tag("rect", x="0", y="-10", width="12", height="12", **more)
        text = tag("text", name, x="18")
        drawn.append(tag("g", box, text, transform=f"translate({x:g} {y:g})"))
        x += 18 + width(name) + 24
    return joined(*drawn)
