"""Tokens: who may come in, by name, and whether to read or to write as well.

A file of them has one a line, the name before a colon and the token behind it:

    Anna Vale: 6bYl...
    archive desk read: Zt0q...

The word `read` at the end of a name makes it a token that may only read; lines that begin with #
say nothing to the program. What is kept in memory is a token's SHA-256, never the token.
"""

from __future__ import annotations

import os
import re
import secrets
import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from hmac import compare_digest
from pathlib import Path

from onrecord.errors import InputError

VARIABLE = "ONRECORD_TOKEN"
"""The variable that may hold a token, or lines as those of a file."""
SHORTEST = 32
"""Characters of the shortest token."""
_DIFFERENT = 12
"""Different characters of a token: fewer, and somebody has made it up."""
_LONGEST_FILE = 65_536
_TOKEN = re.compile(r"[A-Za-z0-9._~+/=-]{1,512}\Z")
"""What a token is made of (b64token of RFC 6750, 2.1)."""
_NAME = re.compile(r"[^\s#:](?:[^:\n]{0,58}[^\s:])?\Z")
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


class Role(StrEnum):
    """What somebody may do."""

    READ = "read"
    WRITE = "write"


@dataclass(frozen=True, slots=True)
class Token:
    """Somebody who may come in: `digest` is the SHA-256 of the token in hexadecimal figures.

    `name` is "" for a token that was given without one.
    """

    name: str
    role: Role
    digest: str = field(repr=False)

    @property
    def mark(self) -> str:
        """What tells this token from others, and nothing of it."""
        return sha256(f"mark of {self.digest}".encode()).hexdigest()[:16]


def make_token(path: Path, *, name: str = "", role: Role = Role.WRITE) -> None:
    """Put a new token into a file, which is made (mode 0600) or gets one line more.

    A token has 256 bits of chance. Raises `InputError` for a name that cannot be one, a file that
    others may read or that holds something else.
    """
    head = f"{name} {Role.READ}" if role is Role.READ else name
    if head and not _NAME.match(head):
        raise InputError(f"{name!r}: a name has no colon and at most 55 characters")
    if path.exists():
        read_tokens(path)
    line = f"{head}: {secrets.token_urlsafe(32)}\n".removeprefix(": ")
    try:
        made = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with open(made, "a", encoding="utf-8") as file:
            file.write(line)
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}") from error


def read_tokens(path: Path) -> tuple[Token, ...]:
    """The tokens of a file that nobody but its owner may read.

    Raises `InputError` where others may, or where a line holds no token that is long enough; no
    message repeats what stands in the file.
    """
    try:
        with path.open("rb") as file:
            mode = os.fstat(file.fileno()).st_mode
            if os.name == "posix" and mode & _OTHERS:
                raise InputError(f"{path}: others may read it; chmod 600 {path}")
            text = file.read(_LONGEST_FILE).decode("utf-8")
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}") from error
    except UnicodeDecodeError:
        raise InputError(f"{path}: no file of tokens") from None
    return tokens_in(text, str(path))


def tokens_of(path: Path | None, environ: Mapping[str, str]) -> tuple[Token, ...]:
    """The tokens of a file, of the variable `ONRECORD_TOKEN`, or of both; none where none is."""
    held = read_tokens(path) if path else ()
    given = environ.get(VARIABLE, "")
    return (*held, *(tokens_in(given, VARIABLE) if given.strip() else ()))


def tokens_in(text: str, where: str) -> tuple[Token, ...]:
    """The tokens of a text, one a line; `where` is what an error calls it."""
    lines = [line.strip() for line in text.splitlines()]
    found = tuple(
        _token(line, f"{where}, line {number}")
        for number, line in enumerate(lines, start=1)
        if line and not line.startswith("#")
    )
    if not found:
        raise InputError(f"{where}: no token; onrecord serve --new-token FILE makes one")
    return found


def _token(line: str, where: str) -> Token:
    head, _, secret = line.rpartition(":")
    name, secret = " ".join(head.split()), secret.strip()
    if len(secret) < SHORTEST or len(set(secret)) < _DIFFERENT:
        raise InputError(
            f"{where}: a token has {SHORTEST} characters of chance or more; "
            "onrecord serve --new-token FILE makes one"
        )
    if not _TOKEN.match(secret) or (name and not _NAME.match(name)):
        raise InputError(f"{where}: not NAME: TOKEN, of letters, figures and ._~+/=- alone")
    first, _, last = name.rpartition(" ")
    role = Role(last) if last in set(Role) else Role.WRITE
    return Token(first if last in set(Role) else name, role, sha256(secret.encode()).hexdigest())


def named_by(secret: str, tokens: Iterable[Token]) -> Token | None:
    """The token that somebody shows, None where it is none of these.

    All of them are compared, each in constant time, so that how long it takes says nothing.
    """
    shown = sha256(secret.encode("utf-8", errors="replace")).hexdigest()
    found = None
    for one in tokens:
        if compare_digest(shown, one.digest):
            found = one
    return found
