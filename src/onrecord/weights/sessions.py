"""Small BERTs as ONNX models, by onnxruntime: one thread, one text at a time.

One text at a time, since what 8-bit models make of a text depends on what goes through with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from onrecord.errors import MissingExtraError
from onrecord.weights.arrays import Floats

if TYPE_CHECKING:
    from onnxruntime import InferenceSession


@dataclass(frozen=True, slots=True, eq=False)
class Session:
    """A model from `ids` (1, n) to vectors (1, n, width), for any number of threads."""

    inner: InferenceSession
    width: int

    def run(self, ids: Sequence[int]) -> Floats:
        """The vector of each word piece."""
        (found,) = self.inner.run(None, {"ids": np.array([ids], np.int64)})
        vectors: Floats = found[0]
        return vectors


def open_session(model: bytes, *, use: str, extra: str) -> Session:
    """A session of an ONNX model; `use` and `extra` say what needs it and how it is installed.

    `MissingExtraError` where onnxruntime is not installed, `ValueError` where it is no such model.
    """
    try:
        import onnxruntime
    except ImportError as error:
        raise MissingExtraError(
            f"{use} needs onnxruntime, which is not here: pip install 'onrecord[{extra}]'"
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
    return Session(session, width)
