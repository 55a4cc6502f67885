"""A whole database moved into an empty one, of the same kind or another."""

from __future__ import annotations

from onrecord.stores.opening import Database, open_sql
from onrecord.stores.sql.moving import Moved, Progress

__all__ = ["Moved", "move"]


def move(
    origin: str | Database, target: str | Database, *, progress: Progress | None = None
) -> tuple[Moved, ...]:
    """Copy everything of a database into an empty one, and compare what arrived; all or nothing.

    Every version, correction, ruling, roster and number comes with it; the passage index does not,
    and is made from what arrived. The origin stays as it is, and others may write to it meanwhile:
    what is moved is how it was at the beginning. Raises `InputError` where the target holds
    anything, `StoreError` where a table's count or checksum is not the same on both sides.
    """
    with open_sql(origin, create=False) as held, open_sql(target) as empty:
        return held.copy_into(empty, progress)
