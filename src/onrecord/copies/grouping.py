"""The copies of each story among texts."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import TypeVar

from onrecord.copies.likening import likeness
from onrecord.copies.sketching import sketch

Name = TypeVar("Name", bound=Hashable)


def group(texts: Mapping[Name, str]) -> list[list[Name]]:
    """The texts in groups of copies, in the order given; most groups are one text alone.

    Texts belong together where a chain of copies leads from one to the other, so that the groups
    are the same in whatever order texts come. Only texts that share a key are compared, and none
    that are known to belong together.
    """
    above: dict[Name, Name] = {name: name for name in texts}
    holders: dict[int, list[Name]] = {}

    def top(name: Name) -> Name:
        while above[name] != name:
            above[name] = name = above[above[name]]
        return name

    for name, text in texts.items():
        keys = sketch(text)
        for other in dict.fromkeys(held for key in keys for held in holders.get(key, ())):
            if top(other) != top(name) and likeness(texts[other], text).copies:
                above[top(name)] = top(other)
        for key in keys:
            holders.setdefault(key, []).append(name)
    found: dict[Name, list[Name]] = {}
    for name in texts:
        found.setdefault(top(name), []).append(name)
    return list(found.values())
