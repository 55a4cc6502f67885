"""The papers of the sample corpus as accounts, and hostile ones that hypothesis makes."""

import pytest

import examples
from onrecord.exports import Account, Chosen, gather
from onrecord.model import Document
from onrecord.pipeline import read_document
from onrecord.stores import open_store


@pytest.fixture(scope="session")
def accounts() -> list[Account]:
    """Each paper as it is read, nothing checked."""
    found = [document for document, _ in examples.documents()]
    assert all(isinstance(document, Document) for document in found)
    return [Account(read_document(document)) for document in found]


@pytest.fixture(scope="session")
def papers(tmp_path_factory):
    """A store that holds the papers."""
    with open_store(tmp_path_factory.mktemp("exports") / "papers.db") as opened:
        examples.fill(opened)
        yield opened


@pytest.fixture(scope="session")
def checked(papers) -> list[Account]:
    """Each paper with every quotation in it checked."""
    return list(gather(papers, Chosen(), check=True))
