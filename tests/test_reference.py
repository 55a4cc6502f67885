"""The reference in docs/reference/ is what the code says."""

import importlib.util
from pathlib import Path

import pytest

from onrecord.cli import COMMANDS
from onrecord.model import EditKind, Outcome

_PLACE = Path(__file__).parents[1] / "docs" / "make_reference.py"


@pytest.fixture(scope="module")
def maker():
    spec = importlib.util.spec_from_file_location("make_reference", _PLACE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_reference_is_up_to_date(maker):
    assert maker.stale() == [], "run make reference"


def test_it_has_every_command_every_finding_and_every_kind_of_edit(maker):
    commands, findings = maker.commands_page(), maker.findings_page()
    for name in COMMANDS:
        assert f"## onrecord {name}\n" in commands
    for one in (*Outcome, *EditKind):
        assert f"`{one}`" in findings


def test_arguments_are_parted_at_the_commas_between_them(maker):
    parted = maker._arguments("a: dict[str, int], *, b: tuple[int, ...] = ()")
    assert list(parted) == ["a: dict[str, int]", "*", "b: tuple[int, ...] = ()"]


def test_a_page_that_is_nobodys_is_stale(maker, tmp_path, monkeypatch):
    monkeypatch.setattr(maker, "FOLDER", tmp_path)
    maker.write()
    assert maker.stale() == []
    (tmp_path / "gone.md").write_text("gone", "utf-8")
    (tmp_path / "findings.md").write_text("other", "utf-8")
    assert maker.stale() == ["findings.md", "gone.md"]
    maker.write()
    assert maker.stale() == []
