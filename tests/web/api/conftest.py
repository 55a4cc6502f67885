"""The API over the sample corpus and its process."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import examples
from onrecord.web import Settings, create_app

HOST = "http://127.0.0.1"


@pytest.fixture(scope="package")
def api(papers: Path) -> Iterator[TestClient]:
    """A client of the API over the sample corpus; for reading alone."""
    app = create_app(Settings(papers, profiles=(examples.PROFILE,)))
    with TestClient(app, base_url=HOST) as client:
        yield client


@pytest.fixture
def own_api(own_papers: Path) -> Iterator[TestClient]:
    """A client over a copy that may be written to."""
    with TestClient(create_app(Settings(own_papers)), base_url=HOST) as client:
        yield client
