"""The options by which a command is told how to tell findings."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, NamedTuple

import click

if TYPE_CHECKING:
    from onrecord.checking import Stylebook

# As in `onrecord.checking.STYLEBOOKS`, which `--help` does not import.
_STYLES = ("apa", "chicago", "ap", "reuters")


class Telling(NamedTuple):
    """How findings are told: as JSON or for a person, and held against which stylebook."""

    as_json: bool
    style: Stylebook | None


def telling_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options `--json` and `--style`, which reach the command as one `telling`."""

    @wraps(command)
    def told(*given: object, as_json: bool, style: str | None, **others: object) -> None:
        command(*given, telling=Telling(as_json, _book(style)), **others)

    with_style = click.option(
        "--style",
        type=click.Choice(_STYLES, case_sensitive=False),
        help="Say which edits this stylebook does not allow.",
    )(told)
    return click.option("--json", "as_json", is_flag=True, help="JSON, one line a finding.")(
        with_style
    )


def _book(key: str | None) -> Stylebook | None:
    from onrecord.checking import stylebook

    return stylebook(key) if key else None
