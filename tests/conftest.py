"""Where the shared data is, and how hard hypothesis tries."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from tests.postgresql import Server, programs

SHARED = Path(os.environ.get("ONRECORD_SHARED", Path(__file__).parents[2] / "shared"))

settings.register_profile(
    "short",
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=bool(os.environ.get("CI")),  # a landing is not the place for a new counterexample
)
settings.register_profile("long", max_examples=2000, deadline=None)
settings.load_profile(os.environ.get("ONRECORD_HYPOTHESIS", "short"))


@pytest.fixture(scope="session")
def times():
    """A function of two numbers: the one for `make test`, or the one for `make soak`."""
    return lambda short, full: full if os.environ.get("ONRECORD_SOAK") else short


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real data that the repository does not hold."""
    if not (SHARED / "seeds").is_dir():
        pytest.skip(f"no shared data at {SHARED.name}/ beside the repository")
    return SHARED


@pytest.fixture(scope="session", autouse=True)
def indexes(tmp_path_factory):
    """The folder of the indexes of databases on servers, which is not the user's own."""
    folder = tmp_path_factory.mktemp("indexes")
    os.environ["ONRECORD_INDEXES"] = str(folder)
    return folder


@pytest.fixture(scope="session")
def postgres():
    """A PostgreSQL server; where none can be found tests are skipped, in CI they fail."""
    binaries = programs()
    if binaries is None:
        if os.environ.get("CI"):
            pytest.fail("no PostgreSQL server: neither initdb on the path nor Debian's postgresql")
        pytest.skip("no PostgreSQL server is installed (initdb, pg_ctl)")
    server = Server(binaries)
    try:
        server.start()
        yield server
    finally:
        server.remove()
