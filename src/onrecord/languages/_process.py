"""The type of a language's words on processes: meetings and agreements, and how they are spoken of.

One section a kind of line, each with its own type; a further kind of line is a further section.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PhraseWords:
    """What belongs to a noun, before and behind it; every word is folded.

    Before it: one of `determiners` (`possessives`, `definite` and `indefinite` ones are among them;
    `choosing` ones name none in particular), then `modifiers` and `numbers`.
    Behind it `links` are the prepositions that lead to an object, in which `fillers` may stand
    beside names; `telling` are those of them that say something alone ("of the committee").
    `joining` words stand inside an object, `closing` ones before the last of a list; behind
    `listing` links commas make a list.

    `participles` lead on to when and where ("held in Sochi"), `auxiliaries` may stand before them
    and `infinitive` before these, `days` are words of time, `people` nouns of people. `inner` words
    stand between a telling word and a name before the noun ("Council of Ministers"). `placing`
    links lead to a place, `towards` ones to where one goes, `unplaced` nouns behind a name say
    that it is none.
    """

    determiners: frozenset[str] = frozenset()
    possessives: frozenset[str] = frozenset()
    definite: frozenset[str] = frozenset()
    indefinite: frozenset[str] = frozenset()
    choosing: frozenset[str] = frozenset()
    modifiers: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    numbers: Mapping[str, int] = field(default_factory=dict)
    fillers: frozenset[str] = frozenset()
    telling: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    joining: frozenset[str] = frozenset()
    closing: frozenset[str] = frozenset()
    listing: frozenset[str] = frozenset()
    participles: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()
    infinitive: frozenset[str] = frozenset()
    inner: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()
    placing: frozenset[str] = frozenset()
    towards: frozenset[str] = frozenset()
    unplaced: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class TimeWords:
    """How a sentence says whether an occasion is to come, past or put off.

    Regular expressions over folded words; `*_before` are read in the words of the sentence before
    a noun's phrase and must end there but for a few words, `*_inside` in it, `*_behind` in what
    follows it. `next_words` and `last_words` stand inside it.

    `denying_before` ends just before the phrase of what was not, `denying_behind` follows it;
    `denying_verb` stands with a verb that is denied.
    `naming` words make a time part of a name, `leading` ones stand before the day of something.
    """

    coming_before: tuple[str, ...] = ()
    coming_behind: tuple[str, ...] = ()
    past_before: tuple[str, ...] = ()
    past_inside: tuple[str, ...] = ()
    past_behind: tuple[str, ...] = ()
    put_off: tuple[str, ...] = ()
    next_words: frozenset[str] = frozenset()
    last_words: frozenset[str] = frozenset()
    denying_before: tuple[str, ...] = ()
    denying_behind: tuple[str, ...] = ()
    denying_verb: str = r"(?!)"
    naming: frozenset[str] = frozenset()
    leading: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class MeetingWords:
    """Words on occasions; every form is folded, every pattern a regular expression.

    `nouns` lead from a noun to the kind of occasion (`MeetingKind`), `plurals` are those of them
    that speak of several. `gatherings` are the nouns of occasions of many: with a name of its own
    each is told apart; `standing` ones name organisations too, unless a word of `at` stands before.
    `loose` nouns are one word for another of the same occasion, `named_only` ones are parliaments
    too, and need a name; `named_rounds` lead from a noun to the words that make a numbered one a
    round. A day alone does not tell apart `never_dated`.

    A sentence with `remote` words makes `remote_nouns` calls. `beside` stands between a day on
    which something was done and the occasion; `towns` give gatherings their names.

    `bodies` are nouns of what has sessions, `own` words make a noun the document's own occasion,
    `speaking` those of them that are who speaks. `never` looks like an occasion and is none.
    `heads` are the posts of those who stand for their state, unless `no_heads` stand with them,
    `officials` other posts that are named with a state.
    `held` are verbs for having an occasion, `attended` for being there, `hosts` patterns of the
    town before it, `ceremonies` of headlines. `verbs` are the words that `met`, `several`,
    `visiting` and `spoken_at` begin with, patterns of verbs that tell of one; `to_come` makes these
    future, `first` words are who speaks. Behind `spoke` an occasion is the one at which the words
    were said. `pointing` determiners mean what was told of, `ours` the document's own, `mine` are
    those of them that are one speaker's. `as_nouns` put what a verb tells as a noun, `visit_to` is
    one for a visit.
    """

    nouns: Mapping[str, str] = field(default_factory=dict)
    plurals: frozenset[str] = frozenset()
    gatherings: frozenset[str] = frozenset()
    standing: frozenset[str] = frozenset()
    at: frozenset[str] = frozenset()
    loose: frozenset[str] = frozenset()
    remote_nouns: frozenset[str] = frozenset()
    remote: str = r"(?!)"
    beside: str = r"(?!)"
    towns: frozenset[str] = frozenset()
    plenary: frozenset[str] = frozenset()
    this_country: str = r"(?!)"
    with_me: str = r"(?!)"
    named_only: frozenset[str] = frozenset()
    named_rounds: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    never_dated: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()
    speaking: frozenset[str] = frozenset()
    never: tuple[str, ...] = ()
    heads: frozenset[str] = frozenset()
    no_heads: frozenset[str] = frozenset()
    officials: frozenset[str] = frozenset()
    held: tuple[str, ...] = ()
    attended: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    ceremonies: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    met: tuple[tuple[str, str], ...] = ()
    several: str = r"(?!)"
    visiting: tuple[str, ...] = ()
    first: frozenset[str] = frozenset()
    spoken_at: tuple[str, ...] = ()
    spoke: str = r"(?!)"
    to_come: tuple[str, ...] = ()
    pointing: frozenset[str] = frozenset()
    ours: frozenset[str] = frozenset()
    mine: frozenset[str] = frozenset()
    as_nouns: tuple[tuple[str, str], ...] = ()
    visit_to: str = "{place}"


@dataclass(frozen=True, slots=True)
class AgreementWords:
    """Words on instruments and decisions; every form is folded.

    `nouns` lead from a noun to the kind of instrument (`AgreementKind`), `plurals` are those of
    them that speak of several. `made` are the forms of verbs by which one comes to be ("signed"),
    `amending` stands before one that another is added to ("protocol to the Agreement"),
    `states` nouns of what holds and need not be written down, `joint` makes a statement one of
    several. `never` looks like one and is none, `deeds` are patterns of decisions without the noun
    ("the creation of four zones"), `topics` the words before what one is on, `tasks` those before
    what was decided; a new clause begins with one of `clauses`.

    Kinds in `on_subjects` are told apart by their subject alone, `packages` are nouns of one by
    their capitals alone; capitals are not enough for `unnamed` ones. Behind a decision `taken`
    words say whose it was or that it was made; `for_years` are the years that a plan is for.
    """

    nouns: Mapping[str, str] = field(default_factory=dict)
    plurals: frozenset[str] = frozenset()
    made: frozenset[str] = frozenset()
    amending: str = r"(?!)"
    never: tuple[str, ...] = ()
    states: frozenset[str] = frozenset()
    joint: frozenset[str] = frozenset()
    deeds: tuple[str, ...] = ()
    topics: frozenset[str] = frozenset()
    tasks: frozenset[str] = frozenset()
    on_subjects: frozenset[str] = frozenset()
    packages: frozenset[str] = frozenset()
    unnamed: frozenset[str] = frozenset()
    clauses: tuple[str, ...] = (r"(?!)",)
    taken: frozenset[str] = frozenset()
    for_years: str = r"(?!)"


@dataclass(frozen=True, slots=True)
class ProcessWords:
    """What a language says processes with; `ordinals` lead from words to numbers ("third": 3)."""

    ordinals: Mapping[str, int] = field(default_factory=dict)
    phrases: PhraseWords = field(default_factory=PhraseWords)
    times: TimeWords = field(default_factory=TimeWords)
    meetings: MeetingWords = field(default_factory=MeetingWords)
    agreements: AgreementWords = field(default_factory=AgreementWords)
