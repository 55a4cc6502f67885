"""A store of its own for each test, and a server on loopback beside it."""

import pytest
from tests.fetching.servers import forbid_the_world, serve

from onrecord.fetching import Limits, open_client
from onrecord.stores import open_store

SMALL = Limits(size=1_000_000, connect=60, read=60, whole=120, redirects=4, rest=0, wait=1)


@pytest.fixture
def store(tmp_path):
    """An empty store."""
    with open_store(tmp_path / "onrecord.db") as opened:
        yield opened


@pytest.fixture
def served(monkeypatch):
    """A server that says what a test wants; nothing beyond loopback is asked."""
    forbid_the_world(monkeypatch)
    with serve() as running:
        yield running


@pytest.fixture
def client(served):
    """A client that may fetch from loopback; every name leads to the server."""
    return open_client(limits=SMALL, allow_private=True, resolver=lambda host, port: ["127.0.0.1"])
