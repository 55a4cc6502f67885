"""A database filled with passages of any number, as turns of transcripts that nobody held.

Statements are not drawn from them: what is measured is the looking up of words, and reading a
corpus takes hours where writing one takes minutes.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import islice, product
from pathlib import Path
from typing import TypeVar

from onrecord.model import (
    Against,
    Dating,
    Document,
    Kind,
    Passage,
    PassageKind,
    Provenance,
    Reading,
    Span,
    Structure,
    Turn,
)
from onrecord.stores import Store, open_store

T = TypeVar("T")

TURNS = 40
"""Passages of one transcript."""
TOGETHER = 250
"""Transcripts written in one transaction."""
_GIVEN = "Ann Bela Cora Dov Edda Falk Gita Hugo Ines Jorn Kaya Lars Mira Nils Odile Pavel".split()
_FAMILY = "Alder Birch Cedar Damson Elm Fir Gorse Hazel Iris Juniper Larch Maple Nettle".split()
_SPEAKERS = [f"{given} {family}" for given, family in product(_GIVEN, _FAMILY)]
_FIRST, _DAYS = date(1995, 1, 1), 11_000


def fill(path: Path, passages: Iterable[str], seed: int = 1) -> Store:
    """A database at `path` whose passages are these, in order, numbered from 1."""
    store = open_store(path)
    rng = random.Random(seed)
    for several in _chunks(_chunks(iter(passages), TURNS), TOGETHER):
        with store.together():
            for turns in several:
                number = rng.randrange(1 << 60)
                store.add(_reading(f"{number:015x}", turns, rng), b"%d" % number)
    return store


def _chunks(items: Iterator[T], size: int) -> Iterator[list[T]]:
    while chunk := list(islice(items, size)):
        yield chunk


def _reading(name: str, turns: list[str], rng: random.Random) -> Reading:
    day = _FIRST + timedelta(days=rng.randrange(_DAYS))
    speakers = rng.sample(_SPEAKERS, 4)
    start, spans = 0, []
    for turn in turns:
        spans.append(Span(start, start + len(turn)))
        start += len(turn) + 2
    said = [(number, span, rng.choice(speakers)) for number, span in enumerate(spans)]
    dating = Dating(day.isoformat(), day, day)
    return Reading(
        Document(name, "\n\n".join(turns), Provenance("", "made", "1"), language="en"),
        Structure(
            Kind.TRANSCRIPT,
            "made",
            turns=tuple(Turn(number, who, (span,)) for number, span, who in said),
            dating=dating,
        ),
        passages=tuple(
            Passage(name, span, turns[number], PassageKind.TURN, Against.RECORD, who, turn=number)
            for number, span, who in said
        ),
    )
