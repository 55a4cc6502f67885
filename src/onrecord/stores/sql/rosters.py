"""The part of a store that keeps who is who: see `Rosters`."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.model import Imported, Roster
from onrecord.stores._documents import Added
from onrecord.stores._rosters import KeptRoster, Verdict
from onrecord.stores.sql.rostering import (
    add_verdict,
    drop_roster,
    keep_roster,
    list_rosters,
    list_verdicts,
    load_rosters,
    take_back_verdict,
)
from onrecord.stores.sql.session import Session


class SqlRosters(Session):
    """The `Rosters` protocol in SQL."""

    def keep_roster(self, name: str, imported: Imported) -> Added:
        """Keep an imported roster under a name: new, held already, or in the place of another."""
        with self._writing():
            return keep_roster(self._connection, name, imported)

    def drop_roster(self, name: str) -> None:
        """Take an imported roster out; verdicts stand."""
        with self._writing():
            drop_roster(self._connection, name)

    def kept_rosters(self) -> list[KeptRoster]:
        """The rosters that were imported, in order of import."""
        with self._reading():
            return list_rosters(self._connection)

    def rosters(self, names: Iterable[str] = ()) -> list[Roster]:
        """The imported rosters, all or those of these names, as they were imported."""
        with self._reading():
            return load_rosters(self._connection, names)

    def decide(self, verdict: Verdict) -> int:
        """Keep that two people are one, or are not, and give the verdict's number."""
        with self._writing():
            return add_verdict(self._connection, verdict)

    def take_back_verdict(self, number: int) -> None:
        """Take a verdict back."""
        with self._writing():
            take_back_verdict(self._connection, number)

    def verdicts(self) -> list[Verdict]:
        """What was decided about people, oldest first, with what was taken back."""
        with self._reading():
            return list_verdicts(self._connection)
