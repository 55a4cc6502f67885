"""One of the tables as CSV, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from onrecord.exports.accounts import Account
from onrecord.exports.spreadsheets import safe_cell
from onrecord.exports.tables.rows import COLUMNS, all_rows


def as_csv_table(accounts: Iterable[Account], table: str = "statements") -> Iterator[str]:
    """A table as CSV (RFC 4180), row by row, with a head.

    Spans are `start-end` in code points, several of anything are joined by `; `. A cell that a
    spreadsheet would run as a formula begins with an apostrophe.
    """
    columns = COLUMNS[table]
    yield _line(list(columns))
    for row in all_rows(accounts, table):
        yield _line([_cell(row[name]) for name in columns])


def _line(cells: list[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerow(map(safe_cell, cells))
    return buffer.getvalue()


def _cell(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(map(_cell, value))
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return _piece(value)
    return "" if value is None else str(value).replace("\0", "\ufffd")


def _piece(value: dict[str, object]) -> str:
    """A span, or an edit with the words on either side."""
    if "start" in value:
        return f"{value['start']}-{value['end']}"
    return f"{value['kind']}: {value['record']} > {value['quote']}"
