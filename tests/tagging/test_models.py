"""A model is used only where its bytes are those that its manifest names."""

import contextlib
import json
import threading
import warnings
import zipfile

import numpy as np
import pytest
from tests.tagging.conftest import arrays, as_bytes, describe, meta, write

from onrecord.errors import (
    DamagedModelError,
    InputError,
    MissingExtraError,
    MissingModelError,
    ModelError,
    OnrecordWarning,
    OtherModelError,
)
from onrecord.model import Turn
from onrecord.tagging import choose, models, models_in
from onrecord.weights import Card, weights_of, write_manifest

ONE_LINE = r"^[^\n]+$"


def refused(folder, kind, engine="fast"):
    with pytest.raises(kind, match=ONE_LINE) as told:
        choose(engine, folder=folder)
    assert str(folder) in str(told.value)
    return str(told.value)


def test_the_rules_are_no_model():
    assert choose("rules") is None


def test_an_engine_of_another_name_is_refused():
    with pytest.raises(InputError, match="rules, fast, best"):
        choose("quick")


def test_a_sound_model_is_loaded_once(folder):
    assert choose("fast", folder=folder) is choose("fast", folder=folder)


def test_threads_get_a_model_that_works(folder):
    got = []
    threads = [
        threading.Thread(target=lambda: got.append(choose(folder=folder).mark)) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(got) == 4
    assert len(set(got)) == 1


def test_the_mark_of_a_model_is_its_engine_and_its_hash(folder, model):
    assert model.mark == f"fast {weights_of(folder / 'fast.npz').sha256[:12]}"


def test_the_hash_of_a_model_of_several_files_is_of_all_of_them(tmp_path):
    for name in ("a.npz", "b.onnx"):
        (tmp_path / name).write_bytes(name.encode())
    files = tuple(weights_of(tmp_path / name) for name in ("a.npz", "b.onnx"))
    one, two = (Card("best", "", ("en",), "", held).digest for held in (files, files[::-1]))
    assert one != two
    assert one not in (files[0].sha256, files[1].sha256)


def test_what_a_manifest_says_is_read_back_as_it_was_written(tmp_path):
    (tmp_path / "fast.npz").write_bytes(b"?")
    files = (weights_of(tmp_path / "fast.npz"),)
    card = Card("fast", 'a "name"\x7f\n', ("en", "ky"), "Ünïcode \\ 😀", files, {"a b": 1.25})
    write_manifest(tmp_path, [card], default="rules")
    assert models_in(tmp_path) == models.Manifest((card,), "rules")


@pytest.mark.parametrize("engine", ["fast", None])
def test_a_folder_without_a_manifest_has_no_models(tmp_path, engine):
    assert "manifest.toml is missing" in refused(tmp_path, MissingModelError, engine)


def test_a_folder_that_is_not_there_has_no_models(tmp_path):
    refused(tmp_path / "nowhere", MissingModelError)


def test_an_engine_that_the_manifest_does_not_name_is_missing(folder):
    assert "it has fast" in refused(folder, MissingModelError, "best")


def test_a_file_that_is_gone_is_missing(tmp_path):
    (write(tmp_path) / "fast.npz").unlink()
    refused(tmp_path, MissingModelError)


@pytest.mark.parametrize("place", [0, 4000, -1])
def test_one_byte_changed_is_damage(tmp_path, place):
    path = write(tmp_path) / "fast.npz"
    data = bytearray(path.read_bytes())
    data[place] ^= 1
    path.write_bytes(data)
    assert "SHA-256" in refused(tmp_path, DamagedModelError)


def test_a_file_cut_short_is_damaged(tmp_path):
    path = write(tmp_path) / "fast.npz"
    path.write_bytes(path.read_bytes()[:-100])
    assert "bytes" in refused(tmp_path, DamagedModelError)


def test_a_manifest_of_another_format_is_refused(tmp_path):
    path = write(tmp_path) / "manifest.toml"
    path.write_text(path.read_text("utf-8").replace("format = 1", "format = 2"), "utf-8")
    assert "format 2" in refused(tmp_path, OtherModelError)


def test_files_of_another_format_are_refused(tmp_path):
    assert "format 7" in refused(write(tmp_path, format=7), OtherModelError)


def test_the_files_of_another_engine_are_refused(tmp_path):
    refused(write(tmp_path, engine="best"), DamagedModelError)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "format = ",
        "format = 1\ndefault = 'fast'",
        "format = 1\n[fast]\nname = 'x'",
        "format = 1\n[fast]\nname='x'\nlanguages=['en']\nfiles=[]",
        "format = 1\n[fast]\nname='x'\nlanguages=['en']\nfiles=[{name='../x', sha256='', size=1}]",
        "format = 1\nfast = 3",
        "\xff",
    ],
)
def test_a_manifest_that_says_nothing_of_use_is_one_line(tmp_path, words):
    (tmp_path / "manifest.toml").write_bytes(words.encode("latin-1"))
    refused(tmp_path, ModelError)


