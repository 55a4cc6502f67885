"""Whether two texts are copies of one story, by all of their words.

Copies have most of their runs of words in common, whatever was put around them, cut off or
rewritten here and there. That alone is not enough: two reporters may quote the same speech at
length, and one form may be filled with other numbers each day. So the words outside quotation
marks, and the numbers, are asked by themselves.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from onrecord.copies.sketching import FEW
from onrecord.copies.words import Numbers, runs_of, words_of
from onrecord.text import quotations

SHARED = 0.5
"""Of all runs of both: at least so many are common."""
HELD, SHARED_HELD = 0.8, 0.3
"""Or so many of the shorter one's are in the longer one, which is not so much longer."""
OWN = 0.3
"""Of the runs outside quotation marks of the one that has fewer: so many are the other's too."""
NUMBERS = 0.5
_FEW_OWN, _FEW_NUMBERS = 30, 4


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two texts have in common, each from 0 to 1.

    `shared` is the share of all runs of words that both have (Jaccard), `held` that of the runs of
    the shorter text that the longer one has too; `own` and `numbers` are as `held`, of runs outside
    quotation marks and of numbers, 1 where there are too few to tell.
    """

    shared: float
    held: float
    own: float = 1.0
    numbers: float = 1.0

    @property
    def copies(self) -> bool:
        """Whether the two are copies of one story."""
        alike = self.shared >= SHARED or (self.held >= HELD and self.shared >= SHARED_HELD)
        return alike and self.own >= OWN and self.numbers >= NUMBERS


def likeness(one: str, other: str) -> Likeness:
    """What two texts have in common; it is the same whichever is named first.

    Of two texts of which one is shorter than forty words, all words in order or nothing is common.
    """
    (words, runs), (others, theirs) = _seen(one), _seen(other)
    if one == other or min(len(words), len(others)) < FEW:
        same = float(bool(words) and words == others)
        return Likeness(same, same)
    common = len(np.intersect1d(runs, theirs, assume_unique=True))
    found = Likeness(
        common / (len(runs) + len(theirs) - common), common / min(len(runs), len(theirs))
    )
    if not found.copies:
        return found
    return Likeness(found.shared, found.held, _own(one, other), _numbers(words, others))


@lru_cache(maxsize=8)  # a text is compared with several others
def _seen(text: str) -> tuple[tuple[str, ...], Numbers]:
    """The words of a text, and each of its runs once."""
    words = tuple(words_of(text))
    return words, np.unique(runs_of(words))


@lru_cache(maxsize=8)
def _own_runs(text: str) -> Numbers:
    return np.unique(runs_of(words_of(_unquoted(text))))


def _own(one: str, other: str) -> float:
    """The share of runs outside quotation marks."""
    return _held(_own_runs(one), _own_runs(other))


def _numbers(words: Sequence[str], others: Sequence[str]) -> float:
    """The share of the numbers in digits."""
    ours, theirs = ({w for w in many if w[0].isdigit()} for many in (words, others))
    least = min(len(ours), len(theirs))
    return len(ours & theirs) / least if least >= _FEW_NUMBERS else 1.0


def _held(runs: Numbers, theirs: Numbers) -> float:
    """The share of the fewer runs; where these are very few, they are taken for more."""
    least, most = sorted((len(runs), len(theirs)))
    if most < _FEW_OWN:
        return 1.0
    return len(np.intersect1d(runs, theirs, assume_unique=True)) / max(least, _FEW_OWN)


def _unquoted(text: str) -> str:
    """The text without what stands in quotation marks."""
    pieces, done = [], 0
    for region in quotations(text).regions:
        if not region.depth:
            pieces.append(text[done : region.outer.start])
            done = region.outer.end
    return " ".join([*pieces, text[done:]])
