"""What a command says where the extra that it needs is not installed."""

import subprocess
import sys

import pytest

WITHOUT = """
import sys
sys.modules.update(dict.fromkeys(sys.argv.pop(1).split(",")))
from onrecord.cli import main
main()
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "note.txt").write_text('"It is shut," Orla Venn said.\n')
    (tmp_path / "feeds.toml").write_text('[[feed]]\nurl = "https://quay.example/rss"\n')
    done = ran(tmp_path, "nothing", "add", "note.txt")
    assert done.returncode == 0
    return tmp_path


def ran(folder, missing, *words):
    return subprocess.run(
        [sys.executable, "-c", WITHOUT, missing, *words, "--db", "held.db"],
        capture_output=True,
        check=False,
        text=True,
        cwd=folder,
        timeout=120,
    )


@pytest.mark.parametrize(
    ("missing", "extra", "words"),
    [
        ("fastapi", "web", "serve --port 0"),
        ("mcp", "mcp", "mcp"),
        ("feedparser", "fetch", "add https://quay.example/1"),
        ("httpx2", "fetch", "watch feeds.toml --once"),
        ("resiliparse", "fast", "add note.txt --extractor fast"),
        ("pyarrow", "parquet", "export parquet --output held.parquet"),
        ("pyarrow", "parquet", "export hugging-face --output hub"),
    ],
)
def test_one_line_says_which_extra_brings_what_a_command_needs(folder, missing, extra, words):
    done = ran(folder, missing, *words.split())
    assert done.returncode == 2
    told = f"onrecord: {missing} is not installed; pip install 'onrecord[{extra}]' brings it\n"
    assert (done.stdout, done.stderr) == ("", told)
    assert not (folder / "held.parquet").exists()
