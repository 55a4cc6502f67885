"""Pages and feeds of the web as bytes, politely and within limits; no store, no reading.

fetch(url, client)
  -> urls        which addresses of pages are asked for at all
  -> robots      whether the site lets us, cached; pacing: one request at a time a host
  -> asking      one request: connecting (names resolved and checked), media, unpacking
  -> Fetched | Unchanged | Failure
read_feed(data)  -> Feed of Entry

Everything that was not asked for by a person is taken for hostile: see docs/feeds.md.
"""

from onrecord.fetching.client import Client, Limits, open_client
from onrecord.fetching.feeds import Entry, Feed, read_feed
from onrecord.fetching.media import FEEDS, PAGES, looks_like_feed
from onrecord.fetching.pages import Fetched, Known, Unchanged, fetch

__all__ = [
    "FEEDS",
    "PAGES",
    "Client",
    "Entry",
    "Feed",
    "Fetched",
    "Known",
    "Limits",
    "Unchanged",
    "fetch",
    "looks_like_feed",
    "open_client",
    "read_feed",
]
