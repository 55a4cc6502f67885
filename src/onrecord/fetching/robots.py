"""What a site's robots.txt lets us do (RFC 9309), asked once a day."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.errors import FetchError
from onrecord.fetching.asking import Answer, Most, ask
from onrecord.fetching.client import PRODUCT, Client
from onrecord.fetching.media import first
from onrecord.fetching.urls import host_of, joined

if TYPE_CHECKING:
    from httpx2 import URL
    from protego import Protego

_MOST = Most(512_000, cut=True)
_REDIRECTS = 5
_SECONDS = 20.0
_KEPT, _KEPT_FAULT = 86_400.0, 600.0
_SITES = 2_000
_PLACES = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Rules:
    """What a site's file says until a time; `fault` is why it could not be read."""

    until: float
    said: Protego | None = None
    fault: str = ""


def rest_asked(url: URL, client: Client) -> float:
    """The seconds that the site asks for between requests; `FetchError` where `url` is forbidden.

    No file, or one that the server does not give out (4xx), forbids nothing. A server that fails
    (5xx, 429), falls silent or cannot be reached forbids everything: it may be asked again later.
    """
    rules = _rules(url, client)
    if rules.fault:
        raise FetchError(f"its robots.txt could not be read: {rules.fault}")
    if rules.said is None:
        return 0.0
    if not rules.said.can_fetch(str(url), PRODUCT):
        raise FetchError("its robots.txt forbids it")
    rate = rules.said.request_rate(PRODUCT)
    asked = [rules.said.crawl_delay(PRODUCT) or 0.0]
    if rate and rate.requests:
        asked.append(rate.seconds / rate.requests)
    return max(asked)


def _rules(url: URL, client: Client) -> Rules:
    site = f"{url.scheme}://{url.netloc.decode('ascii').lower()}"
    known = client.robots.get(site)
    if known is None or known.until < time.monotonic():
        if len(client.robots) >= _SITES:
            client.robots.clear()
        known = client.robots[site] = _asked(url, client)
    return known


def _asked(url: URL, client: Client) -> Rules:
    now = time.monotonic()
    try:
        answer = _answer(url.copy_with(raw_path=b"/robots.txt"), client)
    except FetchError as fault:
        return Rules(now + _KEPT_FAULT, fault=str(fault))
    if answer.status == 200:
        from protego import Protego

        return Rules(now + _KEPT, Protego.parse(answer.body.decode("utf-8", "replace")))
    if answer.status == 429 or answer.status >= 500:
        return Rules(now + _KEPT_FAULT, fault=f"the server says {answer.status}")
    return Rules(now + _KEPT)


def _answer(url: URL, client: Client) -> Answer:
    """The file, or whatever stands in its place, redirects followed as for pages."""
    for _ in range(_REDIRECTS + 1):
        with client.pace.turn(host_of(url), 0.0):
            answer = ask(
                url, client, headers={"Accept": "text/plain"}, seconds=_SECONDS, most=_MOST
            )
        place = first(answer.headers, "location")
        if answer.status not in _PLACES or not place:
            return answer
        url = joined(url, place, any_port=client.allow_private)
    return Answer(404, ())  # RFC 9309, 2.3.1.2: after five redirects it may be taken for missing
