"""`onrecord mcp`: what agents check their quotations with."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from onrecord.cli.database import database_option, default_path
from onrecord.cli.house import tell
from onrecord.errors import MissingLibraryError


@click.command("mcp")
@click.option(
    "--http",
    "address",
    metavar="HOST:PORT",
    help="Streamable HTTP on an address of this machine, as 127.0.0.1:8765; port 0 is any.",
)
@click.option(
    "--process",
    "profiles",
    multiple=True,
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="NAME.toml",
    help="The profile of a process besides those that ship; may be given again.",
)
@database_option
def mcp(database: Path | None, *, address: str | None, profiles: tuple[Path, ...]) -> None:
    """Serve agents by the Model Context Protocol: check, search, read; nothing is written.

    Without --http it speaks on standard input and output, as clients that start it expect.
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
            serve_http(server, host, port, ready=lambda url: tell(f"agents reach it at {url}"))
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
