"""Rows of documents to readings, one document's fault never losing the others."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from onrecord.errors import OnrecordError
from onrecord.model import Document, Failure, Reading
from onrecord.pipeline import read_document
from onrecord.readers import read
from onrecord.readers.reading import GIVEN
from onrecord.spark.limiting import TooLongError, within

SECONDS = 10.0
"""The longest that one document may take."""
LINE = "onrecord_line"
"""The column of a line of JSON as its file has it."""
TEXTS = ("id", "text", *GIVEN)
RAWS = ("html", "bytes")
PATH = "path"
"""The column of the name of the file that `bytes` were in, which tells their form."""
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Using:
    """How documents are read: the engine and its models' folder, and the seconds for each."""

    engine: str | None = None
    model: str | None = None
    seconds: float = SECONDS


def readings(row: Row, using: Using) -> list[Reading | Failure]:
    """What a row's documents say, and a failure, its id as the path, for each that gives none."""
    name = name_of(row)
    try:
        with within(using.seconds):
            return [_reading(found, name, using) for found in documents(row)]
    except TooLongError:
        return [Failure(name, f"took longer than {using.seconds:g} seconds")]


def documents(row: Row) -> Iterator[Document | Failure]:
    """The documents of a row: of a line of JSON, of the bytes of a page, or of its columns."""
    line = row.get(LINE)
    if line is not None:
        return read(line.strip(), form="jsonl")
    raw = row.get("bytes") or row.get("html")
    if raw:
        return _page(row, raw)
    known = {name: row[name] for name in TEXTS if row.get(name) is not None}
    return read(json.dumps(known).encode(), form="jsonl")


def name_of(row: Row) -> str:
    """What a row's document is called where it gives none: its id, else one from its bytes."""
    line = row.get(LINE)
    given = row.get("id") or (_id_in(line) if line is not None else "")
    if given:
        return str(given)
    raw = line if line is not None else row.get("bytes") or row.get("html") or row.get("text") or ""
    held = raw if isinstance(raw, bytes | bytearray) else str(raw).encode("utf-8", "replace")
    return hashlib.sha256(held.strip()).hexdigest()[:12]


def _id_in(line: bytes) -> str:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return ""
    given = found.get("id") if isinstance(found, dict) else ""
    return str(given) if isinstance(given, str | int) else ""


def _page(row: Row, raw: bytes | bytearray | str) -> Iterator[Document | Failure]:
    """A page as it was loaded; the row's id is its document's where it holds one alone."""
    data = raw.encode("utf-8", "replace") if isinstance(raw, str) else bytes(raw)
    given = {name: str(row[name]) for name in GIVEN if row.get(name)}
    form = "" if row.get("bytes") else "html"
    found = list(read(data, path=str(row.get(PATH) or ""), given=given, form=form))
    for one in found:
        if len(found) == 1 and isinstance(one, Document) and row.get("id"):
            yield replace(one, id=str(row["id"]))
        else:
            yield one


def _reading(found: Document | Failure, name: str, using: Using) -> Reading | Failure:
    if isinstance(found, Failure):
        return Failure(name, found.reason.removeprefix("line 1: "))
    try:
        return read_document(found, engine=using.engine, model=using.model)
    except OnrecordError as fault:
        return Failure(found.id, str(fault))
    except Exception as fault:  # whatever it is, the others go on
        words = " ".join(f"{type(fault).__name__}: {fault}".split())
        return Failure(
            found.id, f"could not be analysed, which is a fault of Onrecord: {words[:200]}"
        )
