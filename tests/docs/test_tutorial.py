"""The tutorial is run, command by command, and comes out as it says."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from onrecord.cli import main

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "tutorial.md").read_text("utf-8")
BLOCKS = re.findall(r"^```console\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder beside which the sample corpus lies, with one database for all commands."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ONRECORD_DB", "talks.db")
    (tmp_path / "examples").symlink_to(ROOT / "examples", target_is_directory=True)
    return tmp_path


def steps() -> list[tuple[str, list[str]]]:
    """Each command with the lines that are shown under it."""
    found: list[tuple[str, list[str]]] = []
    for line in "".join(BLOCKS).splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        else:
            found[-1][1].append(line)
    return found


def test_every_command_of_the_tutorial_gives_what_is_shown(folder: Path) -> None:
    ran = 0
    for command, shown in steps():
        program, *arguments = shlex.split(command)
        if program == "cat":
            (folder / arguments[0]).write_text("\n".join(shown) + "\n", "utf-8")
            continue
        result = CliRunner().invoke(main, arguments)
        assert result.exit_code == 0, (command, result.output)
        assert_stands_in(shown, result.output, command)
        ran += 1
    assert ran >= 8


def assert_stands_in(shown: list[str], output: str, command: str) -> None:
    """The lines stand in the output in this order, anything in the place of an ellipsis."""
    place = 0
    for line in shown:
        for piece in filter(None, (part.strip() for part in line.split("…"))):
            found = output.find(piece, place)
            assert found >= 0, f"{command}: {piece!r} does not come next in\n{output}"
            place = found + len(piece)


def test_the_pages_that_the_tutorial_leads_to_are_there() -> None:
    links = re.findall(r"\]\(([\w-]+\.md)\)", PAGE)
    assert links
    assert all((ROOT / "docs" / link).is_file() for link in links)
