"""JSON Lines: one document a line."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator

from onrecord.errors import ReadError
from onrecord.model import Document, Failure
from onrecord.readers.encodings import Decoded, decode
from onrecord.readers.inputs import FIELDS, Found, Input, Reader, document_of, whole

READER = Reader("json_lines", "1", "application/x-ndjson")
KNOWN = (*FIELDS, "kind")
JSON_START = re.compile(r"\{\s*\"\w{1,40}\"\s*:")


def read_json_lines(entry: Input) -> Iterator[Document | Failure]:
    """A document for each line: an object with `text`, and what else is known of it.

    The fields are `id text title url published publisher author language kind speaker`; others are
    named in `dropped`. A line without an id has one from its own bytes, so that it keeps it when
    other lines join the file; one line alone is called as `entry.record` says. A bad line is a
    failure that names its number; the others go on.
    """
    decoded = decode(entry.data, entry.charset)
    alone = bool(entry.record) and "\n" not in decoded.text.strip()
    for number, line in _lines(decoded.text):
        record = "" if alone else f"line {number}"
        try:
            yield _document(entry, line.strip(), decoded, record)
        except ReadError as fault:
            where = ", ".join(filter(None, (entry.record, record)))
            yield Failure(entry.path, f"{where}: {fault}")


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The numbered lines that are not blank; one object written over many lines is one of them."""
    body = text.strip()
    if body.startswith("["):
        raise ReadError("a JSON array, not JSON Lines (one object a line)")
    if body.split("\n", 1)[0].strip() == "{":
        yield 1, body
        return
    yield from ((number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip())


def _document(entry: Input, line: str, decoded: Decoded, record: str) -> Document:
    fields = _parse(line)
    text = fields.get("text")
    if not isinstance(text, str):
        raise ReadError("no text" if text is None else "text is not a string")
    known = {name: _word(fields, name) for name in KNOWN}
    others = sorted(set(fields) - {"id", "text", *KNOWN})
    dropped = decoded.notes if "\ufffd" in line else ()
    dropped += (f"fields: {', '.join(others)[:200]}",) if others else ()
    found = Found(
        whole(text),
        fields=known,
        dropped=dropped,
        encoding=decoded.encoding,
        record=record,
        id=_word(fields, "id") or hashlib.sha256(line.encode()).hexdigest()[:12],
    )
    return document_of(entry, READER, found)


def _parse(line: str) -> dict[str, object]:
    try:
        record = json.loads(line)
    except RecursionError:
        raise ReadError("nested too deep to be read") from None
    except ValueError as fault:
        raise ReadError(f"not JSON: {fault}") from None
    if not isinstance(record, dict):
        raise ReadError("not a JSON object")
    return record


def _word(record: dict[str, object], name: str) -> str:
    value = record.get(name)
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise ReadError(f"{name} is not a string")
    return whole(str(value)).strip()


def looks_like_json_lines(head: str) -> bool:
    """Whether the first line begins a JSON object."""
    first = head.split("\n", 1)[0].strip()
    if not first.startswith("{"):
        return False
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return bool(JSON_START.match(first))
