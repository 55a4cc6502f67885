"""A text with marks and colours laid over stretches of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import click

from onrecord.cli.shown import clean
from onrecord.model import PartKind, Reading, Span


@dataclass(frozen=True, slots=True)
class Laid:
    """A stretch, what is written before and after it, and its colour."""

    span: Span
    before: str
    after: str
    colour: str


def marked_text(reading: Reading) -> str:
    """The text of a document with its turns, statements and page furniture marked.

    ⟪3 answer: Name⟫ before a turn; ⟦2 content⟧, ⟨2 source⟩ and ‹cue› of the second statement;
    {furniture: words} for what belongs to the page.
    """
    return "".join(_pieces(reading.document.text, [*_turns(reading), *_statements(reading)]))


def _turns(reading: Reading) -> Iterator[Laid]:
    for part in reading.structure.parts:
        if part.kind is PartKind.FURNITURE:
            yield Laid(part.span, "{furniture: ", "}", "bright_black")
    for turn in reading.structure.turns:
        flags = f", {', '.join(turn.flags)}" if turn.flags else ""
        head = f"⟪{turn.number} {turn.role}: {turn.speaker or 'not named'}{flags}⟫ "
        if turn.spans:
            yield Laid(turn.spans[0], head, "", "")


def _statements(reading: Reading) -> Iterator[Laid]:
    for number, statement in enumerate(reading.statements, start=1):
        found = statement.attribution
        yield from (Laid(span, f"⟦{number} ", "⟧", "green") for span in found.content)
        yield from (Laid(span, f"⟨{number} ", "⟩", "cyan") for span in found.source)
        yield from (Laid(span, "‹", "›", "yellow") for span in found.cue)


def _pieces(text: str, laid: Iterable[Laid]) -> Iterator[str]:
    """Walk from one edge to the next; what opens last closes first."""
    opening: dict[int, list[Laid]] = {}
    closing: dict[int, int] = {}
    for one in sorted(laid, key=lambda one: (one.span.start, -one.span.end)):
        opening.setdefault(one.span.start, []).append(one)
        closing[one.span.end] = closing.get(one.span.end, 0) + 1
    inside: list[Laid] = []
    place = 0
    for edge in sorted({*opening, *closing}):
        yield _coloured(clean(text[place:edge]), inside)
        closed = [one for one in inside if one.span.end == edge]
        yield from (_coloured(one.after, [one]) for one in reversed(closed))
        inside = [one for one in inside if one.span.end != edge]
        for one in opening.get(edge, ()):
            yield click.style(clean(one.before), fg=one.colour or "magenta", bold=True)
            if len(one.span):
                inside.append(one)
            else:
                yield _coloured(one.after, [one])
        place = edge
    yield clean(text[place:])


def _coloured(words: str, inside: list[Laid]) -> str:
    colours = [one.colour for one in inside if one.colour]
    return click.style(words, fg=colours[-1]) if colours and words else words
