"""A PostgreSQL database examined: what stands in its tables, and the index on this machine.

The files are the server's, whose own tools look at these (`pg_amcheck`, checksums of pages).
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

from onrecord.errors import StoreBusyError, StoreError
from onrecord.index import alone
from onrecord.stores._health import Check, Health, Remedy, State, holds, wrong
from onrecord.stores.health import Watch, check_index, content_checks
from onrecord.stores.postgres import folder_of
from onrecord.stores.postgres.address import Address
from onrecord.stores.postgres.connection import PostgresConnection
from onrecord.stores.postgres.gone import Logged
from onrecord.stores.postgres.opening import connect, migrations
from onrecord.stores.sql.indexing import making_lock, unfinished

SEARCHED = {
    "statements_fts": "SELECT number FROM statements WHERE searched = 1",
    "passages_fts": "SELECT number FROM passages WHERE searched = 1 AND worded = 1",
}
"""Of what each table of full-text search has the words."""
_WORDS, _INDEX, _LEFT = "full text", "passage index", "leftovers"


def examine_server(address: Address, *, watch: Watch | None = None) -> Health:
    """Every check of a database on a server; nothing is changed but for bringing it up to date.

    `StoreError` where it is no Onrecord database, or of a newer one.
    """
    with closing(connect(address, create=False, wait=10.0)) as connection:
        folder = folder_of(connection)
        watched = partial(watch, _INDEX) if watch else None
        checks: dict[str, Callable[[], Check]] = {
            "version": _checked_version,
            **content_checks(connection, watch),
            _WORDS: partial(_checked_words, connection),
            _INDEX: partial(check_index, connection, folder, Logged(connection, folder), watched),
            _LEFT: partial(_checked_leftovers, folder),
        }
        found = [_guarded(connection, name, check) for name, check in checks.items()]
    return Health(str(address), tuple(found))


def _guarded(connection: PostgresConnection, name: str, check: Callable[[], Check]) -> Check:
    """A check, or that it could not be made."""
    try:
        with connection.told():
            return check()
    except StoreError as error:
        return Check(name, State.UNKNOWN, f"could not be examined: {error}")


def _checked_version() -> Check:
    return holds("version", f"the database is of version {len(migrations())}, as this Onrecord is")


def _checked_words(connection: PostgresConnection) -> Check:
    """Which statements and passages full-text search has; not by which words."""
    bad: list[str] = []
    for table, searched in SEARCHED.items():
        lacking = f"SELECT count(*) FROM ({searched} EXCEPT SELECT number FROM {table}) AS a"
        extra = f"SELECT count(*) FROM (SELECT number FROM {table} EXCEPT {searched}) AS a"
        for sql, told in ((lacking, "lacks"), (extra, "has too many:")):
            if count := connection.execute(sql).fetchall()[0][0]:
                bad.append(f"{table} {told} {count:,}")
    if bad:
        told = "full-text search does not have what is searched"
        return wrong(_WORDS, told, bad, remedy=Remedy.FULL_TEXT)
    return holds(_WORDS, f"full-text search has what is searched: {' and '.join(SEARCHED)}")


def leftovers(folder: Path) -> list[Path]:
    """What a killed process left beside the index on this machine."""
    return [one for one in (*unfinished(folder), making_lock(folder)) if one.exists()]


def _checked_leftovers(folder: Path) -> Check:
    left = leftovers(folder)
    if not left:
        return holds(_LEFT, "no killed process left anything on this machine")
    try:
        with alone(making_lock(folder), wait=0, busy="", leave=making_lock(folder) in left):
            told = "a process that was killed left something"
            return wrong(_LEFT, told, [str(one) for one in left], remedy=Remedy.LEFTOVERS)
    except StoreBusyError:
        return holds(_LEFT, "another process is making the passage index anew")
