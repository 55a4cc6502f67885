"""The type of a language's names of those who act: states, organisations, their sides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ActorWords:
    """Names of states, organisations and groups; every form is folded but those in capitals.

    `names` and `adjectives` map each form to the short name of its state,
    `initials` are the names met in capitals alone. `capitals` stand for their state where they act.
    `organisations` map each form to its name; a form in capitals is met in capitals alone.
    `standing` are nouns that an adjective stands for its state with ("the Turkish side"),
    `people` the plurals that do so alone ("the Americans"), `between` words that may come between
    them. `divided` states have a government and an opposition that are told apart: `government`,
    `opposition` the nouns, and `sides` the two names to be put after the adjective. `armed`
    tells its armed part, `verbal` are posts that are verbs too. `groups` are other sides of
    conflicts. `placing` prepositions make a state a place, `bodies` the nouns that
    make an organisation's name one of a body of it. `doing` are verbs that a capital acts with,
    `beside` the words before one that acts, `titled` words of official names before "of",
    `continents` those before a name that make it a part of the world ("Latin America").
    """

    names: Mapping[str, str] = field(default_factory=dict)
    adjectives: Mapping[str, str] = field(default_factory=dict)
    initials: frozenset[str] = frozenset()
    capitals: Mapping[str, str] = field(default_factory=dict)
    organisations: Mapping[str, str] = field(default_factory=dict)
    standing: frozenset[str] = frozenset()
    people: Mapping[str, str] = field(default_factory=dict)
    between: frozenset[str] = frozenset()
    divided: Mapping[str, str] = field(default_factory=dict)
    government: frozenset[str] = frozenset()
    opposition: frozenset[str] = frozenset()
    sides: tuple[str, str] = ("government", "opposition")
    armed: str = ""
    verbal: frozenset[str] = frozenset()
    groups: Mapping[str, str] = field(default_factory=dict)
    placing: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    doing: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    continents: frozenset[str] = frozenset()
    titled: frozenset[str] = frozenset()
