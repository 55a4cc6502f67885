"""`onrecord db move`."""

from __future__ import annotations

import click

from onrecord.cli.database import NAMED, Database
from onrecord.cli.watching import progress


@click.command("move")
@click.argument("origin", metavar="FROM", type=NAMED)
@click.argument("target", metavar="TO", type=NAMED)
@click.option("--quiet", "-q", is_flag=True, help="No line for each table.")
def move(origin: Database, target: Database, *, quiet: bool) -> None:
    """Copy the whole database FROM into the empty database TO.

    Each is a file or postgresql://...; FROM stays as it is. All rows are copied in one transaction,
    read back and compared: where a table's count or checksum differs, nothing is moved. A line for
    each table says how many rows it has and their SHA-256, the same on both sides.
    """
    from onrecord.stores import move as move_database

    with progress("moving") as step:
        moved = move_database(origin, target, progress=step)
    for one in () if quiet else moved:
        click.echo(f"{one.table:16} {one.rows:>12,}  {one.sha256}")
    rows = sum(one.rows for one in moved)
    click.echo(f"{rows:,} rows of {origin} are in {target}; counts and checksums are the same")
