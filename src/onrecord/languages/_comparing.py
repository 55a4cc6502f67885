"""The type of a language's words by which what documents say is compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ComparingWords:
    """Words by which two documents, or one speaker on two days, are compared; all are folded.

    `at` are words that stand before the name of an occasion ("at the"), `inside` small words
    within a name ("of"). `cardinals` lead from a number in words to the number. `held` are verbs
    that say how many meetings there were ("has held two sessions"), `sessions` nouns of what is
    counted so. `praising` and `blaming` are words that judge how something goes ("effective",
    "stalled").
    `where_signed` are words that lead from what was signed to the meeting at which it was ("on the
    sidelines of"), `when_signed` those that may stand with them.
    """

    at: frozenset[str] = frozenset()
    inside: frozenset[str] = frozenset()
    cardinals: Mapping[str, int] = field(default_factory=dict)
    held: frozenset[str] = frozenset()
    sessions: frozenset[str] = frozenset()
    praising: frozenset[str] = frozenset()
    blaming: frozenset[str] = frozenset()
    where_signed: frozenset[str] = frozenset()
    when_signed: frozenset[str] = frozenset()
