"""One round of one feed: what is new in it goes into the store, and what was seen is remembered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from html import escape

from onrecord.errors import FetchError
from onrecord.fetching import (
    FEEDS,
    PAGES,
    Client,
    Entry,
    Fetched,
    Known,
    Unchanged,
    fetch,
    read_feed,
)
from onrecord.intake.feed_list import Subscription
from onrecord.intake.pages import take_page
from onrecord.intake.taking import Engine, Taken, take_in
from onrecord.model import Failure
from onrecord.stores import FeedState, SeenEntry, Store

# Pages alone: what a feed leads to is no file of documents that bring ids of their own.
ENTRY_PAGES = frozenset(one for one in PAGES if "json" not in one and "csv" not in one)
TRIES = 6
LARGEST = 10_000_000
LONGEST_WAIT = timedelta(days=1)


def follow(
    store: Store,
    subscription: Subscription,
    client: Client,
    *,
    now: datetime,
    using: Engine = (None, None),
) -> Iterator[Taken | Failure]:
    """Ask a feed, load what is new or changed in it, and remember what was seen and when it is due.

    Each entry is remembered as soon as its page is kept, so that whoever stops half-way loads
    nothing twice. An entry whose page fails is tried again a few times, later and later, and so is
    a feed that fails. `StoreError` alone is raised.
    """
    state = store.feed(subscription.url) or FeedState(subscription.url)
    got = asked(subscription, client, state)
    if isinstance(got, Failure):
        store.keep_feed(failed(state, subscription, got.reason, now))
        yield got
    elif isinstance(got, Unchanged):
        store.keep_feed(fared(state, subscription, now))
    else:
        yield from _loaded(store, (subscription, state), (client, using, now), got)


def wanted(
    entries: tuple[Entry, ...],
    seen: dict[str, SeenEntry],
    subscription: Subscription,
    now: datetime,
) -> list[Entry]:
    """The entries to be loaded: new ones, changed ones, and failed ones whose time has come.

    Of several that lead to one page the first; those without the words that are asked for are
    passed over.
    """
    found: dict[str, Entry] = {}
    for entry in entries:
        known = seen.get(entry.key)
        if _has_words(entry, subscription) and _due(entry, known, subscription, now):
            found.setdefault(entry.url or entry.key, entry)
    return list(found.values())


def foresee(
    store: Store, subscription: Subscription, client: Client, *, now: datetime | None = None
) -> Iterator[Entry | Failure]:
    """The entries that a round would load now; nothing is loaded, and nothing remembered."""
    got = asked(subscription, client, FeedState(subscription.url))
    if not isinstance(got, Fetched):
        yield got if isinstance(got, Failure) else Failure(subscription.url, "nothing new")
        return
    try:
        feed = read_feed(got.body, url=got.final, charset=got.charset)
    except FetchError as fault:
        yield Failure(subscription.url, str(fault))
        return
    coming = wanted(
        feed.entries, store.seen(subscription.url), subscription, now or datetime.now(UTC)
    )
    yield from coming[: subscription.at_most]


def asked(
    subscription: Subscription, client: Client, state: FeedState
) -> Fetched | Unchanged | Failure:
    """The feed's bytes, under the condition that it changed where one is known."""
    known = Known(state.final, state.etag, state.last_modified) if state.final else None
    limits = replace(client.limits, size=min(client.limits.size, LARGEST))
    return fetch(subscription.url, replace(client, limits=limits), known=known, accept=FEEDS)


def fared(state: FeedState, subscription: Subscription, now: datetime) -> FeedState:
    """How a feed stands after a round that went well."""
    return replace(
        state, at=_stamp(now), due=_stamp(now + subscription.every), failures=0, reason=""
    )


def failed(state: FeedState, subscription: Subscription, reason: str, now: datetime) -> FeedState:
    """How a feed stands that could not be read: it is asked again after twice as long each time."""
    failures = state.failures + 1
    wait = _later(subscription.every, failures + 1)
    due = _stamp(now + wait)
    return replace(state, at=_stamp(now), due=due, failures=failures, reason=reason)


