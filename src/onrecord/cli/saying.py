"""`onrecord statements` and `onrecord search`: who said what."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.database import database_option, open_database
from onrecord.cli.shown import FORMATS, tell_rows
from onrecord.model import Dating, Quotation

if TYPE_CHECKING:
    from onrecord.stores import Found

_TABLE = ("document", "date", "quotation", "stance", "via", "speaker", "content")
_CSV = (
    *("id", "document", "date", "publisher", "title", "quotation", "manner", "stance"),
    *("hedged", "speaker", "basis", "via"),
    *("source", "cue", "content", "part", "turn"),
)


def format_option(command: click.decorators.FC) -> click.decorators.FC:
    """The option `--format`."""
    return click.option(
        "--format", "form", type=click.Choice(FORMATS), default="table", show_default=True
    )(command)


@click.command("statements")
@click.option("--speaker", default="", help="Whose; Sergei is Sergey, a surname fits its bearers.")
@click.option("--document", default="", metavar="ID", help="In which document.")
@click.option("--publisher", default="", help="Put out by; a piece of the name will do.")
@click.option("--date", default="", metavar="EDTF", help="Of a day, month, year or interval.")
@click.option(
    "--kind",
    type=click.Choice([one.value for one in Quotation]),
    metavar="KIND",
    help="direct, indirect or mixed.",
)
@format_option
@database_option
def statements(
    database: Path | None,
    *,
    speaker: str,
    document: str,
    publisher: str,
    date: str,
    kind: str | None,
    form: str,
) -> None:
    """List the statements found, by document and place."""
    from onrecord.searching import said_by
    from onrecord.stores import Wanted

    day = read_day(date)
    wanted = Wanted(
        document=document,
        publisher=publisher,
        quotation=Quotation(kind) if kind else None,
        earliest=day.earliest if day else None,
        latest=day.latest if day else None,
    )
    with open_database(database) as store:
        found = said_by(speaker, wanted, store)
        tell_rows(map(_row, found), form, _CSV if form == "csv" else _TABLE)


def read_day(date: str) -> Dating | None:
    """The days that `--date` means."""
    if not date:
        return None
    from onrecord.dates import read_edtf

    return read_edtf(date)


@click.command("search")
@click.argument("query", nargs=-1, required=True)
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1, 1000))
@format_option
@database_option
def search(query: tuple[str, ...], database: Path | None, *, limit: int, form: str) -> None:
    """Search the words of statements, best first.

    All words must occur, "a phrase" side by side, -words not at all.
    """
    from onrecord.searching import search as find

    # The shell takes quotation marks away; an argument of several words was a phrase.
    typed = query[0] if len(query) == 1 else " ".join(f'"{q}"' if " " in q else q for q in query)
    with open_database(database) as store:
        rows = (_row(found) for found in find(typed, store, limit=limit))
        tell_rows(rows, form, _CSV if form == "csv" else _TABLE)


def _row(found: Found) -> dict[str, object]:
    """A found statement as a line for programs."""
    from onrecord import answers

    row: dict[str, object] = answers.plain(answers.statement(found))
    return row
