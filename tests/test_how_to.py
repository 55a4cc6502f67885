"""Each how-to is followed, word for word, in a folder of its own; nothing of the project changes.

In a page, a block of Python or `file` begins with the name of the file that it is; a `diff` names
a file, and what is added behind which of its lines; a `console` has commands and what they print,
where "…" stands for anything.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = sorted((ROOT / "docs" / "how-to").glob("*.md"))
_BLOCK = re.compile(r"^```(python|file|diff|console)\n(.*?)^```", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_how_to_does_what_it_says(page, tmp_path):
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    _mirror(ROOT / "src", tmp_path / "src")
    blocks = _BLOCK.findall(page.read_text("utf-8"))
    assert "console" in [kind for kind, _ in blocks]
    for kind, text in blocks:
        if kind == "diff":
            _patch(tmp_path, text)
        elif kind == "console":
            _run(tmp_path, text)
        else:
            _write(tmp_path, text)


def _mirror(origin: Path, target: Path) -> None:
    """A copy of the code, in which what is large is a link to the original."""
    shutil.copytree(
        origin,
        target,
        copy_function=lambda file, to: (
            shutil.copy(file, to) if file.endswith(".py") else os.symlink(file, to)
        ),
        ignore=shutil.ignore_patterns("__pycache__"),
    )


def _write(folder: Path, text: str) -> None:
    """A file whose first line is its name, behind a number sign."""
    name, _, content = text.partition("\n")
    path = folder / name.removeprefix("# ")
    assert not path.exists(), f"{name} is there already"
    path.write_text(content, "utf-8")


def _patch(folder: Path, text: str) -> None:
    """Take out lines with a minus, put in lines with a plus behind the lines before them."""
    name, *lines = text.splitlines()
    path = folder / name.removeprefix("--- ")
    for hunk in "\n".join(lines).split("\n@@\n"):
        before = [line[1:] for line in hunk.split("\n") if line[0] in " -"]
        after = [line[1:] for line in hunk.split("\n") if line[0] in " +"]
        content = path.read_text("utf-8")
        assert content.count("\n".join(before)) == 1, before
        path.write_text(content.replace("\n".join(before), "\n".join(after)), "utf-8")


def _run(folder: Path, text: str) -> None:
    """Commands, each of which prints what stands below it."""
    for command, shown in re.findall(r"^\$ onrecord (.*)\n((?:(?!\$ ).*\n)*)", text, re.MULTILINE):
        done = subprocess.run(
            [sys.executable, "-m", "onrecord", *shlex.split(command)],
            cwd=folder,
            env=os.environ | {"PYTHONPATH": str(folder / "src"), "NO_COLOR": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        pattern = ".*".join(re.escape(piece.strip("\n")) for piece in shown.split("…"))
        assert re.search(pattern, done.stdout, re.DOTALL), done.stdout
