"""A record of an archive of the web: what of it is a page, and what it says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.errors import MissingLibraryError
from onrecord.model import Failure
from onrecord.unpacking.entries import BrokenError, Entry, Found, Guard
from onrecord.unpacking.http_message import body_of, head_of, media_of
from onrecord.unpacking.names import shown
from onrecord.unpacking.origin import Origin
from onrecord.unpacking.singles import whole
from onrecord.unpacking.streams import Stream

FORMS = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "plain",
    "text/markdown": "markdown",
    "text/x-markdown": "markdown",
    "text/vtt": "webvtt",
    "application/tei+xml": "tei",
    "": "",
}
"""What is read of each media type, as `readers.read` names it."""
_PAGES = ("response", "resource", "conversion")
_PASSED = {
    "revisit": "a revisit: the page is that of an earlier record",
    "request": "a request",
    "metadata": "metadata",
    "warcinfo": "about the archive itself",
    "continuation": "the rest of a record that began in another file",
}
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Record:
    """A record: its type as WARC names it, whose it is, and its block's type and bytes.

    `place` is where in the file it stands; `truncated` why its crawler kept no more of it.
    """

    kind: str
    uri: str
    id: str
    type: str
    place: str
    block: Iterator[bytes]
    truncated: str = ""


def unpack_record(record: Record, origin: Origin, guard: Guard) -> Iterator[Found]:
    """The page that a record holds, if it does: an answer of status 200, or a resource.

    Everything else is counted by its reason: requests, revisits, other statuses and media types,
    `robots.txt`. What breaks within it is its failure.
    """
    path = origin.inside(shown(record.id or record.uri or record.place))
    if record.kind not in _PAGES:
        origin.tally.add(_PASSED.get(record.kind, "a record of another type"), path)
        return
    try:
        found = _page(record, path, origin, guard)
    except (BrokenError, MissingLibraryError) as fault:
        found = Failure(path, f"{record.place}: {fault}", record.place)
    if isinstance(found, str):
        origin.tally.add(found, path)
    else:
        yield found


def _page(record: Record, path: str, origin: Origin, guard: Guard) -> Entry | Failure | str:
    """The page, or in words why it is passed over."""
    stream, content_type = Stream(record.block), record.type
    if _is_http(record, stream):
        head = head_of(stream)
        if head.status != 200:
            return f"HTTP status {head.status}"
        content_type = head.headers.get("content-type", "")
        stream = body_of(stream, head, Guard(origin.limits, guard))
    media, charset = media_of(content_type)
    if reason := _unwanted(record.uri, media):
        return reason
    data = whole(stream, origin.limits)
    if data is None:
        return Failure(path, f"{record.place}: {origin.limits.too_large()}", record.place)
    if not data.strip():
        return "an empty page"
    if record.truncated:
        origin.tally.add(f"kept in part by its crawler ({shown(record.truncated)}), and read", path)
    url = _url(record.uri)
    known = {"url": url} if url else {}
    return Entry(data, path, record.place, known, FORMS[media], charset, record.place)


def _is_http(record: Record, stream: Stream) -> bool:
    told = record.type.lower().startswith("application/http")
    return told or (record.kind == "response" and stream.peek(5) == b"HTTP/")


def _unwanted(uri: str, media: str) -> str:
    """Why a page of this address and media type is passed over, "" for none."""
    scheme, _, rest = uri.partition("://")
    if scheme.lower() in ("metadata", "urn", "filedesc"):
        return "a note of the crawler itself"
    if rest.partition("/")[2].partition("?")[0].lower() == "robots.txt":
        return "robots.txt"
    return "" if media in FORMS else f"of type {shown(media)}"


def _url(uri: str) -> str:
    """The address of a page of the web as it can be written; "" for other resources."""
    if not uri.lower().startswith(("http://", "https://")):
        return ""
    return _SPACES.sub("%20", uri.strip())[:4000]
