"""Paths to files, without a list of them all."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path


def walk(paths: Iterable[str]) -> Iterator[Path]:
    """The files that these paths name: a file as it is, a folder with all below it, sorted.

    Hidden files and folders (a leading dot) are skipped below a folder and taken where they are
    named themselves. A path that does not exist is given all the same: who opens it says so. "-",
    standard input, is given as `Path("-")`. No file is given twice; links to folders are not
    followed. What is held at once are the names within one folder, and of those above it.
    """
    named: set[str] = set()
    for path in map(Path, paths):
        own = os.path.abspath(path)
        if own in named:
            continue
        for file in _below(str(path)) if path.is_dir() else (str(path),):
            if not (_given(os.path.abspath(file), named) and os.path.lexists(file)):
                yield Path(file)
        named.add(own)


def _below(folder: str) -> Iterator[str]:
    """The files below a folder; its name where it cannot be read: opening it gives the reason."""
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in entries if not entry.name.startswith(".")]
    except OSError:
        yield folder
        return
    names.sort(reverse=True)
    while names:
        path = os.path.join(folder, names.pop())
        if not os.path.isdir(path):
            yield path
        elif not os.path.islink(path):
            yield from _below(path)


def _given(file: str, named: set[str]) -> bool:
    """Whether an earlier path was this one, or a folder above it whose walk came to it."""
    at = file
    while True:
        if at in named:
            return True
        above, name = os.path.split(at)
        if above == at or name.startswith(".") or (at != file and os.path.islink(at)):
            return False
        at = above
