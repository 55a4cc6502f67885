"""The plain words of the papers, without any reader."""

import csv
import html
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import examples
from onrecord.model import Document, Reading, Structure
from onrecord.pipeline import read_document
from onrecord.stores import Store, open_store
from onrecord.structure import dissect

_TAGS = re.compile(r"<(script|style)\b.*?</\1>|<[^>]*>", re.DOTALL)


def _plain(path: Path) -> dict[str, str]:
    raw = path.read_text("utf-8")
    if path.suffix == ".jsonl":
        lines = [json.loads(line) for line in raw.splitlines()]
        return {line["id"]: line["text"] for line in lines}
    if path.suffix == ".html":
        raw = html.unescape(_TAGS.sub(" ", raw))
    elif path.suffix == ".csv":
        raw = "\n".join(row["text"] for row in csv.DictReader(raw.splitlines()))
    return {path.name: raw}


@pytest.fixture(scope="session")
def plain() -> dict[str, str]:
    """Each document's text by file name, or by its own id where a file holds several."""
    return {name: text for path in examples.files() for name, text in _plain(path).items()}


@pytest.fixture(scope="session")
def documents() -> dict[str, Document]:
    """Each document as it is read, under the same names."""
    return {examples.name(document): document for document, _ in examples.documents()}


@pytest.fixture(scope="session")
def structures(documents) -> dict[str, Structure]:
    """What each document is made of, under the same names."""
    return {name: dissect(document) for name, document in documents.items()}


@pytest.fixture(scope="session")
def readings(documents) -> dict[str, Reading]:
    """All that is derived from each document, under the same names."""
    return {name: read_document(document) for name, document in documents.items()}


@pytest.fixture(scope="session")
def store(tmp_path_factory) -> Iterator[Store]:
    """A database that holds all the papers."""
    with open_store(tmp_path_factory.mktemp("papers") / "papers.db") as opened:
        examples.fill(opened)
        yield opened
