"""`onrecord serve`: the web app."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from onrecord.cli.admitting import admitted_by, admitting
from onrecord.cli.database import Database, database_option, default_path
from onrecord.cli.ending import end_on_term
from onrecord.errors import MissingLibraryError


@click.command("serve")
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    metavar="ADDRESS",
    help="The address to serve on; any but this machine's own needs a token.",
)
@click.option(
    "--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="0 for any free."
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
@admitting
@click.option("--open", "opening", is_flag=True, help="Open it in a browser.")
@click.option(
    "--new-token",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Put a new token into this file, and serve nothing.",
)
@click.option("--token-name", default="", metavar="NAME", help="Whose the new token is.")
@click.option("--read-only", is_flag=True, help="The new token may read, and change nothing.")
@database_option
def serve(
    database: Database | None,
    *,
    new_token: Path | None,
    token_name: str,
    read_only: bool,
    opening: bool,
    **given: Any,  # noqa: ANN401  (the options of `admitting`)
) -> None:
    """Serve the web app: check, read, search, review; on this machine alone unless told otherwise.

    Beyond this machine it needs a token, and asks for one wherever it has one (docs/security.md).
    Ctrl-C stops it, when what is being answered has been answered, with status 0; so does SIGTERM,
    with status 143.
    """
    if new_token:
        _make(new_token, token_name, read_only=read_only)
        return
    if token_name or read_only:
        raise click.UsageError("--token-name and --read-only go with --new-token")
    _serve(database or default_path(), opening=opening, **given)


def _make(path: Path, name: str, *, read_only: bool) -> None:
    try:
        from onrecord.listening import Role, make_token
    except ModuleNotFoundError as error:
        raise MissingLibraryError.of(error.name, "web") from None

    make_token(path, name=name, role=Role.READ if read_only else Role.WRITE)
    click.echo(f"a new token{f' of {name}' if name else ''} is in {path}, and shown nowhere else")


def _serve(
    database: Database,
    *,
    opening: bool,
    host: str,
    port: int,
    workers: int,
    profiles: tuple[Path, ...],
    **given: Any,  # noqa: ANN401  (the options of `admitting`)
) -> None:
    try:
        from onrecord.web import Settings, run
    except ModuleNotFoundError as error:
        raise MissingLibraryError.of(error.name, "web") from None

    end_on_term()
    admitted = admitted_by(**given)
    settings = Settings(
        database,
        names=given["names"],
        profiles=profiles,
        tokens=admitted.tokens,
        proxies=admitted.proxies,
        limits=admitted.limits,
        log=admitted.log,
    )
    run(
        settings,
        host=host,
        port=port,
        workers=workers,
        grace=given["grace"],
        ready=lambda url: _tell(url, opening=opening),
    )


def _tell(url: str, *, opening: bool) -> None:
    click.echo(f"Onrecord is at {url}  (Ctrl-C stops it)")
    if opening:
        import webbrowser

        webbrowser.open(url)
