"""Exact words at a place, and where they stand in a reading now."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import TypeVar

from onrecord.model import Document, Reading, Span, Spans, Statement, Turn
from onrecord.model.rulings import Spot

GAP = " … "
"""What stands between the pieces of words that do not stand together."""
OPENING = 200
"""Code points of a turn by which it is told."""

_One = TypeVar("_One", Statement, Turn)


def words_of(text: str, spans: Spans) -> str:
    """The words under spans."""
    return GAP.join(span.of(text) for span in spans)


def in_one_form(words: str) -> str:
    """Words in one form, by which two that say the same are told: letters and digits, one case."""
    plain = unicodedata.normalize("NFKC", words).casefold()
    return "".join(c for c in plain if c.isalnum())


def spot_of_statement(document: Document, statement: Statement) -> Spot:
    """Where a statement stands: its content, and the cue beside it."""
    found = statement.attribution
    return Spot(
        document.id,
        found.content,
        words_of(document.text, found.content),
        words_of(document.text, found.cue),
        document.provenance.sha256,
    )


def spot_of_turn(document: Document, turn: Turn) -> Spot:
    """Where a turn stands: its first words."""
    opening = _opening(turn)
    words = words_of(document.text, opening)
    return Spot(document.id, opening, words, sha256=document.provenance.sha256)


def statement_at(reading: Reading, spot: Spot) -> tuple[int | None, str]:
    """Which statement of a reading stands at a spot, else None and why there is none.

    It is the one of these words at this place; else, where the text still has the words there, the
    one that they belong to; else the only one of the same words.
    """
    text = reading.document.text

    def words(one: Statement) -> str:
        return words_of(text, one.attribution.content)

    def beside(one: Statement) -> str:
        return words_of(text, one.attribution.cue)

    def spans(one: Statement) -> Spans:
        return one.attribution.content

    every = list(enumerate(reading.statements))
    same = [(n, one) for n, one in every if words(one) == spot.words]
    here = [(n, one) for n, one in same if spans(one) == spot.spans]
    if not here and words_of(text, spot.spans) == spot.words:
        here = [(n, one) for n, one in every if _meet(spans(one), spot.spans)]
    found = here or same
    if len(found) > 1:
        found = [(n, one) for n, one in found if beside(one) == spot.beside] or found
    return _only(found, "statement")


def turn_at(reading: Reading, spot: Spot) -> tuple[int | None, str]:
    """Which turn of a reading begins at a spot, else None and why there is none.

    It is the one that begins with these words at this place; else, where the text still has them
    there, the one in which they stand; else the only one that begins with them.
    """
    text = reading.document.text
    every = list(enumerate(reading.structure.turns))
    same = [(n, one) for n, one in every if words_of(text, _opening(one)) == spot.words]
    here = [(n, one) for n, one in same if _opening(one) == spot.spans]
    if not here and words_of(text, spot.spans) == spot.words:
        start = spot.spans[:1]
        here = [(n, one) for n, one in every if _meet(one.spans, start)]
    return _only(here or same, "turn")


def _only(found: Sequence[tuple[int, _One]], what: str) -> tuple[int | None, str]:
    if len(found) == 1:
        return found[0][0], ""
    if found:
        return None, f"{len(found)} {what}s have these words now"
    return None, f"no {what} has these words now"


def _opening(turn: Turn) -> Spans:
    """The first words of a turn, a paragraph at most."""
    if not turn.spans:
        return ()
    first = turn.spans[0]
    return (Span(first.start, min(first.end, first.start + OPENING)),)


def _meet(some: Spans, others: Spans) -> bool:
    return any(one.meets(other) for one in some for other in others)
