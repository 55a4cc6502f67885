"""The small encoder: vectors of words and endings, and convolutions that see further and further.

Each layer adds to a piece what a convolution of width 3 makes of it and of two others, one, two,
four, eight places away (dilated residual convolutions; Strubell et al. 2017). Numpy alone; nothing
is seen across the end of a paragraph.
"""

from __future__ import annotations

from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from onrecord.tagging.clues import Clues
from onrecord.tagging.convolution import Convolution
from onrecord.tagging.pieces import Pieces, folded

Floats = NDArray[np.float32]
_ENDING = 3  # letters
_MOST_REMEMBERED = 200_000  # words whose rows are kept in memory


def ending(word: str, endings: int) -> int:
    """The row of a word's last letters in a table of so many, some of them shared."""
    return crc32(f"s{folded(word)[-_ENDING:]}".encode("utf-8", "surrogatepass")) % endings


class Rows(dict[str, int]):
    """The rows of a word and of its ending in their tables, as one number; remembers words."""

    def __init__(self, vocabulary: list[str], endings: int) -> None:
        self._rows = {word: row for row, word in enumerate(vocabulary, start=1)}
        self._endings = endings

    def __missing__(self, word: str) -> int:
        row = self._rows.get(folded(word), 0)
        found = row * self._endings + ending(word, self._endings)
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        self[word] = found
        return found


@dataclass(frozen=True, slots=True, eq=False)
class FastEncoder:
    """Tables of vectors and the layers above them; `words` has row 0 for those not seen before."""

    rows: Rows
    words: Floats
    endings: Floats
    clues: Floats
    layers: tuple[Convolution, ...]

    @property
    def width(self) -> int:
        """How long a vector is."""
        return int(self.words.shape[1])

    def encode(self, pieces: Pieces, clues: Clues) -> Floats:
        """A vector for each piece."""
        find = self.rows.__getitem__
        rows = np.fromiter(map(find, pieces.words), np.int64, len(pieces))
        vectors = self.words[rows // len(self.endings)]
        vectors += self.endings[rows % len(self.endings)]
        vectors += self.clues[clues.codes()]
        for layer in self.layers:
            made = layer(vectors, pieces.breaks)
            vectors += np.maximum(made, 0, out=made)
        return vectors
