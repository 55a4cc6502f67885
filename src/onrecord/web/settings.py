"""What the web app is started with."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
"""Names by which a browser on this machine asks for it."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the database is, by which names the app may be asked for, how many are served at once.

    `names` are those beside this machine's own, without a port. A request that asks by any other
    name is refused, since a page elsewhere could have given it to this machine (DNS rebinding).
    `stores` is how many requests may have the database at the same time; others wait for their
    turn. `largest` is the size in bytes of the largest body that is taken in. `profiles` are files
    of processes beside those that ship, and folders of such files.
    """

    database: Path
    names: tuple[str, ...] = ()
    stores: int = 4
    largest: int = 50_000_000
    profiles: tuple[Path, ...] = ()

    @property
    def hosts(self) -> tuple[str, ...]:
        """Every name that it may be asked for by."""
        return (*LOOPBACK, *(name.lower() for name in self.names))
