"""The type of a language's words on processes: meetings and agreements, and how they are spoken of.

One section a kind of line, each with its own type; a further kind of line is a further section.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PhraseWords:
    """What belongs to a noun, before and behind it; every word is folded.

    Before it: one of `determiners`, then `modifiers` and `numbers`. Behind it `links` are the
    prepositions that lead to an object, in which `fillers` may stand beside names; `telling` are
    those of them that say something alone ("of the committee"). `joining` words stand inside an
    object, `closing` ones before the last of a list; behind `listing` links commas make a list.
    `participles` lead on to when and where ("held in Sochi"), `auxiliaries` may stand before them,
    `days` are words of time. `placing` links lead to a place, `unplaced` nouns behind a name say
    that it is none ("in the Astana format").
    """

    determiners: frozenset[str] = frozenset()
    modifiers: frozenset[str] = frozenset()
    numbers: Mapping[str, int] = field(default_factory=dict)
    fillers: frozenset[str] = frozenset()
    telling: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    joining: frozenset[str] = frozenset()
    closing: frozenset[str] = frozenset()
    listing: frozenset[str] = frozenset()
    participles: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()
    placing: frozenset[str] = frozenset()
    unplaced: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class TimeWords:
    """How a sentence says whether an occasion is to come, past or put off.

    Regular expressions over folded words; `*_before` are read in the words of the sentence before
    a noun's phrase and must end there but for a few words, `*_behind` in the words that follow it.
    """

    coming_before: tuple[str, ...] = ()
    coming_behind: tuple[str, ...] = ()
    past_before: tuple[str, ...] = ()
    past_behind: tuple[str, ...] = ()
    put_off: tuple[str, ...] = ()
    next_words: frozenset[str] = frozenset()
    last_words: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class MeetingWords:
    """Words on occasions; every form is folded.

    `nouns` lead from a noun to the kind of occasion (`MeetingKind`), `plurals` from its plural.
    `gatherings` are the nouns of occasions of many: with a name of its own each is told apart.
    `loose` nouns are one word for another of the same occasion ("the talks", "the meeting").
    `bodies` are nouns of what has sessions and meetings. `own` are determiners and words that make
    a noun the document's own occasion ("our talks today"). `never` are expressions that look like
    an occasion and are none ("news conference"), `about` those around one that is only wished for.
    """

    nouns: Mapping[str, str] = field(default_factory=dict)
    plurals: Mapping[str, str] = field(default_factory=dict)
    gatherings: frozenset[str] = frozenset()
    loose: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()
    never: tuple[str, ...] = ()
    wished: tuple[str, ...] = ()
    heads: frozenset[str] = frozenset()
    met: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class AgreementWords:
    """Words on instruments and decisions; every form is folded.

    `nouns` lead from a noun to the kind of instrument (`AgreementKind`), `plurals` from its plural.
    `made` are the forms of verbs by which one comes to be ("signed"), `never` expressions that
    look like one and are none.
    """

    nouns: Mapping[str, str] = field(default_factory=dict)
    plurals: Mapping[str, str] = field(default_factory=dict)
    made: frozenset[str] = frozenset()
    never: tuple[str, ...] = ()
    named: frozenset[str] = frozenset()
    joint: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ProcessWords:
    """What a language says processes with; `ordinals` lead from words to numbers ("third": 3)."""

    ordinals: Mapping[str, int] = field(default_factory=dict)
    phrases: PhraseWords = field(default_factory=PhraseWords)
    times: TimeWords = field(default_factory=TimeWords)
    meetings: MeetingWords = field(default_factory=MeetingWords)
    agreements: AgreementWords = field(default_factory=AgreementWords)
