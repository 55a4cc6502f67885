"""Where a PostgreSQL database is: a URL that is never shown with its password."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_SCHEMES = ("postgresql://", "postgres://")
# The last "@" ends what may hold a password, in a URL that is badly written too.
_USER = re.compile(r"^(\w+://[^:@/?#]*):.*@([^@]*)$", re.DOTALL)
_SECRET = re.compile(r"((?:ssl)?password=)[^&]*")


@dataclass(frozen=True, slots=True)
class Address:
    """The URL of a PostgreSQL database; as a string it is without its password."""

    url: str = field(repr=False)

    def __str__(self) -> str:
        return _SECRET.sub(r"\1***", _USER.sub(r"\1@\2", self.url))


def is_address(name: str) -> bool:
    """Whether this is the URL of a PostgreSQL database, and not a path."""
    return name.startswith(_SCHEMES)
