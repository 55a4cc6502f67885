"""A damaged folder gives one line that says how to make the index again."""

import json

import pytest

from onrecord.errors import DamagedIndexError
from onrecord.index import clear_index, open_index, writing


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(writing, "MOST", 20)
    index = open_index(tmp_path / "index")
    index.take((n, f"Passage {n} about the harbour and the ice.") for n in range(1, 41))
    index.forget([3])
    return index.folder


def only(folder, pattern):
    (path,) = folder.glob(pattern)
    return path


def spoil_manifest(folder):
    only(folder, "manifest.json").write_text('{"format": ')


def other_format(folder):
    path = only(folder, "manifest.json")
    path.write_text(json.dumps({**json.loads(path.read_text()), "format": 99}))


def leads_elsewhere(folder):
    path = only(folder, "manifest.json")
    path.write_text(json.dumps({**json.loads(path.read_text()), "segments": ["../letters"]}))


def cut_segment(folder):
    path = only(folder, "*.segment")
    path.write_bytes(path.read_bytes()[:-8])


def spoil_segment(folder):
    path = only(folder, "*.segment")
    path.write_bytes(b"something else" + path.read_bytes()[14:])


def lose_segment(folder):
    only(folder, "*.segment").unlink()


def lose_forgotten(folder):
    only(folder, "*.forgotten").unlink()


def cut_forgotten(folder):
    only(folder, "*.forgotten").write_bytes(b"123")


DAMAGES = [
    spoil_manifest,
    other_format,
    leads_elsewhere,
    cut_segment,
    spoil_segment,
    lose_segment,
    lose_forgotten,
    cut_forgotten,
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_is_one_line_with_a_way_out(folder, damage):
    damage(folder)
    with pytest.raises(DamagedIndexError, match="onrecord reindex") as error:
        open_index(folder)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_index_can_be_cleared_and_made_again(folder, damage):
    damage(folder)
    clear_index(folder)
    index = open_index(folder)
    assert (index.covered, index.passages) == (0, 0)
    index.take([(1, "The harbour is open.")])
    assert [place.number for place in index.find("harbour is open")] == [1]


def test_clearing_takes_only_what_is_the_index_s(folder):
    (folder / "letters.txt").write_text("mine")
    clear_index(folder)
    assert [path.name for path in folder.iterdir() if path.name != "lock"] == ["letters.txt"]
    clear_index(folder / "none")
