"""Paths to files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path


def walk(paths: Iterable[str]) -> Iterator[Path]:
    """The files that these paths name: a file as it is, a folder with all below it, sorted.

    Hidden files and folders (a leading dot) are skipped below a folder and taken where they are
    named themselves. A path that does not exist is given all the same: who opens it says so. "-",
    standard input, is given as `Path("-")`. No file is given twice; links to folders are not
    followed.
    """
    seen: set[Path] = set()
    for path in map(Path, paths):
        for file in _below(path) if path.is_dir() else (path,):
            key = file.absolute()
            if key not in seen:
                seen.add(key)
                yield file


def _below(folder: Path) -> Iterator[Path]:
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        yield folder  # unreadable: opening it gives the reason
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if not entry.is_dir():
            yield entry
        elif not entry.is_symlink():
            yield from _below(entry)
