"""`onrecord check`: quotations held against the record."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from onrecord.cli.database import Database, database_option, open_database
from onrecord.cli.engines import Using, engine_options
from onrecord.cli.extracting import read_lines, read_object
from onrecord.cli.findings import finding_lines
from onrecord.cli.house import PARTLY, collect_seldom
from onrecord.cli.shown import json_line, one_line
from onrecord.cli.telling import Telling, telling_options
from onrecord.errors import InputError, OnrecordError, ReadError
from onrecord.model import Document, Finding, Reading

if TYPE_CHECKING:
    from onrecord.checking import Checked
    from onrecord.stores import Store

_WAYS = ("QUOTE", "--batch", "--document", "--file")


@click.command("check")
@click.argument("quote", required=False)
@click.option("--speaker", default="", help="Who is said to have said it.")
@click.option("--date", default="", metavar="EDTF", help="When it is said to have been said.")
@click.option(
    "--batch",
    type=click.File("rb"),
    metavar="FILE.jsonl",
    help='Lines {"id","quote","speaker"?,"date"?,"document"?}; - is standard input.',
)
@click.option(
    "--document",
    default="",
    metavar="ID",
    help="Every quotation of a held document, against all others.",
)
@click.option(
    "--file",
    "path",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="Every quotation of a file, which is not added.",
)
@click.option(
    "--prove",
    is_flag=True,
    help="Where nothing is found, read all words held and say how near any come.",
)
@engine_options
@click.option(
    "--semantic/--no-semantic",
    default=None,
    help="Where no words are held, look for their meaning too; by default wherever"
    " onrecord[semantic] is installed.",
)
@telling_options
@database_option
def check(
    quote: str | None,
    database: Database | None,
    *,
    batch: BinaryIO | None,
    document: str,
    path: Path | None,
    using: Using,
    semantic: bool | None,
    telling: Telling,
    **asked: Any,  # noqa: ANN401
) -> None:
    """Hold a quotation against the record.

    Says what the documents held have of it, and every difference.

    Not to be in these documents never means that something was not said. In a batch `document`
    is the held document that the quotation stands in, which is left out of the search.
    """
    given = (quote is not None, batch is not None, bool(document), path is not None)
    if sum(given) != 1:
        raise click.UsageError(f"give one of {', '.join(_WAYS)}")
    for option in ("speaker", "prove"):
        if asked[option] and quote is None:
            raise click.UsageError(f"--{option} goes with a QUOTE")
    if asked["date"] and quote is None and path is None:
        raise click.UsageError("--date goes with a QUOTE or --file")
    if any(using) and path is None:
        raise click.UsageError("--engine and --model go with --file: others are read already")
    using.refuse()
    if semantic:
        from onrecord.meaning import require

        require()
    with open_database(database) as store:
        if quote is not None:
            _check_one(quote, store, telling, semantic=semantic, **asked)
        elif batch is not None:
            _check_batch(batch, store, telling, semantic=semantic)
        elif path is not None:
            readings = _read(path, asked["date"], using=using)
            _check_file(readings, store, telling, semantic=semantic)
        else:
            from onrecord.checking import check_document

            _tell_checked(check_document(document, store, semantic=semantic), store, telling)


def _check_one(quote: str, store: Store, telling: Telling, **asked: Any) -> None:  # noqa: ANN401
    from onrecord import answers
    from onrecord.checking import check as check_quote

    finding = check_quote(quote, store, **asked)
    if telling.as_json:
        shown = answers.plain(answers.finding(finding, style=telling.style))
        click.echo(json_line(shown))
    else:
        _tell(finding, _texts(store), telling)


def _check_batch(lines: BinaryIO, store: Store, telling: Telling, *, semantic: bool | None) -> None:
    """One JSON line for each line, in order; a bad one says so in its place."""
    collect_seldom()
    failed = False
    for number, line in read_lines(lines):
        result = _batch_line((number, line), store, telling, semantic=semantic)
        failed = failed or "error" in result
        click.echo(json_line(result))
    if failed:
        sys.exit(PARTLY)


def _batch_line(
    numbered: tuple[int, bytes], store: Store, telling: Telling, *, semantic: bool | None
) -> dict[str, object]:
    from onrecord import answers
    from onrecord.checking import check as check_quote

    name: object = None
    number, line = numbered
    try:
        given = read_object(line)
        name = given.get("id")
        asked = {field: _string(given, field) for field in ("quote", "speaker", "date", "document")}
        finding = check_quote(
            asked["quote"],
            store,
            speaker=asked["speaker"],
            date=asked["date"],
            leave_out=asked["document"],
            semantic=semantic,
        )
    except OnrecordError as error:
        return {"id": name, "error": f"line {number}: {error}"}
    return {**answers.plain(answers.finding(finding, style=telling.style)), "id": name}


def _string(given: dict[str, object], field: str) -> str:
    value = given.get(field)
    if value is not None and not isinstance(value, str):
        raise InputError(f'"{field}" is not a string')
    return value or ""


def _check_file(
    readings: Iterator[Reading], store: Store, telling: Telling, *, semantic: bool | None
) -> None:
    from onrecord.checking import check_reading

    for reading in readings:
        own = _held_as(reading.document, store)
        checked = check_reading(reading, store, leave_out=own, semantic=semantic)
        _tell_checked(checked, store, telling)


def _read(path: Path, date: str, *, using: Using) -> Iterator[Reading]:
    from onrecord.pipeline import read_document
    from onrecord.readers import read

    try:
        data = path.read_bytes() if str(path) != "-" else sys.stdin.buffer.read()
    except OSError as error:
        raise ReadError(f"{path}: {error.strerror or error}") from error
    for found in read(data, path=str(path), given={"published": date} if date else {}):
        if not isinstance(found, Document):
            raise ReadError(f"{path}: {found.reason}")
        yield read_document(found, **using._asdict())


def _held_as(document: Document, store: Store) -> str:
    """The id under which the same document is held: a story is no evidence for itself."""
    for ref in (document.id, document.url):
        try:
            return store.find(ref) if ref else ""
        except InputError:
            continue
    return ""


def _tell_checked(checked: list[Checked], store: Store, telling: Telling) -> None:
    from onrecord import answers

    if telling.as_json:
        for number, one in enumerate(checked, start=1):
            shown = answers.checked(one, id=str(number), style=telling.style)
            click.echo(json_line(answers.plain(shown)))
        return
    text_of = _texts(store)
    for number, one in enumerate(checked, start=1):
        who = one_line(one.statement.speaker) or "nobody named"
        head = f"{number}. {who}, at {one.quotation.start}-{one.quotation.end}"
        click.secho(head, bold=True)
        _tell(one.finding, text_of, telling)
        click.echo()
    click.echo(_sum([one.finding for one in checked]))


def _sum(findings: list[Finding]) -> str:
    counts: dict[str, int] = {}
    for finding in findings:
        counts[finding.outcome] = counts.get(finding.outcome, 0) + 1
    found = ", ".join(f"{n} {outcome}" for outcome, n in counts.items())
    return f"{len(findings)} quotations checked" + (f": {found}" if found else "")


def _tell(finding: Finding, text_of: Callable[[str], str], telling: Telling) -> None:
    for line in finding_lines(finding, text_of(finding.document), style=telling.style):
        click.echo(line)


def _texts(store: Store) -> Callable[[str], str]:
    """Texts of documents, each loaded once."""
    held: dict[str, str] = {"": ""}

    def text_of(document: str) -> str:
        if document not in held:
            held[document] = store.load(document).document.text
        return held[document]

    return text_of
