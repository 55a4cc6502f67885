"""Who asks: what it allows, whom it has asked, and when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.errors import InputError, MissingLibraryError

if TYPE_CHECKING:
    import ssl

    from onrecord.fetching.connecting import Resolver
    from onrecord.fetching.pacing import Pace
    from onrecord.fetching.robots import Rules

PRODUCT = "Onrecord"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one page may take: bytes as they are read, seconds, redirects.

    `connect` and `read` are for a single step, `whole` for all steps of a page together, waiting
    for its turn apart. `rest` lies between two requests to a host, longer where its robots.txt
    asks; no more than `wait` is ever waited for a host.
    """

    size: int = 50_000_000
    connect: float = 10.0
    read: float = 20.0
    whole: float = 60.0
    redirects: int = 8
    rest: float = 1.0
    wait: float = 60.0


@dataclass(frozen=True, slots=True)
class Client:
    """What stays the same from page to page, and the memory of hosts; `open_client` makes one."""

    agent: str
    limits: Limits
    allow_private: bool
    resolver: Resolver
    tls: Callable[[], ssl.SSLContext]
    pace: Pace
    robots: dict[str, Rules] = field(default_factory=dict)


def open_client(
    *,
    limits: Limits | None = None,
    allow_private: bool = False,
    contact: str = "",
    resolver: Resolver | None = None,
    tls: ssl.SSLContext | None = None,
    pace: Pace | None = None,
) -> Client:
    """A client of our own user agent, which names `contact` (a URL or mail address) if given.

    Proxies that the environment names are not used: through one, nobody here could check where a
    connection leads. `resolver`, `tls` and `pace` stand in for the system's. Raises
    `MissingLibraryError` where what the extra `fetch` installs is missing, `InputError` for a
    contact that is none.
    """
    try:
        import feedparser  # noqa: F401
        import httpx2
        import protego  # noqa: F401

        from onrecord.fetching.connecting import resolve
    except ImportError as error:
        raise MissingLibraryError.of(error.name, "fetch") from None
    from functools import cache
    from importlib.metadata import version

    from onrecord.fetching.pacing import Pace

    limits = limits or Limits()
    if any(not 32 < ord(letter) < 127 for letter in contact):
        raise InputError("a contact is a URL or a mail address")
    whom = f" (+{contact})" if contact else ""
    return Client(
        agent=f"{PRODUCT}/{version('onrecord')}{whom}",
        limits=limits,
        allow_private=allow_private,
        resolver=resolver or resolve,
        tls=(lambda: tls) if tls else cache(lambda: httpx2.create_ssl_context(trust_env=False)),
        pace=pace or Pace(longest=limits.wait),
    )
