"""What is remembered of the web, as rows."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import asdict

from onrecord.stores._visits import FeedState, SeenEntry, Visit


def load_visit(connection: sqlite3.Connection, url: str) -> Visit | None:
    """See `Store.visit`."""
    row = connection.execute("SELECT * FROM visits WHERE url = ?", (url,)).fetchone()
    if row is None:
        return None
    return Visit(**{**dict(row), "redirects": tuple(json.loads(row["redirects"]))})


def keep_visit(connection: sqlite3.Connection, visit: Visit) -> None:
    """See `Store.keep_visit`."""
    values = asdict(visit) | {"redirects": json.dumps(visit.redirects)}
    _replace(connection, "visits", values)


def load_feed(connection: sqlite3.Connection, url: str) -> FeedState | None:
    """See `Store.feed`."""
    row = connection.execute("SELECT * FROM feeds WHERE url = ?", (url,)).fetchone()
    return FeedState(**dict(row)) if row else None


def keep_feed(connection: sqlite3.Connection, state: FeedState) -> None:
    """See `Store.keep_feed`."""
    _replace(connection, "feeds", asdict(state))


def load_seen(connection: sqlite3.Connection, feed: str) -> dict[str, SeenEntry]:
    """See `Store.seen`."""
    rows = connection.execute("SELECT * FROM feed_entries WHERE feed = ?", (feed,))
    return {row["key"]: SeenEntry(**dict(row)) for row in rows}


def keep_seen(connection: sqlite3.Connection, entry: SeenEntry) -> None:
    """See `Store.keep_seen`."""
    _replace(connection, "feed_entries", asdict(entry))


def _replace(connection: sqlite3.Connection, table: str, values: dict[str, object]) -> None:
    """Write one row over the one of its key; table and columns are named by this file alone."""
    names, marks = ", ".join(values), ", ".join("?" * len(values))
    connection.execute(
        f"INSERT OR REPLACE INTO {table} ({names}) VALUES ({marks})", tuple(values.values())
    )
