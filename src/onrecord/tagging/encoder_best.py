"""The large encoder: a small BERT by onnxruntime, one thread, one paragraph at a time."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from onrecord.tagging.clues import Clues
from onrecord.tagging.pieces import Pieces
from onrecord.weights.sessions import Session, open_session
from onrecord.weights.word_pieces import WordPieces

_LONGEST = 510  # word pieces of a paragraph that it can see


@dataclass(frozen=True, slots=True, eq=False)
class BestEncoder:
    """A session, which any number of threads may use, and the vocabulary that goes with it."""

    session: Session
    word_pieces: WordPieces

    @property
    def width(self) -> int:
        """How many numbers a vector has."""
        return self.session.width

    def encode(self, pieces: Pieces, clues: Clues) -> NDArray[np.float32]:
        """A vector for each piece: that of its first word piece."""
        made = np.empty((len(pieces), self.width), np.float32)
        breaks = pieces.breaks.tolist()
        for first, last in pairwise(breaks):
            ids, places = self.word_pieces.read(pieces.words[first:last])
            found = self.session.run(ids[:_LONGEST])
            made[first:last] = found[np.minimum(places, _LONGEST - 1)]
        return made


def best_encoder(model: bytes, vocabulary: list[str]) -> BestEncoder:
    """An encoder from an ONNX model; `MissingExtraError`, `ValueError` as of `open_session`."""
    session = open_session(model, use="the engine best", extra="best")
    return BestEncoder(session, WordPieces(vocabulary))
