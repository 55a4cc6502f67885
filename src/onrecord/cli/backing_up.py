"""`onrecord db backup` and `onrecord db restore`."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.cli.database import Database, database_option, default_path, open_database
from onrecord.cli.indexing import bring_up_to_date
from onrecord.cli.watching import progress

_FILE = click.Path(path_type=Path)


@click.command("backup")
@click.argument("file", metavar="FILE", type=_FILE)
@click.option("--force", is_flag=True, help="Put it in the place of a file that is there.")
@database_option
def backup(file: Path, database: Database | None, *, force: bool) -> None:
    """Copy the database to FILE, as it is at this moment.

    Others may write to it meanwhile. FILE is one SQLite file, examined before it has its name; the
    passage index is not in it, and is made anew from it.
    """
    from onrecord.stores import back_up

    path = database or default_path()
    with progress("copying") as step:
        size = back_up(path, file, force=force, progress=step)
    click.echo(f"{path} is kept in {file}: {size:,} bytes, examined and whole")


@click.command("restore")
@click.argument("file", metavar="FILE", type=_FILE)
@database_option
def restore(file: Path, database: Database | None) -> None:
    """Put the backup FILE in the place of the database.

    FILE is examined first. The database that is there is kept beside under a dated name. No other
    process may have it open.
    """
    from onrecord import stores

    path = database or default_path()
    with progress("copying") as step:
        aside = stores.restore(file, path, progress=step)
    click.echo(f"{file} is in the place of {path}")
    if aside:
        click.echo(f"what was there is kept in {aside}")
    with open_database(path) as store:
        bring_up_to_date(store)
        click.echo(f"{store.how_many():,} documents are held")
