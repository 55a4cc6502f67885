"""What the pages of docs/ show is what comes out."""

import re
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[1] / "docs"
_SHOWN = re.compile(r"^```python\n(.*?)^```\n(?:\n^```text\n(.*?)^```)?", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("page", ["spacy.md"])
def test_the_python_of_a_page_prints_what_the_page_shows(page, capsys):
    names: dict[str, object] = {}
    blocks = _SHOWN.findall((DOCS / page).read_text("utf-8"))
    assert blocks
    for code, shown in blocks:
        exec(compile(code, page, "exec"), names)
        printed = capsys.readouterr().out
        if shown:
            assert printed == shown
