"""A page as bytes, by way of robots, redirects and turns."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from typing import TYPE_CHECKING

from onrecord.errors import FetchError
from onrecord.fetching.media import PAGES, charset, first, media_type
from onrecord.model import Failure

if TYPE_CHECKING:
    from httpx2 import URL

    from onrecord.fetching.asking import Answer
    from onrecord.fetching.client import Client

_PLACES = frozenset({301, 302, 303, 307, 308})
_LATER = frozenset({429, 503})
_LONGEST_MARK = 1_000


@dataclass(frozen=True, slots=True)
class Known:
    """What a server said of a page the last time: where it was, and by what it tells versions."""

    url: str
    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page: its bytes unpacked, where they came from, and what the server said of them.

    `redirects` are the URLs that were asked on the way, `url` first; `final` is the last. `at` is
    UTC, ISO 8601. `media_type` and `charset` are as told, "" where they were not.
    """

    url: str
    final: str
    body: bytes
    media_type: str
    charset: str
    redirects: tuple[str, ...] = ()
    etag: str = ""
    last_modified: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The server says that the page is the one that it gave the last time."""

    url: str
    final: str


def fetch(
    url: str, client: Client, *, known: Known | None = None, accept: frozenset[str] = PAGES
) -> Fetched | Unchanged | Failure:
    """The page at `url`, or in one line why not; limited to http, https and the types of `accept`.

    `known` makes the request conditional (RFC 9110, 13). Where the server asks to come back within
    the time that may be waited, it is asked once more. Never raises for what a network or a server
    does.
    """
    try:
        return _fetched(url, client, known, accept)
    except FetchError as fault:
        return Failure(url, str(fault))
    except Exception as fault:  # whatever a server provoked, the other pages go on
        words = " ".join(f"{type(fault).__name__}: {fault}".split())
        return Failure(url, f"the fetching failed, which is a fault of Onrecord: {words[:200]}")


def _fetched(
    url: str, client: Client, known: Known | None, accept: frozenset[str]
) -> Fetched | Unchanged:
    way, answer, conditional = _followed(url, client, known, accept)
    final = way[-1]
    if answer.status == 304 and conditional:
        return Unchanged(url, final)
    if answer.status != 200:
        raise FetchError(f"the server says {_status(answer.status)}")
    told = media_type(answer.headers)
    if told and told not in accept:
        raise FetchError(f"it is {told}, which is not read here")
    if not answer.body:
        raise FetchError("an empty page")
    return Fetched(
        url=url,
        final=final,
        body=answer.body,
        media_type=told,
        charset=charset(answer.headers),
        redirects=tuple(way[:-1]),
        etag=_mark(answer, "etag"),
        last_modified=_mark(answer, "last-modified"),
        at=datetime.now(UTC).isoformat(timespec="seconds"),
    )


def _followed(
    url: str, client: Client, known: Known | None, accept: frozenset[str]
) -> tuple[list[str], Answer, bool]:
    """The URLs asked, the last answer, and whether that was asked for under a condition."""
    from onrecord.fetching.urls import accepted, joined

    place = accepted(url, any_port=client.allow_private)
    way: list[str] = []
    seconds = client.limits.whole
    while True:
        if str(place) in way:
            raise FetchError("its redirects go in a circle")
        way.append(str(place))
        if len(way) > client.limits.redirects + 1:
            raise FetchError(f"more than {client.limits.redirects} redirects")
        headers = _headers(str(place), known, accept)
        answer, took = _asked(place, client, headers, seconds)
        seconds -= took
        target = first(answer.headers, "location")
        if answer.status not in _PLACES or not target:
            return way, answer, "If-None-Match" in headers or "If-Modified-Since" in headers
        place = joined(place, target, any_port=client.allow_private)


def _asked(
    place: URL, client: Client, headers: dict[str, str], seconds: float
) -> tuple[Answer, float]:
    """The answer to one request, which may be repeated once where the server asks for that."""
    from onrecord.fetching.asking import Most, ask
    from onrecord.fetching.pacing import retry_after
    from onrecord.fetching.robots import rest_asked
    from onrecord.fetching.urls import host_of

    rest = max(client.limits.rest, rest_asked(place, client))
    host = host_of(place)
    took = 0.0
    for again in (True, False):
        with client.pace.turn(host, rest):
            begun = time.monotonic()
            most = Most(client.limits.size)
            answer = ask(place, client, headers=headers, seconds=seconds - took, most=most)
            took += time.monotonic() - begun
        if answer.status not in _LATER:
            break
        asked = retry_after(first(answer.headers, "retry-after"))
        if asked is not None:
            client.pace.hold(host, asked)
        if asked is None or not again:
            break
    return answer, took


def _headers(place: str, known: Known | None, accept: frozenset[str]) -> dict[str, str]:
    """What is asked for; the condition goes to the URL alone that the marks came from."""
    found = {"Accept": ", ".join([*sorted(accept), "*/*;q=0.1"])}
    if known and known.url == place:
        found |= {"If-None-Match": known.etag} if known.etag else {}
        found |= {"If-Modified-Since": known.last_modified} if known.last_modified else {}
    return found


def _mark(answer: Answer, name: str) -> str:
    """A header that is sent back later: plain and short, or not at all."""
    value = first(answer.headers, name)
    plain = value.isascii() and value.isprintable() and len(value) <= _LONGEST_MARK
    return value if plain else ""


def _status(status: int) -> str:
    """A status in words of our own; the server's may be anything."""
    known = {one.value: one.phrase for one in HTTPStatus}
    return f"{status} {known.get(status, '')}".strip()
