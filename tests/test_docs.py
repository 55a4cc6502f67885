"""What the pages of docs/ show is what comes out."""

import os
import re
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from onrecord.cli import main

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
_SHOWN = re.compile(r"^```python\n(.*?)^```\n(?:\n^```text\n(.*?)^```)?", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def database(tmp_path_factory) -> str:
    path = str(tmp_path_factory.mktemp("docs") / "talks.db")
    added = CliRunner().invoke(main, ["add", str(ROOT / "examples" / "corpus"), "--db", path])
    assert added.exit_code == 0, added.output
    return path


@pytest.mark.parametrize("page", ["agents.md", "spacy.md"])
def test_the_python_of_a_page_prints_what_the_page_shows(page, database, capfd, monkeypatch):
    beside = Path(sys.executable).parent
    monkeypatch.setenv("PATH", str(beside), prepend=os.pathsep)
    names: dict[str, object] = {}
    blocks = _SHOWN.findall((DOCS / page).read_text("utf-8"))
    assert blocks
    for code, shown in blocks:
        exec(compile(code.replace("talks.db", database), page, "exec"), names)
        printed = capfd.readouterr().out
        if shown:
            assert printed == shown
