"""The type of the words that tell a cue's manner, and whether it asserts what follows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from onrecord.model import Manner

Phrase = tuple[str, ...]


class Effect(StrEnum):
    """What a word of a cue does with the content.

    states: gives it. denies: says it is not so. opposes: is against it. dismisses: the same, unless
    the content goes on to say as what ("dismissed the report as gossip"). doubts: holds it for
    unlikely; whoever does not doubt it holds it for true. asks: leaves it open. requests: asks for
    it to be done ("asked her to leave"), else asks. knows: gives it, but without it nothing is said
    ("does not know that"). answers: gives it, but without it nothing is said of it ("did not
    comment on"). withholds: does not do what follows ("refused to say"). seems: is so to whoever
    writes ("seemed to think"). carries: gives way to a noun behind it ("made a promise"). voices:
    the same, and what the noun is is put into words ("voiced a fear").
    """

    STATES = "states"
    DENIES = "denies"
    OPPOSES = "opposes"
    DISMISSES = "dismisses"
    DOUBTS = "doubts"
    ASKS = "asks"
    KNOWS = "knows"
    ANSWERS = "answers"
    REQUESTS = "requests"
    WITHHOLDS = "withholds"
    SEEMS = "seems"
    CARRIES = "carries"
    VOICES = "voices"


@dataclass(frozen=True, slots=True)
class CueWord:
    """What a word or phrase means in a cue; `manner` is None where it tells none."""

    manner: Manner | None
    effect: Effect = Effect.STATES


@dataclass(frozen=True, slots=True)
class Manners:
    """Words around a cue by what they do; all folded, apostrophes straight, "n't" read as "not".

    `words` are single forms, `phrases` several words, by their first. `negators` reverse what
    stands behind them, `reversing` are phrases that do, `affirming` phrases that hold a negator and
    reverse nothing ("not only"), by that negator. `hedges` and `modals` make the attribution
    unsure, `reported` do so as passives before "to" ("is said to have"). `running` are the small
    words that may stand between a source and its cue. `asides` may stand there between commas.
    `bare` are cues that attribute only where they are the whole cue ("for the mayor, ...").
    `written` are nouns of what is written, `evidence` forms of cues that a document shares with
    people ("found"), `nouns` cues that are nouns, `disputing` verbs whose object such a noun can be
    ("rejected claims that ..."), `scant` words for hardly anybody, `conditions` and `questions` put
    the whole in doubt, `wonders` open an indirect question, `auxiliaries`
    a direct one. `unfounded` are words before "that" or
    "whether" that say the clause does not hold, `uncertain` that nobody knows.
    """

    words: Mapping[str, CueWord] = field(default_factory=dict)
    phrases: Mapping[str, tuple[tuple[Phrase, CueWord], ...]] = field(default_factory=dict)
    negators: frozenset[str] = frozenset()
    reversing: frozenset[Phrase] = frozenset()
    affirming: Mapping[str, tuple[Phrase, ...]] = field(default_factory=dict)
    hedges: frozenset[str] = frozenset()
    modals: frozenset[str] = frozenset()
    reported: frozenset[str] = frozenset()
    passives: frozenset[str] = frozenset()
    running: frozenset[str] = frozenset()
    asides: frozenset[str] = frozenset()
    bare: Mapping[str, Manner] = field(default_factory=dict)
    written: frozenset[str] = frozenset()
    evidence: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    disputing: frozenset[str] = frozenset()
    scant: frozenset[str] = frozenset()
    conditions: frozenset[str] = frozenset()
    questions: frozenset[str] = frozenset()
    wonders: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    unfounded: frozenset[Phrase] = frozenset()
    uncertain: frozenset[Phrase] = frozenset()
