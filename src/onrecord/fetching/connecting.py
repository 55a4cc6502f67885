"""Connections that go where they were checked to go, and end when their time or bytes are spent."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any

from httpcore2 import (
    ConnectError,
    ConnectTimeout,
    NetworkBackend,
    NetworkStream,
    SyncBackend,
    TimeoutException,
)

from onrecord.errors import FetchError
from onrecord.fetching.addresses import why_not_public

if TYPE_CHECKING:
    import ssl

Resolver = Callable[[str, int], Sequence[str]]
_TRIED = 3


class Budget:
    """The seconds and the bytes that one answer may take, on the wire, headers and all."""

    def __init__(self, seconds: float, octets: int) -> None:
        self._until = time.monotonic() + seconds
        self._left = octets
        self._seconds = seconds

    def wait(self, longest: float | None) -> float:
        """How long the next step may take; `FetchError` where no time is left."""
        left = self._until - time.monotonic()
        if left <= 0:
            raise FetchError(f"not done within {self._seconds:.3g} s")
        return left if longest is None else min(longest, left)

    @contextmanager
    def running(self) -> Iterator[None]:
        """Around a step: one that took all the time left is told as that."""
        try:
            yield
        except TimeoutException:
            self.wait(None)
            raise

    def spend(self, octets: int) -> None:
        """Count bytes that came; `FetchError` where they are more than allowed."""
        self._left -= octets
        if self._left < 0:
            raise FetchError("more came than is allowed for one page")


def resolve(host: str, port: int) -> Sequence[str]:
    """The addresses of a name, as the system knows them."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


class Network(NetworkBackend):
    """What httpcore connects by: a name is resolved once, its addresses are checked, and the
    connection goes to one of these very addresses, so that no second answer can come between.
    """

    def __init__(self, resolver: Resolver, budget: Budget, *, allow_private: bool) -> None:
        self._resolver = resolver
        self._budget = budget
        self._allow_private = allow_private

    def connect_tcp(  # noqa: PLR0917
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> NetworkStream:
        """A connection to a checked address of `host`; the first of a few that answers."""
        found = self._checked(host, port, timeout)
        fault: Exception = ConnectError("no address")
        for address in found[:_TRIED]:
            try:
                stream = SyncBackend().connect_tcp(
                    address, port, self._budget.wait(timeout), local_address, socket_options or ()
                )
            except (ConnectError, ConnectTimeout) as error:
                fault = error
            else:
                return _Counted(stream, self._budget)
        raise fault

    def connect_unix_socket(self, path: str, *_: Any, **__: Any) -> NetworkStream:  # noqa: ANN401
        """Never."""
        raise FetchError("no sockets of this machine")

    def _checked(self, host: str, port: int, timeout: float | None) -> list[str]:
        found = _in_time(self._resolver, (host, port), self._budget.wait(timeout))
        if not found:
            raise FetchError(f"{host}: no such host")
        addresses = [str(ip_address(address)) for address in found]
        for address in addresses if not self._allow_private else ():
            # One is enough: a name that leads to both is made for those who check one of them.
            if kind := why_not_public(address):
                raise FetchError(
                    f"{host} leads to {address} ({kind}), which is not of the public network "
                    "(--allow-private fetches it all the same)"
                )
        return addresses


class _Counted(NetworkStream):
    """A stream, each step of which asks the budget first."""

    def __init__(self, stream: NetworkStream, budget: Budget) -> None:
        self._stream = stream
        self._budget = budget

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        with self._budget.running():
            data = self._stream.read(max_bytes, self._budget.wait(timeout))
        self._budget.spend(len(data))
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        with self._budget.running():
            self._stream.write(buffer, self._budget.wait(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> NetworkStream:
        with self._budget.running():
            wait = self._budget.wait(timeout)
            stream = self._stream.start_tls(ssl_context, server_hostname, wait)
        return _Counted(stream, self._budget)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401
        return self._stream.get_extra_info(info)


def _in_time(resolver: Resolver, asked: tuple[str, int], seconds: float) -> Sequence[str]:
    """What the resolver says, which knows no time limit of its own."""
    said: list[Sequence[str]] = []

    def ask() -> None:
        try:
            said.append(resolver(*asked))
        except (OSError, UnicodeError):
            said.append(())

    asking = threading.Thread(target=ask, daemon=True)
    asking.start()
    asking.join(seconds)
    if not said:
        raise FetchError(f"{asked[0]}: the name was not resolved within {seconds:.3g} s")
    return said[0]
