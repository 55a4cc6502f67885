"""Documents with something to doubt in each."""

import pytest

from onrecord.model import Document, Kind, Provenance
from onrecord.pipeline import read_document
from onrecord.stores import open_store

CONFERENCE = """News conference of Minister Ann Bell, Orlo, 3 March 2021

Question: Will the bridge at Orlo stay shut?

Ann Bell: The bridge will stay shut until the river falls. We have asked five engineers to look.

Orla Venn: The engineers are from Velda.

Ann Bell: That is so.

Thank you for your patience with us.

So who will pay the ferrymen of Orlo until then?

Question: Who pays for that?

Ann Bell: The district pays.

Venn: I have said so before, and so has the council.
"""
STORY = """Bridge stays shut, minister says

Minister Ann Bell met Minister Orla Venn in Orlo on 3 March 2021.

"The bridge will stay shut until the river falls," Ann Bell said on Wednesday.
Orla Venn listened. "We have asked seven engineers to look at it," she added.

Tom Bell, a brother of Ann Bell, is an engineer. "It was never safe," Bell said.

"Nobody was asked about the ferry," it was heard in the street.

Mr Dorn spoke last. "It is cold in Orlo," he said. Mr Vale left.

Mr Dorn was with Mr Vale. "It is late in the year," he added.
"""


def _read(text, name, kind, speaker=""):
    held = Provenance(name[0] * 64, "plain", "1", path=f"{name}.txt")
    return read_document(Document(name, text, held, language="en", kind=kind))


@pytest.fixture(scope="session")
def read():
    """A function that reads a text under a name and a kind."""
    return _read


@pytest.fixture(scope="session")
def conference():
    """A transcript with a label taken for words and a question in an answer."""
    return _read(CONFERENCE, "conference", Kind.TRANSCRIPT)


@pytest.fixture(scope="session")
def story():
    """A story with a pronoun, a surname of two people and words that nobody says."""
    return _read(STORY, "story", Kind.STORY)


@pytest.fixture
def store(tmp_path, conference, story):
    """A store that holds both."""
    with open_store(tmp_path / "onrecord.db") as opened:
        opened.add(conference, b"conference")
        opened.add(story, b"story")
        yield opened
