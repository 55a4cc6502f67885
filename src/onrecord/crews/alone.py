"""The same work without any process but this one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Self

from onrecord.crews.crew import T
from onrecord.crews.working import END, Work


class Alone:
    """What a `Crew` does, item by item, in the process that asks; for what takes no time.

    It protects from nothing: what the work does to its process it does to this one.
    """

    def __init__(self, work: Work) -> None:
        self._work = work

    def results(self, items: Iterator[T | None]) -> Iterator[tuple[T, object] | None]:
        """Each item with each of its results, then with `END`; see `Crew.results`."""
        for item in items:
            if item is None:
                continue
            for result in self._work(item.task, 0) if item.task is not None else ():
                if result is not None:
                    yield item, result
            yield item, END

    def pump(self, nap: float = 0.0) -> None:
        """Nothing: there is nobody to give work to."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass
