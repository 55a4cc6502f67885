"""A file that is being unpacked, and what is shared by all that unpack one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import IO

from onrecord.unpacking.entries import NOTHING, Guard, Limits, Tally
from onrecord.unpacking.packings import unpacked
from onrecord.unpacking.streams import Stream, pieces_of


@dataclass(frozen=True, slots=True)
class Origin:
    """An open file: its path as it is shown, its size, its packing ("" for none).

    `extension` is that below the packing, in small letters. `columns` is the caller's: the column
    of each role.
    """

    path: str
    file: IO[bytes]
    size: int
    extension: str
    packing: str
    limits: Limits
    tally: Tally
    columns: Mapping[str, str] = field(default_factory=lambda: NOTHING)

    def stream(self, guard: Guard | None = None) -> Stream:
        """What stands in it, unpacked, from where it is read now."""
        watched = guard or Guard(self.limits)
        return Stream(unpacked(self.packing, pieces_of(self.file), watched))

    def inside(self, name: str) -> str:
        """The path of what is called so within it."""
        return f"{self.path}#{name}"
