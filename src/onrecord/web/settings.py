"""What the web app is started with."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from onrecord.listening import Form, Limits, Token
from onrecord.stores import Database

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
"""Names by which a browser on this machine asks for it."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the database is, who may come in, by which names, how many are served at once.

    `names` are those beside this machine's own, without a port. A request that asks by any other
    name is refused, since a page elsewhere could have given it to this machine (DNS rebinding);
    where it is served beyond this machine (`beyond`), the address that was connected to is a name
    of it as well. `tokens` are those of whoever may come in; without any, everybody may whom the
    socket lets in. `proxies` are the addresses and networks whose word on the caller is taken.
    `stores` is how many requests may have the database at the same time; others wait for their
    turn. `largest` is the size in bytes of the largest body that is taken in. `profiles` are files
    of processes beside those that ship, and folders of such files. `log` is how each process that
    is started for it writes its log.
    """

    database: Database
    names: tuple[str, ...] = ()
    stores: int = 4
    largest: int = 50_000_000
    profiles: tuple[Path, ...] = ()
    tokens: tuple[Token, ...] = ()
    proxies: tuple[str, ...] = ()
    limits: Limits = field(default_factory=Limits)
    beyond: bool = False
    log: Form = Form.TEXT

    @property
    def hosts(self) -> tuple[str, ...]:
        """Every name that it may be asked for by."""
        return (*LOOPBACK, *(name.lower() for name in self.names))
