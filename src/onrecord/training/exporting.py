"""A fitted network as the files that an engine reads."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray
from torch import Tensor, nn

from onrecord.tagging.decoding import Limits
from onrecord.training.network import Clued, FastNetwork, HeadNetwork
from onrecord.weights import FORMAT, Card, weights_of, write_manifest

Arrays = dict[str, NDArray[Any]]


def fast_arrays(encoder: FastNetwork, head: HeadNetwork, words: Sequence[str]) -> Arrays:
    """The arrays of the small engine (see tagging.unpacking), as float16."""
    made = {
        "word_table": _array(encoder.table()),
        "suffix_table": _array(encoder.endings.weight),
    }
    made |= _clues("", encoder.clues)
    for number, layer in enumerate(encoder.layers):
        made |= _linear(f"conv{number}", layer)
    return made | head_arrays(head) | {"words": _bytes("\n".join(words))}


def fast_meta(encoder: FastNetwork, head: HeadNetwork) -> dict[str, Any]:
    """What the file of the small engine says of its network."""
    steps = {"dilations": list(encoder.steps), "around": list(head.steps)}
    return {"engine": "fast", "activation": "relu", **steps}


def head_arrays(head: HeadNetwork) -> Arrays:
    """The arrays of a head, of either engine."""
    made = _clues("head_", head.clues) | {"distance": _array(head.distance.weight)}
    for name in ("cue1", "cue2", "u", "v", "c", "o"):
        made |= _linear(name, getattr(head, name))
    for number, layer in enumerate(head.around):
        made |= _linear(f"around{number}", layer)
    return made


def write_arrays(path: Path, arrays: Arrays, meta: Mapping[str, Any], limits: Limits) -> None:
    """Write an npz file, byte for byte the same for the same arrays."""
    said = {"format": FORMAT, **meta, "thresholds": asdict(limits)}
    held = io.BytesIO()
    everything: Arrays = arrays | {"meta": _bytes(json.dumps(said, sort_keys=True))}
    np.savez_compressed(held, allow_pickle=False, **everything)
    path.write_bytes(held.getvalue())


def write_fast(
    folder: Path,
    networks: tuple[FastNetwork, HeadNetwork],
    words: Sequence[str],
    said: tuple[str, str, str],
    *,
    limits: Limits,
    figures: Mapping[str, float] = MappingProxyType({}),
) -> None:
    """Write a folder with a small engine and its manifest; `said` is name, language, trained on."""
    folder.mkdir(parents=True, exist_ok=True)
    write_arrays(folder / "fast.npz", fast_arrays(*networks, words), fast_meta(*networks), limits)
    name, language, trained_on = said
    files = (weights_of(folder / "fast.npz"),)
    write_manifest(folder, [Card("fast", name, (language,), trained_on, files, figures)])


def _clues(prefix: str, clued: Clued) -> Arrays:
    names = ("quoted", "ruled", "lexicon", "shape")
    return {
        prefix + name: _array(table.weight) for name, table in zip(names, clued.tables, strict=True)
    }


def _linear(name: str, layer: nn.Linear) -> Arrays:
    return {f"{name}_weight": _array(layer.weight.T), f"{name}_bias": _array(layer.bias)}


def _array(given: Tensor) -> NDArray[np.float16]:
    return given.detach().numpy().astype(np.float16)


def _bytes(text: str) -> NDArray[np.uint8]:
    return np.frombuffer(text.encode("utf-8"), np.uint8)
