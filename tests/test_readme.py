"""What the README shows is what the program does."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from onrecord.cli import COMMANDS, main

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


@pytest.fixture(scope="module")
def database(tmp_path_factory) -> str:
    path = str(tmp_path_factory.mktemp("readme") / "talks.db")
    added = CliRunner().invoke(main, ["add", str(ROOT / "examples" / "corpus"), "--db", path])
    assert added.exit_code == 0, added.output
    return path


def test_the_first_check_comes_out_as_shown(database):
    shown = re.search(r"```console\n\$ onrecord (.*)\n((?:.|\n)*?)```", README)
    arguments = [*shlex.split(shown[1]), "--db", database]
    output = CliRunner().invoke(main, arguments).output
    for line in shown[2].splitlines():
        for piece in line.split("…"):
            assert piece.strip() in output


def test_every_command_shown_is_a_command_and_every_command_is_shown():
    shown = set(re.findall(r"^\$ onrecord (\w+)", README, re.MULTILINE))
    assert shown <= set(COMMANDS)
    assert set(COMMANDS) - shown <= {"remove"}


def test_the_python_example_runs(database, capsys):
    (code,) = re.findall(r"```python\n((?:.|\n)*?)```", README)
    exec(compile(code.replace("talks.db", database), "README.md", "exec"), {})
    printed = capsys.readouterr().out
    assert "Orla Venn" in printed
    assert "altered" in printed


def test_every_finding_is_explained():
    from onrecord.model import Outcome

    assert re.findall(r"^\| `(\w+)` \|", README, re.MULTILINE) == list(Outcome)
