"""`onrecord people list`, `show` and `who`: what the rosters say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from onrecord.cli.database import Database, database_option, default_path, open_database
from onrecord.cli.shown import json_line, one_line, tell_rows
from onrecord.errors import NotFoundError
from onrecord.model import Holder, Person, Roster

if TYPE_CHECKING:
    from onrecord.answers import PersonLineAnswer
    from onrecord.portraits import Post
    from onrecord.stores import Store

_LIST = ("id", "name", "posts", "according")
_WHO = ("name", "from", "to", "according", "certain", "open")
_json_option = click.option("--json", "as_json", is_flag=True, help="For programs, line by line.")


@click.command("list")
@click.option("--name", default="", help="Whose name can be this.")
@click.option("--of", "of", default="", metavar="STATE", help="With a post of it.")
@click.option("--post", default="", metavar="WORDS", help="With this post, in any words.")
@click.option("--at", "day", default="", metavar="DATE", help="With a post on this day.")
@_json_option
@database_option
def list_people(database: Database | None, *, as_json: bool, **wanted: str) -> None:
    """List people, with the posts that pass the filters."""
    from onrecord.answers import person_line, plain
    from onrecord.rosters import select

    with _roster(database) as (roster, _):
        lines = (person_line(person, found, roster) for person, found in select(roster, **wanted))
        rows = (plain(line) if as_json else _line(line) for line in lines)
        tell_rows(rows, "jsonl" if as_json else "table", _LIST)


def _line(one: PersonLineAnswer) -> dict[str, object]:
    return {
        "id": one.id,
        "name": one.name,
        "posts": "; ".join(dict.fromkeys(one.posts)),
        "according": ", ".join(one.according),
    }


@click.command("who")
@click.argument("post", metavar="POST")
@click.option("--of", "of", default="", metavar="STATE", help="Whose post, if POST does not say.")
@click.option("--at", "day", required=True, metavar="DATE", help="The day, as 2019-01-28.")
@_json_option
@database_option
def who(post: str, database: Database | None, *, of: str, day: str, as_json: bool) -> None:
    """Say who holds a post on a day, according to whom, and what speaks against it.

    POST is in any words: "Foreign Minister of Kazakhstan", "Kazakh foreign minister".
    """
    from onrecord.rosters import holders

    with _roster(database) as (roster, _):
        found = holders(roster, post, of=of, day=day)
    if not found:
        raise NotFoundError(f"{post}: no roster has anybody in this post on {day}")
    if as_json:
        from onrecord import answers

        for holder in found:
            shown = answers.plain(answers.holder(holder))
            click.echo(json_line(shown))
        return
    tell_rows([row for holder in found for row in _claims(holder)], "table", _WHO)


def _claims(holder: Holder) -> Iterator[dict[str, object]]:
    from onrecord.portraits import ending

    for number, tenure in enumerate(holder.tenures):
        yield {
            "name": holder.person.name,
            "from": tenure.start or "unknown",
            "to": ending(tenure),
            "according": tenure.according,
            "certain": "yes" if holder.certain else "no",
            "open": "" if number else holder.why,
        }


@click.command("show")
@click.argument("name", metavar="PERSON")
@_json_option
@database_option
def show(name: str, database: Database | None, *, as_json: bool) -> None:
    """Show a person: names, posts with their sources, disagreements, statements held.

    PERSON is an id or a name that one person alone bears.
    """
    from onrecord.portraits import differences, posts_of
    from onrecord.rosters import person_named

    with _roster(database) as (roster, store):
        person = person_named(roster, name)
        said = _said(store, person)
        decided = _decided(store, person)
    posts, differing = posts_of(roster, person), differences(roster, person)
    if as_json:
        from onrecord import answers

        whole = answers.person(
            person,
            [one.tenure for one in posts],
            [one.disagreement for one in differing],
            statements=said,
            decided=decided,
        )
        click.echo(json_line(answers.plain(whole)))
        return
    click.echo(f"{click.style(one_line(person.name), bold=True)}  {person.id}")
    for line in _shown(person, posts):
        click.echo(one_line(line))
    for one in differing:
        others = f", with {one.others[0]}" if one.others else ""
        click.echo(one_line(f"disagree: {' / '.join(one.posts)}{others}: {one.why}"))
    for line in decided:
        click.echo(one_line(f"decided: {line}"))
    total = sum(said.values())
    names = ", ".join(f"{who} {count}" for who, count in said.items())
    click.echo(one_line(f"statements held: {total}{f' ({names})' if names else ''}"))


def _shown(person: Person, posts: Iterable[Post]) -> Iterator[str]:
    from onrecord.portraits import called

    if person.aliases:
        yield f"also: {'; '.join(called(one) for one in person.aliases)}"
    if person.also:
        yield f"ids: {'; '.join(person.also)}"
    for one in posts:
        note = f" ({one.note})" if one.note else ""
        yield f"{one.since} to {one.until}: {one.post}, according to {one.according}{note}"


def _said(store: Store | None, person: Person) -> dict[str, int]:
    """How many statements the store has under each name that can be this person's."""
    from onrecord.enrolling import names_in
    from onrecord.stores import Wanted

    if store is None:
        return {}
    return {
        name: sum(1 for _ in store.statements(Wanted(speakers=(name,))))
        for name in names_in(store, person)
    }


def _decided(store: Store | None, person: Person) -> list[str]:
    ids = {person.id, *person.also}
    return [
        f"{one.number}: {one.one} and {one.other} are {'one' if one.same else 'two'}"
        f"{f' by {one.by}' if one.by else ''}, {one.at}"
        f"{f', taken back {one.taken_back}' if one.taken_back else ''}"
        for one in (store.verdicts() if store else ())
        if ids & {one.one, one.other}
    ]


@contextmanager
def _roster(database: Database | None) -> Iterator[tuple[Roster, Store | None]]:
    """The roster of the database; where there is none yet, the one that ships."""
    from onrecord.enrolling import enrolled
    from onrecord.rosters import shipped

    if database is None and not default_path().exists():
        yield shipped(), None
        return
    with open_database(database) as store:
        yield enrolled(store), store
