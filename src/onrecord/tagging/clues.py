"""What the rules and a piece's own form say of it, as columns of numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from onrecord.languages import language
from onrecord.model import Attribution
from onrecord.tagging.pieces import Pieces, folded
from onrecord.text import Quoted

IN_CONTENT, IN_SOURCE, IN_CUE = 1, 2, 4
_KINDS = {"speech": 1, "writing": 2, "thought": 3, "intention": 4}
_MARKS = frozenset("\"“”„«»‘’'`")
LOWER, CAPITAL, CAPITALS, DIGIT, MARK, OTHER = range(6)
QUOTED, RULED, KINDS, SHAPES = 2, 8, 5, 6  # how many values each column can have


@dataclass(frozen=True, slots=True)
class Clues:
    """One number a piece and column.

    `quoted` is 1 inside quotation marks; `ruled` adds up IN_CONTENT, IN_SOURCE and IN_CUE where the
    rules' attributions cover the piece; `kind` is that of the cue verb whose form it has (0 none, 1
    speech, 2 writing, 3 thought, 4 intention); `shape` is how it is written.
    """

    quoted: NDArray[np.int8]
    ruled: NDArray[np.int8]
    kind: NDArray[np.int8]
    shape: NDArray[np.int8]

    def codes(self) -> NDArray[np.int64]:
        """The four of each piece in one number, for a table of all that there can be."""
        first = self.quoted.astype(np.int64) * RULED + self.ruled
        return (first * KINDS + self.kind) * SHAPES + self.shape

    def between(self, first: int, last: int) -> Clues:
        """Those of the pieces from `first` up to `last`, not including it."""
        at = slice(first, last)
        return Clues(self.quoted[at], self.ruled[at], self.kind[at], self.shape[at])


def gather(
    pieces: Pieces, text: str, *, regions: Iterable[Quoted], ruled: Sequence[Attribution], code: str
) -> Clues:
    """The clues of every piece, from the quotations of the text and what the rules found in it."""
    quoted = np.zeros(len(text) + 1, np.int8)
    for region in regions:
        quoted[region.inner.start : region.inner.end] = 1
    covered = np.zeros(len(text) + 1, np.int8)
    for one in ruled:
        for spans, bit in ((one.content, IN_CONTENT), (one.source, IN_SOURCE), (one.cue, IN_CUE)):
            for span in spans:
                covered[span.start : span.end] |= bit
    looks = np.fromiter((_look(word, code) for word in pieces.words), np.int8, len(pieces))
    at = pieces.starts
    return Clues(quoted[at], covered[at], looks // SHAPES, looks % SHAPES)


@lru_cache(maxsize=8)
def _cue_kinds(code: str) -> dict[str, int]:
    """Kinds of cue verbs by their forms; the first verb of a form counts."""
    found: dict[str, int] = {}
    for verb in language(code).grammar.verbs:
        for form in verb.forms:
            found.setdefault(form, _KINDS.get(verb.kind, 1))
    return found


@lru_cache(maxsize=65_536)
def _look(word: str, code: str) -> int:
    """Kind and shape of a word in one number."""
    return _cue_kinds(code).get(folded(word), 0) * SHAPES + _shape(word)


def _shape(word: str) -> int:
    if word[0].isalpha():
        if word.islower():
            return LOWER
        return CAPITALS if len(word) > 1 and word.isupper() else CAPITAL
    if word[0].isdigit():
        return DIGIT
    return MARK if word in _MARKS else OTHER
