"""`onrecord corrections accept`, `change`, `merge`, `split`, `reject` and `undo`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, TypeVar

import click

from onrecord.cli.changing import login
from onrecord.cli.corrections_telling import json_option, process_option, tell_amendments
from onrecord.cli.database import Database, database_option, open_database
from onrecord.errors import InputError

if TYPE_CHECKING:
    from onrecord.dossiers.amending import Hand
    from onrecord.model import Amendment, Dossier
    from onrecord.stores import Store

_Command = TypeVar("_Command", bound=Callable[..., object])


def _options(command: _Command) -> _Command:
    """The options of whatever corrects a line."""
    for option in (
        database_option,
        json_option,
        click.option("--note", default="", metavar="WORDS", help="Why."),
        click.option("--by", default=None, metavar="NAME", help="Who; else your login name."),
        process_option,
    ):
        command = option(command)
    return command


@click.command("accept")
@click.argument("lines", nargs=-1, required=True, metavar="LINE...")
@_options
def accept(lines: tuple[str, ...], database: Database | None, **given: str | bool | None) -> None:
    """Say of lines that they are right as they stand."""
    from onrecord.dossiers import amending

    _lay(database, lines, lambda now, hand: (amending.accept(now, r, hand()) for r in lines), given)


@click.command("reject")
@click.argument("lines", nargs=-1, required=True, metavar="LINE...")
@_options
def reject(lines: tuple[str, ...], database: Database | None, **given: str | bool | None) -> None:
    """Leave lines out that are wrong; they count nowhere, and are listed as rejected."""
    from onrecord.dossiers import amending

    _lay(database, lines, lambda now, hand: (amending.reject(now, r, hand()) for r in lines), given)


@click.command("change")
@click.argument("line", metavar="LINE")
@click.argument("fields", nargs=-1, required=True, metavar="FIELD=VALUE...")
@_options
def change(
    line: str, fields: tuple[str, ...], database: Database | None, **given: str | bool | None
) -> None:
    """Give fields of a line other values.

    Dates are EDTF, several names are parted by semicolons. An unknown field is refused with the
    ones that there are.
    """
    from onrecord.dossiers import amending

    changes = [_change(one) for one in fields]
    _lay(
        database,
        [line],
        lambda now, hand: (amending.change(now, line, one, hand()) for one in changes),
        given,
    )


@click.command("merge")
@click.argument("line", metavar="LINE")
@click.argument("others", nargs=-1, required=True, metavar="OTHER...")
@_options
def merge(
    line: str, others: tuple[str, ...], database: Database | None, **given: str | bool | None
) -> None:
    """Make several lines one, with the evidence of all; what the first leaves open is filled in."""
    from onrecord.dossiers import amending

    _lay(
        database,
        [line, *others],
        lambda now, hand: [amending.merge(now, line, others, hand())],
        given,
    )


@click.command("split")
@click.argument("line", metavar="LINE")
@click.argument("evidence", nargs=-1, required=True, metavar="EVIDENCE...")
@_options
def split(
    line: str, evidence: tuple[str, ...], database: Database | None, **given: str | bool | None
) -> None:
    """Part evidence off that is about something else; it makes a line of its own.

    EVIDENCE is a document's id, or DOCUMENT:START for words in which this place lies.
    """
    from onrecord.dossiers import amending

    _lay(
        database,
        [line],
        lambda now, hand: [amending.split(now, line, evidence, hand())],
        given,
    )


@click.command("undo")
@click.argument("refs", nargs=-1, required=True, metavar="CORRECTION...")
@json_option
@database_option
def undo(refs: tuple[str, ...], database: Database | None, *, as_json: bool) -> None:
    """Take corrections back; what was in force before stands again.

    CORRECTION is its id, or a beginning of it. To redo it, correct once more.
    """
    with open_database(database) as store:
        with store.together():
            gone = [store.take_back_amendment(ref) for ref in refs]
        tell_amendments(gone, as_json=as_json)


def _change(given: str) -> tuple[str, str]:
    field, equals, value = given.partition("=")
    if not equals:
        raise InputError(f"{given}: not of the form FIELD=VALUE")
    return field.strip(), value.strip()


_Given = dict[str, str | bool | None]
_Laying = Callable[["Dossier", Callable[[], "Hand"]], Iterable["Amendment"]]


def _lay(
    database: Database | None,
    lines: Iterable[str],
    laying: _Laying,
    given: dict[str, str | bool | None],
) -> None:
    """Work the dossier out as it is, lay corrections over its lines, and keep them all or none."""
    from onrecord.dossiers import dossier, find
    from onrecord.dossiers.amending import Hand, cited_by

    profile, by = find(str(given["process"])), given["by"]
    with open_database(database) as store:
        now = dossier(store, profile)
        bytes_of = _bytes_of(store, cited_by(now, lines))

        def hand() -> Hand:
            at = _later_than(store.amendments(profile.name))
            return Hand(login() if by is None else str(by), at, str(given["note"]), bytes_of)

        laid = list(laying(now, hand))
        with store.together():
            for one in laid:
                store.amend(one)
    tell_amendments(laid, as_json=bool(given["as_json"]))


def _later_than(held: Iterable[Amendment]) -> str:
    """The time; where the clock was set back, a moment after the last correction that is held.

    The later of two is in force, and nobody corrects what he has not seen.
    """
    last = max((datetime.fromisoformat(one.at) for one in held), default=None)
    now = datetime.now(UTC)
    if last and last.tzinfo and last >= now:
        now = last + timedelta(microseconds=1)
    return now.isoformat(timespec="microseconds")


def _bytes_of(store: Store, documents: Iterable[str]) -> dict[str, str]:
    """The SHA-256 of the raw bytes of documents, by which others have them."""
    return {ref: store.load(ref).document.provenance.sha256 for ref in sorted(documents)}
