"""What is remembered of the web, as rows."""

from __future__ import annotations

import json
from dataclasses import asdict

from onrecord.stores._visits import FeedState, SeenEntry, Visit
from onrecord.stores.sql.connection import Connection


def load_visit(connection: Connection, url: str) -> Visit | None:
    """See `Store.visit`."""
    row = connection.execute("SELECT * FROM visits WHERE url = ?", (url,)).fetchone()
    if row is None:
        return None
    return Visit(**{**dict(row), "redirects": tuple(json.loads(row["redirects"]))})


def keep_visit(connection: Connection, visit: Visit) -> None:
    """See `Store.keep_visit`."""
    values = asdict(visit) | {"redirects": json.dumps(visit.redirects)}
    _replace(connection, "visits", "url", values)


def load_feed(connection: Connection, url: str) -> FeedState | None:
    """See `Store.feed`."""
    row = connection.execute("SELECT * FROM feeds WHERE url = ?", (url,)).fetchone()
    return FeedState(**dict(row)) if row else None


def keep_feed(connection: Connection, state: FeedState) -> None:
    """See `Store.keep_feed`."""
    _replace(connection, "feeds", "url", asdict(state))


def load_seen(connection: Connection, feed: str) -> dict[str, SeenEntry]:
    """See `Store.seen`."""
    rows = connection.execute("SELECT * FROM feed_entries WHERE feed = ?", (feed,))
    return {row["key"]: SeenEntry(**dict(row)) for row in rows}


def keep_seen(connection: Connection, entry: SeenEntry) -> None:
    """See `Store.keep_seen`."""
    _replace(connection, "feed_entries", "feed, key", asdict(entry))


def _replace(connection: Connection, table: str, key: str, values: dict[str, object]) -> None:
    """Write one row over the one of its key; table and columns are named by this file alone."""
    names, marks = ", ".join(values), ", ".join("?" * len(values))
    changes = ", ".join(f"{name} = excluded.{name}" for name in values)
    connection.execute(
        f"INSERT INTO {table} ({names}) VALUES ({marks})"
        f" ON CONFLICT ({key}) DO UPDATE SET {changes}",
        tuple(values.values()),
    )
