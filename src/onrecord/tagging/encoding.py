"""What every encoder does: pieces to vectors."""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from onrecord.tagging.clues import Clues
from onrecord.tagging.pieces import Pieces


class Encoder(Protocol):
    """Pieces to vectors; safe for any number of threads."""

    @property
    def width(self) -> int:
        """How long a vector is."""
        ...

    def encode(self, pieces: Pieces, clues: Clues) -> NDArray[np.float32]:
        """A vector for each piece, which depends on its own paragraph alone."""
        ...
