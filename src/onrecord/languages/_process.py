"""The type of a language's words on processes: meetings and agreements, and how they are spoken of.

One section a kind of line, each with its own type; a further kind of line is a further section.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class TimeWords:
    """How a sentence says whether an occasion is to come, past or put off; expressions, folded.

    Each is read in the words around a noun; `put_off` wins over `coming`, that over `past`.
    """

    coming: tuple[str, ...] = ()
    past: tuple[str, ...] = ()
    put_off: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MeetingWords:
    """Words on occasions; every form is folded.

    `nouns` lead from a noun to the kind of occasion (`MeetingKind`), `plurals` from its plural.
    `gatherings` are the nouns that name an occasion of many: with a name of its own each is told
    apart. `continuous` nouns name a process as well ("the Geneva talks"): they need more than a
    place. `verbs` lead from a phrase that says that two met to the kind. `contents` follow a noun
    and say what it is about or whose it is, `bodies` are nouns of what has sessions and meetings.
    `never` are expressions that look like an occasion and are none ("news conference").
    """

    nouns: Mapping[str, str] = field(default_factory=dict)
    plurals: Mapping[str, str] = field(default_factory=dict)
    gatherings: frozenset[str] = frozenset()
    continuous: frozenset[str] = frozenset()
    verbs: Mapping[str, str] = field(default_factory=dict)
    bodies: frozenset[str] = frozenset()
    never: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AgreementWords:
    """Words on instruments and decisions; every form is folded.

    `nouns` lead from a noun to the kind of instrument (`AgreementKind`). `made` are the forms of
    verbs by which one comes to be ("signed"), `never` expressions that look like one and are none.
    """

    nouns: Mapping[str, str] = field(default_factory=dict)
    made: frozenset[str] = frozenset()
    never: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProcessWords:
    """What a language says processes with; `ordinals` lead from words to numbers ("third": 3)."""

    ordinals: Mapping[str, int] = field(default_factory=dict)
    times: TimeWords = field(default_factory=TimeWords)
    meetings: MeetingWords = field(default_factory=MeetingWords)
    agreements: AgreementWords = field(default_factory=AgreementWords)
