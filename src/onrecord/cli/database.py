"""Which database a command works on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, TypeVar

import click

if TYPE_CHECKING:
    from onrecord.stores import Address, Store

Database: TypeAlias = "Path | Address"
"""The path of an SQLite file, or the address of a PostgreSQL database."""

_Command = TypeVar("_Command", bound=Callable[..., object])


class _Named(click.ParamType):  # type: ignore[type-arg]
    """What `--db` names; an address is nowhere shown with its password."""

    name = "database"

    def convert(
        self, value: str | Database, param: click.Parameter | None, ctx: click.Context | None
    ) -> Database:
        """A URL as an address, anything else as a path."""
        if not isinstance(value, str):
            return value
        if not value.startswith("postgres"):
            return Path(value)
        from onrecord.stores import locate

        return locate(value)


NAMED = _Named()
"""The type of an argument or option that names a database."""


def database_option(command: _Command) -> _Command:
    """The option `--db`, which every command that works on a store takes after its name."""
    option = click.option(
        "--db",
        "database",
        metavar="FILE|URL",
        envvar="ONRECORD_DB",
        type=NAMED,
        help="The database, a file or postgresql://...; else $ONRECORD_DB, else onrecord.db in"
        " your user data folder.",
    )
    return option(command)


def open_database(database: Database | None, *, create: bool = False) -> Store:
    """The store that `--db` names, made where it is missing only if `create` is true."""
    from onrecord.stores import open_store

    return open_store(database or default_path(), create=create)


def default_path() -> Path:
    """Where the database is when nobody says where."""
    from platformdirs import user_data_path

    return user_data_path("onrecord", appauthor=False) / "onrecord.db"
