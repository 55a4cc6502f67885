"""`onrecord doctor`: whether a database is whole, and what can be done where it is not."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from onrecord.cli.database import Database, database_option, default_path
from onrecord.cli.house import PARTLY, REFUSED
from onrecord.cli.shown import one_line

if TYPE_CHECKING:
    from onrecord.stores import Check, Health

_COLOURS = {"holds": "green", "repairable": "yellow", "broken": "red", "unknown": "yellow"}
Watch = Callable[[str, int, int], None]


@click.command("doctor")
@click.option("--repair", "repairing", is_flag=True, help="Repair what can be repaired.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@database_option
def doctor(database: Database | None, *, repairing: bool, as_json: bool) -> None:
    """Examine the database and the passage index beside it.

    A line for each check says whether it holds. The exit status is 0 where all is whole, 1 where
    something was wrong and is repaired or can be (--repair), or could not be examined, and 2 where
    something cannot be repaired from what is here.
    """
    from onrecord.stores import examine, repair

    path = database or default_path()
    with _watching() as watch:
        if repairing:
            from onrecord.intake import read_again

            health = repair(path, read_again, watch=watch)
        else:
            health = examine(path, watch=watch)
    click.echo(_as_json(health) if as_json else "\n".join(_lines(health)))
    sys.exit(status(health))


def status(health: Health) -> int:
    """The exit status."""
    if health.lost:
        return REFUSED
    return 0 if health.whole and not health.repaired else PARTLY


def _lines(health: Health) -> Iterator[str]:
    for check in health.checks:
        yield from _check_lines(check)
    for remedy in health.repaired:
        yield click.style(f"done        {remedy}", fg="yellow")
    yield f"{health.database}: {_sum(health)}"


def _check_lines(check: Check) -> Iterator[str]:
    state = click.style(f"{check.state:<11}", fg=_COLOURS[check.state])
    yield f"{state} {check.name}: {check.told}"
    for one in check.found:
        yield f"            {one_line(one)}"
    if check.wrong > len(check.found) > 0:
        yield f"            and {check.wrong - len(check.found):,} more"


def _sum(health: Health) -> str:
    if health.lost:
        return "something is lost that cannot be repaired from what is here; restore a backup"
    if health.remedies:
        return "something is wrong that `onrecord doctor --repair` repairs"
    if not health.whole:
        return "something could not be examined"
    return "repaired, and whole" if health.repaired else "whole"


def _as_json(health: Health) -> str:
    kept = asdict(health) | {"whole": health.whole, "status": status(health)}
    return json.dumps(kept, ensure_ascii=False, indent=2)


@contextmanager
def _watching() -> Iterator[Watch | None]:
    """A bar for each check, where somebody watches."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress, TaskID

    tasks: dict[str, TaskID] = {}
    with Progress(console=Console(stderr=True), transient=True) as bar:

        def watch(name: str, done: int, total: int) -> None:
            if name not in tasks:
                tasks[name] = bar.add_task(name)
            bar.update(tasks[name], completed=done, total=total)

        yield watch
