"""`onrecord statements`: who said what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from onrecord.cli.database import Database, database_option, open_database
from onrecord.cli.shown import FORMATS, tell_rows
from onrecord.model import Dating, Quotation

if TYPE_CHECKING:
    from onrecord.stores import Found

TABLE = ("document", "date", "quotation", "stance", "via", "speaker", "content")
CSV = (
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
    database: Database | None,
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
        tell_rows(map(row_of, found), form, CSV if form == "csv" else TABLE)


def read_day(date: str) -> Dating | None:
    """The days that `--date` means."""
    if not date:
        return None
    from onrecord.dates import read_edtf

    return read_edtf(date)


def row_of(found: Found) -> dict[str, object]:
    """A found statement as a line for programs."""
    from onrecord import answers

    row: dict[str, object] = answers.plain(answers.statement(found))
    return row
