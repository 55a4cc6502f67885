"""What the words before a cue's head make of it: a denial, a silence, a hedge."""

from __future__ import annotations

from onrecord.languages import CueWord, Effect, Manners
from onrecord.model import Manner, Stance

_BASE = {
    Effect.DENIES: Stance.DENIED,
    Effect.OPPOSES: Stance.DENIED,
    Effect.DISMISSES: Stance.DENIED,
    Effect.DOUBTS: Stance.DENIED,
    Effect.ASKS: Stance.OPEN,
    Effect.REQUESTS: Stance.OPEN,
    Effect.WITHHOLDS: Stance.DENIED,
}


def base_of(word: CueWord) -> Stance:
    """The stance of a cue of this head, with nothing before it."""
    return _BASE.get(word.effect, Stance.ASSERTED)


def reverse(stance: Stance, word: CueWord) -> Stance:
    """The stance under a negation: "did not say", "does not think", "never denied"."""
    if stance is Stance.DENIED:
        return Stance.ASSERTED if word.effect is Effect.DOUBTS else Stance.OPEN
    if stance is Stance.NOT_SAID:
        return Stance.ASSERTED
    if stance is Stance.OPEN or word.effect in (Effect.KNOWS, Effect.ANSWERS):
        return Stance.OPEN
    said = word.manner not in (Manner.THOUGHT, Manner.INTENTION)
    return Stance.NOT_SAID if said else Stance.DENIED


def withhold(stance: Stance, word: CueWord) -> Stance:
    """The stance under a refusal or a failure: "refused to say", "declined to rule out"."""
    return reverse(stance, word) if stance is Stance.ASSERTED else Stance.OPEN


def govern(
    words: list[str], head: tuple[int, CueWord], stance: Stance, data: Manners
) -> tuple[Stance, bool]:
    """The stance after all that stands before the head at its place, and whether it is hedged."""
    place, word = head
    hedged = False
    for at in range(place - 1, -1, -1):
        low = words[at]
        if low in data.negators:
            if not affirmed(words, at, data):
                stance = reverse(stance, word)
        elif low in data.hedges:
            hedged = True
        elif low in data.modals:
            hedged = hedged or words[at + 1 : at + 2] != ["not"] or low != "could"
        elif _phrase_at(words, at, data.reversing):
            stance = reverse(stance, word)
        elif known := data.words.get(low):
            if known.effect is Effect.WITHHOLDS:
                stance = withhold(stance, word)
            hedged = hedged or known.effect is Effect.SEEMS or _is_reported(words, at, data)
        else:
            hedged = hedged or _is_reported(words, at, data)
    return stance, hedged


def affirmed(words: list[str], at: int, data: Manners) -> bool:
    """Whether a negation belongs to a phrase that negates nothing: "not only"."""
    for phrase in data.affirming.get(words[at], ()):
        start = at - phrase.index(words[at])
        if start >= 0 and tuple(words[start : start + len(phrase)]) == phrase:
            return True
    return False


def _phrase_at(words: list[str], at: int, phrases: frozenset[tuple[str, ...]]) -> bool:
    return (words[at], words[at + 1]) in phrases if at + 1 < len(words) else False


def _is_reported(words: list[str], at: int, data: Manners) -> bool:
    """Whether this is the passive of "is said to have"."""
    return words[at] in data.reported and at + 1 < len(words) and words[at + 1] == "to"
