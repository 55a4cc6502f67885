"""What an answer's headers say that it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

Headers = Sequence[tuple[str, str]]

FEEDS = frozenset(
    """application/rss+xml application/atom+xml application/rdf+xml application/feed+json
    application/xml text/xml application/json text/html text/plain application/x-rss+xml""".split()
)
"""What a feed may be sent as; many servers send theirs as plain or HTML."""

PAGES = frozenset(
    """text/html application/xhtml+xml text/plain text/markdown text/x-markdown
    application/json application/x-ndjson application/jsonl application/ndjson
    text/csv""".split()
)
"""What a document may be sent as."""

_TYPE = re.compile(r"[a-z0-9!#$&^_.+-]{1,80}/[a-z0-9!#$&^_.+-]{1,80}")
_CHARSET = re.compile(r";\s*charset\s*=\s*\"?([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_FEED = re.compile(
    rb"(?:\s|\xef\xbb\xbf|<\?[^>]{0,1000}>|<!--.{0,2000}?-->|<!doctype[^>\[]{0,400}>)*"
    rb"<(?:rss|rdf:rdf|feed)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_JSON_FEED = re.compile(rb"\s*\{[^{}]{0,2000}?\"version\"\s*:\s*\"https?:\\?/\\?/jsonfeed\.org")


def looks_like_feed(data: bytes) -> bool:
    """Whether the bytes begin as RSS, Atom or a JSON Feed."""
    head = data[:8192].replace(b"\0", b"")
    return bool(_FEED.match(head) or _JSON_FEED.match(head))


def first(headers: Headers, name: str) -> str:
    """The first header of this name (in small letters), "" for none."""
    return next((value for other, value in headers if other == name), "")


def media_type(headers: Headers) -> str:
    """The media type in small letters, "" where none is told."""
    told = first(headers, "content-type").partition(";")[0].strip().lower()
    return told if _TYPE.fullmatch(told) else ""


def charset(headers: Headers) -> str:
    """The charset that the headers name, "" for none."""
    found = _CHARSET.search(first(headers, "content-type")[:1000])
    return found[1] if found else ""
