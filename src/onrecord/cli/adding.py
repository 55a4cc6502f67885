"""`onrecord add`: files, and pages of the web, into the database."""

from __future__ import annotations

import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from onrecord.cli.database import database_option, open_database
from onrecord.cli.engines import Using, engine_options
from onrecord.cli.house import PARTLY
from onrecord.cli.indexing import bring_up_to_date
from onrecord.cli.shown import one_line
from onrecord.model import Failure, Kind

if TYPE_CHECKING:
    from onrecord.fetching import Client
    from onrecord.intake import Taken
    from onrecord.stores import Store

_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*([kmg]?)i?b?", re.IGNORECASE)
_UNITS = {"": 1, "k": 1_000, "m": 1_000_000, "g": 1_000_000_000}
_STDIN = Path("-")
_URL = re.compile(r"[a-z][a-z0-9+.-]{1,20}://", re.IGNORECASE)


@dataclass(slots=True)
class _Tally:
    """What became of the documents so far."""

    counts: Counter[str] = field(default_factory=Counter)
    failures: list[Failure] = field(default_factory=list)

    def count(self, coming: Iterable[Taken | Failure]) -> Iterator[Taken]:
        """What was taken in of what comes; what failed is told at the end."""
        for taken in coming:
            if isinstance(taken, Failure):
                self.failures.append(taken)
            else:
                self.counts[taken.what] += 1
                yield taken

    def tell(self) -> None:
        """The failures with their reasons, and the sum in one line."""
        for failure in self.failures:
            reason = one_line(f"{failure.path or '-'}: {failure.reason}")
            click.secho(f"not added: {reason}", fg="red", err=True)
        click.echo(
            f"{self.counts['added']} added, {self.counts['held']} held already, "
            f"{self.counts['version']} newer versions, {len(self.failures)} failed"
        )


def _size(_: click.Context, __: click.Parameter, value: str) -> int:
    found = _SIZE.fullmatch(value.strip())
    if not found:
        raise click.BadParameter(f"{value!r} is no size such as 50MB or 200k")
    return int(float(found[1]) * _UNITS[found[2].lower()])


def _pairs(_: click.Context, __: click.Parameter, value: str) -> dict[str, str]:
    pairs = dict(part.partition("=")[::2] for part in value.split(",") if part)
    if not all(k.strip() and v.strip() for k, v in pairs.items()):
        raise click.BadParameter(f"{value!r} is not of the form speaker=X,text=Y,date=Z")
    return {role.strip(): column.strip() for role, column in pairs.items()}


def _edtf(_: click.Context, __: click.Parameter, value: str) -> str:
    from onrecord.dates import read_edtf

    return read_edtf(value).edtf if value else ""


@click.command("add")
@click.argument("paths", nargs=-1, required=True, metavar="PATH|URL...")
@click.option("--publisher", default="", help="Who put it out.")
@click.option("--published", default="", callback=_edtf, metavar="EDTF", help="When.")
@click.option("--url", default="", help="Where it stands; for one file.")
@click.option("--title", default="", help="Its title; for one file.")
@click.option("--language", default="", metavar="TAG", help="Its language, such as en or ru.")
@click.option(
    "--kind",
    type=click.Choice([kind.value for kind in Kind]),
    metavar="KIND",
    help="transcript, story or other.",
)
@click.option("--speaker", default="", help="Who speaks where no label says so.")
@click.option(
    "--columns",
    default="",
    callback=_pairs,
    metavar="ROLE=COLUMN,...",
    help="Columns of a CSV file: speaker=X,text=Y,date=Z.",
)
@click.option(
    "--max-size",
    default="50MB",
    show_default=True,
    callback=_size,
    metavar="SIZE",
    help="Larger files are not read.",
)
@click.option(
    "--extractor",
    type=click.Choice(("precise", "fast")),
    default=None,
    help="What tells the text of a page that does not mark it: precise by default; fast needs the"
    " extra onrecord[fast]. A held page is read again where the other had read it.",
)
@click.option(
    "--allow-private",
    is_flag=True,
    help="Fetch from this machine and its network too, and from any port.",
)
@engine_options
@click.option("--quiet", "-q", is_flag=True, help="No line for each document.")
@database_option
def add(
    paths: tuple[str, ...],
    database: Path | None,
    *,
    columns: dict[str, str],
    max_size: int,
    extractor: str | None,
    allow_private: bool,
    using: Using,
    quiet: bool,
    **given: str | None,
) -> None:
    """Read files, folders, pages of the web or - into the database.

    A folder is read with all below it, - is standard input; a page is fetched as its site's
    robots.txt allows. The same bytes twice are one document; a newer version of a URL takes the
    place of the older one, which is kept. What cannot be read is listed at the end, and the exit
    status is 1.
    """
    from onrecord.readers import extractor as extractor_named
    from onrecord.readers import walk

    using.refuse()
    extractor_named(extractor or "")
    urls = dict.fromkeys(path for path in paths if _URL.match(path))
    files: list[Path | str] = [*walk(path for path in paths if path not in urls), *urls]
    known = {name: value for name, value in given.items() if value}
    if len(files) > 1 and (single := {"url", "title"} & known.keys()):
        raise click.UsageError(f"--{min(single)} is for one file, and {len(files)} are given")
    how = _Input(known, columns, max_size, using, extractor or "")
    client = _client(max_size, allow_private=allow_private) if urls else None
    tally = _Tally()
    with open_database(database, create=True) as store:
        try:
            with _progress(files) as (steps, say):
                for path in steps:
                    coming = (
                        _add_file(store, path, how)
                        if isinstance(path, Path)
                        else _add_page(store, path, how, client)
                    )
                    for taken in tally.count(coming):
                        if not quiet:
                            say(line(taken))
            bring_up_to_date(store)
        finally:
            tally.tell()
    if tally.failures:
        sys.exit(PARTLY)


