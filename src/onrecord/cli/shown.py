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
_UNSEEN = {c: "\ufffd" for c in chain(range(32), range(127, 160)) if chr(c) not in "\n\t"}


def clean(text: str) -> str:
    """A document's words without the control characters that could steer a terminal."""
    return text.translate(_UNSEEN)


def one_line(text: str) -> str:
    """Words on one line, without control characters."""
    return " ".join(clean(text).split())


def tell_rows(rows: Iterable[Mapping[str, object]], form: str, columns: Sequence[str]) -> None:
    """Write rows as a table for people, as JSON Lines or as CSV, one after the other."""
    if form == "jsonl":
        for row in rows:
            click.echo(json.dumps(row, ensure_ascii=False))
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
    return safe_cell(text)


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
