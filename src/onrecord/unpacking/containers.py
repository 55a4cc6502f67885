"""Which file is unpacked how: one line a kind of container."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from onrecord.unpacking.entries import Found
from onrecord.unpacking.lines import LINES, unpack_json_lines
from onrecord.unpacking.singles import unpack_single
from onrecord.unpacking.source import Source
from onrecord.unpacking.tar_file import unpack_tar
from onrecord.unpacking.zip_file import unpack_zip


@dataclass(frozen=True, slots=True)
class Container:
    """A kind of container: its name, the extensions below its packing, and what unpacks it."""

    name: str
    extensions: frozenset[str]
    unpack: Callable[[Source], Iterator[Found]]


CONTAINERS = (
    Container("tar", frozenset({"tar"}), unpack_tar),
    Container("zip", frozenset({"zip"}), unpack_zip),
    Container("json_lines", LINES, unpack_json_lines),
)
SINGLE = Container("single", frozenset(), unpack_single)


def container_of(source: Source) -> Container:
    """What a file is, by its extension: one of the containers, else a single thing."""
    return next((one for one in CONTAINERS if source.extension in one.extensions), SINGLE)
