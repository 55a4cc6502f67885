"""The sample corpus in a store, and tallies made by hand."""

import pytest

import examples
from onrecord.portraits import gather
from onrecord.stores import Tally, open_store


@pytest.fixture(scope="session")
def held(tmp_path_factory):
    """The sample corpus."""
    with open_store(tmp_path_factory.mktemp("portraits") / "onrecord.db") as store:
        examples.fill(store)
        yield store


@pytest.fixture(scope="session")
def speakers(held):
    """The speakers of the sample corpus."""
    return gather(held.voices())


@pytest.fixture(scope="session")
def tally():
    """A function that makes a tally of a story by hand."""

    def make(document, dated="", **given):
        return Tally(
            **{
                "document": document,
                "kind": "story",
                "title": "",
                "publisher": "",
                "dated": dated,
                "earliest": None,
                "latest": None,
                "via": (),
                "statements": 1,
                "direct": 0,
                "turns": 0,
            }
            | given
        )

    return make
