"""`onrecord engines`, and the options by which a command is told which engine to use."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps
from pathlib import Path
from typing import NamedTuple

import click

from onrecord.cli.shown import FORMATS, tell_rows

# As in `onrecord.tagging`, which `--help` does not import.
_ENGINES = ("rules", "fast", "best")
_TABLE = ("engine", "state", "sha256", "size", "name")
_CSV = (*_TABLE, "languages", "trained_on")


class Using(NamedTuple):
    """What `--engine` and `--model` said; `_asdict()` is what the pipeline takes."""

    engine: str | None
    model: Path | None

    def refuse(self) -> None:
        """Refuse an engine that cannot be used before any work is done, not once a document."""
        from onrecord.tagging import choose

        if self.engine == "rules" and self.model:
            raise click.UsageError("--model goes with a learned engine; the rules have no model")
        choose(self.engine, folder=self.model)


def engine_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options `--engine` and `--model`, which reach the command as one `using`."""

    @wraps(command)
    def told(*given: object, engine: str | None, model: Path | None, **others: object) -> None:
        command(*given, using=Using(engine, model), **others)

    with_model = click.option(
        "--model",
        type=click.Path(path_type=Path),
        metavar="FOLDER",
        help="Models of your own, in the place of the shipped ones; else $ONRECORD_MODEL.",
    )(told)
    return click.option(
        "--engine",
        type=click.Choice(_ENGINES),
        help="What finds the statements: rules alone, or with a learned model, fast or best"
        " (`onrecord engines` says which are here).",
    )(with_model)


@click.command("engines")
@click.option(
    "--model",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Look in this folder; else in $ONRECORD_MODEL, else at the shipped models.",
)
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)
def engines(*, model: Path | None, form: str) -> None:
    """List the engines that find statements, and say which can be used.

    The one marked as default is used where --engine does not name another. Every file of a model is
    compared with the SHA-256 in its manifest.
    """
    tell_rows(_rows(model), form, _CSV if form == "csv" else _TABLE)


def _rows(folder: Path | None) -> Iterator[dict[str, object]]:
    from onrecord import answers

    return (answers.plain(one) for one in answers.engines(folder))
