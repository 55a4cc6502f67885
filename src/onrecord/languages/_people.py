"""The type of what a language says of people: titles, posts, pronouns, names of peoples."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PeopleWords:
    """Words about people; every form is folded (no accents, case, full stops or apostrophes).

    Genders are "f", "m", or "" where the word does not tell. `post_equals` pairs a description with
    the posts it can stand for; `party_words` map each party word to its party. `countries` maps
    names, adjectives and abbreviations to one name a country, two-word forms included. A
    description with a word of `ranks` is never met by a post without it, nor the other way round.
    `works` are a person's own words (a speech), `writings` documents that speak for nobody (a
    poll); `generic` words make no name of an organisation, `companies` are what one is called
    after it was named; `states` are short forms in brackets.

    `definite` words open what is known already, `single` ones what is one of many. Of several
    people: `together` are the pronouns, `numbers` the words that count them, `plurals` map the
    plural of each post to the post, of other words for people to "" ("both sides"); `crowds` name
    a group by a singular noun, `vague` words alone name nobody; `people_endings` are endings of
    plurals that are people but for `things`. `meetings` stand between two who meet, `joining`
    words between two in a list. `rulers` are posts that the first people of states are called by,
    `ruler` the one that any of them is.
    """

    honorifics: Mapping[str, str]
    posts: Mapping[str, str]
    post_modifiers: frozenset[str]
    post_equals: tuple[tuple[frozenset[str], tuple[frozenset[str], ...]], ...]
    post_links: frozenset[str]
    ranks: frozenset[str]
    party_words: Mapping[str, str]
    countries: Mapping[str, str]
    pronouns: Mapping[str, str]
    first_person: frozenset[str]
    neuter: frozenset[str]
    relatives: frozenset[str]
    collectives: frozenset[str]
    organisation_nouns: frozenset[str]
    companies: frozenset[str]
    organisations: frozenset[str]
    works: frozenset[str]
    writings: frozenset[str]
    generic: frozenset[str]
    states: Mapping[str, str]
    openers: frozenset[str]
    prepositions: frozenset[str]
    determiners: frozenset[str]
    given_names: Mapping[str, str]
    suffixes: frozenset[str]
    definite: frozenset[str]
    single: frozenset[str]
    together: frozenset[str]
    numbers: Mapping[str, int]
    plurals: Mapping[str, str]
    crowds: frozenset[str]
    vague: frozenset[str]
    meetings: frozenset[str]
    joining: frozenset[str]
    rulers: frozenset[str]
    ruler: str
    people_endings: tuple[str, ...]
    things: frozenset[str]
