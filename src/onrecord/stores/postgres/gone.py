"""Which passages an index has to leave out, by a log: each index remembers how far it was told."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.index import PassageIndex

if TYPE_CHECKING:
    from onrecord.stores.postgres.connection import PostgresConnection


class Logged:
    """The `Gone` protocol for the index in a folder, one of many of the same database.

    The file beside the folder says up to which number of the log the index was told. It is written
    after the index has left out what was asked for: whatever is interrupted is told again.
    """

    def __init__(self, connection: PostgresConnection, folder: Path) -> None:
        self._connection = connection
        self._folder = folder
        self._asked = 0

    def untold(self, index: PassageIndex) -> list[int]:
        """The numbers of passages that are gone since the index was last told."""
        self._asked = self._told()
        if not index.covered and not self._asked:
            # A new index takes what is there; what is gone by now it never hears of.
            row = self._connection.execute("SELECT coalesce(max(number), 0) FROM gone").fetchone()
            self._asked = int(row[0]) if row else 0
            self.told()
            return []
        rows = self._connection.execute(
            "SELECT number, passage FROM gone WHERE number > ? ORDER BY number", (self._asked,)
        ).fetchall()
        if rows:
            self._asked = int(rows[-1][0])
        return [int(row[1]) for row in rows]

    def told(self) -> None:
        """The index has left out what was asked for last."""
        self._folder.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._file.with_name(f"{self._file.name}.{os.getpid()}")
        fresh.write_text(str(self._asked), encoding="ascii")
        fresh.replace(self._file)

    @property
    def _file(self) -> Path:
        return self._folder.with_name(f"{self._folder.name}.told")

    def _told(self) -> int:
        try:
            return int(self._file.read_text(encoding="ascii"))
        except (OSError, ValueError):
            return 0
