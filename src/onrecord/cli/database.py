"""Which database a command works on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from onrecord.stores import Store

_Command = TypeVar("_Command", bound=Callable[..., object])


def database_option(command: _Command) -> _Command:
    """The option `--db`, which every command that works on a store takes after its name."""
    option = click.option(
        "--db",
        "database",
        metavar="FILE",
        envvar="ONRECORD_DB",
        type=click.Path(path_type=Path),
        help="The database; else $ONRECORD_DB, else onrecord.db in your user data folder.",
    )
    return option(command)


def open_database(path: Path | None, *, create: bool = False) -> Store:
    """The store that `--db` names, made where it is missing only if `create` is true."""
    from onrecord.stores import open_store

    return open_store(path or default_path(), create=create)


def default_path() -> Path:
    """Where the database is when nobody says where."""
    from platformdirs import user_data_path

    return user_data_path("onrecord", appauthor=False) / "onrecord.db"
