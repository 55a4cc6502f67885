"""Process profiles: one TOML file a process, those that ship and a person's own."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from onrecord.errors import InputError, NotFoundError
from onrecord.model import Confusable, Named, Profile, Theme

_WORDS = ("names", "subject", "places")
_NAMED = ("parties", "bodies", "instruments")
_FIELDS = {"name", "title", "language", *_WORDS, *_NAMED, "confusable", "themes"}
_OF_NAMED = {"name", "aliases", "kind", "dating", "identifier", "according", "adjectives"}


def shipped() -> tuple[Profile, ...]:
    """The profiles that come with the package, by name."""
    held = (one for one in files(__package__).joinpath("shipped").iterdir())
    texts = {one.name: one.read_text("utf-8") for one in held if one.name.endswith(".toml")}
    return tuple(read_profile(texts[name], path=name) for name in sorted(texts))


def find(wanted: str) -> Profile:
    """The profile of this name, or in the file of this path; a file is one that ends in .toml.

    Raises `NotFoundError` where there is none, `InputError` where the file is no profile.
    """
    if wanted.endswith(".toml"):
        return load_profile(Path(wanted))
    held = {one.name: one for one in shipped()}
    if wanted in held:
        return held[wanted]
    known = ", ".join(held)
    raise NotFoundError(f"no process {wanted!r}; there are {known}, or give a file NAME.toml")


def load_profile(path: Path) -> Profile:
    """The profile in a file; `InputError` says in a line what is wrong with it."""
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        raise NotFoundError(f"{path}: no such profile") from None
    except UnicodeDecodeError:
        raise InputError(f"{path}: not UTF-8") from None
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}") from None
    return read_profile(text, path=str(path))


def read_profile(text: str, *, path: str = "profile") -> Profile:
    """A profile out of its TOML; `InputError` names the `path` and the field that is wrong."""
    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # a number of too many digits is a ValueError
        raise InputError(f"{path}: not TOML: {' '.join(str(error).split())[:200]}") from None
    reader = _Table(table, path)
    reader.only(_FIELDS)
    profile = Profile(
        name=reader.text("name", needed=True),
        title=reader.text("title") or reader.text("name"),
        language=reader.text("language") or "en",
        names=reader.words("names"),
        subject=reader.words("subject"),
        places=reader.words("places"),
        parties=_named(reader, "parties"),
        bodies=_named(reader, "bodies"),
        instruments=_named(reader, "instruments"),
        confusable=tuple(_confusable(one) for one in reader.tables("confusable")),
        themes=tuple(_theme(one) for one in reader.tables("themes")),
    )
    if not profile.names and not profile.subject:
        raise InputError(f"{path}: neither names nor subject: no document could belong to it")
    return profile


def _named(reader: _Table, field: str) -> tuple[Named, ...]:
    return tuple(_one_named(one) for one in reader.tables(field))


def _one_named(table: _Table) -> Named:
    table.only(_OF_NAMED)
    return Named(
        name=table.text("name", needed=True),
        aliases=table.words("aliases"),
        kind=table.text("kind"),
        dating=table.text("dating"),
        identifier=table.text("identifier"),
        according=table.text("according", needed=True),
        adjectives=table.words("adjectives"),
    )


def _confusable(table: _Table) -> Confusable:
    table.only({"words", "means", "why"})
    return Confusable(
        words=table.text("words", needed=True),
        means=table.text("means", needed=True),
        why=table.text("why"),
    )


def _theme(table: _Table) -> Theme:
    table.only({"name", "words"})
    name, words = table.text("name", needed=True), table.words("words")
    return Theme(name=name, words=words or (name,))


class _Table:
    """A table of a profile; what is wrong with a field is told with the place of the table."""

    def __init__(self, table: Mapping[str, Any], place: str) -> None:
        self._table, self._place = table, place

    def only(self, known: set[str]) -> None:
        """Complain of a field that a profile does not have: most often it is a misspelling."""
        for name in self._table:
            if name not in known:
                expected = ", ".join(sorted(known))
                raise InputError(f"{self._place}: no field {name!r}; there are {expected}")

    def text(self, name: str, *, needed: bool = False) -> str:
        value = self._table.get(name, "")
        if not isinstance(value, str):
            raise InputError(f"{self._place}: {name} is not a text")
        if needed and not value.strip():
            raise InputError(f"{self._place}: {name} is missing")
        return value.strip()

    def words(self, name: str) -> tuple[str, ...]:
        value = self._table.get(name, [])
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise InputError(f"{self._place}: {name} is not a list of texts")
        return tuple(dict.fromkeys(one.strip() for one in value if one.strip()))

    def tables(self, name: str) -> list[_Table]:
        value = self._table.get(name, [])
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            raise InputError(f"{self._place}: {name} is not a list of tables ([[{name}]])")
        return [
            _Table(one, f"{self._place}: {name} {number}") for number, one in enumerate(value, 1)
        ]
