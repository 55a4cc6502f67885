"""`onrecord export`: what is held, in the forms of others."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from onrecord.cli.database import Database, database_option, open_database
from onrecord.cli.house import PARTLY, tell
from onrecord.errors import InputError

if TYPE_CHECKING:
    from onrecord.exports import Account, Chosen, Options
    from onrecord.stores import Store

# As in `onrecord.exports.FORMS`, which `--help` does not import.
_FORMS = {
    "web-annotation": "W3C Web Annotation: statements, findings",
    "tei": "TEI: turns, attributed words, all of the text",
    "webvtt": "WebVTT: the turns of a transcript as cues",
    "popolo": "Popolo: speeches, people, posts",
    "schema-org": "schema.org: NewsArticle and Quotation",
    "claim-review": "schema.org ClaimReview: findings on wording",
    "prov": "PROV-O (Turtle): what was derived from what",
    "csl-json": "CSL-JSON: references for Zotero and Pandoc",
    "bibtex": "BibTeX: references for LaTeX",
    "annotated": "JSON lines that `onrecord train` reads",
    "csv": "CSV of a table (--table)",
    "parquet": "Parquet of a table (--table)",
    "hugging-face": "a folder for the Hugging Face Hub",
}
_TABLES = ("documents", "statements", "passages", "findings")
_KINDS = ("transcript", "story", "other")


class _Listing(click.Command):
    """A command whose help lists the forms, one line each."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The forms, after the options."""
        with formatter.section("Forms"):
            formatter.write_dl(list(_FORMS.items()))


def _day(_context: click.Context, _parameter: click.Parameter, day: str | None) -> date | None:
    try:
        return date.fromisoformat(day) if day else None
    except ValueError:
        raise click.BadParameter(f"{day!r} is no day; write 2019-02-28") from None


@click.command("export", cls=_Listing)
@click.argument("form", metavar="FORM", type=click.Choice(list(_FORMS)))
@click.option("--document", "documents", multiple=True, metavar="ID", help="Only this; repeatable.")
@click.option("--kind", type=click.Choice(_KINDS), help="Only documents of this kind.")
@click.option(
    "--publisher", default="", help="Only of this publisher; a piece of its name will do."
)
@click.option("--speaker", default="", help="Only what this person says.")
@click.option("--from", "earliest", callback=_day, metavar="DAY", help="Not before this day.")
@click.option("--to", "latest", callback=_day, metavar="DAY", help="Not after this day.")
@click.option("--check", is_flag=True, help="Check every quotation and export the findings too.")
@click.option(
    "--table",
    type=click.Choice(_TABLES),
    default="statements",
    show_default=True,
    help="Which table (csv, parquet).",
)
@click.option("--estimate-times", is_flag=True, help="Make times up by words (webvtt).")
@click.option("--reviewer", default="", metavar="NAME", help="Who answers (claim-review).")
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="A file, or a folder for hugging-face and for several documents as webvtt.",
)
@database_option
def export(
    form: str,
    database: Database | None,
    *,
    check: bool,
    output: Path | None,
    **given: Any,  # noqa: ANN401
) -> None:
    """Write what is held in a form that others read.

    Without options everything held is written, document by document, to standard output.
    """
    from onrecord.exports import Chosen, Options, needs_findings
    from onrecord.model import Kind

    chosen = Chosen(
        documents=given["documents"],
        kind=Kind(given["kind"]) if given["kind"] else None,
        publisher=given["publisher"],
        speaker=given["speaker"],
        earliest=given["earliest"],
        latest=given["latest"],
    )
    if form in ("csv", "parquet", "webvtt"):
        check = False
    check = check or needs_findings(form, given["table"])
    with open_database(database) as store:
        options = Options(
            table=given["table"],
            estimate=given["estimate_times"],
            reviewer=given["reviewer"],
            roster=_roster(store) if form == "popolo" else None,
        )
        _written(form, _gathered(store, chosen, check=check), options, output)


def _gathered(store: Store, chosen: Chosen, *, check: bool) -> Iterator[Account]:
    """The accounts; nothing to export is said, since an empty file looks like one."""
    from onrecord.exports import gather

    found = gather(store, chosen, check=check)
    first = next(found, None)
    if first is None:
        raise InputError("no document held passes; `onrecord documents` lists them")
    return _with(first, found)


def _with(first: Account, rest: Iterator[Account]) -> Iterator[Account]:
    yield first
    yield from rest


def _roster(store: Store) -> Any:  # noqa: ANN401  (a Roster, imported when needed)
    """The rosters that were imported, as one: what ships with Onrecord is everybody's already."""
    from onrecord.rosters import join

    kept = store.rosters()
    return join(*kept) if kept else None


def _written(form: str, accounts: Iterator[Account], options: Options, output: Path | None) -> None:
    from onrecord.exports import FORMS, write

    known = FORMS[form]
    if known.fill is not None:
        if output is None:
            raise click.UsageError(f"{form} is a folder: say where with --output")
        known.fill(accounts, output)
    elif known.single and output is not None and output.is_dir():
        _each(form, accounts, options, output)
    elif output is None:
        for piece in write(form, accounts, options):
            sys.stdout.buffer.write(piece)
    else:
        _kept(write(form, accounts, options), output)


def _kept(pieces: Iterator[bytes], output: Path) -> None:
    """A file appears whole or not at all."""
    part = output.with_name(f"{output.name}.part")
    try:
        with part.open("wb") as file:
            for piece in pieces:
                file.write(piece)
        part.replace(output)
    finally:
        part.unlink(missing_ok=True)


def _each(form: str, accounts: Iterator[Account], options: Options, folder: Path) -> None:
    """A file for each document; one that has no such form is told, and the others go on."""
    from urllib.parse import quote

    from onrecord.exports import FORMS, write

    failed = False
    for account in accounts:
        name = f"{quote(account.document.id, safe='')[:150]}.{FORMS[form].extension}"
        try:
            _kept(write(form, iter([account]), options), folder / name)
        except InputError as error:
            failed = True
            tell(str(error))
    if failed:
        sys.exit(PARTLY)
