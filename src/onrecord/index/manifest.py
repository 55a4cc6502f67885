"""What a folder of the index holds: one small file that is replaced as a whole, and a lock.

`manifest.json` names the live segments in order, the tail, and the file of forgotten numbers.
Whoever reads it sees one state or the next. Whoever writes holds the lock, and first sweeps away
what a killed writer left: files of the index that the manifest does not name.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from onrecord.index.locking import alone
from onrecord.index.segments import damaged

FORMAT = 1
_NAME = "manifest.json"
_LOCK = "lock"
_OURS = re.compile(r"\d+-[0-9a-f]+\.(?:segment|tail|forgotten)|manifest\.json(?:\.new)?|lock")


@dataclass(frozen=True, slots=True)
class Manifest:
    """The live files by name, oldest first; "" where there is none.

    `covered` is the largest passage number in the segments, in the tail may be larger ones; `next`
    is the number that the next file will have.
    """

    segments: tuple[str, ...] = ()
    tail: str = ""
    forgotten: str = ""
    covered: int = 0
    next: int = 1
    format: int = FORMAT

    @property
    def files(self) -> frozenset[str]:
        """Every file that it names."""
        return frozenset({*self.segments, self.tail, self.forgotten} - {""})


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest of a folder, None where it has none; `DamagedIndexError` for another's."""
    path = folder / _NAME
    try:
        held = json.loads(path.read_text("utf-8"))
        if held["format"] != FORMAT:
            raise damaged(path, f"of format {held['format']}, and this Onrecord reads {FORMAT}")
        segments = tuple(str(name) for name in held["segments"])
        tail, forgotten = str(held["tail"]), str(held["forgotten"])
        manifest = Manifest(segments, tail, forgotten, int(held["covered"]), int(held["next"]))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise damaged(path, f"not the manifest of a passage index ({error!r})") from None
    if not all(_OURS.fullmatch(name) for name in manifest.files):
        raise damaged(path, "names files that are not of a passage index")
    return manifest


def has_index(folder: Path) -> bool:
    """Whether an index was ever made in a folder, sound or not."""
    return (folder / _NAME).exists()


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Put a manifest in the place of the one before: after this its state is the index's."""
    new = folder / f"{_NAME}.new"
    with new.open("w", encoding="utf-8") as file:
        json.dump(asdict(manifest), file)
        file.flush()
        os.fsync(file.fileno())
    # The files that it names are to have their names on the disk before it has its own.
    _sync(folder)
    new.replace(folder / _NAME)
    _sync(folder)


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


Stamp = tuple[int, int, int, int]


def stamp(folder: str, tail: str) -> Stamp:
    """What changes whenever the index does, cheaply: of the manifest, then of the tail."""
    return *manifest_stamp(folder), *_stamp_of(f"{folder}/{tail}", grows=True)


def manifest_stamp(folder: str) -> tuple[int, int]:
    """What changes whenever another manifest takes the place of the one before."""
    return _stamp_of(f"{folder}/{_NAME}", grows=False)


def _stamp_of(path: str, *, grows: bool) -> tuple[int, int]:
    try:
        held = os.stat(path)
    except OSError:
        return 0, 0
    return held.st_ino, held.st_size if grows else held.st_mtime_ns


def strangers(folder: Path) -> list[str]:
    """Names in the folder that are not the index's."""
    return sorted(name for name in os.listdir(folder) if not _OURS.fullmatch(name))


def sweep(folder: Path, manifest: Manifest) -> None:
    """Delete what the manifest does not name; only under the lock."""
    keep = manifest.files | {_NAME, _LOCK}
    for name in os.listdir(folder):
        if name not in keep and _OURS.fullmatch(name):
            (folder / name).unlink(missing_ok=True)


def empty(folder: Path) -> None:
    """Delete every file of the index, the manifest first; only under the lock."""
    for name in sorted(os.listdir(folder), reverse=True):
        if _OURS.fullmatch(name) and name != _LOCK:
            (folder / name).unlink(missing_ok=True)


@contextmanager
def locked(folder: Path, *, wait: float) -> Iterator[None]:
    """Be the one writer; `StoreBusyError` where another still is after `wait` seconds.

    The lock goes with the process, however it ends.
    """
    busy = f"{folder}: another process is writing the passage index; try again later"
    with alone(folder / _LOCK, wait=wait, busy=busy):
        yield
