"""A feed's bytes to its entries: RSS and Atom by feedparser, JSON Feed by itself."""

from __future__ import annotations

import codecs
import hashlib
import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import parsedate
from html import unescape
from html.entities import name2codepoint
from typing import Any
from urllib.parse import urljoin

from onrecord.errors import FetchError

_DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]{0,1000}(?:\[[^\]]{0,5000}\]\s*)?>", re.IGNORECASE)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,400}\?>")
_ENCODING = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})", re.IGNORECASE)
_ENTITY = re.compile(r"<!ENTITY\b", re.IGNORECASE)
_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,8});")
_PLAIN = frozenset("amp lt gt quot apos".split())
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TAG = re.compile(r"<[^<>]{0,2000}>")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LONGEST_KEY = 2_000


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a feed; `key` tells it from the others, `digest` its versions.

    `url` is absolute, "" where the entry leads nowhere. `published` is the day as it is written in
    the feed, EDTF or "". `content` is HTML, of whatever the feed gives of the text.
    """

    key: str
    url: str
    title: str
    published: str
    content: str
    digest: str


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed's title and its entries, in its own order, none twice."""

    title: str
    entries: tuple[Entry, ...]


def read_feed(data: bytes, *, url: str, charset: str = "") -> Feed:
    """The entries of a feed that came from `url`; `FetchError` for what is none.

    What is not well-formed is mended as far as that goes. A feed that declares entities of its own
    is refused: they have no use there but to grow.
    """
    begun = data.lstrip(b"\xef\xbb\xbf \t\r\n")
    try:
        if begun.startswith(b"{"):
            return _json_feed(data, url)
        return _xml_feed(_decoded(data, charset), url)
    except FetchError:
        raise
    except Exception as fault:  # the other feeds outlive one that a parser stumbles over
        words = " ".join(f"{type(fault).__name__}: {fault}".split())
        raise FetchError(
            f"the feed could not be read, a fault of Onrecord: {words[:200]}"
        ) from fault


def _json_feed(data: bytes, url: str) -> Feed:
    try:
        found = json.loads(data.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError):
        raise FetchError("not a feed: JSON that is broken") from None
    items = found.get("items") if isinstance(found, dict) else None
    if not isinstance(items, list) or "jsonfeed.org" not in str(found.get("version", ""))[:100]:
        raise FetchError("not a feed: JSON, but no JSON Feed")
    entries = (_json_entry(item, url) for item in items if isinstance(item, dict))
    return Feed(_words(found.get("title")), tuple(_once(entries)))


def _json_entry(item: Mapping[str, Any], base: str) -> Entry:
    content = _text(item.get("content_html")) or _paragraphs(_text(item.get("content_text")))
    dated = _text(item.get("date_published")) or _text(item.get("date_modified"))
    return _entry(
        key=_text(item.get("id")),
        url=_absolute(_text(item.get("url")) or _text(item.get("external_url")), base),
        title=_words(item.get("title")),
        dated=dated,
        updated=_text(item.get("date_modified")),
        content=content or _paragraphs(_text(item.get("summary"))),
    )


def _xml_feed(text: str, url: str) -> Feed:
    import feedparser

    if _ENTITY.search(text):
        raise FetchError("a feed that declares entities of its own")
    found = feedparser.parse(
        io.BytesIO(_mended(text)),
        response_headers={
            "content-type": "application/xml; charset=utf-8",
            "content-location": url,
        },
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    if not found.get("version") and not found.entries:
        raise FetchError("not a feed: neither RSS nor Atom")
    entries = (_xml_entry(entry, url) for entry in found.entries)
    return Feed(_words(found.feed.get("title")), tuple(_once(entries)))


def _xml_entry(entry: dict[str, Any], base: str) -> Entry:
    contents = [_text(one.get("value")) for one in entry.get("content", ())]
    # By feedparser's own `get` the one would stand in for the other.
    published, updated = (_text(dict.get(entry, name)) for name in ("published", "updated"))
    return _entry(
        key=_text(entry.get("id")),
        url=_absolute(_text(entry.get("link")), base),
        title=_words(entry.get("title")),
        dated=published or updated,
        updated=updated,
        content=max([*contents, _text(entry.get("summary"))], key=len),
    )


def _entry(*, key: str, url: str, title: str, dated: str, updated: str, content: str) -> Entry:
    said = json.dumps([url, title, dated, updated, content])
    digest = hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:32]
    # A feed without guids and links can be told apart by its words alone.
    named = key or url or f"words:{digest}"
    if len(named) > _LONGEST_KEY:
        named = "long:" + hashlib.sha256(named.encode("utf-8", "surrogatepass")).hexdigest()
    return Entry(named, url, title, day_of(dated), content, digest)


