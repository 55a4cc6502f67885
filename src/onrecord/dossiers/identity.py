"""Short names of lines that stay the same when documents are read again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from hashlib import blake2b
from typing import TypeVar

from onrecord.model import Discrepancy, Line

_OneLine = TypeVar("_OneLine", bound=Line | Discrepancy)
_BYTES = 5


def identify(kind: str, *key: str) -> str:
    """A name such as "meeting-3f2a91c07b" that kind and key alone decide; case does not count."""
    digest = blake2b("\x1f".join(key).casefold().encode(), digest_size=_BYTES)
    return f"{kind}-{digest.hexdigest()}"


def told_apart(lines: Sequence[_OneLine]) -> tuple[_OneLine, ...]:
    """The lines, no two with one id: the second one of a key is "...-2"."""
    seen: dict[str, int] = {}
    found = []
    for line in lines:
        seen[line.id] = count = seen.get(line.id, 0) + 1
        found.append(line if count == 1 else replace(line, id=f"{line.id}-{count}"))
    return tuple(found)
