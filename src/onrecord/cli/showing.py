"""`onrecord documents` and `onrecord show`: what is held."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.database import Database, database_option, open_database
from onrecord.cli.marking import marked_text
from onrecord.cli.saying import format_option
from onrecord.cli.shown import json_line, one_line, tell_rows
from onrecord.model import Attribution, Dating, Reading, Statement

if TYPE_CHECKING:
    from onrecord.stores import Correction, Listed

_TABLE = ("id", "kind", "dated", "publisher", "turns", "statements", "copies", "title")
_MOST_COPIES = 20
_CSV = (
    *("id", "kind", "dated", "publisher", "title", "language", "url", "path"),
    *("words", "turns", "statements", "supersedes", "copies"),
)


@click.command("documents")
@click.option("--group", is_flag=True, help="One line a story: of copies, the first alone.")
@format_option
@database_option
def documents(database: Database | None, *, group: bool, form: str) -> None:
    """List the documents held, by date.

    Copies of one story each say how many others there are. The first of them, which stands for the
    story under --group, is the earliest by date, else the first added.
    """
    with open_database(database) as store:
        later = {ref for several in store.groups() for ref in several[1:]} if group else set()
        rows = (_listed(line, form) for line in store.documents() if line.id not in later)
        tell_rows(rows, form, _CSV if form == "csv" else _TABLE)


def _listed(line: Listed, form: str) -> dict[str, object]:
    """A line of the list; in a table what has no title is known by its file."""
    from onrecord import answers

    named = form == "table" and not line.title
    row: dict[str, object] = answers.plain(answers.document(line))
    row |= {"copies": ""} if form == "table" and not line.copies else {}
    return row | ({"title": f"({Path(line.path).name})"} if named else {})


@click.command("show")
@click.argument("ref", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="All that is derived, for programs.")
@click.option("--raw", is_flag=True, help="The bytes as they were read.")
@database_option
def show(ref: str, database: Database | None, *, as_json: bool, raw: bool) -> None:
    """Show a document, its turns and statements marked.

    ID is a document's id or the beginning of it, its URL, its path or its file name.
    """
    with open_database(database) as store:
        if raw:
            click.echo(store.raw(ref), nl=False)
            return
        reading, corrections, line = store.load(ref), store.corrections(ref), store.listed(ref)
        copies = store.copies_of(ref)
    if as_json:
        from onrecord import answers

        whole = answers.plain(answers.reading(reading, corrections, line, copies))
        click.echo(json_line(whole))
        return
    for shown in (*_head(reading, corrections), *_versions(line), *_copies(copies, line)):
        click.echo(shown)
    click.echo(f"\n{marked_text(reading).strip()}\n")
    for shown in _legend(reading):
        click.echo(shown)


def _copies(several: Sequence[str], line: Listed) -> Iterator[str]:
    """The copies of a document, and which of them stands for the story."""
    others = [ref for ref in several if ref != line.id]
    if others:
        shown = ", ".join(others[:_MOST_COPIES])
        more = f" and {len(others) - _MOST_COPIES} more" if len(others) > _MOST_COPIES else ""
        first = "the first of these" if several[0] == line.id else f"the first is {several[0]}"
        yield _field("copies", f"{shown}{more} ({first})")


def _versions(line: Listed) -> Iterator[str]:
    if line.superseded_by:
        yield _field("out of use", f"its newer version is {line.superseded_by}")
    if line.supersedes:
        yield _field("supersedes", line.supersedes)


def _head(reading: Reading, corrections: list[Correction]) -> Iterator[str]:
    document, found = reading.document, reading.structure
    held = document.provenance
    fields = {
        "document": document.id,
        "kind": f"{found.kind}: {found.why}",
        "title": document.title or found.title,
        "of the day": _day(found.dating),
        "published": _day(found.published) or document.published,
        "place": found.place,
        "publisher": document.publisher or found.publisher,
        "agency": found.agency,
        "author": document.author,
        "language": document.language,
        "editions": ", ".join(found.editions),
        "url": document.url,
        "read from": f"{held.path} {held.record} ({held.reader} {held.reader_version})",
        "sha256": held.sha256,
        "flags": ", ".join(found.flags),
        "engine": reading.engine,
    }
    yield from (_field(name, value) for name, value in fields.items() if value)
    yield from (_field("left out", words) for words in document.dropped)
    for one in corrections:
        state = f", taken back {one.taken_back}" if one.taken_back else ""
        who = f" by {one.by}" if one.by else ""
        change = f"{one.field} = {one.value!r}, before {one.previous!r}"
        yield _field("corrected", f"{change}{who}, {one.at}{state}")


def _field(name: str, value: str) -> str:
    return f"{click.style(f'{name:<11}', bold=True)} {one_line(value)}"


def _day(dating: Dating | None) -> str:
    if dating is None:
        return ""
    note = "; ".join(filter(None, [dating.how, "inferred" if dating.inferred else ""]))
    return f"{dating.edtf} ({note})" if note else dating.edtf


def _legend(reading: Reading) -> Iterator[str]:
    for number, statement in enumerate(reading.statements, start=1):
        yield f"{number:>4}  {_who(statement)}: {how(statement.attribution)}"
    turns, statements = len(reading.structure.turns), len(reading.statements)
    yield f"{turns} turns, {len(reading.structure.exchanges)} exchanges, {statements} statements"


def how(found: Attribution) -> str:
    """How a content is attributed, in words: "indirect, thought, denied, hedged"."""
    stance = found.stance.replace("_", " ") if found.stance and found.withheld else ""
    said = (found.quotation, found.manner or "", stance, "hedged" if found.hedged else "")
    return ", ".join(filter(None, said))


def _who(statement: Statement) -> str:
    chain = " > ".join([*statement.via, statement.speaker or "nobody named"])
    return one_line(f"{chain} ({statement.basis})" if statement.basis else chain)
