"""The way of an utterance: a box for each rendering, from record to copies, arrows for the hops."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.exports.changes import Piece, State, rendered, shortened
from onrecord.exports.charts.labels import SIZE, fitted, width
from onrecord.exports.charts.timeline import svg
from onrecord.exports.days import day_in_words
from onrecord.exports.markup import Markup, joined, tag
from onrecord.model import Basis, Dating, Hop, Outcome, Rendering, Utterance

_EDGE, _PAD, _LINE = 6.0, 10.0, 18.0
_TRUNK = 14.0
"""How far from the left edge of a box the line to those that have it from there begins."""
_MOST_LINES = 7
"""Lines of words in a box; the table beside the drawing has them all."""
_DEEPEST = 6
"""Steps by which a box is moved to the right at most."""

BASES = {
    Basis.CITES: "cites it for these words",
    Basis.CITES_ELSEWHERE: "cites it for other words",
    Basis.SAME_ERROR: "same error",
    Basis.REPEATED: "the same document again",
    Basis.EARLIER: "earlier, the same words",
    Basis.SAME_WORDS: "the same words, order open",
    Basis.UNKNOWN: "nothing says from where",
}
"""What a link rests on, in a few words."""
_SAME = frozenset({Outcome.VERBATIM})
_CLEAN = frozenset({Outcome.VERBATIM, Outcome.EDITED, Outcome.PARAPHRASE})


@dataclass(slots=True)
class _Box:
    """A rendering, or somebody cited of whom none is held, on its way to a place."""

    number: int | None
    parent: int | None
    depth: int
    hop: Hop | None
    head: str
    who: str = ""
    words: tuple[Piece, ...] = ()
    told: str = ""
    x: float = 0.0
    y: float = 0.0
    wide: float = 0.0
    high: float = 0.0


def draw_chain(one: Utterance, *, title: str, described: str, wide: float = 760.0) -> Markup:
    """The renderings of an utterance as SVG, each under the one that it has its words from.

    An arrow leads from there to it, dashed where it is not known which had the words first, with
    what it rests on. In a box what was changed at its hop is struck through or underlined. Whoever
    is cited and not held has a dashed box. `wide` is how wide the drawing is at its natural size.
    """
    boxes = _boxes(one)
    step = 40.0 if wide >= 600 else 20.0
    y = _EDGE
    drawn: list[Markup] = []
    for box in boxes:
        box.x = _EDGE + step * min(box.depth, _DEEPEST)
        box.wide = wide - box.x - _EDGE
        y += 22 if box.hop else (8 if y > _EDGE else 0)
        box.y = y
        drawn.append(_box(box, record=box.number is not None and one.renderings[box.number].record))
        y += box.high + 10
    arrows = [_arrow(box, boxes) for box in boxes if box.hop]
    return svg(joined(*arrows, *drawn), (wide, y), title=title, described=described)


def _boxes(one: Utterance) -> list[_Box]:
    """The boxes in the order in which they are drawn: each before those that have it from there."""
    found: list[_Box] = []

    def put(number: int, parent: int | None, depth: int) -> None:
        hop = one.hop_to(number)
        if hop and hop.named:
            ghost = _Box(None, parent, depth, hop, f"{hop.named} (not held)")
            found.append(ghost if parent is not None else _without_hop(ghost))
            parent, depth = len(found) - 1, depth + 1
        found.append(_of(number, one, parent, depth))
        here = len(found) - 1
        for other in one.hops:
            if other.origin == number:
                put(other.to, here, depth + 1)

    for number in range(len(one.renderings)):
        hop = one.hop_to(number)
        if hop is None or hop.origin is None:
            put(number, None, 0)
    return found


def _without_hop(box: _Box) -> _Box:
    box.hop = None
    return box


def _of(number: int, one: Utterance, parent: int | None, depth: int) -> _Box:
    hop = one.hop_to(number)
    rendering = one.renderings[number]
    return _Box(
        number,
        parent,
        depth,
        hop if hop and (parent is not None or hop.why) else None,
        _head(rendering),
        _who(rendering),
        shortened(rendered(rendering, hop)),
        _told(hop),
    )


def _head(one: Rendering) -> str:
    name = one.outlet or one.title or one.document
    return f"The record: {name}" if one.record else name


def _who(one: Rendering) -> str:
    """The day and the speaker, and how a report gives the words."""
    day = day_in_words(Dating(one.dated, one.earliest, one.latest)) if one.dated else "no date"
    name = one.passage.speaker or "nobody named"
    how = "" if one.record else ", in quotation marks" if one.marked else ", in its own words"
    return f"{day} · {name}{how}"


def _told(hop: Hop | None) -> str:
    """What a hop did to the words."""
    if hop is None or not hop.outcomes:
        return ""
    names = ", ".join(outcome.value.replace("_", " ") for outcome in hop.outcomes)
    if set(hop.outcomes) <= _SAME:
        return "the same words"
    return f"here: {names}" if set(hop.outcomes) <= _CLEAN else f"came in here: {names.upper()}"


def _box(box: _Box, *, record: bool) -> Markup:
    """A box with its words; says how high it is."""
    room = box.wide - 2 * _PAD
    lines = list(_lines(box.words, room))
    if len(lines) > _MOST_LINES:
        lines = [*lines[: _MOST_LINES - 1], [Piece(State.KEPT, "…")]]
    x, y = box.x + _PAD, box.y
    drawn: list[Markup] = []
    for words, size, style in (
        (box.head, SIZE * 1.08, {"font_weight": "600"}),
        (box.who, SIZE, {"fill_opacity": ".8"}),
    ):
        for line in _lines((Piece(State.KEPT, words),), room, size):
            y += _LINE
            drawn.append(_text(" ".join(piece.words for piece in line), x, y, **style))
    for line in lines:
        y += _LINE
        drawn.append(_spans(line, x, y))
    if box.told:
        y += _LINE + 2
        heavy = "600" if box.told.isupper() or "came in" in box.told else None
        drawn.append(_text(fitted(box.told, room), x, y, font_weight=heavy))
    box.high = y + _PAD - box.y
    frame = tag(
        "rect",
        x=box.x,
        y=box.y,
        width=box.wide,
        height=box.high,
        rx="5",
        fill="currentColor",
        fill_opacity=".06" if record else ".02",
        stroke="currentColor",
        stroke_width="2.5" if record else "1",
        stroke_opacity="1" if record else ".7",
        stroke_dasharray="5 4" if box.number is None else None,
    )
    return tag("g", frame, *drawn)


def _text(words: str, x: float, y: float, **more: str | None) -> Markup:
    return tag("text", words, x=x, y=y, **more)


def _lines(pieces: Sequence[Piece], room: float, size: float = SIZE) -> Iterator[list[Piece]]:
    """Words in lines that are no wider than the room."""
    line: list[Piece] = []
    left = room
    for piece in pieces:
        for word in piece.words.split():
            wide = width(word, size) + width(" ", size)
            if line and wide > left:
                yield line
                line, left = [], room
            line.append(Piece(piece.state, fitted(word, room, size)))
            left -= wide
    if line:
        yield line


_STYLES: dict[State, dict[str, str]] = {
    State.KEPT: {},
    State.GONE: {"text_decoration": "line-through", "fill_opacity": ".75"},
    State.COME: {"text_decoration": "underline", "font_weight": "600"},
}


def _spans(line: Sequence[Piece], x: float, y: float) -> Markup:
    """A line of words, those of one state in one span."""
    runs: list[tuple[State, list[str]]] = []
    for piece in line:
        if runs and runs[-1][0] is piece.state:
            runs[-1][1].append(piece.words)
        else:
            runs.append((piece.state, [piece.words]))
    spans = [
        joined(tag("tspan", " ".join(words), **_STYLES[state]), " " if n < len(runs) else "")
        for n, (state, words) in enumerate(runs, start=1)
    ]
    return tag("text", *spans, x=x, y=y)


def _arrow(box: _Box, boxes: Sequence[_Box]) -> Markup:
    """The line from where a box has its words, and what it rests on."""
    hop = box.hop
    if hop is None:
        return joined()
    if box.parent is None:
        return _text(fitted(hop.why, box.wide), box.x, box.y - 6, fill_opacity=".8")
    origin = boxes[box.parent]
    label = "cited" if box.number is None else _label(hop, origin)
    x, y = origin.x + _TRUNK, box.y + _LINE - 4
    sure = hop.directed and Basis.UNKNOWN not in hop.bases
    line = tag(
        "path",
        d=f"M{x:g} {origin.y + origin.high:g}V{y:g}H{box.x:g}",
        fill="none",
        stroke="currentColor",
        stroke_dasharray=None if sure else "4 4",
    )
    head = tag("path", d=f"M{box.x:g} {y:g}l-7 -4v8z") if sure else joined()
    return joined(line, head, _text(fitted(label, box.wide), box.x, box.y - 6, fill_opacity=".8"))


def _label(hop: Hop, origin: _Box) -> str:
    """What a link rests on."""
    if origin.number is None:
        return "cites it, of which nothing is held"
    words = "; ".join(BASES[basis] for basis in hop.bases)
    return words if hop.directed else f"{words}; which had it first is not known"
