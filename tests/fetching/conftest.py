"""A server on loopback that says whatever a test wants, and nothing beyond loopback."""

import pytest
from tests.fetching.servers import Served, forbid_the_world, serve

from onrecord.fetching import Limits, open_client

# Patient, so that a busy machine is no reason to fail; the tests of time are in a hurry themselves.
SMALL = Limits(size=100_000, connect=60, read=60, whole=120, redirects=4, rest=0, wait=0.3)


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
    """A client that may fetch from loopback; every name leads to the server."""
    return open_client(limits=SMALL, allow_private=True, resolver=lambda host, port: ["127.0.0.1"])
