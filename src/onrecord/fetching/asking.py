"""One request and its answer, within a budget; no redirect is followed here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import httpcore2

from onrecord.errors import FetchError
from onrecord.fetching.connecting import Budget, Network
from onrecord.fetching.media import Headers, first
from onrecord.fetching.unpacking import unpacked

if TYPE_CHECKING:
    from httpx2 import URL

    from onrecord.fetching.client import Client

# Beside the body: headers, and what chunks take, which may be as much as the body again.
_AROUND = 1_000_000


@dataclass(frozen=True, slots=True)
class Answer:
    """A status, headers with names in small letters, and the body of an answer that has a page."""

    status: int
    headers: Headers
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Most:
    """How many bytes of a body are taken, and whether one that is longer is cut or refused."""

    size: int
    cut: bool = False


def ask(
    url: URL, client: Client, *, headers: Mapping[str, str], seconds: float, most: Most
) -> Answer:
    """GET `url`; the body is read for status 200 alone.

    Each request has a connection of its own. Raises `FetchError`, one line, for everything that a
    network or a server can do.
    """
    budget = Budget(seconds, 2 * most.size + _AROUND)
    network = Network(client.resolver, budget, allow_private=client.allow_private)
    limits = client.limits
    timeout = {"connect": limits.connect, "read": limits.read, "write": limits.read, "pool": None}
    sent = {
        "Host": url.netloc.decode("ascii"),
        "User-Agent": client.agent,
        "Accept-Encoding": "gzip",
        "Connection": "close",
        **headers,
    }
    with (
        _told(),
        httpcore2.ConnectionPool(
            ssl_context=client.tls() if url.scheme == "https" else None,
            network_backend=network,
            max_keepalive_connections=0,
        ) as pool,
        pool.stream(
            "GET",
            httpcore2.URL(
                scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
            ),
            headers=list(sent.items()),
            extensions={"timeout": timeout},
        ) as response,
    ):
        told = [
            (name.decode("latin-1").lower(), value.decode("latin-1"))
            for name, value in response.headers
        ]
        if response.status != 200:
            return Answer(response.status, told)
        return Answer(200, told, _body(response, told, most))


def _body(response: httpcore2.Response, told: Headers, most: Most) -> bytes:
    length = first(told, "content-length")
    if not most.cut and length.isdecimal() and int(length[:18]) > most.size:
        raise FetchError(
            f"larger than the maximum: {int(length[:18]):,} bytes, {most.size:,} allowed"
        )
    packed = ", ".join(value for name, value in told if name == "content-encoding")
    return unpacked(response.iter_stream(), packed, most=most.size, cut=most.cut)


@contextmanager
def _told() -> Iterator[None]:
    """What httpcore raises, as one line of ours."""
    try:
        yield
    except FetchError:
        raise
    except httpcore2.ConnectTimeout:
        raise FetchError("no connection in time") from None
    except httpcore2.TimeoutException:
        raise FetchError("the server fell silent") from None
    except httpcore2.ConnectError as error:
        raise FetchError(f"no connection: {_words(error)}") from None
    except httpcore2.NetworkError as error:
        raise FetchError(f"the connection broke: {_words(error)}") from None
    except (httpcore2.ProtocolError, httpcore2.UnsupportedProtocol) as error:
        raise FetchError(f"what came is no HTTP: {_words(error)}") from None
    except (OSError, ValueError) as error:
        raise FetchError(f"the connection broke: {_words(error)}") from None


def _words(error: Exception) -> str:
    """What an error says, without what a server may have put in it."""
    words = " ".join(str(error).split())
    plain = "".join(letter if letter.isprintable() else "?" for letter in words)
    return plain[:160] or type(error).__name__
