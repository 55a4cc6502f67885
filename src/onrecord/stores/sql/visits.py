"""The part of a store that remembers the web: see `Visits`."""

from __future__ import annotations

from onrecord.stores._visits import FeedState, SeenEntry, Visit
from onrecord.stores.sql.session import Session
from onrecord.stores.sql.visiting import (
    keep_feed,
    keep_seen,
    keep_visit,
    load_feed,
    load_seen,
    load_visit,
)


class SqlVisits(Session):
    """The `Visits` protocol in SQL."""

    def visit(self, url: str) -> Visit | None:
        """The last visit of this very URL, None for none."""
        with self._connection.told():
            return load_visit(self._connection, url)

    def keep_visit(self, visit: Visit) -> None:
        """Keep a visit in the place of the one before."""
        with self._writing():
            keep_visit(self._connection, visit)

    def feed(self, url: str) -> FeedState | None:
        """How the feed of this URL stands, None where it was never asked for."""
        with self._connection.told():
            return load_feed(self._connection, url)

    def keep_feed(self, state: FeedState) -> None:
        """Keep how a feed stands in the place of what was kept before."""
        with self._writing():
            keep_feed(self._connection, state)

    def seen(self, feed: str) -> dict[str, SeenEntry]:
        """The entries seen of a feed, by their keys."""
        with self._connection.told():
            return load_seen(self._connection, feed)

    def keep_seen(self, entry: SeenEntry) -> None:
        """Keep an entry in the place of the one before."""
        with self._writing():
            keep_seen(self._connection, entry)
