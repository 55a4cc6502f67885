"""How fast `onrecord add` is and how long it will take: a bar, or now and then a line."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from onrecord.intake import Going

EVERY = 30.0
"""Seconds between the lines that are written where nobody watches."""


@dataclass(slots=True)
class Pace:
    """Documents and bytes done, by the clock; what was taken in before does not count."""

    documents: int = 0
    going: Going | None = None
    begun: float = field(default_factory=time.monotonic)

    def words(self, now: float) -> str:
        """How much is done, how fast that was, and how long the rest will take if it goes on so."""
        going, spent = self.going, max(now - self.begun, 0.001)
        done = (going.bytes - going.skipped_bytes) / 1e6 if going else 0.0
        told = (
            f"{self.documents:,} documents, {done:,.1f} MB, {self.documents / spent:.1f} documents"
            f" and {done / spent:.2f} MB a second"
        )
        return f"{told}, time left {self._left(done / spent)}"

    def _left(self, rate: float) -> str:
        going = self.going
        if going is None or going.of_bytes is None or rate <= 0:
            return "unknown"
        seconds = round(max(going.of_bytes - going.bytes, 0) / 1e6 / rate)
        return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"


@dataclass(slots=True)
class Watcher:
    """Who is told: `say` of a document in a line, `on` of how far it is."""

    say: Callable[[str], None]
    on: Callable[[Going], None]
    pace: Pace

    @property
    def before(self) -> int:
        """The files that were wholly taken in before."""
        return self.pace.going.skipped if self.pace.going else 0

    def taken(self) -> None:
        """One more document is done."""
        self.pace.documents += 1


@contextmanager
def watching(*, quiet: bool) -> Iterator[Watcher]:
    """Whoever is told of the work: a bar where somebody watches, else a line every half minute."""
    pace = Pace()
    if not sys.stderr.isatty():
        yield Watcher(click.echo, _lines(pace, quiet=quiet), pace)
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    console = Console(stderr=True)

    def say(line: str) -> None:
        """Above the bar, where both are on one terminal."""
        if sys.stdout.isatty():
            console.print(line, markup=False, highlight=False, soft_wrap=True)
        else:
            click.echo(line)

    with Progress(
        BarColumn(), TextColumn("{task.description}"), console=console, transient=True
    ) as bar:
        task = bar.add_task("", total=None)

        def on(going: Going) -> None:
            pace.going = going
            words = pace.words(time.monotonic())
            bar.update(task, description=words, completed=going.bytes, total=going.of_bytes)

        yield Watcher(say, on, pace)


def _lines(pace: Pace, *, quiet: bool) -> Callable[[Going], None]:
    last = time.monotonic()

    def on(going: Going) -> None:
        nonlocal last
        pace.going = going
        if not quiet and (now := time.monotonic()) - last >= EVERY:
            last = now
            click.echo(f"onrecord: {pace.words(now)}", err=True)

    return on
