"""What people decided can be read; what was worked out for them is of what is held."""

from __future__ import annotations

from collections.abc import Callable, Sized

from onrecord.stores._health import Check, Remedy, holds, wrong
from onrecord.stores.sql.amending import list_amendments
from onrecord.stores.sql.connection import Connection
from onrecord.stores.sql.loading import to_correction
from onrecord.stores.sql.rostering import list_verdicts, load_rosters
from onrecord.stores.sql.ruling import list_rulings
from onrecord.stores.sql.rulings_rows import to_doubt

DECISIONS = "decisions"
DOUBTS = "doubts"


def check_decisions(connection: Connection) -> Check:
    """Whether corrections, amendments, rulings, verdicts and imported rosters can be read."""
    counts: list[str] = []
    bad: list[str] = []
    for name, read in _DECIDED.items():
        try:
            counts.append(f"{len(read(connection)):,} {name}")
        except (ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
            bad.append(f"{name}: {error}")
    if bad:
        told = f"what people decided cannot be read of {len(bad)} kinds; restore a backup"
        return wrong(DECISIONS, told, bad)
    return holds(DECISIONS, f"what people decided can be read: {', '.join(counts)}")


def _corrections(connection: Connection) -> Sized:
    rows = connection.execute("SELECT * FROM corrections").fetchall()
    return [to_correction(row) for row in rows]


_DECIDED: dict[str, Callable[[Connection], Sized]] = {
    "corrections": _corrections,
    "amendments": lambda connection: list_amendments(connection, ""),
    "rulings": lambda connection: list_rulings(connection, None),
    "verdicts": list_verdicts,
    "rosters": lambda connection: load_rosters(connection, ()),
}


def check_doubts(connection: Connection) -> Check:
    """Whether doubts can be read and, with how far was looked, are of documents that are held."""
    bad = [
        f"{table}: {count:,} of documents that are not held"
        for table in ("doubts", "looked")
        if (count := _strays(connection, table))
    ]
    rows = connection.execute("SELECT id, doubt FROM doubts").fetchall()
    bad += [row["id"] for row in rows if not _is_doubt(row["doubt"])]
    if bad:
        return wrong(DOUBTS, "doubts are kept that are of nothing held", bad, remedy=Remedy.DOUBTS)
    return holds(DOUBTS, f"{len(rows):,} doubts are open, each of what is held")


def _is_doubt(kept: str) -> bool:
    try:
        to_doubt(kept)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError):
        return False
    return True


def _strays(connection: Connection, table: str) -> int:
    row = connection.execute(
        f"SELECT count(*) AS n FROM {table} WHERE document <> 0"
        " AND document NOT IN (SELECT number FROM documents)"
    ).fetchone()
    return int(row["n"])
