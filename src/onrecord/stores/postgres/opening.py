"""Opening a PostgreSQL database: recognising it, making its tables, bringing it up to date."""

from __future__ import annotations

import secrets
from importlib.resources import files

from onrecord.errors import MissingLibraryError, NewerStoreError, NotAStoreError, StoreError
from onrecord.stores.postgres.address import Address
from onrecord.stores.postgres.connection import PostgresConnection

# "OnRe": whoever has this lock of the database brings it up to date.
_LOCK = 0x4F6E5265
_MARK = "onrecord_database"
_HEAD = f"CREATE TABLE {_MARK} (version BIGINT NOT NULL, id TEXT NOT NULL)"


def connect(address: Address, *, create: bool, wait: float) -> PostgresConnection:
    """A connection to the Onrecord database at an address, up to date; see `open_store`."""
    _require_psycopg()
    connection = PostgresConnection(address, wait=wait)
    try:
        with connection.told():
            _check_encoding(connection, address)
            if _version(connection, address) != len(migrations()):
                _bring_up_to_date(connection, address, create=create)
    except BaseException:
        connection.close()
        raise
    return connection


def identity(connection: PostgresConnection) -> str:
    """What this database alone is called, wherever it is moved to by its own tools."""
    with connection.told():
        return str(connection.execute(f"SELECT id FROM {_MARK}").fetchall()[0][0])


def migrations() -> list[str]:
    """The numbered SQL files, in order; the n-th brings a database to version n."""
    folder = files("onrecord.stores.postgres") / "migrations"
    names = sorted(f.name for f in folder.iterdir() if f.name.endswith(".sql"))
    return [(folder / name).read_text("utf-8") for name in names]


def _require_psycopg() -> None:
    try:
        import psycopg  # noqa: F401 - to be told that it is not there
    except ImportError as error:
        raise MissingLibraryError(
            "PostgreSQL needs psycopg: pip install 'onrecord[postgres]'"
        ) from error


def _check_encoding(connection: PostgresConnection, address: Address) -> None:
    encoding = connection.execute("SHOW server_encoding").fetchall()[0][0]
    if encoding != "UTF8":
        raise StoreError(f"{address}: its encoding is {encoding}; it has to be UTF8")


def _version(connection: PostgresConnection, address: Address) -> int:
    """Which version a database has, 0 one that is empty."""
    rows = connection.execute(
        "SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace"
        " AND relkind IN ('r', 'p')"
    )
    tables = {row[0] for row in rows.fetchall()}
    if _MARK not in tables:
        if tables:
            raise NotAStoreError(f"{address}: a database of another application, not of Onrecord")
        return 0
    version = int(connection.execute(f"SELECT version FROM {_MARK}").fetchall()[0][0])
    if version > (known := len(migrations())):
        raise NewerStoreError(
            f"{address}: written by a newer Onrecord (version {version} of the database, this one "
            f"knows {known}); update Onrecord"
        )
    return version


def _bring_up_to_date(connection: PostgresConnection, address: Address, *, create: bool) -> None:
    connection.execute("BEGIN")
    try:
        # Another process may have done it while this one waited for its turn.
        connection.execute("SELECT pg_advisory_xact_lock(?)", (_LOCK,))
        steps, version = migrations(), _version(connection, address)
        if not version:
            if not create:
                raise NotAStoreError(f"{address}: there is no Onrecord database here yet")
            connection.execute(_HEAD)
            connection.execute(f"INSERT INTO {_MARK} VALUES (0, ?)", (secrets.token_hex(16),))
        for step in steps[version:]:
            connection.execute(step)
        connection.execute(f"UPDATE {_MARK} SET version = ?", (len(steps),))
        if not version:
            connection.execute("UPDATE numbered SET stamp = ?", (secrets.token_hex(8),))
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise
