"""`onrecord set` and `onrecord remove`: what people correct, and what they take out."""

from __future__ import annotations

from getpass import getuser
from typing import TYPE_CHECKING, Any

import click

from onrecord.cli.database import Database, database_option, open_database
from onrecord.cli.engines import Using, engine_options
from onrecord.cli.shown import one_line
from onrecord.errors import InputError
from onrecord.model import Kind

if TYPE_CHECKING:
    from onrecord.stores import Listed, Store

# Fields that change nothing of what is derived from the text.
_OUTER = frozenset({"url", "author"})


@click.command("set")
@click.argument("ref", metavar="ID")
@click.argument("fields", nargs=-1, metavar="FIELD=VALUE...")
@click.option("--by", default=None, metavar="NAME", help="Who corrects; else your login name.")
@click.option("--undo", multiple=True, metavar="FIELD", help="Take the correction of it back.")
@engine_options
@database_option
def set_fields(
    ref: str,
    fields: tuple[str, ...],
    database: Database | None,
    *,
    by: str | None,
    undo: tuple[str, ...],
    using: Using,
) -> None:
    """Correct what is known of a document.

    The original stays, and a correction can be taken back.

    FIELD is one of title, url, published (EDTF), publisher, author, language, kind and speaker.
    What these fields decide (turns, statements, dates) is worked out afresh, the statements by
    the engine that found them before unless --engine names another.
    """
    changes = _changes(fields)
    if not changes and not undo:
        raise click.UsageError("give FIELD=VALUE, or --undo FIELD")
    using.refuse()
    with open_database(database) as store:
        held = store.find(ref)
        with store.together():
            for field in undo:
                store.take_back(held, field)
            for field, value in changes.items():
                store.correct(held, field, value, by=login() if by is None else by)
            if {*changes, *undo} - _OUTER:
                _derive(store, held, using=using)
        _tell(store, held, {*changes, *undo})


def _changes(fields: tuple[str, ...]) -> dict[str, str]:
    changes: dict[str, str] = {}
    for given in fields:
        field, equals, value = given.partition("=")
        if not equals:
            raise InputError(f"{given}: not of the form FIELD=VALUE")
        changes[field.strip()] = _checked(field.strip(), value.strip())
    return changes


def _checked(field: str, value: str) -> str:
    if field == "published" and value:
        from onrecord.dates import read_edtf

        return read_edtf(value).edtf
    if field == "kind" and value and value not in list(Kind):
        raise InputError(f"{value}: no kind of document; it is one of {', '.join(Kind)}")
    return value


def _derive(store: Store, ref: str, *, using: Using) -> None:
    from onrecord.pipeline import read_document

    before = store.load(ref)
    by = using if any(using) else Using(before.engine.partition(" ")[0] or None, None)
    store.replace(read_document(before.document, **by._asdict()))


def _tell(store: Store, ref: str, fields: set[str]) -> None:
    document = store.load(ref).document
    for field in sorted(fields):
        value: Any = getattr(document, field)
        click.echo(one_line(f"{ref}: {field} = {value or '(empty)'}"))


def login() -> str:
    """The name of whoever runs this, "" where nobody can tell."""
    try:
        return getuser()
    except (KeyError, OSError):
        return ""


@click.command("remove")
@click.argument("refs", nargs=-1, required=True, metavar="ID...")
@database_option
def remove(refs: tuple[str, ...], database: Database | None) -> None:
    """Take documents out.

    All that was derived from them goes too; only that they were held stays known.
    """
    with open_database(database) as store, store.together():
        gone = [_removed(store, ref) for ref in refs]
    for line in gone:
        older = f" (its older version {line.supersedes} is still kept, out of use)"
        click.echo(one_line(f"removed {line.id}{older if line.supersedes else ''}"))


def _removed(store: Store, ref: str) -> Listed:
    line = store.listed(ref)
    store.remove(line.id)
    return line
