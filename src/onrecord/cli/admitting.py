"""Who may reach a server, how often, and what its log says: options that servers share."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from onrecord.cli.house import tell

if TYPE_CHECKING:
    from onrecord.listening import Form, Limits, Token

FORMS = ("json", "text", "off")
RATE = "20/second;600/minute"
"""How often one caller may ask where it is not said, of what others than this machine can reach."""
_Command = TypeVar("_Command", bound=Callable[..., Any])
_OPTIONS = (
    click.option(
        "--name",
        "names",
        multiple=True,
        metavar="HOST",
        help="Another name that it may be asked for by, as that of a proxy in front.",
    ),
    click.option(
        "--proxy",
        "proxies",
        multiple=True,
        metavar="ADDRESS",
        help="Take this proxy's word on who asks (X-Forwarded-For, -Proto); a network will do.",
    ),
    click.option(
        "--token-file",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        help="Ask for one of the tokens of this file (mode 0600), or for that of ONRECORD_TOKEN.",
    ),
    click.option(
        "--rate",
        metavar="RATE",
        help=f"How often one caller may ask, as 600/minute or {RATE}, which it is where a token "
        "is asked for; else, and as off, there is no limit.",
    ),
    click.option(
        "--at-once",
        default=100,
        show_default=True,
        type=click.IntRange(1, 10_000),
        help="Requests that one process answers at the same time.",
    ),
    click.option(
        "--grace",
        default=10,
        show_default=True,
        type=click.IntRange(0, 3_600),
        metavar="SECONDS",
        help="What is being answered has so long when it is told to end.",
    ),
    click.option(
        "--log",
        "form",
        default="text",
        show_default=True,
        type=click.Choice(FORMS),
        help="An object a line for each request, lines for warnings alone, nothing; on stderr.",
    ),
)


def admitting(command: _Command) -> _Command:
    """Give a command the options of who may reach it."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@dataclass(frozen=True, slots=True)
class Admitted:
    """What the options say, looked through."""

    names: tuple[str, ...]
    tokens: tuple[Token, ...]
    proxies: tuple[str, ...]
    limits: Limits
    log: Form


def admitted_by(
    *,
    names: tuple[str, ...],
    proxies: tuple[str, ...],
    token_file: Path | None,
    rate: str | None,
    at_once: int,
    form: str,
    **_: object,
) -> Admitted:
    """What the options say; the log of this process is written so from now on.

    The token of ONRECORD_TOKEN is taken away from what is started later. Raises `InputError` for a
    file of tokens that cannot be used, a rate or an address that is none.
    """
    from onrecord.listening import Form, limits_of, network_of, set_up_logs, tokens_of

    tokens = tokens_of(token_file, os.environ)
    os.environ.pop("ONRECORD_TOKEN", None)
    if names and not tokens:
        tell(f"{names[0]}: no token is asked for; whoever the proxy lets in may read and write")
    usual = RATE if tokens else ""
    limits = limits_of(usual if rate is None else rate.removesuffix("off"), at_once)
    set_up_logs(Form(form))
    return Admitted(names, tokens, tuple(map(network_of, proxies)), limits, Form(form))
