"""The type of what a language says of offices: which posts are one office in other words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class OfficeForm:
    """An office and a form of words for it: `words` must all be there, and besides them only
    those of `beside`, a rank, or a word that says nothing ("federal").
    """

    office: str
    words: frozenset[str]
    beside: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class OfficeWords:
    """Words of posts, folded, hyphens apart.

    `short` are abbreviations with what they stand for, `spelled` other spellings and forms of one
    word. `silent` words change nothing, `ranks` make another office, `acting` ones a holder for a
    time, `not_now` ones no holder ("former"). `of_state` are offices that mean another one in one
    state alone: (the state's name, the office) to the office. `stands_for` are words for
    any of several offices ("leader"), `single` offices one person's at a time, whatever overlaps.
    """

    forms: tuple[OfficeForm, ...] = ()
    short: Mapping[str, str] = field(default_factory=dict)
    spelled: Mapping[str, str] = field(default_factory=dict)
    silent: frozenset[str] = frozenset()
    ranks: frozenset[str] = frozenset()
    acting: frozenset[str] = frozenset()
    not_now: frozenset[str] = frozenset()
    of_state: Mapping[tuple[str, str], str] = field(default_factory=dict)
    stands_for: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    single: frozenset[str] = frozenset()
