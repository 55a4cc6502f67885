"""CSV of a transcript: one turn a row."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Iterator, Mapping

from onrecord.errors import ReadError
from onrecord.model import Document, Failure
from onrecord.readers.blocks import Block, compose
from onrecord.readers.day_columns import DayColumn
from onrecord.readers.encodings import decode
from onrecord.readers.inputs import Found, Input, Reader, document_of

READER = Reader("csv_turns", "1", "text/csv")

# Headers in which each role is recognised, case and punctuation aside, best first.
HEADERS: Mapping[str, tuple[str, ...]] = {
    "speaker": ("speaker", "speakername", "name", "who", "person", "participant", "character"),
    "text": ("text", "transcript", "utterance", "speech", "words", "content", "statement", "turn"),
    "date": ("date", "day", "datetime", "published", "session"),
    "line": ("line", "linenumber", "number", "no", "id", "order", "index", "turnnumber"),
}
DELIMITERS = ",;\t|"
LONGEST_CELL = 10_000_000
ROLES = tuple(HEADERS)


def read_csv_turns(entry: Input) -> Iterator[Document | Failure]:
    """A document for each date in the file, in the order of their first rows.

    `entry.columns` says which column has which role (speaker, text, date, line); those not named
    are found by their headers, and text must be found. Each row is written `Speaker: text`. Rows
    are put in the order of the line column where all its cells are whole numbers. Dates become ISO
    days where the column leaves no doubt; rows without a date belong to the one before.
    """
    decoded = decode(entry.data, entry.charset)
    header, rows = _table(decoded.text)
    roles = roles_of(header, entry.columns)
    notes = list(decoded.notes)
    if others := [name for at, name in enumerate(header) if at not in roles.values() and name]:
        notes.append(f"columns: {', '.join(others)[:200]}")
    groups = _by_date(rows, roles)
    if not groups:
        raise ReadError("no row below its header")
    for day, turns in groups.items():
        record = day if len(groups) > 1 else ""
        blocks, skipped = _blocks(turns, roles)
        text, marks = compose(blocks)
        found = Found(
            text,
            marks,
            {"published": day if re.fullmatch(r"\d{4}-\d\d-\d\d", day) else ""},
            (*notes, *skipped),
            decoded.encoding,
            record,
            hashlib.sha256(entry.data + record.encode()).hexdigest()[:12],
        )
        try:
            yield document_of(entry, READER, found)
        except ReadError as fault:
            yield Failure(entry.path, f"{record}: {fault}" if record else str(fault))


def roles_of(header: list[str], columns: Mapping[str, str]) -> dict[str, int]:
    """Which column has which role; `ReadError` where a named one or that of the text is missing."""
    roles: dict[str, int] = {}
    for role, name in columns.items():
        if role not in HEADERS:
            raise ReadError(f"columns are {', '.join(ROLES)}, not {role[:40]!r}")
        if name not in header:
            raise ReadError(f"no column {name[:40]!r} for {role}; there are {_list(header)}")
        roles[role] = header.index(name)
    plain = [re.sub(r"[\W_]+", "", name).lower() for name in header]
    for role, known in HEADERS.items():
        free = [name for name in known if name in plain]
        places = [plain.index(name) for name in free if plain.index(name) not in roles.values()]
        if role not in roles and places:
            roles[role] = places[0]
    if "text" not in roles:
        raise ReadError(f"no column is known to hold the text; there are {_list(header)}")
    return roles


def looks_like_turns(head: str) -> bool:
    """Whether the first line of a file names a column of speakers and one of text."""
    first = head.lstrip("\ufeff").split("\n", 1)[0]
    try:
        return {"speaker", "text"} <= roles_of(_cells(first, _delimiter(first)), {}).keys()
    except (ReadError, csv.Error):
        return False


def _list(header: list[str]) -> str:
    return ", ".join(header)[:200] or "none"


def _delimiter(first: str) -> str:
    return max(DELIMITERS, key=first.count)


def _cells(line: str, delimiter: str) -> list[str]:
    return [cell.strip() for cell in next(csv.reader([line], delimiter=delimiter), [])]


Row = tuple[int, list[str]]


def _table(text: str) -> tuple[list[str], list[Row]]:
    first = text.lstrip().split("\n", 1)[0]
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(io.StringIO(text.lstrip(), newline=""), delimiter=_delimiter(first))
    try:
        rows = [(reader.line_num, row) for row in reader]
    except csv.Error as fault:
        raise ReadError(f"line {reader.line_num}: not CSV: {fault}") from None
    if not rows:
        raise ReadError("no row in it")
    return [cell.strip() for cell in rows[0][1]], rows[1:]


def _cell(row: list[str], at: int | None) -> str:
    return row[at].strip() if at is not None and at < len(row) else ""


def _by_date(rows: list[Row], roles: Mapping[str, int]) -> dict[str, list[Row]]:
    written = [_cell(row, roles.get("date")) for _, row in rows]
    column = DayColumn.of(written)
    groups: dict[str, list[Row]] = {}
    last = next((word for word in written if word), "")
    for row, word in zip(rows, written, strict=True):
        last = word or last
        groups.setdefault(column.day(last), []).append(row)
    return groups


def _blocks(rows: list[Row], roles: Mapping[str, int]) -> tuple[list[Block], list[str]]:
    blocks: list[Block] = []
    skipped: list[str] = []
    for line, row in _ordered(rows, roles.get("line")):
        words = _cell(row, roles["text"])
        if not words:
            skipped.append(f"row: line {line} has no text")
            continue
        blocks += _turn(" ".join(_cell(row, roles.get("speaker")).split()), words)
    return blocks, skipped[:20]


def _ordered(rows: list[Row], at: int | None) -> list[Row]:
    numbers = [_cell(row, at) for _, row in rows]
    if at is None or not all(number.isascii() and number.isdigit() for number in numbers):
        return rows
    return [rows[i] for i in sorted(range(len(rows)), key=lambda i: int(numbers[i]))]


def _turn(speaker: str, words: str) -> list[Block]:
    """The paragraphs of one turn, the first of them with its label."""
    first, *others = [piece.strip() for piece in re.split(r"\r\n?|\n", words) if piece.strip()]
    if not speaker:
        return [Block(first), *map(Block, others)]
    label = speaker.rstrip(" :") + ":"
    head = Block(f"{label} {first}", label=len(label), speaker=label[:-1])
    return [head, *map(Block, others)]