@pytest.mark.parametrize("data", [b"", b"not a zip file", b"PK\x03\x04 nor this"])
def test_a_file_that_is_no_zip_holds_no_model(tmp_path, data):
    path = write(tmp_path) / "fast.npz"
    path.write_bytes(data)
    describe(tmp_path, path)
    assert "hold no model" in refused(tmp_path, DamagedModelError)


def test_pickled_arrays_are_refused_and_not_run(tmp_path):
    class Trap:
        def __reduce__(self):
            return (open, (str(tmp_path / "sprung"), "w"))

    refused(write(tmp_path, {"word_table": np.array([Trap()], object)}), DamagedModelError)
    assert not (tmp_path / "sprung").exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"word_table": np.zeros((3, 8), np.float32)},
        {"u_weight": np.zeros((5, 6), np.float32)},
        {"suffix_table": np.zeros((0, 9), np.float32)},
        {"distance": np.zeros((3, 6), np.float32)},
        {"o_bias": np.full(5, np.nan, np.float32)},
        {"quoted": np.array(["a", "b"])},
        {"meta": as_bytes("[]")},
        {"meta": as_bytes("{")},
        {"meta": as_bytes(json.dumps(meta(activation="step")))},
        {"meta": as_bytes(json.dumps(meta(dilations=[0, 1, 2])))},
        {"meta": as_bytes(json.dumps(meta(dilations=[1] * 9)))},
        {"meta": as_bytes(json.dumps(meta(thresholds={"luck": 1})))},
        {"words": np.array([255, 254], np.uint8)},
    ],
)
def test_arrays_that_do_not_fit_together_are_refused(tmp_path, wrong):
    refused(write(tmp_path, wrong), DamagedModelError)


def test_every_array_is_needed(tmp_path):
    for name in arrays():
        folder = write(tmp_path / name)
        with zipfile.ZipFile(folder / "fast.npz") as full:
            kept = {n: full.read(n) for n in full.namelist() if n != f"{name}.npy"}
        with zipfile.ZipFile(folder / "fast.npz", "w") as less:
            for member, data in kept.items():
                less.writestr(member, data)
        describe(folder, folder / "fast.npz")
        assert name in refused(folder, DamagedModelError)


def test_what_nobody_asked_for_and_cannot_be_used_gives_way_to_the_rules(tmp_path, monkeypatch):
    monkeypatch.delenv(models.VARIABLE, raising=False)
    monkeypatch.setattr(models, "_SHIPPED", write(tmp_path))
    (tmp_path / "fast.npz").write_bytes(b"damaged")
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        assert choose() is None
        assert choose() is None
    assert [one.category for one in told] == [OnrecordWarning]
    assert "damaged" in str(told[0].message)
    refused(tmp_path, DamagedModelError, "fast")


def test_a_folder_that_somebody_named_never_gives_way(tmp_path, monkeypatch):
    monkeypatch.setenv(models.VARIABLE, str(tmp_path))
    with pytest.raises(MissingModelError):
        choose()


def test_the_environment_names_a_folder_and_an_argument_goes_before_it(
    folder, tmp_path, monkeypatch
):
    monkeypatch.setenv(models.VARIABLE, str(folder))
    assert choose() is choose("fast", folder=folder)
    with pytest.raises(MissingModelError):
        choose(folder=tmp_path)


def test_the_manifest_says_which_engine_is_the_default(folder, tmp_path):
    assert choose(folder=folder).card.engine == "fast"
    card = models_in(write(tmp_path)).cards[0]
    write_manifest(tmp_path, [card], default="rules")
    assert choose(folder=tmp_path) is None


def test_the_shipped_manifest_can_be_read_and_its_models_used(monkeypatch):
    monkeypatch.delenv(models.VARIABLE, raising=False)
    for card in models_in().cards:
        assert sum(one.size for one in card.files) <= 25_000_000
        with contextlib.suppress(MissingExtraError):
            assert choose(card.engine).mark.startswith(card.engine)
    assert sum(one.size for card in models_in().cards for one in card.files) <= 40_000_000


def test_a_model_is_for_its_languages_and_not_for_transcripts(model):
    assert models.applies(model, language="en-GB", turns=())
    assert not models.applies(model, language="ky", turns=())
    assert not models.applies(model, language="en", turns=(Turn(1, "Ann", ()),))
