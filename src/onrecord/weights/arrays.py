"""The arrays of a model's file: npz, without pickles, looked at when they are asked for.

Each file has `meta`, JSON as bytes, with at least its format and its engine, and may have `words`,
a vocabulary as bytes of UTF-8, a line each.
"""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.errors import OtherModelError
from onrecord.weights.manifest import FORMAT

Floats = NDArray[np.float32]
_MOST = 400_000_000  # bytes that the arrays of one model may have in memory


class Arrays:
    """The arrays of an npz file; `ValueError` or `KeyError` where they are not as asked for."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(one.file_size for one in archive.infolist()) > _MOST:
                raise ValueError("larger than a model may be")
        self._held = np.load(io.BytesIO(data), allow_pickle=False)
        self.meta: dict[str, Any] = dict(json.loads(self._text("meta")))

    def are_of(self, engine: str, place: str) -> None:
        """Refuse the files of another format or engine than the manifest says."""
        if self.meta["format"] != FORMAT:
            raise OtherModelError(
                f"{place}: the files of {engine} are of format {self.meta['format']}, and this "
                f"Onrecord reads format {FORMAT}; train the model again"
            )
        if self.meta["engine"] != engine:
            raise ValueError(f"they are those of {self.meta['engine']}")

    def _text(self, name: str) -> str:
        return bytes(self._held[name].astype(np.uint8)).decode("utf-8")

    def words(self) -> list[str]:
        """The vocabulary."""
        return self._text("words").split("\n")

    def bytes_of(self, name: str, *shape: int | None) -> NDArray[np.int8]:
        """An array of 8-bit numbers of this shape, in which None is any length."""
        made: NDArray[np.int8] = np.ascontiguousarray(self._held[name])
        if made.dtype != np.int8 or not _fits(made.shape, shape):
            raise ValueError(f"{name} is {made.dtype} {made.shape} and not int8 {shape}")
        return made

    def floats(self, name: str, *shape: int | None) -> Floats:
        """An array of numbers of this shape, in which None is any length."""
        made: Floats = np.ascontiguousarray(self._held[name], np.float32)
        if not _fits(made.shape, shape) or not np.isfinite(made).all():
            raise ValueError(f"{name} is {made.shape} and not {shape}, or not finite")
        return made


def _fits(shape: tuple[int, ...], wanted: tuple[int | None, ...]) -> bool:
    return len(shape) == len(wanted) and all(
        want in (None, size) for want, size in zip(wanted, shape, strict=True)
    )
