"""The models that are shipped are those that their manifest names, and a broken one says so."""

import shutil
import sys

import numpy as np
import pytest

from onrecord import meaning
from onrecord.errors import DamagedModelError, MissingExtraError, MissingModelError, OnrecordWarning
from onrecord.meaning import opening
from onrecord.meaning.opening import NAMES, SHIPPED, open_embedding, open_encoder
from onrecord.weights import Card, read_manifest, weights_of, write_manifest

CARDS = {card.engine: card for card in read_manifest(SHIPPED, NAMES).cards}


@pytest.fixture(autouse=True)
def afresh():
    """Nothing that a test broke stays open."""
    yield
    for one in (opening.open_embedding, opening.open_encoder, opening.usable):
        one.cache_clear()


@pytest.mark.parametrize("name", CARDS)
def test_each_file_is_as_the_manifest_says(name):
    for said in CARDS[name].files:
        assert weights_of(SHIPPED / said.name) == said


def test_both_are_within_31_mb_and_no_other_file_is_shipped():
    files = [said for card in CARDS.values() for said in card.files]
    assert sum(said.size for said in files) <= 31_000_000
    assert {path.name for path in SHIPPED.iterdir()} == {"manifest.toml", *(f.name for f in files)}


def test_without_onnxruntime_it_is_said_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'onrecord\[semantic\]'"):
        meaning.require()


def test_where_it_is_not_installed_it_is_not_usable(monkeypatch):
    monkeypatch.setattr(opening, "find_spec", lambda name: None)
    assert not meaning.usable()


def test_where_it_is_broken_there_is_one_warning(monkeypatch):
    monkeypatch.setattr(opening, "find_spec", lambda name: name)
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.warns(OnrecordWarning, match="by words alone"):
        assert not meaning.usable()
    assert not meaning.usable()


def test_a_folder_without_a_model_has_none(tmp_path):
    write_manifest(tmp_path, [])
    with pytest.raises(MissingModelError, match="no model static is here"):
        open_embedding(tmp_path)


@pytest.mark.parametrize("data", [b"", b"no model", None])
def test_what_is_no_such_model_is_damaged(tmp_path, data):
    path = tmp_path / "static.npz"
    if data is None:
        np.savez(path, table=np.zeros((2, 2), np.int8))
    else:
        path.write_bytes(data)
    write_manifest(tmp_path, [Card("static", "a test", ("en",), "nothing", (weights_of(path),))])
    with pytest.raises(DamagedModelError, match=r"^[^\n]+$"):
        open_embedding(tmp_path)


def test_a_session_that_is_none_is_damaged(tmp_path):
    pytest.importorskip("onnxruntime")
    shutil.copy(SHIPPED / "static.npz", tmp_path)
    (tmp_path / "minilm.onnx").write_bytes(b"no model")
    cards = [
        Card(name, "a test", ("en",), "nothing", (weights_of(tmp_path / file),))
        for name, file in (("static", "static.npz"), ("minilm", "minilm.onnx"))
    ]
    write_manifest(tmp_path, cards)
    with pytest.raises(DamagedModelError, match=r"^[^\n]+$"):
        open_encoder(tmp_path)


@pytest.mark.parametrize(("language", "known"), [("", True), ("en-GB", True), ("ru", False)])
def test_the_models_know_english(language, known):
    assert meaning.covers(language) is known


def test_what_the_package_names_can_be_had():
    for name in meaning.__all__:
        assert getattr(meaning, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'helpers'"):
        _ = meaning.helpers
