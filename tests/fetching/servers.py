"""A server on loopback that is told, byte by byte, how to behave."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from ipaddress import ip_address

Page = bytes | Callable[[socket.socket, bytes], None]
HTML = """<html><head><title>The bridge</title></head>
<body><p>“The bridge stays shut until May,” Minister Ann Bell said on Monday.</p></body></html>"""


def answer(body=HTML, *, status="200 OK", **headers) -> bytes:
    """A whole answer; a header is named as a keyword, `content_type` for Content-Type."""
    raw = body if isinstance(body, bytes) else body.encode()
    told = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(raw))}
    told |= {name.replace("_", "-").title(): value for name, value in headers.items()}
    lines = [f"HTTP/1.1 {status}", *(f"{k}: {v}" for k, v in told.items() if v is not None)]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + raw


def moved(to: str, status="302 Found") -> bytes:
    """A redirect."""
    return answer(b"", status=status, location=to)


@dataclass
class Served:
    """A running server: what it has to say by path, and what it was asked."""

    port: int
    pages: dict[str, Page] = field(default_factory=dict)
    asked: list[bytes] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)

    def url(self, path="/", host="127.0.0.1") -> str:
        """Where a page of this server is."""
        return f"http://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        """The paths that were asked for, robots.txt apart."""
        found = [raw.split(b" ", 2)[1].decode() for raw in self.asked if raw.count(b" ") >= 2]
        return [path for path in found if path != "/robots.txt"]

    def header(self, name: str, number=-1) -> str:
        """A header of what was asked, "" where it was not sent."""
        for line in self.asked[number].decode("latin-1").split("\r\n")[1:]:
            known, _, value = line.partition(": ")
            if known.lower() == name.lower():
                return value
        return ""

    def talk(self, connection: socket.socket) -> None:
        """One request, one answer, and the end of the connection."""
        with connection, contextlib.suppress(OSError):
            connection.settimeout(5)
            raw = b""
            while b"\r\n\r\n" not in raw and (more := connection.recv(65536)):
                raw += more
            if raw:
                self.asked.append(raw)
                self._say(connection, raw)

    def _say(self, connection: socket.socket, raw: bytes) -> None:
        path = raw.split(b" ", 2)[1].decode("latin-1")
        page = self.pages.get(path, answer(b"", status="404 Not Found"))
        if callable(page):
            page(connection, raw)
        else:
            connection.sendall(page)

    def drip(self, piece: bytes, pause: float, *, first: bytes = b"") -> Page:
        """A page that never ends: `first`, then `piece` again and again."""

        def say(connection: socket.socket, raw: bytes) -> None:
            connection.sendall(first)
            while not self.over.wait(pause):
                connection.sendall(piece)

        return say

    def silence(self, first: bytes = b"") -> Page:
        """A page that begins and never goes on."""

        def say(connection: socket.socket, raw: bytes) -> None:
            connection.sendall(first)
            self.over.wait()

        return say


@contextmanager
def serve(wrap: Callable[[socket.socket], socket.socket] = lambda one: one) -> Iterator[Served]:
    """A server on a free port of 127.0.0.1, one thread a connection, until the end of the block."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        served = Served(listening.getsockname()[1])
        threads: list[threading.Thread] = []

        def accept() -> None:
            while True:
                try:
                    connection, _ = listening.accept()
                except OSError:
                    return
                threads.append(threading.Thread(target=talk, args=(connection,), daemon=True))
                threads[-1].start()

        def talk(connection: socket.socket) -> None:
            with contextlib.suppress(OSError):
                served.talk(wrap(connection))

        accepting = threading.Thread(target=accept, daemon=True)
        accepting.start()
        try:
            yield served
        finally:
            served.over.set()
            listening.shutdown(socket.SHUT_RDWR)
            for thread in [accepting, *threads]:
                thread.join(5)


def forbid_the_world(monkeypatch) -> None:
    """A connection or a look-up beyond this machine is an error of the test."""
    connect, look_up = socket.socket.connect, socket.getaddrinfo

    def near(self, address):
        if self.family in (socket.AF_INET, socket.AF_INET6):
            assert ip_address(address[0]).is_loopback, f"a test went out to {address}"
        return connect(self, address)

    def known(host, *others, **options):
        assert host in ("localhost", None) or ip_address(host), f"a test looked up {host}"
        return look_up(host, *others, **options)

    monkeypatch.setattr(socket.socket, "connect", near)
    monkeypatch.setattr(socket, "getaddrinfo", known)
