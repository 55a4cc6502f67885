"""The checks of what stands in the tables, by name."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from onrecord.stores._health import Check, Progress
from onrecord.stores.health.derived import check_derived, check_headings
from onrecord.stores.health.history import check_once, check_versions
from onrecord.stores.health.numbering import check_numbers
from onrecord.stores.health.people import check_decisions, check_doubts
from onrecord.stores.health.raw_bytes import check_raws
from onrecord.stores.sql.connection import Connection

Watch = Callable[[str, int, int], None]
"""Called with the name of a check, how many things were looked at, and how many there are."""


def content_checks(connection: Connection, watch: Watch | None) -> dict[str, Callable[[], Check]]:
    """The checks of what stands in the tables, each of one state of them, by name."""

    def watched(name: str) -> Progress | None:
        return partial(watch, name) if watch else None

    checks: dict[str, Callable[[], Check]] = {
        "raw bytes": partial(check_raws, connection, watched("raw bytes")),
        "documents": partial(check_once, connection),
        "versions": partial(check_versions, connection),
        "numbers": partial(check_numbers, connection),
        "structure and spans": partial(check_derived, connection, watched("structure and spans")),
        "headings": partial(check_headings, connection),
        "decisions": partial(check_decisions, connection),
        "doubts": partial(check_doubts, connection),
    }
    return {name: partial(_of_one_moment, connection, check) for name, check in checks.items()}


def _of_one_moment(connection: Connection, check: Callable[[], Check]) -> Check:
    """A check of one state of the tables, whoever writes meanwhile."""
    connection.begin(writing=False)
    try:
        return check()
    finally:
        connection.rollback()
