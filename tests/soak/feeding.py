"""Two children that are given seeds, and what became of each, death and hanging included."""

from __future__ import annotations

import json
import os
import selectors
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
SECONDS = 10.0
"""Seconds of a processor that a document may take."""
_WAITED = 300.0
"""Seconds by the clock after which a child hangs, on a machine that others use too."""


@dataclass(frozen=True, slots=True)
class End:
    """What became of the input of a seed: `outcome` is also died or hung."""

    seed: int
    outcome: str
    faults: tuple[str, ...] = ()
    seconds: float = 0.0
    megabytes: int = 0


@dataclass(slots=True)
class _Child:
    """A child with the seed that it is at."""

    seeds: Iterator[int]
    process: subprocess.Popen[str] = field(init=False)
    at: int = 0

    def __post_init__(self) -> None:
        self.start()

    def start(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.soak.child"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "OMP_NUM_THREADS": "1", "PYTHONPATH": str(ROOT)},
        )

    def next(self) -> bool:
        self.at = next(self.seeds, 0)
        if self.at:
            self.process.stdin.write(f"{self.at}\n")
            self.process.stdin.flush()
        return bool(self.at)

    def answer(self) -> End | None:
        """The answer for the seed it is at, None where it died or hangs."""
        with selectors.DefaultSelector() as waiting:
            waiting.register(self.process.stdout, selectors.EVENT_READ)
            if not waiting.select(_WAITED):
                return None
        line = self.process.stdout.readline()
        if not line:
            return None
        told = json.loads(line)
        return End(**{**told, "faults": tuple(told["faults"])})

    def replaced(self) -> End:
        """How it ended, and its last words; another stands in its place."""
        hung = self.process.poll() is None
        words = self.end()
        self.start()
        outcome = "hung" if hung else "died"
        return End(self.at, outcome, (f"{outcome}: {words[-3000:]}",), _WAITED)

    def end(self) -> str:
        """Its last words, after it was stopped if it still ran."""
        self.process.kill()
        return self.process.communicate()[1]


def feed(seeds: Iterable[int]) -> Iterator[End]:
    """Give each seed (no 0) to a child; one that gives no answer in time is replaced."""
    rest = iter(seeds)
    children = [_Child(rest), _Child(rest)]
    active = [child for child in children if child.next()]
    try:
        while active:
            for child in list(active):
                yield child.answer() or child.replaced()
                if not child.next():
                    active.remove(child)
    finally:
        for child in children:
            child.end()
