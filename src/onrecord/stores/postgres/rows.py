"""Rows whose values are known by position and by name, as those of SQLite are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, ClassVar

from onrecord.stores.postgres.escaping import unescaped

if TYPE_CHECKING:
    from psycopg import Cursor


class PostgresRow(tuple[Any, ...]):
    """A row; of two columns of one name, the name means the first."""

    __slots__ = ()
    places: ClassVar[dict[str, int]] = {}

    def __getitem__(self, key: Any) -> Any:  # noqa: ANN401 - what a column holds
        return tuple.__getitem__(self, self.places[key] if key.__class__ is str else key)

    def keys(self) -> list[str]:
        """The names of the columns, in order."""
        return list(self.places)


def make_rows(cursor: Cursor[Any]) -> Callable[[Sequence[Any]], PostgresRow]:
    """What makes rows of the values that a cursor gives (a row factory of psycopg)."""
    result = cursor.pgresult
    columns = range(result.nfields) if result else ()
    kind = _kind(tuple((result.fname(n) or b"") if result else b"" for n in columns))

    def make(values: Sequence[Any]) -> PostgresRow:
        return kind(map(unescaped, values))

    return make


@lru_cache(maxsize=512)
def _kind(names: tuple[bytes, ...]) -> type[PostgresRow]:
    places: dict[str, int] = {}
    for place, name in enumerate(names):
        places.setdefault(name.decode(), place)
    return type("PostgresRow", (PostgresRow,), {"__slots__": (), "places": places})
