"""How much of a quotation stands at each candidate: the share of its bigrams, all at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from onrecord.index.finding import Candidates, drift
from onrecord.index.keys import Hashes, Positions
from onrecord.index.segments import Segment

_MARGIN = 2  # words looked at before a candidate's begin


@dataclass(frozen=True, slots=True)
class Place:
    """Words `first` up to, not with, `last` of a passage, where a quotation's words lie.

    `coverage` is the share of the quotation's word bigrams that stand there, 0 to 1; of a single
    word, whether it does. Words are those of `index.tokens.words`.
    """

    number: int
    first: int
    last: int
    coverage: float


@dataclass(frozen=True, slots=True)
class Sought:
    """A quotation taken apart once: tables from a token to its word, from two words to a bigram.

    Word 0 and the last bigram stand for what is not in the quotation.
    """

    length: int
    word_of: NDArray[np.uint8]
    bigram_of: NDArray[np.int16]
    words: int
    bigrams: int


@dataclass(frozen=True, slots=True)
class Ranked:
    """Candidates with their passages' numbers and the words covered, in passage's own places."""

    numbers: NDArray[np.int64]
    first: Positions
    last: Positions
    held: NDArray[np.bool_]  # candidate x bigram of the quotation
    words: NDArray[np.float64]  # share of the quotation's different words


def sought(hashes: Hashes) -> Sought:
    """The tables of a quotation of at most 250 words."""
    tokens = (hashes & np.uint32(0xFFFF)).tolist()
    word_of = np.zeros(1 << 16, np.uint8)
    number: dict[int, int] = {}
    for token in tokens:
        number.setdefault(token, len(number) + 1)
    word_of[list(number)] = np.arange(1, len(number) + 1)
    kinds = {(number[a], number[b]): 0 for a, b in pairwise(tokens)}
    bigram_of = np.full((len(number) + 1,) * 2, len(kinds), np.int16)
    if kinds:
        bigram_of[tuple(zip(*kinds, strict=True))] = np.arange(len(kinds))
    return Sought(len(tokens), word_of, bigram_of, len(number), len(kinds))


def rank(quotation: Sought, found: Candidates, segments: Sequence[Segment]) -> Ranked:
    """What of the quotation stands at each candidate, within its passage."""
    width = quotation.length + drift(quotation.length) + 2 * _MARGIN
    rows = len(found.begin)
    words = np.zeros((rows, width), np.uint8)
    shift, numbers = np.zeros((2, rows), np.int64)
    for which in sorted(set(found.segment.tolist())):
        mine = np.flatnonzero(found.segment == which)
        one, passage = segments[which], found.passage[mine]
        first = one.firsts[passage].astype(np.int64)
        end = one.firsts[passage + 1].astype(np.int64)
        begin = np.clip(found.begin[mine] - _MARGIN, first, end)
        at = begin[:, None] + np.arange(width)
        held = quotation.word_of[one.tokens[np.minimum(at, one.words - 1)]]
        held[at >= end[:, None]] = 0
        words[mine], shift[mine], numbers[mine] = held, begin - first, one.numbers[passage]
    bigrams = quotation.bigram_of[words[:, :-1], words[:, 1:]]
    row = np.arange(rows)[:, None]
    covered = np.zeros((rows, quotation.bigrams + 1), np.bool_)
    covered[row, bigrams] = True
    seen = np.zeros((rows, quotation.words + 1), np.bool_)
    seen[row, words] = True
    first, last = _extent(words, bigrams < quotation.bigrams)
    share = seen[:, 1:].sum(axis=1) / quotation.words
    return Ranked(numbers, first + shift, last + shift, covered[:, :-1], share)


def _extent(words: NDArray[np.uint8], pairs: NDArray[np.bool_]) -> tuple[Positions, Positions]:
    """From the first covered bigram to the last, or the first word to the last where none is."""
    marks = words > 0
    some = pairs.any(axis=1)
    left = np.where(some, pairs.argmax(axis=1), marks.argmax(axis=1))
    from_right = np.where(some, pairs[:, ::-1].argmax(axis=1), marks[:, ::-1].argmax(axis=1) - 1)
    return left, words.shape[1] - from_right


def places(one: Ranked, *, limit: int) -> list[Place]:
    """The places, best first: by bigrams, then words, then the lowest number.

    Candidates of one passage that cover more together than the better one alone are one place.
    """
    rows = _rows(one)
    rows.sort(key=lambda row: (-row[0], -row[1], row[2].number, row[2].first))
    return [place for _, _, place in rows[:limit]]


def _rows(one: Ranked) -> list[tuple[float, float, Place]]:
    share = one.held.mean(axis=1) if one.held.shape[1] else one.words
    rows: list[tuple[float, float, Place]] = []
    previous = -1
    for row in range(len(share)):
        coverage, words = float(share[row]), float(one.words[row])
        number, first, last = int(one.numbers[row]), int(one.first[row]), int(one.last[row])
        if last <= first or not coverage:
            continue
        if previous >= 0 and rows and rows[-1][2].number == number:
            before = rows[-1][2]
            union = float((one.held[previous] | one.held[row]).mean()) if one.held.size else 0.0
            if union > max(coverage, before.coverage):
                joint = Place(number, min(first, before.first), max(last, before.last), union)
                rows[-1] = (union, max(words, rows[-1][1]), joint)
                one.held[row] |= one.held[previous]
                previous = row
                continue
            if first < before.last and before.first < last:  # the same words seen twice
                if coverage > before.coverage:
                    rows[-1] = (coverage, words, Place(number, first, last, coverage))
                    previous = row
                continue
        rows.append((coverage, words, Place(number, first, last, coverage)))
        previous = row
    return rows
