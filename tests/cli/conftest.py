"""A command line with a database of its own, and documents to add."""

import json
import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

from onrecord.cli import main

TRANSCRIPT = """News conference of Minister Ann Bell, Orlo, 3 March 2021

Question: Will the bridge at Orlo stay shut?

Ann Bell: The bridge will stay shut until the river falls. We have asked five engineers to look at
it, and we will not open it before they have done so.

Question: Who pays for that?

Ann Bell: The district pays. I have said so before.
"""
STORY = """---
title: Bridge stays shut, minister says
date: 2021-03-03
---

"The bridge will stay shut until the river falls," Ann Bell said on Wednesday.
"We have asked seven engineers to look at it," she added.
"""
# Where the tests run in the background, interruption is ignored, and that would be inherited.
PROGRAM = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from onrecord.cli import main
main()
"""


@pytest.fixture
def database(tmp_path):
    """Where the database of a test is."""
    return tmp_path / "onrecord.db"


@pytest.fixture
def onrecord(database, monkeypatch):
    """A function that runs a command and gives its result."""
    monkeypatch.setenv("ONRECORD_DB", str(database))
    monkeypatch.setenv("NO_COLOR", "1")

    def run(*arguments, **options):
        result = CliRunner().invoke(main, [str(a) for a in arguments], **options)
        assert "Traceback" not in result.output
        return result

    return run


@pytest.fixture
def as_process(database):
    """A function that starts a command as a process of its own."""

    def start(*arguments, **options):
        return subprocess.Popen(
            [sys.executable, "-c", PROGRAM, *map(str, arguments)],
            env={**os.environ, "ONRECORD_DB": str(database)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            **options,
        )

    return start


@pytest.fixture
def papers(tmp_path):
    """A folder with a transcript and a story about it, one folder deeper."""
    folder = tmp_path / "papers"
    (folder / "press").mkdir(parents=True)
    (folder / "conference.txt").write_text(TRANSCRIPT, "utf-8")
    (folder / "press" / "story.md").write_text(STORY, "utf-8")
    return folder


@pytest.fixture
def held(onrecord, papers):
    """The command line with both papers added."""
    assert onrecord("add", papers).exit_code == 0
    return onrecord


@pytest.fixture
def lines():
    """A function that reads JSON Lines."""
    return lambda text: [json.loads(line) for line in text.splitlines()]
