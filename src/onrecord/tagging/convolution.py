"""Linear layers over rows, one by one or each with those beside it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Linear:
    """A linear layer; `weight` is (in, out)."""

    weight: Floats
    bias: Floats

    def __call__(self, rows: Floats) -> Floats:
        """Its values, a row each."""
        made: Floats = rows @ self.weight
        made += self.bias
        return made


@dataclass(frozen=True, slots=True, eq=False)
class Convolution:
    """A linear layer over each row, the one `step` before it and the one `step` after it.

    `weight` is (in, 3 * out): what a row gives to the one after it, to itself, to the one before.
    """

    weight: Floats
    bias: Floats
    step: int = 1

    def __call__(self, rows: Floats, breaks: Ints) -> Floats:
        """Its values; sequences, which begin and end at `breaks`, do not see each other."""
        width = self.bias.size
        given = rows @ self.weight
        made: Floats = given[:, width : 2 * width] + self.bias
        heads, tails = rims(breaks, self.step)
        given[tails, :width] = 0
        given[heads, 2 * width :] = 0
        made[self.step :] += given[: -self.step, :width]
        made[: -self.step] += given[self.step :, 2 * width :]
        return made


def beside(weight: Floats) -> Floats:
    """The weight of a convolution from that of a linear layer over the three rows end to end."""
    return np.ascontiguousarray(np.concatenate(np.split(weight, 3), axis=1))


def rims(breaks: Ints, step: int) -> tuple[Ints, Ints]:
    """The first and the last `step` rows of each sequence."""
    starts, ends = breaks[:-1], breaks[1:]
    if step == 1:
        return starts, ends - 1
    at = np.arange(breaks[-1])
    sizes = ends - starts
    heads = np.flatnonzero(at - np.repeat(starts, sizes) < step)
    return heads, np.flatnonzero(np.repeat(ends, sizes) - at <= step)
