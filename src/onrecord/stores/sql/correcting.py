"""What people correct, laid over what was read."""

from __future__ import annotations

from onrecord.errors import InputError
from onrecord.model import Kind
from onrecord.stores._corrections import CORRECTABLE
from onrecord.stores.sql.connection import Connection
from onrecord.stores.sql.loading import in_force
from onrecord.stores.sql.writing import address, insert, now


def correct_field(connection: Connection, number: int, change: tuple[str, str], by: str) -> None:
    """Lay a correction over a field; the same value twice is one correction."""
    field, value = change
    check_field(field, value)
    previous = _value_of(connection, number, field)
    if previous == value:
        return
    insert(
        connection,
        "corrections",
        {
            "document": number,
            "field": field,
            "value": value,
            "previous": previous,
            "by": by,
            "at": now(),
        },
    )
    _set_address(connection, number)


def check_field(field: str, value: str) -> None:
    """`InputError` where this field cannot be corrected, or not to this value."""
    if field not in CORRECTABLE:
        raise InputError(f"{field}: cannot be set; one of {', '.join(sorted(CORRECTABLE))} can")
    if field == "kind" and value and value not in list(Kind):
        raise InputError(f"{value}: no kind of document; it is one of {', '.join(Kind)}")


def take_back_field(connection: Connection, number: int, field: str) -> None:
    """Take back the correction of a field that is in force."""
    row = connection.execute(
        "SELECT max(number) AS last FROM corrections"
        " WHERE document = ? AND field = ? AND taken_back IS NULL",
        (number, field),
    ).fetchone()
    if row["last"] is None:
        raise InputError(f"{field}: no correction of it stands")
    connection.execute(
        "UPDATE corrections SET taken_back = ? WHERE number = ?", (now(), row["last"])
    )
    _set_address(connection, number)


def _value_of(connection: Connection, number: int, field: str) -> str:
    row = connection.execute(
        f"SELECT {field} AS value FROM documents WHERE number = ?", (number,)
    ).fetchone()
    return in_force(connection, number).get(field, str(row["value"]))


def _set_address(connection: Connection, number: int) -> None:
    url = _value_of(connection, number, "url")
    connection.execute("UPDATE documents SET address = ? WHERE number = ?", (address(url), number))
