"""Several processes at one work: what comes of each item, in the order of the items.

One process of its own at the least, so that nothing that an item does to it, by hanging, by eating
memory, by a fault in a library of C, touches the process that has the database.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import wait
from typing import Protocol, Self, TypeVar, cast

from onrecord.crews.hand import Hand, Heard
from onrecord.crews.working import END, Work


class Item(Protocol):
    """What a crew is given: the task is what a process gets, None where there is nothing to do."""

    @property
    def task(self) -> object:
        """What the work is called with; it is pickled."""
        ...

    @property
    def size(self) -> int:
        """About how many bytes the item has in memory."""
        ...


T = TypeVar("T", bound=Item)


@dataclass(frozen=True, slots=True)
class Lost:
    """In the place of a result: the process that was at it was lost, or ended, and why."""

    reason: str


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one result may cost, and how much may be on its way at a time.

    `seconds` are of the processor, as the operating system counts them for the process; `waiting`
    are on the clock, for whatever waits and uses none; both are for an item of up to `part` bytes,
    and in proportion more for a larger one. `memory` is what a process may have beyond
    what it has when it is ready, in bytes; `held` bounds the bytes of the items on their way and of
    their results, `count` their number.
    """

    seconds: float = 10.0
    waiting: float = 60.0
    part: int = 500_000
    memory: int = 1_000_000_000
    held: int = 48_000_000
    count: int = 96


BOUNDS = Bounds()
_AHEAD = 2
"""Items that a process has at a time: the next one is there when one is done."""
_FITS = 100_000
"""Bytes of an item that fit into a connection from which nobody reads."""
_NAP = 0.2


@dataclass(slots=True, eq=False)
class _Slot:
    """An item on its way. `heard` counts its results so far, `died` is where a process died."""

    item: Item
    results: deque[object] = field(default_factory=deque)
    heard: int = 0
    died: int = -1
    begun: bool = False
    ended: bool = False


