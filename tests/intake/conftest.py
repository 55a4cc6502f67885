"""A store of its own for each test."""

import pytest

from onrecord.stores import open_store


@pytest.fixture
def store(tmp_path):
    """An empty store."""
    with open_store(tmp_path / "onrecord.db") as opened:
        yield opened