@dataclass(frozen=True, slots=True)
class _Input:
    """How files are to be read, and their statements found."""

    given: Mapping[str, str]
    columns: Mapping[str, str]
    max_size: int
    using: Using
    extractor: str

    def options(self) -> dict[str, Any]:
        """As files and pages are taken in with them."""
        return {
            "given": self.given,
            "columns": self.columns,
            "using": self.using,
            "extractor": self.extractor,
        }


def _add_file(store: Store, path: Path, how: _Input) -> Iterator[Taken | Failure]:
    """Add what stands in one file, document by document."""
    from onrecord.intake import take_in

    try:
        raw = _bytes(path, how.max_size)
    except OSError as error:
        yield Failure(str(path), error.strerror or str(error))
        return
    name = "" if path == _STDIN else str(path)
    yield from take_in(store, raw, path=name, max_size=how.max_size, **how.options())


def _add_page(
    store: Store, url: str, how: _Input, client: Client | None
) -> Iterator[Taken | Failure]:
    """Add a page of the web."""
    from onrecord.intake import take_page

    if client:
        yield from take_page(store, url, client, **how.options())


def _client(max_size: int, *, allow_private: bool) -> Client:
    from onrecord.fetching import Limits, open_client

    return open_client(limits=Limits(size=max_size), allow_private=allow_private)


def _bytes(path: Path, max_size: int) -> bytes:
    """The bytes of a file; of standard input one more than allowed, so that the reader says so."""
    if path == _STDIN:
        return sys.stdin.buffer.read(max_size + 1)
    if not path.is_file() and path.exists():
        raise OSError(0, "not a file")
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        if size > max_size:
            raise OSError(0, f"larger than the maximum: {size:,} bytes, {max_size:,} allowed")
        return file.read()


def line(taken: Taken) -> str:
    """A line about one document: what became of it and what it was taken for."""
    reading = taken.reading
    found = reading.structure
    day = found.dating or found.published
    held = reading.document.provenance
    title = one_line(reading.document.title or found.title or f"{held.path} {held.record}")
    dated = day.edtf if day else "no date"
    return f"{taken.what:<8} {taken.ref:<13} {found.kind:<10} {dated:<11} {title}".rstrip()


@contextmanager
def _progress(
    files: list[Path | str],
) -> Iterator[tuple[Iterable[Path | str], Callable[[str], None]]]:
    """The files one by one and a way to write a line; with a bar where somebody watches."""
    if not sys.stderr.isatty():
        yield files, click.echo
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = Console(stderr=True)

    def say(line: str) -> None:
        """Above the bar, where both are on one terminal."""
        if sys.stdout.isatty():
            console.print(line, markup=False, highlight=False, soft_wrap=True)
        else:
            click.echo(line)

    with Progress(*columns, console=console, transient=True) as bar:
        yield bar.track(files), say
