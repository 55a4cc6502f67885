"""A server on loopback that says whatever a test wants, and nothing beyond loopback."""

import pytest
from tests.fetching.servers import Served, forbid_the_world, serve

from onrecord.fetching import Limits, open_client

SHORT = Limits(size=100_000, connect=2, read=0.5, whole=1.5, redirects=4, rest=0, wait=0.3)


@pytest.fixture(autouse=True)
def _no_world(monkeypatch):
    forbid_the_world(monkeypatch)


@pytest.fixture
def served():
    """A server for one test; `served.pages[path] = bytes or a function of (socket, request)`."""
    with serve() as running:
        yield running


@pytest.fixture
def client(served: Served):
    """A client that may fetch from loopback, in a hurry; every name leads to the server."""
    return open_client(limits=SHORT, allow_private=True, resolver=lambda host, port: ["127.0.0.1"])
