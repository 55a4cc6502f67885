"""The Ossimere papers: a made-up process in fourteen documents, with the answers beside it.

`python -m examples` (or `make demo`) reads them and checks some of their quotations. See README.md.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.checking import check, check_document
from onrecord.model import Document, Failure, Finding, Reading
from onrecord.pipeline import read_document
from onrecord.readers import read
from onrecord.stores import Store
from onrecord.text import words

ROOT = Path(__file__).parent
CORPUS = ROOT / "corpus"
PROFILE = ROOT / "ossimere.toml"


def files() -> list[Path]:
    """The files of the corpus in the order of their names."""
    return sorted(path for path in CORPUS.iterdir() if not path.name.startswith("."))


def given(path: Path) -> dict[str, str]:
    """What the manifest says of a file, by field of a document; empty where it says nothing."""
    entries: dict[str, dict[str, str]] = tomllib.loads((ROOT / "manifest.toml").read_text("utf-8"))
    return entries.get(path.name, {})


def documents() -> Iterator[tuple[Document, bytes]]:
    """The papers as they are read, each with the bytes of its file; `RuntimeError` on a failure."""
    for path in files():
        raw = path.read_bytes()
        for found in read(raw, path=path.name, given=given(path)):
            if isinstance(found, Failure):
                raise RuntimeError(f"{found.path}: {found.reason}")
            yield found, raw


def name(document: Document) -> str:
    """What the answers call a document: its file, or its own id where a file holds several."""
    path = document.provenance.path
    return document.id if path.endswith(".jsonl") else path


def fill(store: Store) -> dict[str, Reading]:
    """Add all the papers to `store`, and give what was derived from each under its name."""
    readings: dict[str, Reading] = {}
    for document, raw in documents():
        readings[name(document)] = reading = read_document(document)
        store.add(reading, raw)
    return readings


def found(answer: dict[str, Any], store: Store) -> Finding:
    """What a check of one planted case gives, in its document or on its own.

    `LookupError` where the document's quotation was not found as one.
    """
    if not answer["document"]:
        return check(answer["quote"], store, speaker=answer["speaker"], date=answer["date"])
    for _, _, finding in check_document(answer["document"], store):
        if forms(finding.quote) == forms(answer["quote"]):
            return finding
    raise LookupError(f"{answer['document']} has no quotation {answer['quote']!r}")


def forms(text: str) -> str:
    """The words of a text in one line, marks and white space aside."""
    return " ".join(word.form for word in words(text))


def answers() -> list[dict[str, Any]]:
    """The planted cases, in the order of answers.jsonl."""
    return _lines(ROOT / "answers.jsonl")


def gold() -> list[dict[str, Any]]:
    """The statements that people found in the papers, in the order of statements.jsonl."""
    return _lines(ROOT / "statements.jsonl")


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line]
