"""The type of a language's words on roles, posts, promises and positions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PostWords:
    """Words on posts; every form is folded.

    `nouns` are those that a state or an organisation gives; `past` words say that a post is
    held no longer, `passing` ones are no part of its name. `links` lead on from a noun to what
    it is for, `owners` are those of them before whose post it is. `equals` lead from forms of a
    post to one. `unheld` words before a post say that it is not held yet, or not at all.
    `rulers` hold posts in which a person stands for the state. `never` are capitalised words
    that no name has, but for `surnames` after a given name; `leading` stand before a noun and
    belong to the post, `particles` within names.
    """

    nouns: frozenset[str] = frozenset()
    past: frozenset[str] = frozenset()
    unheld: frozenset[str] = frozenset()
    passing: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    owners: frozenset[str] = frozenset()
    equals: Mapping[str, str] = field(default_factory=dict)
    rulers: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()
    leading: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class RoleWords:
    """How roles are told of: expressions, each matched without regard to case.

    One of `any_of` stands in every sentence that tells of a role, folded. `listing` are the words
    between two of a list ("and the delegation of"), `occasion` the nouns of what a role is held
    in, `naming` words of its name before such a noun.

    `guarantor`, `observer`, `mediation`, `member`, `chair`, `chairing`, `presidency`, `hosting`,
    `venue`, `hospitality`, `thanks`, `participation`, `attending`, `present`, `invited`, `invite`,
    `absent`, `unanswered`, `involved`, `talks`, `within` each tell of one thing; `being` stands
    between a list and what it is ("are the three"), `seated` where sides meet ("at one table").

    `denied` words in its clause make a role none that is held, `denied_close` ones just before it,
    `denied_first` ones that open the sentence, `denied_behind` ones just behind it; so do words
    that wish for it (`wished`) or make it depend on something (`depending`). `bounds` end clauses.
    `whose` stands behind a meeting and says of or on what it is, by a name;
    `here` words before it make it the page's own.

    `we_attended` has a group "both" where all who met are meant, `counted` one "count", which
    `counts` reads; `these` tells of named `groups` before; `working` with one of `us` before its
    end says that the speaker works together with those named behind `beside`; `for_invitation`
    and `accepting` thank for an invitation.
    """

    any_of: tuple[str, ...] = ()
    listing: str = ""
    occasion: str = ""
    naming: str = ""
    being: str = ""
    guarantor: str = ""
    observer: str = ""
    observing: str = ""
    mediation: str = ""
    member: str = ""
    members: str = ""
    made_of: str = ""
    chair: str = ""
    chairing: str = ""
    presidency: str = ""
    host: str = ""
    hospitable: str = ""
    hosted_by: str = ""
    thanks: str = ""
    hospitality: str = ""
    venue: str = ""
    participation: str = ""
    their_part: str = ""
    leading: str = ""
    attending: str = ""
    hosting: str = ""
    venues: str = ""
    present: str = ""
    involved: str = ""
    invite: str = ""
    invited: str = ""
    absent: str = ""
    unanswered: str = ""
    they: str = ""
    talks: str = ""
    seated: str = ""
    within: str = ""
    of_process: str = ""
    delegated: str = ""
    of_some: str = ""
    opening: str = ""
    such_as: str = ""
    by: str = ""
    of_the: str = ""
    together: str = ""
    body: str = ""
    hosts: str = ""
    stop: str = ""
    member_after: str = ""
    delegates: str = ""
    part_of: str = ""
    joined: str = ""
    to_join: str = ""
    between: str = ""
    leads: str = ""
    with_whom: str = ""
    stop_sides: str = ""
    bodies: str = ""
    settling: str = ""
    held: str = ""
    denied: str = ""
    denied_close: str = ""
    denied_first: str = ""
    denied_behind: str = ""
    wished: str = ""
    depending: str = ""
    bounds: str = ""
    whose: str = ""
    here: frozenset[str] = frozenset()
    we_attended: str = ""
    working: str = ""
    us: str = ""
    beside: str = ""
    counted: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)
    these: str = ""
    groups: str = ""
    for_invitation: str = ""
    accepting: str = ""


@dataclass(frozen=True, slots=True)
class PromiseWords:
    """How promises and announcements are told of: expressions, matched without regard to case.

    One of `any_of` stands in every sentence that makes one, folded. Each of `will`,
    `occasion_will`, `agreed`, `planned`, `scheduled`, `preparing`, `promised`, `accepted`,
    `reported` tells of one way to make it and has a group "what" where the promised thing begins.
    `barred` words before it in its clause make it none ("we hope that"), `empty` words in it none
    that can be kept ("will create conditions"). `people` are plurals that promise for those who
    are named ("the presidents"), `we` and `i` pronouns, `shared` verbs that several do together.
    `ends` ends a clause, `named` the words before "which will be held".
    """

    any_of: tuple[str, ...] = ()
    will: str = ""
    occasion_will: str = ""
    agreed: str = ""
    dated: str = ""
    planned: str = ""
    scheduled: str = ""
    preparing: str = ""
    promised: str = ""
    accepted: str = ""
    reported: str = ""
    reporting: str = ""
    barred: str = ""
    denied: str = ""
    making: str = ""
    empty: str = ""
    town: str = ""
    carrying: str = ""
    and_i: str = ""
    people: str = ""
    they: str = ""
    we: str = ""
    i: str = ""
    shared: str = ""
    ends: str = ""
    named: str = ""
    same: str = ""


@dataclass(frozen=True, slots=True)
class PositionWords:
    """Words by which a speaker takes a stand: expressions, matched without regard to case.

    A stand is taken by any of `supporting` and `opposing` (what is supported follows), `praising`
    and `blaming` (said of what went before, or close before what they are said of), `demanding`
    and `assessing`. `saying_of` leads from a thing to what is said of it. `turning` words between
    turn a stand round ("condemn the violation of"), `others` before it make it somebody else's,
    `conceding` ones leave open which way a sentence goes ("although").
    """

    supporting: str = ""
    opposing: str = ""
    praising: str = ""
    blaming: str = ""
    demanding: str = ""
    assessing: str = ""
    saying_of: str = ""
    turning: str = ""
    others: str = ""
    conceding: str = ""


@dataclass(frozen=True, slots=True)
class ConductWords:
    """A section for each kind of line that tells what somebody is or does."""

    posts: PostWords = field(default_factory=PostWords)
    roles: RoleWords = field(default_factory=RoleWords)
    promises: PromiseWords = field(default_factory=PromiseWords)
    positions: PositionWords = field(default_factory=PositionWords)
