"""The large encoder: a small BERT by onnxruntime, one thread, one paragraph at a time."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from onrecord.errors import MissingExtraError
from onrecord.tagging.clues import Clues
from onrecord.tagging.pieces import Pieces
from onrecord.tagging.word_pieces import WordPieces

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

_LONGEST = 510  # word pieces of a paragraph that it can see


@dataclass(frozen=True, slots=True, eq=False)
class BestEncoder:
    """A session, which any number of threads may use, and the vocabulary that goes with it."""

    session: InferenceSession
    word_pieces: WordPieces
    width: int

    def encode(self, pieces: Pieces, clues: Clues) -> NDArray[np.float32]:
        """A vector for each piece: that of its first word piece."""
        made = np.empty((len(pieces), self.width), np.float32)
        breaks = pieces.breaks.tolist()
        for first, last in pairwise(breaks):
            ids, places = self.word_pieces.read(pieces.words[first:last])
            (found,) = self.session.run(None, {"ids": np.array([ids[:_LONGEST]], np.int64)})
            made[first:last] = found[0][np.minimum(places, _LONGEST - 1)]
        return made


def best_encoder(model: bytes, vocabulary: list[str]) -> BestEncoder:
    """An encoder from an ONNX model that takes `ids` (1, n) and gives vectors (1, n, width).

    `MissingExtraError` where onnxruntime is not installed, `ValueError` where it is no such model.
    """
    try:
        import onnxruntime
    except ImportError as error:
        raise MissingExtraError(
            "the engine best needs onnxruntime, which is not here: pip install 'onrecord[best]'"
        ) from error
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.log_severity_level = 4
    try:
        session: Any = onnxruntime.InferenceSession(
            model, options, providers=["CPUExecutionProvider"]
        )
    except Exception as error:  # onnxruntime's own errors share no parent
        raise ValueError(f"not an ONNX model: {str(error).splitlines()[0]}") from error
    inputs, outputs = session.get_inputs(), session.get_outputs()
    width = outputs[0].shape[-1]
    if [one.name for one in inputs] != ["ids"] or len(outputs) != 1 or not isinstance(width, int):
        raise ValueError("an ONNX model of other inputs and outputs")
    return BestEncoder(session, WordPieces(vocabulary), width)
