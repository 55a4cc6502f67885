"""Which file is unpacked how: one line a kind of container."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from onrecord.unpacking.arc_file import unpack_arc
from onrecord.unpacking.entries import BrokenError, Found
from onrecord.unpacking.lines import LINES, unpack_json_lines
from onrecord.unpacking.origin import Origin
from onrecord.unpacking.parquet_file import unpack_parquet
from onrecord.unpacking.singles import unpack_single
from onrecord.unpacking.tar_file import unpack_tar
from onrecord.unpacking.warc_file import unpack_warc
from onrecord.unpacking.zip_file import unpack_zip


@dataclass(frozen=True, slots=True)
class Container:
    """A kind of container: its name, the extensions below its packing, and what unpacks it.

    `packed` says that it may be packed as a whole, which takes that it is read front to back.
    """

    name: str
    extensions: frozenset[str]
    unpack: Callable[[Origin], Iterator[Found]]
    packed: bool = True


CONTAINERS = (
    Container("tar", frozenset({"tar"}), unpack_tar),
    Container("zip", frozenset({"zip"}), unpack_zip, packed=False),
    Container("warc", frozenset({"warc", "wet", "wat"}), unpack_warc),
    Container("arc", frozenset({"arc"}), unpack_arc),
    Container("parquet", frozenset({"parquet"}), unpack_parquet, packed=False),
    Container("json_lines", LINES, unpack_json_lines),
)
SINGLE = Container("single", frozenset(), unpack_single)


def container_of(origin: Origin) -> Container:
    """What a file is, by its extension: one of the containers, else a single thing.

    `BrokenError` for one that is packed and cannot be read so.
    """
    found = next((one for one in CONTAINERS if origin.extension in one.extensions), SINGLE)
    if origin.packing and not found.packed:
        raise BrokenError(f"{found.name} within {origin.packing}, which is not read: unpack it")
    return found
