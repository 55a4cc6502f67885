"""The group of commands: it loads them late, and turns what goes wrong into one line."""

from __future__ import annotations

import gc
import os
import sys
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from io import TextIOWrapper
from typing import Any

import click

from onrecord import __version__
from onrecord.cli.shown import one_line
from onrecord.errors import OnrecordError, OnrecordWarning

# Exit statuses, beside 0: some of the work could not be done; none could; interrupted.
PARTLY, REFUSED, INTERRUPTED = 1, 2, 130


class LateGroup(click.Group):
    """A group whose commands are named by `module:function` and imported when first asked for."""

    def __init__(self, name: str, places: Mapping[str, str], **options: Any) -> None:  # noqa: ANN401
        options["context_settings"] = {"help_option_names": ["-h", "--help"]}
        super().__init__(name, **options)
        self._places = places

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, in the order in which a newcomer needs them."""
        return list(self._places)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name."""
        place = self._places.get(cmd_name)
        if place is None:
            return None
        module, _, function = place.partition(":")
        command: click.Command = getattr(import_module(f"onrecord.cli.{module}"), function)
        return command


class House(LateGroup):
    """The group at the top: it tells what goes wrong in one line, and leaves with a status."""

    def __init__(self, name: str, places: Mapping[str, str], **options: Any) -> None:  # noqa: ANN401
        super().__init__(name, places, **options)
        click.version_option(__version__, "--version", message="onrecord %(version)s")(self)

    def main(  # type: ignore[override]
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        **options: Any,  # noqa: ANN401
    ) -> None:
        """Run a command and leave with its exit status."""
        options.pop("standalone_mode", None)
        _ready_streams()
        _one_thread()
        if os.environ.get("NO_COLOR"):
            options["color"] = False
        try:
            with _warnings_told():
                status = super().main(
                    args, prog_name or "onrecord", standalone_mode=False, **options
                )
            sys.stdout.flush()
        except click.ClickException as error:
            error.show()
            sys.exit(error.exit_code)
        except (click.Abort, KeyboardInterrupt):
            tell("interrupted; what was acknowledged is kept")
            sys.exit(INTERRUPTED)
        except OnrecordError as error:
            tell(str(error))
            sys.exit(REFUSED)
        except BrokenPipeError:
            _let_go_of_output()
            sys.exit(PARTLY)
        except OSError as error:
            tell(f"{error.filename or 'output'}: {error.strerror or error}")
            sys.exit(REFUSED)
        sys.exit(status if isinstance(status, int) else 0)


def collect_seldom() -> None:
    """For long work: what is loaded by now stays, and is not looked through again and again.

    Checks make no reference cycles to speak of; looking for some took a quarter of their time.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def tell(message: str) -> None:
    """One line on standard error."""
    click.echo(f"onrecord: {one_line(message)}", err=True)


def _ready_streams() -> None:
    """A character that the terminal cannot show is escaped, and is no reason to stop."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _one_thread() -> None:
    """One thread a process, for whoever runs several; numpy reads this when it is imported."""
    for library in ("OPENBLAS", "MKL", "OMP"):
        os.environ.setdefault(f"{library}_NUM_THREADS", "1")


@contextmanager
def _warnings_told() -> Iterator[None]:
    """Our own warnings as lines like our errors."""
    with warnings.catch_warnings():
        other = warnings.showwarning

        def show(message: Warning | str, category: type[Warning], *place: Any) -> None:  # noqa: ANN401
            if issubclass(category, OnrecordWarning):
                tell(str(message))
            else:
                other(message, category, *place)

        warnings.showwarning = show  # type: ignore[assignment]
        yield


def _let_go_of_output() -> None:
    """Whoever read our output has gone; do not complain of it once more at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
