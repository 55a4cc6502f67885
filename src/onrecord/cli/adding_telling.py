"""What `onrecord add` says of documents: a line each, and what failed, with reasons and counts."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from onrecord.cli.shown import one_line
from onrecord.model import Failure

if TYPE_CHECKING:
    from onrecord.intake import Taken
    from onrecord.unpacking import Passed

SHOWN = 20
"""Failures that are listed one by one."""
_REASONS = 200
"""Different reasons that are counted apart."""
_NUMBER = re.compile(r"(?<!status )(?<!\d)\d[\d,.]*")  # not that of HTTP
_QUOTED = re.compile(r"'[^'\n]{0,300}'|\"[^\"\n]{0,300}\"")
_PLACE = re.compile(r"\A(?:(?:line|member|row|record|byte) \S+?[:,] )+")


def line(taken: Taken) -> str:
    """A line about one document: what became of it and what it was taken for."""
    reading = taken.reading
    found = reading.structure
    day = found.dating or found.published
    held = reading.document.provenance
    title = one_line(reading.document.title or found.title or f"{held.path} {held.record}")
    dated = day.edtf if day else "no date"
    return f"{taken.what:<8} {taken.ref:<13} {found.kind:<10} {dated:<11} {title}".rstrip()


class Reasons:
    """How often each reason was given, with an example; reasons that differ in numbers are one."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self._examples: dict[str, str] = {}

    def add(self, reason: str, example: str, count: int = 1) -> None:
        """Count a reason."""
        short = _PLACE.sub("", reason)
        key = one_line(_NUMBER.sub("N", _QUOTED.sub("'…'", short)))[:160]
        if key not in self.counts and len(self.counts) >= _REASONS:
            key = "other reasons"
        self.counts[key] += count
        self._examples.setdefault(key, one_line(example))

    def lines(self) -> Iterator[str]:
        """A line for each reason, the commonest first."""
        for key, count in self.counts.most_common():
            yield f"{count:>9,}  {key}, such as {self._examples[key]}"


@dataclass(slots=True)
class Tally:
    """What became of the documents so far; failures go to `file` as they come, a line of JSON each.

    Few of them are kept, and the rest counted by their reasons.
    """

    file: IO[str] | None = None
    counts: Counter[str] = field(default_factory=Counter)
    first: list[Failure] = field(default_factory=list)
    failed: Reasons = field(default_factory=Reasons)
    passed: Reasons = field(default_factory=Reasons)
    before: int = 0

    def count(self, coming: Iterable[Taken | Failure | Passed]) -> Iterator[Taken]:
        """What was taken in of what comes; what was not is told at the end."""
        from onrecord.unpacking import Passed

        for one in coming:
            if isinstance(one, Failure):
                self._failed(one)
            elif isinstance(one, Passed):
                self.counts["passed"] += one.count
                self.passed.add(one.reason, one.example or one.path, one.count)
            else:
                self.counts[one.what] += 1
                yield one

    def _failed(self, failure: Failure) -> None:
        self.counts["failed"] += 1
        self.failed.add(failure.reason, failure.path)
        if len(self.first) < SHOWN:
            self.first.append(failure)
        if self.file:
            told = {"path": failure.path, "place": failure.place, "reason": failure.reason}
            self.file.write(json.dumps(told) + "\n")
            self.file.flush()

    def tell(self) -> None:
        """The failures with their reasons, and the sum in one line."""
        for failure in self.first:
            reason = one_line(f"{failure.path or '-'}: {failure.reason}")
            click.secho(f"not added: {reason}", fg="red", err=True)
        if (count := self.counts["failed"]) > SHOWN:
            click.secho(f"and {count - SHOWN:,} more; all {count:,} by reason:", fg="red", err=True)
            for line in self.failed.lines():
                click.echo(line, err=True)
        if self.passed.counts:
            click.echo("passed over, by reason:", err=True)
            for line in self.passed.lines():
                click.echo(line, err=True)
        click.echo(self._sum())

    def _sum(self) -> str:
        counts = self.counts
        told = (
            f"{counts['added']} added, {counts['held']} held already, "
            f"{counts['version']} newer versions, {counts['failed']} failed"
        )
        told += f", {counts['passed']} passed over" if counts["passed"] else ""
        return told + (f"; {self.before} files were taken in before" if self.before else "")


def open_failures(path: Path | None) -> IO[str] | None:
    """The file that takes the failures, empty."""
    return path.open("w", encoding="utf-8") if path else None
