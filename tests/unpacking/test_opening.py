import os
import sys
import tempfile
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unpacking import made

from onrecord.readers import read
from onrecord.unpacking import Entry, Limits, Passed, unpack
from onrecord.unpacking.containers import CONTAINERS

NAMES = sorted({extension for one in CONTAINERS for extension in one.extensions} | {"html", ""})
PACKINGS = sorted(made.PACK)


def test_a_plain_file_is_one_entry_with_its_path(tmp_path):
    path = made.put(tmp_path, "page.html", made.PAGE)
    assert list(unpack(path)) == [Entry(made.PAGE, str(path))]


@pytest.mark.parametrize("packing", [one for one in PACKINGS if one])
def test_a_packed_page_is_one_entry_and_read_as_what_it_is(tmp_path, packing):
    path = made.put(tmp_path, f"page.html.{packing}", made.PACK[packing](made.PAGE))
    (entry,) = unpack(path)
    assert (entry.data, entry.path) == (made.PAGE, str(path))
    (document,) = read(entry.data, path=entry.path, record=entry.record)
    assert document.provenance.reader == "html_page"


@pytest.mark.parametrize("packing", [one for one in PACKINGS if one])
def test_a_page_that_is_cut_off_is_no_page(tmp_path, packing):
    path = made.put(tmp_path, f"page.html.{packing}", made.PACK[packing](made.PAGE * 50)[:-12])
    (failure,) = made.found(path)[1]
    assert "cut off" in failure.reason
    assert made.datas(path) == []


@pytest.mark.parametrize("packing", [one for one in PACKINGS if one])
def test_a_page_packed_in_several_pieces_is_whole(tmp_path, packing):
    pack = made.PACK[packing]
    path = made.put(tmp_path, f"page.html.{packing}", pack(made.PAGE[:20]) + pack(made.PAGE[20:]))
    assert made.datas(path) == [made.PAGE]


def test_what_follows_a_packed_page_is_left_out_and_said(tmp_path):
    path = made.put(tmp_path, "page.html.gz", made.PACK["gz"](made.PAGE) + b"and so on")
    assert made.datas(path) == [made.PAGE]
    (reason,) = made.told(path)
    assert reason.startswith("what follows byte ")


def test_padding_behind_a_packed_page_is_nothing(tmp_path):
    path = made.put(tmp_path, "page.html.gz", made.PACK["gz"](made.PAGE) + bytes(700))
    assert list(unpack(path)) == [Entry(made.PAGE, str(path))]


def test_a_second_piece_that_is_damaged_leaves_no_half_page(tmp_path):
    packed = made.PACK["gz"](made.PAGE)
    path = made.put(tmp_path, "page.html.gz", packed + packed[:-6] + b"\0\0" + packed[-4:])
    assert made.datas(path) == []
    assert "damaged gz data" in made.reasons(path)[0]


def test_a_file_that_is_larger_than_allowed_is_not_read(tmp_path):
    path = made.put(tmp_path, "page.html", b"x" * 1001)
    reason = "page.html: larger than the maximum: 1,001 bytes, 1,000 allowed"
    assert made.reasons(path, Limits(entry=1000)) == [reason]


def test_an_empty_packed_file_says_so(tmp_path):
    assert made.reasons(made.put(tmp_path, "page.html.gz", b"")) == ["page.html.gz: empty"]


def test_what_does_not_exist_or_is_no_file_is_a_failure(tmp_path):
    assert made.reasons(tmp_path / "none.txt") == ["none.txt: No such file or directory"]
    os.mkfifo(tmp_path / "pipe.txt")
    assert made.reasons(tmp_path / "pipe.txt") == ["pipe.txt: not a file"]


def test_a_folder_gives_what_its_files_give_in_their_order(tmp_path):
    made.put(tmp_path, "b.html", made.PAGE)
    made.put(tmp_path, "a.tar", made.tar_of(("one.html", b"1"), ("two.html", b"2")))
    (tmp_path / "c").mkdir()
    made.put(tmp_path / "c", ".hidden.html", b"")
    made.put(tmp_path / "c", "d.txt", b"d")
    names = [one.path.removeprefix(f"{tmp_path}/") for one in unpack(tmp_path)]
    assert names == ["a.tar#one.html", "a.tar#two.html", "b.html", "c/d.txt"]


def test_standard_input_is_one_entry(monkeypatch):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=BytesIO(b"words")))
    assert list(unpack(Path("-"))) == [Entry(b"words", "")]


def test_a_name_that_is_no_text_is_shown_with_escapes(tmp_path):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9\nx.txt"))
    path.write_bytes(b"words")
    (entry,) = unpack(path)
    assert entry.path.endswith("/caf\\xe9\\x0ax.txt")


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=3000), st.sampled_from(NAMES), st.sampled_from(PACKINGS))
def test_no_bytes_raise_whatever_they_are_called(data, name, packing):
    with tempfile.TemporaryDirectory() as folder:
        path = made.put(Path(folder), ".".join(filter(None, ("x", name, packing))), data)
        for one in unpack(path, limits=Limits(entry=1000)):
            reason = "" if isinstance(one, Entry) else one.reason
            assert "\n" not in one.path + reason
            assert "fault of Onrecord" not in reason


@settings(max_examples=150, deadline=None)
@given(st.data(), st.sampled_from(["tar", "zip", "jsonl"]), st.sampled_from(PACKINGS))
def test_no_container_with_wrong_bytes_raises(data, kind, packing):
    members = [(f"{n}.html", made.PAGE * n) for n in range(1, 4)]
    plain = {
        "tar": made.tar_of(*members),
        "zip": made.zip_of(*members),
        "jsonl": b'{"text": "words"}\n' * 40,
    }[kind]
    mended = bytearray(made.PACK["" if kind == "zip" else packing](plain))
    for _ in range(data.draw(st.integers(1, 6))):
        mended[data.draw(st.integers(0, len(mended) - 1))] = data.draw(st.integers(0, 255))
    del mended[data.draw(st.integers(1, len(mended))) :]
    name = kind if kind == "zip" or not packing else f"{kind}.{packing}"
    with tempfile.TemporaryDirectory() as folder:
        for one in unpack(made.put(Path(folder), f"x.{name}", bytes(mended))):
            assert isinstance(one, Entry | Passed) or "fault of Onrecord" not in one.reason


@settings(max_examples=60, deadline=None)
@given(st.lists(st.binary(max_size=400), max_size=6), st.sampled_from(PACKINGS))
def test_what_was_packed_comes_out_in_its_order(texts, packing):
    members = [(f"{n}.txt", text) for n, text in enumerate(texts)]
    with tempfile.TemporaryDirectory() as folder:
        name = f"x.tar.{packing}" if packing else "x.tar"
        tar = made.put(Path(folder), name, made.PACK[packing](made.tar_of(*members)))
        archive = made.put(Path(folder), "x.zip", made.zip_of(*members))
        assert made.datas(tar) == made.datas(archive) == texts
