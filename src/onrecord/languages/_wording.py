"""The type of what must be known of a language to tell how a quotation's words were changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Numerals:
    """Number words and what they are worth.

    `vague` are plurals that name a magnitude without a figure ("millions"); `articles` may stand
    for one before a scale ("a million"); `joiners` stand inside a number ("hundred and five");
    `letters` are magnitudes glued to digits ("2m"); `ordinal_endings` likewise ("16th"); `units`
    are measured by a number and change with it (percent, currencies), `signs` their characters;
    `below_zero` are words for a minus.
    """

    cardinals: Mapping[str, int]
    scales: Mapping[str, int]
    ordinals: Mapping[str, int]
    fractions: Mapping[str, Decimal]
    vague: frozenset[str]
    articles: frozenset[str]
    joiners: frozenset[str]
    letters: Mapping[str, int]
    ordinal_endings: frozenset[str]
    range_word: str
    units: Mapping[str, str]
    unit_phrases: Mapping[tuple[str, str], str]
    signs: Mapping[str, str]
    below_zero: frozenset[str]


@dataclass(frozen=True, slots=True)
class Wording:
    """Word lists for typing edits; every form is case-folded, phrases are tuples of forms.

    `contractions` gives whole words with the forms they stand for, each with the number of letters
    that it takes of the word; `clitics` the same for what follows an apostrophe; `loose` the forms
    a clitic may stand for where that depends on the sentence ("'s": is, has). `variants` maps a
    spelling to one chosen spelling, `endings` are pairs of a regular expression and its
    replacement that do so by rule, `phrases` the same for several words.
    `negations` reverse what they govern, `affirming` are phrases that hold one and do not ("not
    only"). `lemmas` maps irregular verb forms to their lemma, `plurals` irregular plurals to their
    singular. `common` are words that say nothing about the subject and are no names where a capital
    only begins a sentence. `conditions`, `denials` and `refutations` govern what follows or
    precedes them, `harmless` are phrases that hold one of them and do not; `linking` words begin a
    clause that nothing before them governs, `consequent` ones the one that a condition before them
    does, `subordinating` ones a clause that may be governed.
    `light` words may be exchanged for each other, left out or put in and the sense is kept,
    `bounds` say how much or how often something holds, `opposites` are pairs of lemmas of opposite
    sense. `helping` are the forms of verbs that make tenses.
    """

    numerals: Numerals
    contractions: Mapping[str, tuple[tuple[str, int], ...]]
    clitics: Mapping[str, str]
    loose: Mapping[str, frozenset[str]]
    variants: Mapping[str, str]
    endings: tuple[tuple[str, str], ...]
    name_endings: tuple[tuple[str, str], ...]
    phrases: Mapping[tuple[str, ...], tuple[str, ...]]
    negations: frozenset[str]
    affirming: frozenset[tuple[str, ...]]
    negative_prefixes: tuple[str, ...]
    modals: frozenset[str]
    fillers: frozenset[tuple[str, ...]]
    set_off: frozenset[tuple[str, ...]]
    stage: frozenset[str]
    titles: frozenset[str]
    lemmas: Mapping[str, str]
    plurals: Mapping[str, str]
    common: frozenset[str]
    conditions: frozenset[str]
    harmless: frozenset[tuple[str, ...]]
    linking: frozenset[str]
    consequent: frozenset[str]
    subordinating: frozenset[str]
    denials: frozenset[str]
    refutations: frozenset[str]
    light: frozenset[str]
    bounds: frozenset[str]
    opposites: frozenset[tuple[str, str]]
    helping: frozenset[str]
