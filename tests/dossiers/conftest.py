"""A made-up process, and a store of documents about it."""

import pytest

from onrecord.dossiers import read_profile
from onrecord.model import Document, Provenance
from onrecord.pipeline import read_document
from onrecord.stores import open_store

PROFILE = """
name = "lake"
title = "Lake talks"
names = ["Lake process", "Lake talks"]
subject = ["Sundria", "Sundrian"]
places = ["Vale"]

[[parties]]
name = "Norland"
kind = "guarantor"
according = "first communique"

[[parties]]
name = "Ostland"
kind = "guarantor"
according = "first communique"

[[parties]]
name = "Westland"
kind = "guarantor"
according = "first communique"

[[parties]]
name = "ML"
kind = "observer"
according = "first communique"

[[bodies]]
name = "Charter Committee"
aliases = ["charter commission"]
kind = "committee"
according = "first communique"

[[instruments]]
name = "Ferry Memorandum"
kind = "memorandum"
dating = "2020-05-04"
according = "first communique"

[[confusable]]
words = "Vale Film Festival"
means = "a festival"

[[themes]]
name = "ferries"
words = ["ferry", "ferries"]
"""


@pytest.fixture(scope="session")
def profile():
    return read_profile(PROFILE)


@pytest.fixture
def read():
    """A reading of a text, with the day and publisher that are given."""

    def reading(text, *, id_="d1", published="", publisher="", title=""):
        nowhere = Provenance(sha256=id_, reader="", reader_version="")
        document = Document(
            id_, text, nowhere, title=title, published=published, publisher=publisher, language="en"
        )
        return read_document(document, engine="rules")

    return reading


@pytest.fixture
def held(tmp_path, read):
    """A store with the given documents, as pairs of a text and its day."""

    def store(*documents):
        opened = open_store(tmp_path / "lake.db")
        for number, (text, day) in enumerate(documents, 1):
            opened.add(read(text, id_=f"d{number}", published=day), f"{number}{text}".encode())
        return opened

    return store
