"""`onrecord dossier` and `onrecord positions`: the sourced memory of a process."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.database import Database, database_option, open_database
from onrecord.cli.house import tell
from onrecord.cli.shown import tell_rows
from onrecord.cli.watching import progress

if TYPE_CHECKING:
    from onrecord.model import Position

# As in `onrecord.exports.FORMATS`, which `--help` does not import.
_FORMATS = ("markdown", "html", "json", "csv", "timelinejs", "ftm")
_PERIODS = ("year", "month")
_TABLE = ("period", "said", "speaker", "theme", "leaning", "at", "words")
_CSV = (
    *("period", "said", "speaker", "theme", "leaning", "words"),
    *("via", "publisher", "flags", "document", "at", "belongs", "id"),
)


def _day_given(_context: click.Context, _parameter: click.Parameter, day: str | None) -> str:
    """An empty date is a mistake, and never all that is held."""
    if day is not None and not day.strip():
        raise click.BadParameter("empty; a date is written 2019-02-28, 2019-02 or 2019")
    return day or ""


_as_of = click.option(
    "--as-of", callback=_day_given, metavar="DATE", help="Only what could be known on this day."
)


@click.command("dossier")
@click.argument("name", metavar="NAME")
@_as_of
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMATS),
    default="markdown",
    show_default=True,
    help="What to write: a report, or data.",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Where to; else standard output.",
)
@database_option
def dossier(
    name: str, database: Database | None, *, as_of: str, form: str, output: Path | None
) -> None:
    """Write what the documents held say of a process.

    NAME is a process that Onrecord knows (astana, geneva, minsk, ungd) or the file of a profile,
    NAME.toml. Each line of the dossier stands on exact words; what is not held is not in it.
    """
    from onrecord.dossiers import dossier as draw_up
    from onrecord.dossiers import find
    from onrecord.exports import export

    profile = find(name)
    with open_database(database) as store, progress() as watch:
        drawn = draw_up(store, profile, as_of=as_of, progress=watch)
    text = export(drawn, form)
    if output:
        output.write_text(text, "utf-8", newline="")
    else:
        click.echo(text, nl=False)


@click.command("positions")
@click.option("--process", "name", required=True, metavar="NAME", help="Of which process.")
@click.option("--speaker", default="", help="Whose; Sergei is Sergey, a surname fits its bearers.")
@click.option("--about", default="", metavar="THEME", help="On a theme, or one with these words.")
@click.option("--by", type=click.Choice(_PERIODS), default="year", show_default=True)
@_as_of
@click.option("--json", "as_json", is_flag=True, help="JSON, one line a piece of evidence.")
@click.option("--csv", "as_csv", is_flag=True, help="CSV, one row a piece of evidence.")
@database_option
def positions(
    database: Database | None,
    *,
    name: str,
    speaker: str,
    about: str,
    by: str,
    as_of: str,
    as_json: bool,
    as_csv: bool,
) -> None:
    """List who said what on the themes of a process, period by period.

    The words are the speakers' own; a leaning is what the words say, and nothing is judged.
    """
    from onrecord.dossiers import find
    from onrecord.dossiers import positions as find_positions

    if as_json and as_csv:
        raise click.UsageError("--json and --csv exclude each other")
    profile = find(name)
    with open_database(database) as store, progress() as watch:
        found = find_positions(
            store, profile, speaker=speaker, about=about, by=by, as_of=as_of, progress=watch
        )
    form = "jsonl" if as_json else "csv" if as_csv else "table"
    tell_rows(_rows(found, by), form, _CSV if as_csv else _TABLE)
    if not found:
        themes = ", ".join(theme.name for theme in profile.themes) or "none"
        tell(f"no position found, which does not say that there is none; themes: {themes}")


def _rows(found: Mapping[str, Sequence[Position]], by: str) -> list[dict[str, object]]:
    """A row for each piece of evidence, under the period in which it was said."""
    from onrecord import answers

    rows = [
        answers.plain(answers.position(line, one, by=by))
        for several in found.values()
        for line in several
        for one in line.evidence
    ]
    return sorted(rows, key=lambda row: (not row["period"], row["period"], row["said"]))