def _loaded(
    store: Store,
    followed: tuple[Subscription, FeedState],
    means: tuple[Client, Engine, datetime],
    got: Fetched,
) -> Iterator[Taken | Failure]:
    subscription, state = followed
    client, using, now = means
    try:
        feed = read_feed(got.body, url=got.final, charset=got.charset)
    except FetchError as fault:
        store.keep_feed(failed(state, subscription, str(fault), now))
        yield Failure(subscription.url, str(fault))
        return
    seen = store.seen(subscription.url)
    coming = wanted(feed.entries, seen, subscription, now)
    complete = len(coming) <= subscription.at_most
    for entry in coming[: subscription.at_most]:
        taken = _entry(store, entry, subscription, (client, using))
        for one in _of_page(feed.entries, entry):
            store.keep_seen(_remembered(subscription, one, seen.get(one.key), (taken, now)))
        complete &= isinstance(taken, Taken)
        yield taken
    store.keep_feed(fared(_marked(state, got, complete=complete), subscription, now))


def _of_page(entries: tuple[Entry, ...], entry: Entry) -> list[Entry]:
    """The entry, and all others that lead to its page."""
    return [one for one in entries if one is entry or (one.url and one.url == entry.url)]


def _entry(
    store: Store, entry: Entry, subscription: Subscription, means: tuple[Client, Engine]
) -> Taken | Failure:
    """The document that an entry leads to; the words of the feed itself where that is asked for."""
    client, using = means
    taken: Taken | Failure = Failure(
        subscription.url, f"an entry that leads nowhere: {entry.title[:80]}"
    )
    if entry.url:
        coming = take_page(
            store,
            entry.url,
            client,
            given=subscription.given,
            otherwise={"published": entry.published},
            using=using,
            accept=ENTRY_PAGES,
        )
        # To the end: the visit is remembered last. Pages of HTML and plain text give one.
        taken = [*coming, taken][0]
    if isinstance(taken, Failure) and subscription.feed_text and entry.content:
        return _text_of_feed(store, entry, subscription, using)
    return taken


def _text_of_feed(
    store: Store, entry: Entry, subscription: Subscription, using: Engine
) -> Taken | Failure:
    """What the feed gives of the text, as a small page of its own."""
    raw = (
        f'<!doctype html><html><head><meta charset="utf-8"><title>{escape(entry.title)}</title>'
        f"</head><body><article><h1>{escape(entry.title)}</h1>\n{entry.content}\n</article></body></html>"
    ).encode("utf-8", "replace")
    given = subscription.given | {
        name: value for name, value in (("url", entry.url), ("published", entry.published)) if value
    }
    place = entry.url or subscription.url
    coming = take_in(store, raw, path=place, given=given, form="html", using=using)
    return next(coming, Failure(place, "no document in it"))


def _remembered(
    subscription: Subscription,
    entry: Entry,
    known: SeenEntry | None,
    outcome: tuple[Taken | Failure, datetime],
) -> SeenEntry:
    taken, now = outcome
    fresh = SeenEntry(subscription.url, entry.key, entry.digest, entry.url, at=_stamp(now))
    if isinstance(taken, Taken):
        return replace(fresh, document=taken.ref)
    tries = known.tries if known and known.digest == entry.digest else 0
    document = known.document if known else ""
    return replace(fresh, document=document, tries=tries + 1, reason=taken.reason)


def _marked(state: FeedState, got: Fetched, *, complete: bool) -> FeedState:
    """With what the server said of this version, unless something of it is still to be loaded.

    A server that says that nothing changed would else keep the rest from us.
    """
    if not complete:
        return replace(state, final="", etag="", last_modified="")
    return replace(state, final=got.final, etag=got.etag, last_modified=got.last_modified)


def _due(entry: Entry, known: SeenEntry | None, subscription: Subscription, now: datetime) -> bool:
    if known is None or known.digest != entry.digest:
        return True
    if not known.tries or known.tries >= TRIES:
        return False
    return now >= datetime.fromisoformat(known.at) + _later(subscription.every, known.tries)


def _later(every: timedelta, times: int) -> timedelta:
    """Twice as long each time, up to a day."""
    twice: int = 2 ** min(times - 1, 12)
    return max(every, min(every * twice, LONGEST_WAIT))


def _has_words(entry: Entry, subscription: Subscription) -> bool:
    if not subscription.words:
        return True
    text = f"{entry.title} {entry.content}".casefold()
    return any(word.casefold() in text for word in subscription.words)


def _stamp(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds")
