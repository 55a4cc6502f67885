"""What processes give each other, as bytes; dataclasses by their fields, in a third of the time."""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from operator import attrgetter
from typing import Any

Reducer = Callable[[Any], tuple[Any, ...]]


def packed(thing: object) -> bytes:
    """A thing as `pickle.loads` has it again; its classes must be found by their names."""
    buffer = io.BytesIO()
    pickler = pickle.Pickler(buffer, protocol=5)
    pickler.dispatch_table = _TABLE
    pickler.dump(thing)
    return buffer.getvalue()


class _Table(dict[type, Reducer]):
    """How each class is taken apart; `KeyError` leaves it to the class itself."""

    def __missing__(self, kind: type) -> Reducer:
        if not is_dataclass(kind) or not all(field.init for field in fields(kind)):
            raise KeyError(kind)
        names = [field.name for field in fields(kind)]
        if len(names) < 2:
            raise KeyError(kind)
        values = attrgetter(*names)
        self[kind] = reducer = lambda thing: (kind, values(thing))
        return reducer


_TABLE = _Table()
