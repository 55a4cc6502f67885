"""From likelihoods to relations: pure functions over arrays."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.tagging.head import Roles

# The columns of roles: nothing, the beginning and the inside of a source and of content. The rest
# of this module has the beginnings before the insides.
_ORDER = [0, 1, 3, 2, 4]
_NONE, _SOURCE, _CONTENT = range(3)
_NEVER = np.float32(-1e9)
Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Run = tuple[int, int]  # pieces from the first up to, not including, the second


@dataclass(frozen=True, slots=True)
class Limits:
    """Where likelihoods become decisions; they travel with the model that they were tuned for.

    `cue`: a piece at least so likely begins a cue, and at least `goes_on` so likely it goes on.
    `switch`: what a new run of a role costs, in natural logarithms. `add`: the least likelihood of
    a relation that the rules have not, its cue's times its content's. `keep`: a relation of the
    rules without quotation marks is left out where no piece of its cue is so likely. `reach`: so
    many pieces off, an edge of content moves to that of a quotation.
    """

    cue: float = 0.45
    goes_on: float = 0.4
    switch: float = 0.3
    add: float = 0.3
    keep: float = 0.1
    reach: int = 2


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation in pieces: runs of each role in order, and how likely cue and content are."""

    cue: Run
    source: tuple[Run, ...]
    content: tuple[Run, ...]
    likely: float
    content_likely: float

    @property
    def score(self) -> float:
        """How likely the whole is."""
        return self.likely * self.content_likely


def cues(chances: Floats, breaks: Ints, limits: Limits) -> list[Run]:
    """Where cues stand, none across two paragraphs.

    `chances` are, for each piece, those of being no cue, the beginning of one, and inside one.
    """
    any_cue, begins = 1 - chances[:, 0], chances[:, 1]
    # Beginnings need a little less: "said" inside a longer cue is no beginning.
    starts = np.flatnonzero((any_cue >= limits.cue) | (begins >= 0.8 * limits.cue)).tolist()
    inside = (any_cue >= limits.goes_on) & (chances[:, 2] > begins)
    inside[breaks[:-1]] = False
    stops = np.append(np.flatnonzero(~inside), len(inside))
    ends = stops[np.searchsorted(stops, starts, side="right")].tolist()
    found: list[Run] = []
    for first, last in zip(starts, ends, strict=True):
        if not found or first >= found[-1][1]:
            found.append((first, last))
    return found


def relations(roles: Roles, cued: list[Run], chances: Floats, limits: Limits) -> list[Relation]:
    """The relations of all cues; a cue without content has none.

    Of several runs that could be a cue's source, the likeliest is.
    """
    if not cued:
        return []
    labels = best_paths(roles.rows, roles.offsets, limits.switch)
    likely = np.exp(roles.rows)
    sourced, told = _sums(likely[:, 1] + likely[:, 2]), _sums(likely[:, 3] + likely[:, 4])
    found: list[Relation] = []
    runs = _runs(labels, roles.offsets)
    for number, cue in enumerate(cued):
        by = int(roles.starts[number]) - int(roles.offsets[number])
        held = runs.get(number, [])
        content = [(a, b) for role, a, b in held if role == _CONTENT]
        sources = [(a, b) for role, a, b in held if role == _SOURCE]
        if not content:
            continue
        best = sorted(sources, key=lambda r: sourced[r[0]] - sourced[r[1]])[:1]
        sure = sum(told[b] - told[a] for a, b in content) / sum(b - a for a, b in content)
        found.append(
            Relation(
                cue,
                tuple((a + by, b + by) for a, b in best),
                tuple((a + by, b + by) for a, b in content),
                float((1 - chances[cue[0] : cue[1], 0]).max()),
                sure,
            )
        )
    return found


def _sums(values: Floats) -> list[float]:
    """Sums from the first value up to each place, so that any run's is a difference."""
    return [0.0, *np.cumsum(values, dtype=np.float64).tolist()]


def _runs(labels: Ints, offsets: Ints) -> dict[int, list[tuple[int, int, int]]]:
    """Role, first and last row (left out) of each run, by the number of the cue."""
    firsts = np.flatnonzero((labels == 1) | (labels == 2))
    stops = np.concatenate([np.flatnonzero(labels < 3), offsets[1:]])
    stops.sort()
    lasts = stops[np.searchsorted(stops, firsts, side="right")]
    numbers = np.searchsorted(offsets, firsts, side="right") - 1
    found: dict[int, list[tuple[int, int, int]]] = {}
    rows = zip(*(a.tolist() for a in (numbers, labels[firsts], firsts, lasts)), strict=True)
    for number, role, first, last in rows:
        found.setdefault(number, []).append((role, first, last))
    return found


def best_paths(rows: Floats, offsets: Ints, switch: float) -> Ints:
    """The likeliest labels of each sequence (Viterbi 1967), of all sequences at once.

    An inside follows a beginning or an inside of its own role only; a beginning costs `switch`.
    Labels are 0 nothing, 1 and 2 the beginnings of source and content, 3 and 4 their insides.
    """
    sizes = np.diff(offsets)
    steps, count = int(sizes.max(initial=0)), len(sizes)
    held = np.arange(steps)[:, None] < sizes
    costs = np.array([0, switch, switch, 0, 0], np.float32)
    padded = np.full((steps, count, 5), _NEVER, np.float32)
    padded[:, :, 0] = 0
    # By sequence, then by step: the order of the rows.
    padded.transpose(1, 0, 2)[held.T] = rows[:, _ORDER] - costs
    scores = np.ascontiguousarray(padded.transpose(0, 2, 1))
    state = scores[0].copy()
    state[3:] = _NEVER
    came = np.empty((steps, 5, count), np.int8)
    for step in range(1, steps):
        best = state.max(axis=0)
        came[step, :3] = state.argmax(axis=0)
        came[step, 3:] = state[3:] > state[1:3]
        inside = np.maximum(state[3:], state[1:3])
        state[:3] = best + scores[step, :3]
        state[3:] = inside + scores[step, 3:]
    # An inside came from the beginning of its role (1, 2), or from itself (3, 4).
    came[:, 3:] = came[:, 3:] * 2 + np.array([[1], [2]], np.int8)
    return _walked_back(came, state.argmax(axis=0), steps)[held.T]


def _walked_back(came: NDArray[np.int8], last: Ints, steps: int) -> Ints:
    """The labels of each sequence in a row, from where each came at every step."""
    labels = np.empty((len(last), steps), np.int64)
    every = np.arange(len(last))
    for step in range(steps - 1, -1, -1):
        labels[:, step] = last
        last = came[step, last, every].astype(np.int64)
    return labels
