"""What PostgreSQL says went wrong, in our words and without a password."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from onrecord.errors import NotAStoreError, StoreBusyError, StoreError
from onrecord.stores.postgres.address import Address

_BUSY = StoreBusyError, "another process is writing to it; try again"
# By the code of the error, else by its class: https://www.postgresql.org/docs/15/errcodes-appendix.html
_MEANINGS: dict[str, tuple[type[StoreError], str]] = {
    "55P03": _BUSY,
    "57014": (StoreBusyError, "it took longer than the server allows; try again"),
    "40001": _BUSY,
    "40P01": _BUSY,
    "25006": (StoreBusyError, "it cannot be written"),
    "42501": (StoreBusyError, "this user may not do that in it"),
    "28000": (StoreError, "the server does not let this user in"),
    "28P01": (StoreError, "the server does not let this user in"),
    "3D000": (NotAStoreError, "the server has no database of this name; `createdb` makes one"),
    "3F000": (NotAStoreError, "there is no schema in it to keep tables in"),
    "53100": (StoreBusyError, "no space is left to write it"),
    "53300": (StoreBusyError, "the server has too many connections; try again"),
    "54000": (StoreError, "a value is longer than the database takes"),
    "08": (StoreBusyError, "the connection to the server was lost; try again"),
    "57P": (StoreBusyError, "the server is going down, or coming up; try again"),
    "XX001": (StoreError, "the database is damaged"),
    "XX002": (StoreError, "an index of the database is damaged"),
}


@contextmanager
def told(address: Address) -> Iterator[None]:
    """Turn PostgreSQL's errors into ours, one line each."""
    import psycopg

    try:
        yield
    except psycopg.Error as error:
        raise _ours(error, address) from error


def _ours(error: Exception, address: Address) -> StoreError:
    import psycopg

    code = getattr(error, "sqlstate", None) or ""
    for key in (code, code[:3], code[:2]):
        if key in _MEANINGS:
            kind, meaning = _MEANINGS[key]
            return kind(f"{address}: {meaning}")
    if code:
        return StoreError(f"{address}: {_first_line(error)}")
    if isinstance(error, psycopg.OperationalError):
        return StoreBusyError(f"{address}: {_MEANINGS['08'][1]}")
    return StoreError(f"{address}: {_first_line(error)}")


def unreached(error: Exception, address: Address) -> StoreError:
    """What kept a connection from being made, of which the server's own errors have no code.

    What is said of a badly written URL may have a piece of it, and so of its password: it is not
    repeated.
    """
    words = str(error)
    for piece, key in (
        ("authentication failed", "28P01"),
        ("no password supplied", "28P01"),
        ("no pg_hba.conf entry", "28000"),
        ('role "', "28000"),
        ('database "', "3D000"),
        ("too many", "53300"),
        ("starting up", "57P"),
        ("shutting down", "57P"),
    ):
        if piece in words:
            kind, meaning = _MEANINGS[key]
            return kind(f"{address}: {meaning}")
    if "connection" in words or "timeout" in words or "host name" in words:
        return StoreBusyError(f"{address}: the server cannot be reached")
    return StoreError(f"{address}: not the address of a PostgreSQL database")


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0]
