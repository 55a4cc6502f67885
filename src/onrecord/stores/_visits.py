"""What a store remembers of the web: pages and feeds asked for, entries of feeds seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Visit:
    """A page that was fetched: by which URLs, how its server tells versions, what it gave.

    `redirects` are the URLs asked on the way, `final` where they ended. `document` is "" where the
    page gave no document, or several. `at` is UTC, ISO 8601.
    """

    url: str
    final: str
    redirects: tuple[str, ...] = ()
    etag: str = ""
    last_modified: str = ""
    at: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class FeedState:
    """How a feed stands: asked when, due when, how often it failed in a row, and why.

    Times are UTC, ISO 8601, "" for never.
    """

    url: str
    final: str = ""
    etag: str = ""
    last_modified: str = ""
    at: str = ""
    due: str = ""
    failures: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SeenEntry:
    """An entry of a feed that was loaded, or that failed `tries` times, the last for `reason`.

    `digest` is of what the feed said of it, so that one that changed can be told.
    """

    feed: str
    key: str
    digest: str
    url: str = ""
    document: str = ""
    tries: int = 0
    reason: str = ""
    at: str = ""


class Visits(Protocol):
    """The part of a store that remembers the web."""

    def visit(self, url: str) -> Visit | None:
        """The last visit of this very URL, None for none."""
        ...

    def keep_visit(self, visit: Visit) -> None:
        """Keep a visit in the place of the one before."""
        ...

    def feed(self, url: str) -> FeedState | None:
        """How the feed of this URL stands, None where it was never asked for."""
        ...

    def keep_feed(self, state: FeedState) -> None:
        """Keep how a feed stands in the place of what was kept before."""
        ...

    def seen(self, feed: str) -> dict[str, SeenEntry]:
        """The entries seen of a feed, by their keys."""
        ...

    def keep_seen(self, entry: SeenEntry) -> None:
        """Keep an entry in the place of the one before."""
        ...
