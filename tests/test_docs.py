"""What the pages of docs/ show is what comes out."""

import asyncio
import os
import re
import sys
from concurrent.futures import ThreadPoolExecutor
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


def _of_its_own(function, *given) -> None:
    """Call it in a thread of its own: the browser's tests may leave an event loop in this one."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(function, *given).result()


@pytest.mark.parametrize("page", ["agents.md", "spacy.md"])
def test_the_python_of_a_page_prints_what_the_page_shows(page, database, capfd, monkeypatch):
    beside = Path(sys.executable).parent
    monkeypatch.setenv("PATH", str(beside), prepend=os.pathsep)
    names: dict[str, object] = {}
    blocks = _SHOWN.findall((DOCS / page).read_text("utf-8"))
    assert blocks
    for code, shown in blocks:
        run = compile(code.replace("talks.db", database), page, "exec")
        _of_its_own(exec, run, names)
        printed = capfd.readouterr().out
        if shown:
            assert printed == shown


def test_a_page_may_start_an_event_loop_where_one_runs_already():
    async def shown() -> None:
        _of_its_own(exec, "import asyncio; asyncio.run(asyncio.sleep(0))", {})

    asyncio.run(shown())
