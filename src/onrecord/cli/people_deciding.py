"""`onrecord people merge` and `split`: who is one person, as somebody decided."""

from __future__ import annotations

import click

from onrecord.cli.changing import login
from onrecord.cli.database import Database, database_option, open_database
from onrecord.cli.shown import one_line
from onrecord.errors import InputError
from onrecord.model import Person, Roster

_by_option = click.option("--by", default=None, metavar="NAME", help="Who; else your login name.")
_undo_option = click.option(
    "--undo", type=int, default=None, metavar="NUMBER", help="Take this decision back."
)


@click.command("merge")
@click.argument("people", nargs=-1, metavar="PERSON OTHER")
@_by_option
@_undo_option
@database_option
def merge(
    people: tuple[str, ...], database: Database | None, *, by: str | None, undo: int | None
) -> None:
    """Make two people one, under the name of the first.

    What was imported stays as it is; the decision is laid over it, and `--undo` takes it back.
    """
    _decide(people, database, by=by, undo=undo, same=True)


@click.command("split")
@click.argument("people", nargs=-1, metavar="PERSON OTHER")
@_by_option
@_undo_option
@database_option
def split(
    people: tuple[str, ...], database: Database | None, *, by: str | None, undo: int | None
) -> None:
    """Keep two apart that were taken for one: two ids that `people show` has of one person."""
    _decide(people, database, by=by, undo=undo, same=False)


def _decide(
    people: tuple[str, ...],
    database: Database | None,
    *,
    by: str | None,
    undo: int | None,
    same: bool,
) -> None:
    from onrecord.enrolling import enrolled
    from onrecord.stores import Verdict

    if len(people) != (2 if undo is None else 0):
        raise click.UsageError("give two people, or --undo NUMBER alone")
    with open_database(database, create=undo is None) as store:
        if undo is not None:
            store.take_back_verdict(undo)
            click.echo(f"took back decision {undo}")
            return
        roster = enrolled(store)
        first, second = people
        one, other = _merged(roster, first, second) if same else _parted(roster, first, second)
        number = store.decide(Verdict(one, other, same=same, by=login() if by is None else by))
    said = "are one person" if same else "are two people"
    told = f"decision {number}: {one} and {other} {said}; --undo {number} takes it back"
    click.echo(one_line(told))


def _merged(roster: Roster, first: str, second: str) -> tuple[str, str]:
    from onrecord.rosters import person_named

    one, other = person_named(roster, first), person_named(roster, second)
    if one.id == other.id:
        raise InputError(f"{first} and {second} are one person already: {one.id}")
    return one.id, other.id


def _parted(roster: Roster, first: str, second: str) -> tuple[str, str]:
    from onrecord.rosters import person_named

    held = person_named(roster, first)
    if second not in _ids(held) or first not in _ids(held) or first == second:
        raise InputError(f"{first}, {second}: no two ids of one person, as `people show` has them")
    return first, second


def _ids(person: Person) -> tuple[str, ...]:
    return (person.id, *person.also)
