"""The large encoder needs onnxruntime, and says so where it is not there."""

import importlib.util
import json
import sys

import numpy as np
import pytest
from tests.tagging.conftest import CLUE, WIDTH, arrays, as_bytes, meta

from onrecord.errors import DamagedModelError, MissingExtraError
from onrecord.tagging import choose, complete, models
from onrecord.weights import Card, weights_of, write_manifest

VOCABULARY = "[UNK] [CLS] [SEP] said says the bridge is shut ##s that".split()
needs_onnxruntime = pytest.mark.skipif(
    importlib.util.find_spec("onnxruntime") is None, reason="onnxruntime is not installed"
)


def field(number, value):
    """A field of a protocol buffer: a number, or bytes with their length."""
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    data = value.encode() if isinstance(value, str) else value
    return varint(number << 3 | 2) + varint(len(data)) + data


def varint(value):
    found = bytearray()
    while value > 127:
        found.append(value & 127 | 128)
        value >>= 7
    return bytes([*found, value])


def value_info(name, kind, *sizes):
    """The type of an input or output; a size is a number or a name."""
    dims = b"".join(field(1, field(2 if isinstance(s, str) else 1, s)) for s in sizes)
    return field(1, name) + field(2, field(1, field(1, kind) + field(2, dims)))


def onnx_model(table, name="ids"):
    """An ONNX model that looks ids up in a table: one Gather, written by hand."""
    numbers = field(1, table.shape[0]) + field(1, table.shape[1]) + field(2, 1)
    tensor = numbers + field(8, "table") + field(9, table.astype("<f4").tobytes())
    node = field(1, "table") + field(1, name) + field(2, "hidden") + field(4, "Gather")
    graph = field(1, node) + field(2, "g") + field(5, tensor)
    graph += field(11, value_info(name, 7, 1, "pieces"))
    graph += field(12, value_info("hidden", 1, 1, "pieces", table.shape[1]))
    return field(1, 8) + field(7, graph) + field(8, field(1, "") + field(2, 13))


def write(folder, onnx):
    """Write a best model and its manifest."""
    (folder / "best.onnx").write_bytes(onnx)
    held = {
        k: v for k, v in arrays().items() if k.startswith(("head_", "around")) or k[0] in "cuvo"
    }
    held |= {
        "distance": arrays()["distance"],
        "meta": as_bytes(json.dumps(meta(engine="best", activation="gelu"))),
        "words": as_bytes("\n".join(VOCABULARY)),
    }
    np.savez(folder / "best-head.npz", **held)
    files = tuple(weights_of(folder / name) for name in ("best.onnx", "best-head.npz"))
    write_manifest(folder, [Card("best", "a test", ("en",), "nothing", files)])
    return folder


@pytest.fixture
def table():
    return np.random.default_rng(3).normal(size=(len(VOCABULARY), WIDTH)).astype(np.float32)


def test_without_onnxruntime_it_is_said_what_to_install(tmp_path, table, monkeypatch):
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'onrecord\[best\]'"):
        choose("best", folder=write(tmp_path, onnx_model(table)))


@needs_onnxruntime
def test_each_piece_has_the_vector_of_its_first_word_piece(tmp_path, table):
    from onrecord.tagging.clues import gather
    from onrecord.tagging.pieces import cut

    model = choose("best", folder=write(tmp_path, onnx_model(table)))
    text = "The bridges\nshut is ."
    pieces = cut(text)
    clues = gather(pieces, text, regions=(), ruled=(), code="en")
    found = model.encoder.encode(pieces, clues)
    want = [VOCABULARY.index(w) for w in ("the", "bridge", "shut", "is", "[UNK]")]
    assert found == pytest.approx(table[want])
    assert model.head.widen(found, clues).shape == (5, WIDTH + CLUE)


@needs_onnxruntime
def test_it_completes_what_the_rules_found(tmp_path, table):
    model = models.choose(folder=write(tmp_path, onnx_model(table)))
    text = "He said that the bridge is shut.\n" * 3
    found = complete(text, (), engine=model)
    assert len(found) % 3 == 0


@needs_onnxruntime
@pytest.mark.parametrize("data", [b"", b"no model", None])
def test_what_is_no_such_model_is_damaged(tmp_path, table, data):
    bad = onnx_model(table, name="words") if data is None else data
    with pytest.raises(DamagedModelError, match=r"^[^\n]+$"):
        choose("best", folder=write(tmp_path, bad))
