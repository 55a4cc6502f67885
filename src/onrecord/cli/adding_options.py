"""The options of `onrecord add`: what is known of the documents, and how they are taken in."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from onrecord.cli.engines import Using
from onrecord.model import Kind

if TYPE_CHECKING:
    from onrecord.fetching import Client
    from onrecord.intake import How

_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*([kmg]?)i?b?", re.IGNORECASE)
_UNITS = {"": 1, "k": 1_000, "m": 1_000_000, "g": 1_000_000_000}


@dataclass(frozen=True, slots=True)
class Taking:
    """How files and pages are taken in, as the options say; `given` goes before what they say."""

    columns: Mapping[str, str]
    max_size: int
    extractor: str | None
    allow_private: bool
    jobs: int | None
    resume: bool
    retry_failed: bool
    failures: Path | None
    given: Mapping[str, str] = field(default_factory=dict)

    def options(self, using: Using) -> dict[str, Any]:
        """As `take_in` and `take_page` take them."""
        return {
            "given": self.given,
            "columns": self.columns,
            "extractor": self.extractor or "",
            "using": using,
        }

    def how(self, using: Using) -> How:
        """As `gather` takes them."""
        from onrecord.intake import How

        return How(max_size=self.max_size, **self.options(using))

    def client(self) -> Client:
        """Who fetches pages; `MissingLibraryError` where that is not installed."""
        from onrecord.fetching import Limits, open_client

        return open_client(limits=Limits(size=self.max_size), allow_private=self.allow_private)


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


_KNOWN = ("publisher", "published", "url", "title", "language", "kind", "speaker")
_OPTIONS = (
    click.option("--publisher", default="", help="Who put it out."),
    click.option("--published", default="", callback=_edtf, metavar="EDTF", help="When."),
    click.option("--url", default="", help="Where it stands; for one file."),
    click.option("--title", default="", help="Its title; for one file."),
    click.option("--language", default="", metavar="TAG", help="Its language, such as en or ru."),
    click.option(
        "--kind",
        type=click.Choice([kind.value for kind in Kind]),
        metavar="KIND",
        help="transcript, story or other.",
    ),
    click.option("--speaker", default="", help="Who speaks where no label says so."),
    click.option(
        "--columns",
        default="",
        callback=_pairs,
        metavar="ROLE=COLUMN,...",
        help="Columns of a CSV file: speaker=X,text=Y,date=Z.",
    ),
    click.option(
        "--max-size",
        default="50MB",
        show_default=True,
        callback=_size,
        metavar="SIZE",
        help="Larger files are not read.",
    ),
    click.option(
        "--extractor",
        type=click.Choice(("precise", "fast")),
        default=None,
        help="What tells the text of a page that does not mark it: precise by default; fast needs"
        " the extra onrecord[fast]. A held page is read again where the other had read it.",
    ),
    click.option(
        "--allow-private",
        is_flag=True,
        help="Fetch from this machine and its network too, and from any port.",
    ),
    click.option(
        "--jobs",
        "-j",
        type=click.IntRange(1, 256),
        metavar="N",
        help="Processes that read; by default one for each processor, and none where there is"
        " little to do.",
    ),
    click.option(
        "--resume",
        is_flag=True,
        help="Leave out what was taken in before of files that have not changed since.",
    ),
    click.option(
        "--retry-failed",
        is_flag=True,
        help="As --resume, and try again what failed before.",
    ),
    click.option(
        "--failures",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="FILE",
        help="Write each failure to this file, a line of JSON each: path, place, reason.",
    ),
)


def adding_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options of `add`, which reach the command as one `taking`."""

    @wraps(command)
    def told(*arguments: object, **options: Any) -> None:  # noqa: ANN401
        known = {name: value for name in _KNOWN if (value := options.pop(name))}
        how = {name: options.pop(name) for name in Taking.__dataclass_fields__ if name != "given"}
        command(*arguments, taking=Taking(**how, given=known), **options)

    for option in reversed(_OPTIONS):
        told = option(told)
    return told
