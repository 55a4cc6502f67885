"""Which passages the index beside the file has to leave out: numbers that wait to be told."""

from __future__ import annotations

import sqlite3

from onrecord.index import PassageIndex


class Waiting:
    """The `Gone` protocol for the one index of a file: what it was told is forgotten."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._asked: list[int] = []

    def untold(self, _: PassageIndex) -> list[int]:
        """The numbers of passages that are gone."""
        rows = self._connection.execute("SELECT passage FROM gone ORDER BY passage")
        self._asked = [row[0] for row in rows]
        return self._asked

    def told(self) -> None:
        """The index has left out what was asked for last."""
        told = ((number,) for number in self._asked)
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            self._connection.executemany("DELETE FROM gone WHERE passage = ?", told)
            self._connection.execute("COMMIT")
        finally:
            if self._connection.in_transaction:
                self._connection.rollback()
