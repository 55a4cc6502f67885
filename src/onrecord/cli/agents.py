"""`onrecord mcp`: what agents check their quotations with."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from onrecord.cli.admitting import admitted_by, admitting
from onrecord.cli.database import Database, database_option, default_path
from onrecord.cli.house import tell
from onrecord.errors import MissingLibraryError

if TYPE_CHECKING:
    from onrecord.mcp import Admission


@click.command("mcp")
@click.option(
    "--http",
    "address",
    metavar="HOST:PORT",
    help="Streamable HTTP, as 127.0.0.1:8765; port 0 is any.",
)
@click.option(
    "--process",
    "profiles",
    multiple=True,
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="NAME.toml",
    help="The profile of a process besides those that ship; may be given again.",
)
@admitting
@database_option
def mcp(
    database: Database | None,
    *,
    address: str | None,
    profiles: tuple[Path, ...],
    **given: Any,  # noqa: ANN401  (the options of `admitting`)
) -> None:
    """Serve agents by the Model Context Protocol: check, search, read; nothing is written.

    Without --http it speaks on standard input and output, as clients that start it expect, and the
    options of who may reach it say nothing. Over HTTP beyond this machine it needs a token.
    """
    host, port = _address(address) if address else ("", 0)
    try:
        from onrecord.mcp import create_server, open_stores, serve_http, serve_stdio
    except ModuleNotFoundError as error:
        raise MissingLibraryError.of(error.name, "mcp") from None

    stores = open_stores(database or default_path())
    try:
        server = create_server(stores, profiles=profiles)
        if address:
            reached = _admission(**given)
            serve_http(server, host, port, admission=reached, ready=_tell)
        else:
            if sys.stdin.isatty():
                tell("speaking MCP on standard input and output; a client starts it by itself")
            serve_stdio(server)
    finally:
        stores.close()


def _address(given: str) -> tuple[str, int]:
    host, _, port = given.rpartition(":")
    if not (port.isascii() and port.isdigit() and int(port) < 65_536):
        raise click.BadParameter(f"{given!r} is not HOST:PORT", param_hint="--http")
    return host.strip("[]"), int(port)


def _tell(url: str) -> None:
    tell(f"agents reach it at {url}")


def _admission(*, grace: int, **given: Any) -> Admission:  # noqa: ANN401
    from onrecord.mcp import Admission

    admitted = admitted_by(**given)
    return Admission(
        tokens=admitted.tokens,
        names=admitted.names,
        proxies=admitted.proxies,
        limits=admitted.limits,
        grace=grace,
    )
