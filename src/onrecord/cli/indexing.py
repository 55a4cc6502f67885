"""`onrecord reindex`: the passage index made anew; and a bar while it is brought up to date."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import click

from onrecord.cli.database import Database, database_option, open_database
from onrecord.errors import StoreBusyError

if TYPE_CHECKING:
    from onrecord.stores import Store


@click.command("reindex")
@database_option
def reindex(database: Database | None) -> None:
    """Make the passage index anew, from what the database holds.

    Needed where the folder beside the database is damaged or was lost; until the new one is whole
    the old one answers. Documents that an older Onrecord added are looked at for copies of one
    story; nothing else is touched.
    """
    with open_database(database) as store:
        with _progress() as step:
            store.reindex(anew=True, progress=step)
        with _progress("looking for copies") as step:
            seen = store.group_copies(step)
        passages, words = store.indexed()
    if seen:
        click.echo(f"{seen:,} documents looked at for copies")
    click.echo(f"{passages:,} passages of {words:,} words indexed")


def bring_up_to_date(store: Store) -> None:
    """Tell the index of what was added, with a bar where somebody watches.

    Where another process is at it, whoever looks something up next does the rest.
    """
    with _progress() as step, suppress(StoreBusyError):
        store.reindex(progress=step)


@contextmanager
def _progress(what: str = "indexing") -> Iterator[Callable[[int, int], None] | None]:
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
