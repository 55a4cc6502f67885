"""Who was what from when to when: bars from the first to the last evidence, ends open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from onrecord.exports.charts.labels import SIZE, fitted
from onrecord.exports.charts.scale import Scale, scale_of
from onrecord.exports.charts.timeline import axis, svg
from onrecord.exports.markup import Markup, joined, tag

_WIDTH, _GUTTER, _ROW, _AXIS = 960.0, 260.0, 20.0, 26.0
_MOST = 18
"""Bars of one drawing."""
_OPEN = 16.0
"""How far an open end is drawn beyond the evidence."""
_TICKS = "ticks: evidence; dashes: how long before or after is not known"


@dataclass(frozen=True, slots=True)
class Bar:
    """A row: whose it is (`group`), what it says, and the days for which there is evidence.

    `begins` and `ends` say that the evidence itself tells the beginning or the end; else the bar is
    open there. `ticked` has a tick for each piece of evidence. `told` is the whole of it in words.
    """

    group: str
    label: str
    days: tuple[tuple[date, date], ...]
    begins: bool = False
    ends: bool = False
    told: str = ""
    ticked: bool = True


def draw_bars(bars: Sequence[Bar], *, title: str, described: str, key: str = _TICKS) -> str:
    """The bars as SVG, group under group as they come; "" where there are none.

    Each piece of evidence is a tick on its bar; dashes lead on where the end is not known:
    `key` says so under the drawing. Many bars are several drawings on one axis, one behind the
    other, so that they fit on pages.
    """
    if not bars:
        return ""
    spans = [days for bar in bars for days in bar.days]
    scale = scale_of(spans, _GUTTER + _OPEN, _WIDTH - _OPEN - 12)
    sheets = list(_sheets(bars))
    names = [f"{title} ({n} of {len(sheets)})" for n, _ in enumerate(sheets, start=1)]
    names = names if len(sheets) > 1 else [title]
    return joined(
        *(
            _sheet(sheet, scale, key, title=name, described=described)
            for sheet, name in zip(sheets, names, strict=True)
        )
    )


def _sheets(bars: Sequence[Bar]) -> Iterator[list[Bar]]:
    """The bars of each drawing; a group goes over to the next one only where it must."""
    sheet: list[Bar] = []
    for _, several in groupby(bars, key=lambda bar: bar.group):
        group = list(several)
        if sheet and len(sheet) + len(group) > _MOST:
            yield sheet
            sheet = []
        sheet += group
        while len(sheet) > _MOST:
            yield sheet[:_MOST]
            sheet = sheet[_MOST:]
    if sheet:
        yield sheet


def _sheet(bars: Sequence[Bar], scale: Scale, key: str, *, title: str, described: str) -> Markup:
    drawn, y = [], _AXIS + 18
    for group, several in groupby(bars, key=lambda bar: bar.group):
        drawn.append(_name(group, y))
        y += _ROW
        for bar in several:
            drawn.append(_bar(bar, scale, y))
            y += _ROW
        y += 6
    told = tag(
        "text",
        key,
        x=_GUTTER,
        y=f"{y + 8:g}",
        fill_opacity=".75",
    )
    body = joined(axis(scale, _AXIS, y - 12), *drawn, told)
    return svg(body, (_WIDTH, y + 18), title=title, described=described)


def _name(group: str, y: float) -> Markup:
    room = _WIDTH - 24
    return tag(
        "text",
        tag("title", group),
        fitted(group, room, SIZE * 1.05),
        x="0",
        y=f"{y + 4:g}",
        font_weight="600",
    )


def _bar(bar: Bar, scale: Scale, y: float) -> Markup:
    start = min(scale.at(first) for first, _ in bar.days)
    end = max(scale.at(last) for _, last in bar.days)
    if end - start < 3:
        start, end = start - 1.5, end + 1.5
    label = fitted(bar.label, _GUTTER - 24)
    body = tag(
        "rect",
        x=f"{start:.1f}",
        y=f"{y - 5:g}",
        width=f"{end - start:.1f}",
        height="10",
        fill_opacity=".28",
        stroke="currentColor",
        stroke_opacity=".6",
    )
    ends = joined(
        _end(start, -1, y, closed=bar.begins),
        _end(end, 1, y, closed=bar.ends),
    )
    places = sorted({_tick(d, scale) for d in bar.days}) if bar.ticked else []
    ticks = "".join(f"M{x:.1f} {y - 5:g}v10" for x in places)
    return tag(
        "g",
        tag("title", bar.told or f"{bar.group}: {bar.label}"),
        tag("text", label, x=f"{_GUTTER - 8:g}", y=f"{y + 4:g}", text_anchor="end"),
        body,
        ends,
        tag("path", d=ticks, stroke="currentColor", stroke_width="1.5") if ticks else "",
    )


def _tick(days: tuple[date, date], scale: Scale) -> float:
    return round((scale.at(days[0]) + scale.at(days[1])) / 2, 1)


def _end(x: float, way: int, y: float, *, closed: bool) -> Markup:
    """A firm end, or dashes that lead on."""
    if closed:
        return tag("path", d=f"M{x:.1f} {y - 8:g}v16", stroke="currentColor", stroke_width="2.5")
    return tag(
        "path", d=f"M{x:.1f} {y:g}h{way * _OPEN:g}", stroke="currentColor", stroke_dasharray="3 3"
    )
