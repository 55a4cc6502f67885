"""Where the shared data is, and how hard hypothesis tries."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

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
