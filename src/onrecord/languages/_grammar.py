"""The type of the words that attribution needs: cue verbs and the small words around them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CueVerb:
    """A verb that attributes: its name, its forms (base, third person, past, participle, -ing).

    `particle` is the word that goes with it ("point out"), "" where none; `frames` are letters
    that the language's data file explains; `kind` is speech, writing, thought or intention.
    """

    name: str
    forms: tuple[str, str, str, str, str]
    particle: str
    frames: str
    kind: str


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """The small words around a cue, by what they do, and the verbs that are cues.

    `wordings` are nouns that stand for somebody's words ("claim"), `links` the words between one
    and its quotation ("that"), `owners` the possessives that say whose it is. Each grammar is
    itself alone: compared and hashed by identity, so that what is worked out of one once is found
    again without hashing thousands of words.
    """

    verbs: tuple[CueVerb, ...] = ()
    auxiliaries: frozenset[str] = frozenset()
    passives: frozenset[str] = frozenset()
    adverbs: frozenset[str] = frozenset()
    pronouns: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    subordinators: frozenset[str] = frozenset()
    times: frozenset[str] = frozenset()
    selves: frozenset[str] = frozenset()
    nounish: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    wordings: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    owners: frozenset[str] = frozenset()
