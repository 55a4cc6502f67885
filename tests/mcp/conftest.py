"""The sample corpus behind a server, as its clients reach it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from mcp.client.stdio import StdioServerParameters

from onrecord.cli import main
from onrecord.mcp import create_server, open_stores

ROOT = Path(__file__).parents[2]
PROFILE = ROOT / "examples" / "ossimere.toml"


@pytest.fixture(scope="session")
def database(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("mcp") / "talks.db"
    added = CliRunner().invoke(main, ["add", str(ROOT / "examples" / "corpus"), "--db", str(path)])
    assert added.exit_code == 0, added.output
    return path


@pytest.fixture(scope="session")
def arguments(database) -> list[str]:
    """What `python` is called with to start the server."""
    return ["-m", "onrecord", "mcp", "--db", str(database), "--process", str(PROFILE)]


@pytest.fixture(scope="session")
def started(arguments) -> StdioServerParameters:
    """How a client starts the server over standard input and output."""
    return StdioServerParameters(command=sys.executable, args=arguments, env=dict(os.environ))


@pytest.fixture(scope="module")
def server(database) -> Iterator[object]:
    """The server in this process."""
    stores = open_stores(database)
    yield create_server(stores, profiles=[PROFILE])
    stores.close()


@pytest.fixture(scope="module")
def url(arguments) -> Iterator[str]:
    """Where the server answers by HTTP, in a process of its own."""
    command = [sys.executable, *arguments, "--http", "127.0.0.1:0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        line = process.stderr.readline()
        assert "http://" in line, line
        yield line[line.index("http://") :].strip()
        process.terminate()
