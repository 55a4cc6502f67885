"""The type of a language's data on how documents are laid out: labels, dates, furniture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Layout:
    """Words that tell labels, dates and page furniture; every word and line is case-folded.

    `months` and `weekdays` lead to their numbers (January is 1, Monday is 0). `*_labels` are whole
    labels before a colon. `posts`, `institutions` and `places` are words that stand in a label
    beside a name and are no part of it; `particles` are small words inside a name, `connectors`
    small words between the words of a post. `agencies` lead from a dateline's form to the name.
    """

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    question_labels: frozenset[str]
    answer_labels: frozenset[str]
    voice_labels: frozenset[str]
    conductors: frozenset[str]
    never_labels: frozenset[str]
    honorifics: frozenset[str]
    posts: frozenset[str]
    institutions: frozenset[str]
    places: frozenset[str]
    particles: frozenset[str]
    connectors: frozenset[str]
    translated: frozenset[str]
    interpreted: frozenset[str]
    stage: frozenset[str]
    furniture: frozenset[str]
    furniture_patterns: tuple[str, ...]
    publisher_words: frozenset[str]
    agencies: Mapping[str, str]
    speech_titles: frozenset[str]
    joint_titles: tuple[str, ...]
    salutations: tuple[str, ...]
    speech_formulas: tuple[str, ...]
    first_person: frozenset[str]
    reporting: frozenset[str]
    past: frozenset[str]
    ahead: tuple[str, ...]
    past_phrases: tuple[str, ...]
    byline: tuple[str, ...]
    date_words: frozenset[str]
    officials: frozenset[str]
    askers: frozenset[str]
    year_ends: tuple[str, ...]
    not_this_week: tuple[str, ...]
