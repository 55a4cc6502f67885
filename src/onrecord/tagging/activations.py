"""The functions between the layers of a model."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


def relu(rows: Floats) -> Floats:
    """What is below zero becomes zero."""
    made: Floats = np.maximum(rows, np.float32(0))
    return made


def gelu(rows: Floats) -> Floats:
    """GELU in its form by the hyperbolic tangent (Hendrycks and Gimpel 2016)."""
    inner = rows * rows
    inner *= np.float32(0.044715)
    inner += 1
    inner *= rows
    inner *= np.float32(0.7978845608)
    np.tanh(inner, out=inner)
    inner += 1
    inner *= rows
    inner *= np.float32(0.5)
    return inner


ACTIVATIONS: Mapping[str, Callable[[Floats], Floats]] = {"relu": relu, "gelu": gelu}
