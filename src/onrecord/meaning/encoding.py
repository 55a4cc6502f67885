"""A text as MiniLM reads it (Wang et al. 2020; Reimers and Gurevych 2019), with 8-bit weights."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

from onrecord.meaning.embedding import unit
from onrecord.weights.arrays import Floats
from onrecord.weights.sessions import Session
from onrecord.weights.word_pieces import WordPieces

_LONGEST = 256  # word pieces that the model was trained with; what comes after is not read
_REMEMBERED = 4_096  # texts


@dataclass(slots=True, eq=False)
class Encoder:
    """A session, the vocabulary that goes with it, and the vectors of the texts seen last."""

    session: Session
    word_pieces: WordPieces
    encode: Callable[[str], Floats] = field(init=False)

    def __post_init__(self) -> None:
        self.encode = lru_cache(maxsize=_REMEMBERED)(self._encode)

    def _encode(self, text: str) -> Floats:
        """The mean of the vectors of its word pieces, of length 1."""
        ids, _ = self.word_pieces.read(text.split())
        seen = ids if len(ids) <= _LONGEST else [*ids[: _LONGEST - 1], ids[-1]]
        return unit(self.session.run(seen).mean(0))
