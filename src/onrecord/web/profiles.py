"""The processes that the app knows: those that ship, and those of the files that it was given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from onrecord.dossiers import load_profile, shipped
from onrecord.errors import NotFoundError, OnrecordError
from onrecord.model import Profile


@dataclass(frozen=True, slots=True)
class Known:
    """The profiles in order, those given first, and what is wrong with files that give none."""

    profiles: tuple[Profile, ...]
    problems: tuple[str, ...] = ()


def known(files: Sequence[Path]) -> Known:
    """The profiles of these files, read anew each time, and those that ship.

    Of two with the same name the first is taken. A folder stands for the files `*.toml` in it.
    """
    found: dict[str, Profile] = {}
    problems: list[str] = []
    for path in (one for given in files for one in _files(given)):
        try:
            profile = load_profile(path)
        except OnrecordError as error:
            problems.append(str(error))
        else:
            found.setdefault(profile.name, profile)
    for profile in _shipped():
        found.setdefault(profile.name, profile)
    return Known(tuple(found.values()), tuple(problems))


def named(name: str, files: Sequence[Path]) -> Profile:
    """The profile of this name; raises `NotFoundError` where there is none."""
    profiles = known(files).profiles
    for profile in profiles:
        if profile.name == name:
            return profile
    names = ", ".join(one.name for one in profiles)
    raise NotFoundError(f"no process {name!r} is known; there are {names}")


def _files(given: Path) -> list[Path]:
    return sorted(given.glob("*.toml")) if given.is_dir() else [given]


@cache
def _shipped() -> tuple[Profile, ...]:
    return shipped()