def day_of(dated: str) -> str:
    """The day that a date of a feed names as it is written, in EDTF; "" for what is none.

    It is not moved to another time zone: what came out at eleven in the evening came out that day.
    """
    dated = dated.strip()[:100]
    iso = re.match(r"(\d{4})-?(\d\d)-?(\d\d)(?!\d)", dated)
    try:
        if iso:
            day = date(*map(int, iso.groups()))
        else:
            found = parsedate(dated) or _by_feedparser(dated)
            day = date(*found[:3])
    except (TypeError, ValueError, OverflowError):
        return ""
    return day.isoformat() if 1800 <= day.year <= datetime.now(UTC).year + 1 else ""


def _by_feedparser(dated: str) -> tuple[int, ...]:
    """What feedparser makes of a date in one of its many other forms; empty for none."""
    from feedparser.datetimes import _parse_date

    return tuple(_parse_date(dated) or ()) if dated else ()


def _once(entries: Iterator[Entry]) -> Iterator[Entry]:
    """Each entry once; of two with one key the first, which is the newer one in most feeds."""
    seen: set[str] = set()
    for entry in entries:
        if entry.key not in seen:
            seen.add(entry.key)
            yield entry


def _absolute(link: str, base: str) -> str:
    if not link:
        return ""
    try:
        return urljoin(base, link.strip())
    except ValueError:
        return link.strip()


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else str(value) if isinstance(value, int) else ""


def _words(value: object) -> str:
    """A title as one line of words, whatever markup it came in."""
    return " ".join(unescape(_TAG.sub("", _text(value)[:5_000])).split())[:500]


def _paragraphs(text: str) -> str:
    """Plain text as HTML."""
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return "".join(f"<p>{line}</p>" for line in safe.split("\n") if line.strip())


def _decoded(data: bytes, charset: str) -> str:
    """The text by its mark, what the server told, what it declares, UTF-8; errors are replaced."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace").lstrip("\ufeff")
    declared = _ENCODING.search(data[:1000])
    for name in (charset, declared[1].decode("ascii") if declared else ""):
        try:
            known = codecs.lookup(name).name if name else ""
            if known and known not in ("utf-7", "utf-16", "utf-32", "punycode", "idna"):
                return data.decode(known)
        except (LookupError, UnicodeError, ValueError, TypeError):
            continue
    return data.decode("utf-8", "replace")


def _mended(text: str) -> bytes:
    """The same feed as XML that is well-formed, so that it is read in time that grows with it.

    feedparser's own reader of broken feeds takes time by the square of some of them.
    """
    from lxml import etree

    body = _DOCTYPE.sub("", _DECLARATION.sub("", _NO_XML.sub(" ", text)), count=1)
    body = _NAMED.sub(_character, body)
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, encoding="utf-8"
    )
    try:
        root = etree.fromstring(body.strip().encode(), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        raise FetchError("not a feed: no XML")
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True))


def _character(found: re.Match[str]) -> str:
    """A name that HTML knows and XML does not, as the character that it means."""
    name = found[1]
    return chr(name2codepoint[name]) if name in name2codepoint and name not in _PLAIN else found[0]