class Crew:
    """Processes that work; a context manager, at whose end none of them is left.

    A process that is lost over an item is started again and tries it once more, alone; one that
    takes too long is ended and does not. What cannot be had is `Lost`, the rest of the item goes
    on behind it, and so do the other items.
    """

    def __init__(self, work: Work, *, jobs: int, bounds: Bounds = BOUNDS) -> None:
        self._work, self._jobs, self._bounds = work, max(jobs, 1), bounds
        self._hands: list[Hand[_Slot]] = []
        self._order: deque[_Slot] = deque()
        self._waiting: deque[_Slot] = deque()
        self._items: Iterator[Item | None] = iter(())
        self._more = False
        self._held = 0

    def results(self, items: Iterator[T | None]) -> Iterator[tuple[T, object] | None]:
        """Each item with each of its results, then with `END`; None where one has to wait.

        None among the items is passed over. Items are taken only as fast as results are.
        """
        self._items, self._more = items, True
        while self._more or self._order:
            self.pump()
            handed = False
            for one in self._ripe():
                handed = True
                yield cast(tuple[T, object], one)
            if not handed:
                self.pump(_NAP)
                yield None

    def pump(self, nap: float = 0.0) -> None:
        """Give out what can be given out, and hear what there is to hear, for `nap` s at most.

        Whoever is busy with results calls it now and then, so that no process stands idle.
        """
        self._give_out()
        ready = wait([hand.connection for hand in self._hands], nap) if self._hands else []
        for hand in [one for one in self._hands if one.connection in ready]:
            self._hear(hand)
        for hand in list(self._hands):
            if reason := self._overdue(hand):
                self._bury(hand, reason, again=False)

    def close(self) -> None:
        """End all processes at once."""
        for hand in self._hands:
            hand.end()
        self._hands.clear()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _ripe(self) -> Iterator[tuple[Item, object]]:
        """What the first items have given so far."""
        while self._order:
            slot = self._order[0]
            while slot.results:
                result = slot.results.popleft()
                if isinstance(result, bytes):
                    self._held -= len(result)
                    result = Hand.unpacked(result)
                yield slot.item, result
            if not slot.ended:
                return
            self._order.popleft()
            self._held -= slot.item.size
            yield slot.item, END

    def _give_out(self) -> None:
        """Items to the processes that have room; a process is started where there are too few."""
        while slot := self._waiting[0] if self._waiting else self._coming():
            if not (hand := self._free(slot)):
                return
            self._waiting.popleft()
            if not hand.give(slot, slot.item.task, slot.heard):
                self._waiting.appendleft(slot)
                self._bury(hand, "")

    def _coming(self) -> _Slot | None:
        """The next item that a process is needed for, if there is room for one."""
        while self._more:
            within = self._held < self._bounds.held and len(self._order) < self._bounds.count
            if not within and self._order:
                return None
            item = next(self._items, END)
            if item is END or item is None:
                self._more = item is None
                return None
            slot = _Slot(cast(Item, item))
            self._order.append(slot)
            self._held += slot.item.size
            slot.ended = slot.item.task is None
            if not slot.ended:
                self._waiting.append(slot)
                return slot
        return None

    def _free(self, slot: _Slot) -> Hand[_Slot] | None:
        """The process that has least to do, if it has room for this one.

        What is tried again is alone with a process. What does not fit between the two is for one
        that waits for it: sending it to one that hangs would hang too.
        """
        ready = [hand for hand in self._hands if hand.ready and not _tries(hand)]
        best = min(ready, key=lambda hand: len(hand.tasks), default=None)
        if (best is None or best.tasks) and len(self._hands) < self._jobs:
            self._hands.append(Hand(self._work, self._bounds.memory))
        alone = slot.died >= 0 or slot.item.size > _FITS
        if best is None or len(best.tasks) >= (1 if alone else _AHEAD):
            return None
        return best

    def _overdue(self, hand: Hand[_Slot]) -> str:
        bounds = self._bounds
        parts = max(1.0, hand.tasks[0].item.size / bounds.part) if hand.tasks else 1.0
        return hand.overdue(bounds.seconds * parts, bounds.waiting * parts)

    def _hear(self, hand: Hand[_Slot]) -> None:
        """All that a process has to say, as long as there is room for it."""
        while True:
            slot = hand.tasks[0] if hand.tasks else None
            if self._held > 2 * self._bounds.held and slot is not self._order[0]:
                return
            match hand.hear():
                case Heard.NOTHING:
                    return
                case Heard.LOST:
                    self._bury(hand, hand.ending())
                    return
                case Heard.BEGUN if slot:
                    slot.begun = True
                case Heard.DONE if slot:
                    self._end(hand, slot)
                case bytes(result) if slot:
                    self._keep(slot, result)

    def _keep(self, slot: _Slot, result: object) -> None:
        slot.results.append(result)
        slot.heard += 1
        slot.begun = False
        self._held += len(result) if isinstance(result, bytes) else 0

    def _end(self, hand: Hand[_Slot], slot: _Slot) -> None:
        slot.ended = True
        hand.tasks.popleft()
        if hand.worn:
            self._bury(hand, "")

    def _bury(self, hand: Hand[_Slot], reason: str, *, again: bool = True) -> None:
        """Let a process go, and see to what it had: what it was at, if it has a part in it, and
        what it had not begun.
        """
        hand.end()
        self._hands.remove(hand)
        tasks = list(hand.tasks)
        if tasks and reason:
            self._settle(tasks.pop(0), reason, again=again)
        self._waiting.extendleft(reversed(tasks))

    def _settle(self, slot: _Slot, reason: str, *, again: bool) -> None:
        if again and slot.died != slot.heard:
            slot.died = slot.heard
        else:
            # What cannot be read has no rest; behind what cannot be analysed there may be more.
            slot.ended = not slot.begun
            self._keep(slot, Lost(reason))
        if not slot.ended:
            self._waiting.appendleft(slot)


def _tries(hand: Hand[_Slot]) -> bool:
    """Whether a process tries something again, which it does alone."""
    return any(slot.died >= 0 for slot in hand.tasks)
