"""Text for people and programs: clean words, tables, JSON Lines, CSV."""

from __future__ import annotations

import csv
import io
import json
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

import click

FORMATS = ("table", "jsonl", "csv")
_TURNING = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))  # no terminal keeps them to a text
_HALVES = range(0xD800, 0xE000)
_UNSEEN = {
    point: "\ufffd"
    for point in chain(range(32), range(127, 160), _TURNING, _HALVES)
    if chr(point) not in "\n\t"
}
_ESCAPED = {point: f"\\u{point:04x}" for point in (*_UNSEEN, 0x2028, 0x2029) if point > 31}


def clean(text: str) -> str:
    """A document's words without what could steer a terminal or turn what stands around them.

    U+FFFD stands for each control character, control of writing direction and half surrogate.
    """
    return text.translate(_UNSEEN)


def json_line(value: object) -> str:
    r"""A value as one line of JSON; what could steer a terminal is written `\u009b`."""
    return json.dumps(value, ensure_ascii=False).translate(_ESCAPED)


def one_line(text: str) -> str:
    """Words on one line, without control characters."""
    return " ".join(clean(text).split())


def tell_rows(rows: Iterable[Mapping[str, object]], form: str, columns: Sequence[str]) -> None:
    """Write rows as a table for people, as JSON Lines or as CSV, one after the other."""
    if form == "jsonl":
        for row in rows:
            click.echo(json_line(row))
    elif form == "csv":
        for line in _csv_lines(rows, columns):
            click.echo(line, nl=False)
    else:
        for line in _table(list(rows), columns):
            click.echo(line)


def _csv_lines(rows: Iterable[Mapping[str, object]], columns: Sequence[str]) -> Iterator[str]:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    for values in chain([columns], ([_cell(row[c]) for c in columns] for row in rows)):
        writer.writerow(values)
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()


def _cell(value: object) -> str:
    """A value that no spreadsheet runs as a formula."""
    from onrecord.exports import safe_cell

    text = " > ".join(map(str, value)) if isinstance(value, tuple | list) else _word(value)
    return safe_cell(clean(text))


def _word(value: object) -> str:
    return "" if value is None else str(value)


def _table(rows: list[Mapping[str, object]], columns: Sequence[str]) -> Iterator[str]:
    """Columns side by side; on a terminal the last one is cut to fit, elsewhere nothing is."""
    if not rows:
        return
    from rich.cells import cell_len, set_cell_size

    cells = [[one_line(_cell_words(row[c])) for c in columns] for row in rows]
    widths = [max(map(cell_len, column)) for column in zip(columns, *cells, strict=True)]
    room = _width() - sum(widths[:-1]) - 2 * (len(widths) - 1)
    for number, line in enumerate([list(columns), *cells]):
        last = line[-1]
        if room >= 10 and cell_len(last) > room:
            last = set_cell_size(last, room - 1) + "…"
        padded = [set_cell_size(c, w) for c, w in zip(line[:-1], widths, strict=False)]
        whole = "  ".join([*padded, last]).rstrip()
        yield click.style(whole, bold=True) if number == 0 else whole


def _cell_words(value: object) -> str:
    return " > ".join(map(str, value)) if isinstance(value, tuple | list) else _word(value)


def _width() -> int:
    """The width of the terminal; without one there is no limit."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else 1_000_000
