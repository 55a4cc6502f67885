"""`onrecord corrections list`, `export` and `import`."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.corrections_telling import json_option, process_option, row, says, told
from onrecord.cli.database import Database, database_option, open_database
from onrecord.cli.shown import one_line, tell_rows
from onrecord.errors import InputError

if TYPE_CHECKING:
    from onrecord.dossiers.amending import Received
    from onrecord.model import Amendment
    from onrecord.stores import Store

_COLUMNS = ("id", "at", "by", "kind", "line", "says", "what", "note", "state")
# Clocks of colleagues may differ, and no more than that: the latest correction is in force.
_AHEAD = timedelta(hours=1)


@click.command("list")
@process_option
@click.option("--all", "with_gone", is_flag=True, help="Those taken back too.")
@click.option("--check", is_flag=True, help="Work the dossier out, and say which are adrift.")
@json_option
@database_option
def list_corrections(
    database: Database | None, *, process: str, with_gone: bool, check: bool, as_json: bool
) -> None:
    """List corrections, the oldest first."""
    from onrecord.dossiers import dossier, find

    profile = find(process)
    with open_database(database) as store:
        held = [one for one in store.amendments(profile.name) if with_gone or not one.taken_back]
        whole = dossier(store, profile) if check else None
    adrift = {one.amendment.id: one.why for one in whole.adrift} if whole else {}
    if as_json:
        rows = (row(one) | {"adrift": adrift.get(one.id, "")} for one in held)
        tell_rows(rows, "jsonl", ())
    else:
        tell_rows((_cells(one, adrift.get(one.id, "")) for one in held), "table", _COLUMNS)


def _cells(one: Amendment, adrift: str) -> dict[str, object]:
    gone = f"taken back {one.taken_back[:10]}" if one.taken_back else ""
    return {
        "id": one.id,
        "at": one.at[:10],
        "by": one.by,
        "kind": str(one.kind),
        "line": one.on.id,
        "says": says(one.on),
        "what": told(one),
        "note": one.note,
        "state": f"adrift: {adrift}" if adrift else gone,
    }


@click.command("export")
@click.argument("path", metavar="[FILE]", default="-")
@process_option
@database_option
def export(path: str, database: Database | None, *, process: str) -> None:
    """Write the corrections of a process as one TOML file; - is standard output.

    Documents are named by their ids and the SHA-256 of their bytes, so that who holds the same
    documents can use it.
    """
    from onrecord.dossiers import find
    from onrecord.dossiers.amending import as_file

    profile = find(process)
    with open_database(database) as store:
        held = store.amendments(profile.name)
    text = as_file(profile.name, held)
    if path == "-":
        click.echo(text, nl=False)
    else:
        Path(path).write_text(text, "utf-8", newline="\n")
        click.echo(f"wrote {len(held)} corrections to {path}")


@click.command("import")
@click.argument("path", metavar="FILE")
@click.option("--process", default="", metavar="NAME", help="Refuse those of another process.")
@json_option
@database_option
def import_file(path: str, database: Database | None, *, process: str, as_json: bool) -> None:
    """Read corrections from such a file, and say what is new and what is at odds with your own.

    What is held already is not read twice. Of two that are at odds both are kept, and the later is
    in force. - is standard input.
    """
    from onrecord.dossiers import find

    name = find(process).name if process else ""
    text = _text(path)
    with open_database(database) as store:
        found = _received(store, text, "standard input" if path == "-" else path, name)
    if as_json:
        tell_rows((_row(one) for one in found), "jsonl", ())
    else:
        for line in _lines(found):
            click.echo(one_line(line))


def _text(path: str) -> str:
    data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError(f"{path}: not UTF-8") from None


def _received(store: Store, text: str, path: str, name: str) -> list[Received]:
    from onrecord.dossiers.amending import receive

    with store.together():
        found = receive(store, text, path=path, until=datetime.now(UTC) + _AHEAD)
        other = {one.amendment.process for one in found} - {name}
        if name and other:
            raise InputError(f"{path}: corrections of {', '.join(other)}, not of {name}")
    return found


def _lines(found: list[Received]) -> Iterator[str]:
    counts = Counter(str(one.became) for one in found)
    yield (f"{counts['new']} new, {counts['held']} held already, {counts['taken_back']} taken back")
    for one in found:
        for ours in one.at_odds:
            first, last = sorted((ours, one.amendment), key=lambda each: each.at)
            yield (
                f"at odds on {ours.on.id} ({says(ours.on)}): {_verdict(first)}; "
                f"later, and in force where its line is found: {_verdict(last)}"
            )


def _verdict(one: Amendment) -> str:
    what = f" {told(one)}" if told(one) else ""
    return f"{one.kind}{what} by {one.by or 'somebody'} on {one.at[:10]} [{one.id}]"


def _row(one: Received) -> dict[str, object]:
    return {
        **row(one.amendment),
        "became": str(one.became),
        "at_odds": [other.id for other in one.at_odds],
    }
