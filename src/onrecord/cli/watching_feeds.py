"""`onrecord watch`: feeds into the database, round after round."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.adding_telling import line
from onrecord.cli.database import Database, database_option, open_database
from onrecord.cli.ending import end_on_term
from onrecord.cli.engines import Using, engine_options
from onrecord.cli.house import PARTLY
from onrecord.cli.indexing import bring_up_to_date
from onrecord.cli.shown import one_line
from onrecord.errors import InputError
from onrecord.model import Failure

if TYPE_CHECKING:
    from onrecord.fetching import Client
    from onrecord.intake import FeedList, Subscription
    from onrecord.stores import Store


@click.command("watch")
@click.argument("feeds", type=click.Path(path_type=Path), metavar="FEEDS.toml")
@click.option("--once", is_flag=True, help="Ask the feeds that are due, and end.")
@click.option("--dry-run", is_flag=True, help="List what would be loaded; load and keep nothing.")
@click.option(
    "--allow-private",
    is_flag=True,
    help="Fetch from this machine and its network too, and from any port.",
)
@engine_options
@database_option
def watch(
    feeds: Path,
    database: Database | None,
    *,
    once: bool,
    dry_run: bool,
    allow_private: bool,
    using: Using,
) -> None:
    """Follow the feeds that a file names, and read what is new in them into the database.

    A line for each document and each failure. What was seen is kept in the database: a restart
    loads nothing twice. Ctrl-C ends it with status 130, SIGTERM with 143. docs/feeds.md says what
    stands in the file.
    """
    end_on_term()
    using.refuse()
    listed = _listed(feeds)
    client = _client(listed, allow_private=allow_private)
    with open_database(database, create=True) as store:
        if dry_run:
            sys.exit(_foretell(store, listed, client))
        told = _Told()
        try:
            _watch(store, listed, client, told=told, once=once, using=using)
        finally:
            told.sum_up()
    if told.counts["failed"]:
        sys.exit(PARTLY)


class _Told:
    """What was said so far."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()

    def failure(self, failure: Failure) -> None:
        """A line about what failed, on standard error."""
        self.counts["failed"] += 1
        click.secho(one_line(f"not added: {failure.path}: {failure.reason}"), fg="red", err=True)

    def sum_up(self) -> None:
        """The sum in one line."""
        counts = self.counts
        click.echo(
            f"{counts['added']} added, {counts['held']} held already, "
            f"{counts['version']} newer versions, {counts['failed']} failed"
        )


def _watch(
    store: Store, listed: FeedList, client: Client, *, told: _Told, once: bool, using: Using
) -> None:
    from onrecord.intake import watch as watching

    for subscription, taken in watching(store, listed.feeds, client, once=once, using=using):
        if taken is None:
            bring_up_to_date(store)
            _tell_round(store, subscription)
        elif isinstance(taken, Failure):
            told.failure(taken)
        else:
            told.counts[taken.what] += 1
            click.echo(line(taken))


def _tell_round(store: Store, subscription: Subscription) -> None:
    """When the feed is due next, for whoever watches the terminal."""
    state = store.feed(subscription.url)
    if state and sys.stderr.isatty():
        click.secho(one_line(f"{subscription.url}: next at {state.due}"), dim=True, err=True)


def _foretell(store: Store, listed: FeedList, client: Client) -> int:
    """List the entries that a round would load; how to leave."""
    from onrecord.intake import foresee

    told = _Told()
    for subscription in listed.feeds:
        for entry in foresee(store, subscription, client):
            if isinstance(entry, Failure):
                told.failure(entry)
            else:
                day = entry.published or "no date"
                click.echo(one_line(f"would load {day} {entry.url or '-'} {entry.title}"))
    return PARTLY if told.counts["failed"] else 0


def _listed(path: Path) -> FeedList:
    from onrecord.intake import read_feed_list

    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError(f"{path}: not UTF-8") from None
    try:
        return read_feed_list(text)
    except InputError as fault:
        raise InputError(f"{path}: {fault}") from None


def _client(listed: FeedList, *, allow_private: bool) -> Client:
    from onrecord.fetching import open_client

    return open_client(allow_private=allow_private, contact=listed.contact)
