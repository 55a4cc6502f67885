"""The part of a store that keeps corrections: see `Corrections`."""

from __future__ import annotations

from onrecord.model import Amendment
from onrecord.stores._corrections import Amending, Correction
from onrecord.stores.sql.amending import keep_amendment, list_amendments, take_back
from onrecord.stores.sql.correcting import correct_field, take_back_field
from onrecord.stores.sql.loading import to_correction
from onrecord.stores.sql.references import number_of
from onrecord.stores.sql.session import Session


class SqlCorrections(Session):
    """The `Corrections` protocol in SQL."""

    def correct(self, ref: str, field: str, value: str, *, by: str = "") -> None:
        """Lay a correction of one metadata field over a document; the original stands."""
        with self._writing():
            correct_field(self._connection, number_of(self._connection, ref), (field, value), by)

    def take_back(self, ref: str, field: str) -> None:
        """Take back the correction of a field that is in force."""
        with self._writing():
            take_back_field(self._connection, number_of(self._connection, ref), field)

    def corrections(self, ref: str) -> list[Correction]:
        """What people corrected of a document, oldest first, with what was taken back."""
        with self._reading():
            rows = self._connection.execute(
                "SELECT * FROM corrections WHERE document = ? ORDER BY number",
                (number_of(self._connection, ref),),
            )
            return [to_correction(row) for row in rows]

    def amend(self, amendment: Amendment) -> Amending:
        """Keep a person's correction of a line of a process; the same one twice is one."""
        with self._writing():
            return keep_amendment(self._connection, amendment)

    def amendments(self, process: str = "") -> list[Amendment]:
        """The amendments of a process ("" of all), in the order of their times."""
        with self._connection.told():
            return list_amendments(self._connection, process)

    def take_back_amendment(self, ref: str) -> Amendment:
        """Take back an amendment by its id, or a prefix of it that fits one only."""
        with self._writing():
            return take_back(self._connection, ref)
