"""Words with what was changed in them, as pieces: kept, gone, come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from onrecord.model import Edit, Hop, Outcome, Rendering, Span


class State(StrEnum):
    """Whether words are in both wordings, in the one before alone, or in the one after alone."""

    KEPT = "kept"
    GONE = "gone"
    COME = "come"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one state; of what was changed the edit. White space is one blank each."""

    state: State
    words: str
    edit: Edit | None = None


def changes(quote: str, edits: Iterable[Edit]) -> tuple[Piece, ...]:
    """A quotation in pieces: what each edit took away, then what it put in its place.

    An edit that lies inside one that is told already is left out.
    """
    found: list[Piece] = []
    place = 0
    for edit in sorted(edits, key=lambda edit: edit.quote_span):
        span = edit.quote_span
        if span.start < place:
            continue
        found += [Piece(State.KEPT, quote[place : span.start])]
        found += [Piece(State.GONE, edit.record, edit)] if edit.record else []
        found += [Piece(State.COME, span.of(quote), edit)] if len(span) else []
        place = span.end
    found.append(Piece(State.KEPT, quote[place:]))
    squeezed = (Piece(p.state, " ".join(p.words.split()), p.edit) for p in found)
    return tuple(piece for piece in squeezed if piece.words)


def rendered(one: Rendering, hop: Hop | None) -> tuple[Piece, ...]:
    """The words of a rendering with what came in at the hop that led to it.

    A paraphrase, and what comes from nowhere that is held, has its own words only.
    """
    if hop is None or not hop.edits or Outcome.PARAPHRASE in hop.outcomes:
        return (Piece(State.KEPT, one.words),) if one.words else ()
    hull = Span(min(s.start for s in one.spans), max(s.end for s in one.spans))
    by = one.passage.span.start
    text = one.passage.text[hull.start - by : hull.end - by]
    inside = [edit.moved(-hull.start) for edit in hop.edits if hull.holds(edit.quote_span)]
    return changes(text, inside)


def shortened(pieces: Sequence[Piece], *, around: int = 8, longest: int = 30) -> tuple[Piece, ...]:
    """The pieces with the middle of long unchanged stretches left out under an ellipsis.

    `around` words stay at either side of a change; what has no change keeps `longest` words.
    """
    last = len(pieces) - 1
    changed = any(piece.state is not State.KEPT for piece in pieces)
    most = (2 * around + 4, around, around) if changed else (longest, longest, 0)
    return tuple(
        piece if piece.state is not State.KEPT else Piece(State.KEPT, words)
        for number, piece in enumerate(pieces)
        for words in (_elided(piece.words, most, first=number == 0, last=number == last),)
        if words
    )


def _elided(words: str, most: tuple[int, int, int], *, first: bool, last: bool) -> str:
    found = words.split()
    bearable, head, tail = most
    if len(found) <= bearable:
        return words
    if not tail or last:
        return " ".join([*found[:head], "…"])
    if first:
        return " ".join(["…", *found[-tail:]])
    return " ".join([*found[:head], "…", *found[-tail:]])


def in_words(pieces: Iterable[Piece]) -> str:
    """The pieces as plain text: `[-gone-]`, `{+come+}`."""
    return " ".join(_plain(pieces))


def _plain(pieces: Iterable[Piece]) -> Iterator[str]:
    forms = {State.KEPT: "{}", State.GONE: "[-{}-]", State.COME: "{{+{}+}}"}
    return (forms[piece.state].format(piece.words) for piece in pieces)
