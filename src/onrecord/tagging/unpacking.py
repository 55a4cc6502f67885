"""Verified bytes of a model's files to the model's parts.

Arrays come from an npz file, without pickles; weights are (in, out), float16 counts as float32.

    meta                      JSON: format, engine, activation, dilations, around, thresholds
    words                     the vocabulary as bytes of UTF-8, a line each
    word_table                fast; (1 + words, width), row 0 for words that are not in it
    suffix_table              fast; (any, width)
    quoted ruled lexicon shape                                  fast; a row each value of a clue
    conv0_weight conv0_bias ...                                 fast; (3 * width, width)
    head_quoted head_ruled head_lexicon head_shape
    cue1 cue2 u v c o         the head's layers, each with _weight and _bias
    around0 ...               of the head, if its meta says so: (3 * meeting, meeting)
    distance                  (2 * reach + 2, any): -reach to reach, then inside the cue
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.errors import DamagedModelError
from onrecord.tagging.activations import ACTIVATIONS
from onrecord.tagging.clues import KINDS, QUOTED, RULED, SHAPES
from onrecord.tagging.convolution import Convolution, Linear, beside
from onrecord.tagging.decoding import Limits
from onrecord.tagging.encoder_fast import FastEncoder, Rows
from onrecord.tagging.encoding import Encoder
from onrecord.tagging.head import Head
from onrecord.weights.arrays import Arrays

Floats = NDArray[np.float32]
_CUE_TAGS, _ROLE_TAGS = 3, 5
_CLUES = (("ruled", RULED), ("lexicon", KINDS), ("shape", SHAPES))


def unpack(files: Mapping[str, bytes], engine: str, place: str) -> tuple[Encoder, Head, Limits]:
    """Encoder, head and limits of a model; `DamagedModelError` where the files hold no model."""
    try:
        arrays = _Layers(files["npz"])
        arrays.are_of(engine, place)
        encoder = _fast(arrays) if engine == "fast" else _best(files, arrays)
        return encoder, _head(arrays, encoder.width), _limits(arrays.meta)
    except (KeyError, ValueError, TypeError, OSError, EOFError, zipfile.BadZipFile) as error:
        raise DamagedModelError(f"{place}: the files of {engine} hold no model: {error}") from error


class _Layers(Arrays):
    """The arrays of a model as the layers that they are."""

    def linear(self, name: str, inside: int, outside: int | None = None) -> Linear:
        """A linear layer from vectors of one width to another."""
        weight = self.floats(f"{name}_weight", inside, outside)
        return Linear(weight, self.floats(f"{name}_bias", weight.shape[1]))

    def convolution(self, name: str, size: tuple[int, int | None], *, step: int = 1) -> Convolution:
        """A convolution from vectors of one width to another."""
        flat = self.linear(name, 3 * size[0], size[1])
        return Convolution(beside(flat.weight), flat.bias, step)

    def stack(self, name: str, width: int, steps: Sequence[int]) -> tuple[Convolution, ...]:
        """Convolutions one above the other, all of one width, each with its step."""
        if min(steps, default=1) < 1:
            raise ValueError(f"the steps of {name} are {steps}")
        return tuple(
            self.convolution(f"{name}{number}", (width, width), step=int(step))
            for number, step in enumerate(steps)
        )

    def clues(self, prefix: str, width: int | None = None) -> Floats:
        """The sums of the vectors of all clues that there can be, in the order of their codes."""
        made = self.floats(f"{prefix}quoted", QUOTED, width)
        for name, count in _CLUES:
            more = self.floats(f"{prefix}{name}", count, made.shape[1])
            made = (made[:, None] + more).reshape(-1, made.shape[1])
        return made


def _fast(arrays: _Layers) -> FastEncoder:
    table = arrays.floats("word_table", None, None)
    width = table.shape[1]
    endings = arrays.floats("suffix_table", None, width)
    words = arrays.words()
    if len(words) + 1 != len(table):
        raise ValueError(f"{len(words)} words and {len(table)} rows")
    layers = arrays.stack("conv", width, arrays.meta["dilations"])
    rows = Rows(words, len(endings))
    return FastEncoder(rows, table, endings, arrays.clues("", width), layers)


def _best(files: Mapping[str, bytes], arrays: _Layers) -> Encoder:
    from onrecord.tagging.encoder_best import best_encoder

    return best_encoder(files["onnx"], arrays.words())


def _head(arrays: _Layers, width: int) -> Head:
    clues = arrays.clues("head_")
    wide = width + clues.shape[1]
    cue_in = arrays.convolution("cue1", (wide, None))
    piece = arrays.linear("u", wide)
    meeting = piece.bias.size
    mix = arrays.convolution("c", (meeting, None))
    distance = arrays.floats("distance", None, meeting)
    if len(distance) < 4 or len(distance) % 2:
        raise ValueError(f"distance has {len(distance)} rows")
    return Head(
        clues=clues,
        cue_in=cue_in,
        cue_out=arrays.linear("cue2", cue_in.bias.size, _CUE_TAGS),
        piece=piece,
        cue=arrays.linear("v", wide, meeting),
        distance=distance,
        around=arrays.stack("around", meeting, arrays.meta.get("around", ())),
        mix=mix,
        role=arrays.linear("o", mix.bias.size, _ROLE_TAGS),
        activate=ACTIVATIONS[arrays.meta["activation"]],
    )


def _limits(meta: Mapping[str, Any]) -> Limits:
    """The limits of a model; one that this Onrecord does not know is an error, not left out."""
    given = dict(meta.get("thresholds", {}))
    unknown = given.keys() - {one.name for one in fields(Limits)}
    if unknown or not all(isinstance(value, int | float) for value in given.values()):
        raise ValueError(f"thresholds are {given}")
    return Limits(**given)
