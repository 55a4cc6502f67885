"""What takes a while to work out, kept until it is no longer true."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import Lock
from typing import TypeVar, cast

Thing = TypeVar("Thing")


@dataclass(slots=True)
class _Slot:
    lock: Lock = field(default_factory=Lock)
    value: object = None
    made: bool = False


class Keeper:
    """The last `size` things that were asked for, by what they were worked out from.

    Whoever asks for a thing that somebody is working out waits for it; others do not.
    """

    def __init__(self, size: int = 64) -> None:
        self._size = size
        self._slots: OrderedDict[Hashable, _Slot] = OrderedDict()
        self._lock = Lock()

    def of(self, key: Hashable, make: Callable[[], Thing]) -> Thing:
        """What is kept under `key`, made now if nothing is; what `make` raises is raised."""
        with self._lock:
            slot = self._slots.setdefault(key, _Slot())
            self._slots.move_to_end(key)
            while len(self._slots) > self._size:
                self._slots.popitem(last=False)
        with slot.lock:
            if not slot.made:
                slot.value, slot.made = make(), True
            return cast("Thing", slot.value)
