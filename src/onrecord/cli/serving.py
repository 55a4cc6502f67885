"""`onrecord serve`: the web app."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.cli.database import database_option, default_path
from onrecord.cli.ending import end_on_term
from onrecord.errors import MissingLibraryError

LOOPBACK = ("127.0.0.1", "::1", "localhost")


@click.command("serve")
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    type=click.Choice(LOOPBACK),
    metavar="ADDRESS",
    help="A loopback address; what others may reach needs a proxy that knows them.",
)
@click.option(
    "--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="0 for any free."
)
@click.option(
    "--name",
    "names",
    multiple=True,
    metavar="HOST",
    help="Another name that a proxy in front asks for it by.",
)
@click.option(
    "--workers", default=1, show_default=True, type=click.IntRange(1, 64), help="Processes."
)
@click.option(
    "--profile",
    "profiles",
    multiple=True,
    type=click.Path(path_type=Path, exists=True),
    metavar="FILE",
    help="The profile of a process beside those that ship, or a folder of them.",
)
@click.option("--open", "opening", is_flag=True, help="Open it in a browser.")
@database_option
def serve(
    database: Path | None,
    *,
    host: str,
    port: int,
    names: tuple[str, ...],
    workers: int,
    profiles: tuple[Path, ...],
    opening: bool,
) -> None:
    """Serve the web app on this machine: check, read, search, review.

    Ctrl-C stops it, when what is being answered has been answered, with status 0; so does SIGTERM,
    with status 143.
    """
    try:
        from onrecord.web import Settings, run
    except ModuleNotFoundError as error:
        raise MissingLibraryError.of(error.name, "web") from None

    end_on_term()
    settings = Settings(database or default_path(), names=names, profiles=profiles)
    run(
        settings,
        host=host,
        port=port,
        workers=workers,
        ready=lambda url: _tell(url, opening=opening),
    )


def _tell(url: str, *, opening: bool) -> None:
    click.echo(f"Onrecord is at {url}  (Ctrl-C stops it)")
    if opening:
        import webbrowser

        webbrowser.open(url)
