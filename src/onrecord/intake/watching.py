"""Many feeds, each when it is due, until somebody stops it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta

from onrecord.errors import StoreBusyError
from onrecord.fetching import Client
from onrecord.intake.feed_list import Subscription
from onrecord.intake.following import follow
from onrecord.intake.taking import Engine, Taken
from onrecord.model import Failure
from onrecord.stores import Store

_BUSY = timedelta(minutes=1)
_LONGEST_NAP = 60.0


def watch(
    store: Store,
    subscriptions: Sequence[Subscription],
    client: Client,
    *,
    once: bool = False,
    using: Engine = (None, None),
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
    sleep: Callable[[float], None] = time.sleep,
) -> Iterator[tuple[Subscription, Taken | Failure | None]]:
    """Follow feeds as they become due; with `once` those that are due now, else without end.

    Gives each document and each failure with the feed that it came by, and None when a round of a
    feed is over. When a feed is due is kept in the store, so a restart goes on where this one was.
    A store that another process holds is no reason to stop: the feed is asked a minute later.
    """
    held: dict[str, datetime] = {}
    while True:
        for subscription in subscriptions:
            if max(due(store, subscription), held.get(subscription.url, _EVER)) > now():
                continue
            try:
                for taken in follow(store, subscription, client, now=now(), using=using):
                    yield subscription, taken
            except StoreBusyError as error:
                held[subscription.url] = now() + _BUSY
                yield subscription, Failure(subscription.url, str(error))
            yield subscription, None
        if once:
            return
        following = min(max(due(store, one), held.get(one.url, _EVER)) for one in subscriptions)
        wait = (following - now()).total_seconds()
        if wait > 0:
            sleep(min(wait, _LONGEST_NAP))


def due(store: Store, subscription: Subscription) -> datetime:
    """When a feed is to be asked next; long ago where it never was.

    A file that asks for it more often than before is heeded: it is never later than `every` after
    the last round that went well.
    """
    state = store.feed(subscription.url)
    if state is None or not state.due:
        return _EVER
    at = datetime.fromisoformat(state.due)
    return at if state.failures else min(at, datetime.fromisoformat(state.at) + subscription.every)


_EVER = datetime.min.replace(tzinfo=UTC)
