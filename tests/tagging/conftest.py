"""A model of random weights, small enough to be made for a test, in a folder with its manifest."""

import json

import numpy as np
import pytest

from onrecord.tagging import choose
from onrecord.weights import Card, weights_of, write_manifest

WORDS = "said says told the a minister bridge it is shut that plan to".split()
WIDTH, CLUE, MEETING, HIDDEN, REACH, STEPS = 8, 4, 6, 5, 10, (1, 2, 1)
AROUND = (1, 2)
THRESHOLDS = {"cue": 0.4, "goes_on": 0.3, "switch": 0.1, "add": 0.1, "keep": 0.0}


def arrays(seed: int = 4) -> dict[str, np.ndarray]:
    """The arrays of a fast model."""
    dice = np.random.default_rng(seed)

    def some(*shape: int) -> np.ndarray:
        return dice.normal(0, 0.4, shape).astype(np.float16)

    wide = WIDTH + CLUE
    made = {"word_table": some(len(WORDS) + 1, WIDTH), "suffix_table": some(64, WIDTH)}
    for prefix, width in (("", WIDTH), ("head_", CLUE)):
        for name, count in (("quoted", 2), ("ruled", 8), ("lexicon", 5), ("shape", 6)):
            made[prefix + name] = some(count, width)
    layers = {f"conv{n}": (3 * WIDTH, WIDTH) for n in range(len(STEPS))}
    layers |= {"cue1": (3 * wide, HIDDEN), "cue2": (HIDDEN, 3)}
    layers |= {"u": (wide, MEETING), "v": (wide, MEETING)}
    layers |= {"c": (3 * MEETING, HIDDEN), "o": (HIDDEN, 5)}
    layers |= {f"around{n}": (3 * MEETING, MEETING) for n in range(len(AROUND))}
    for name, (inside, outside) in layers.items():
        made |= {f"{name}_weight": some(inside, outside), f"{name}_bias": some(outside)}
    made["distance"] = some(2 * REACH + 2, MEETING)
    return made


def as_bytes(text: str) -> np.ndarray:
    return np.frombuffer(text.encode("utf-8"), np.uint8)


def meta(**changes: object) -> dict[str, object]:
    return {
        "format": 1,
        "engine": "fast",
        "activation": "relu",
        "dilations": STEPS,
        "around": AROUND,
        "thresholds": THRESHOLDS,
        **changes,
    }


def write(folder, held=None, **changes):
    """Write a fast model and its manifest; `held` changes arrays, what else is given the meta."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "fast.npz"
    every = arrays() | {"meta": as_bytes(json.dumps(meta(**changes)))}
    every |= {"words": as_bytes("\n".join(WORDS))} | (held or {})
    np.savez(path, **every)
    describe(folder, path)
    return folder


def describe(folder, *paths):
    """Write the manifest of a fast model whose files these are."""
    card = Card("fast", "a test", ("en",), "nothing", tuple(map(weights_of, paths)), {"joint": 1.5})
    write_manifest(folder, [card])


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """A folder with a sound fast model."""
    return write(tmp_path_factory.mktemp("models"))


@pytest.fixture(scope="session")
def model(folder):
    """A fast model of random weights, which finds something almost everywhere."""
    return choose("fast", folder=folder)
