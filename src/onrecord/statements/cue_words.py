"""The words of a cue and beside it, and which of them is its head."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.languages import CueWord, Effect, Manners
from onrecord.model import Manner

_TOKEN = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*|['’ʼ](?:s|re|ve|d|ll|m)\b|[,:]|(?<!\w)-+|[–—]|--+")
_MONTH = "May"
_CLITICS = ("'s", "'re", "'ve", "'d", "'ll", "'m")


def tokens(words: str) -> list[str]:
    """Folded words, commas and colons; "didn't" as "did not", "cannot" as "can not"."""
    found: list[str] = []
    for match in _TOKEN.finditer(words):
        raw = match.group()
        if raw.isalpha():
            low = raw.lower()
            if low == "cannot":
                found += ("can", "not")
            elif raw != _MONTH:
                found.append(low)
            else:
                found.append("month")
            continue
        if raw[0] in "-–—":
            found.append("—")
            continue
        found += _parted(raw.lower().replace("’", "'").replace("ʼ", "'"))
    return found


@lru_cache(maxsize=4_096)
def _parted(low: str) -> tuple[str, ...]:
    """A word with an apostrophe as the words that it is short for."""
    if low.endswith("n't"):
        return (low[:-3], "not")
    for clitic in _CLITICS:
        if low.endswith(clitic) and len(low) > len(clitic):
            return (low[: -len(clitic)], clitic)
    return (low,)


@dataclass(frozen=True, slots=True)
class Head:
    """The word that carries a cue's meaning, at `first` to `last` (left out) of its words."""

    first: int
    last: int
    word: CueWord


def entry_at(words: list[str], place: int, data: Manners) -> tuple[CueWord, int] | None:
    """What stands at a place in the data's tables, and where it ends; phrases before words."""
    for phrase, word in data.phrases.get(words[place], ()):
        last = place + len(phrase)
        if tuple(words[place:last]) == phrase:
            return word, last
    word_alone = data.words.get(words[place])
    return (word_alone, place + 1) if word_alone else None


_BEFORE_OTHERS = frozenset({Effect.WITHHOLDS, Effect.SEEMS, Effect.CARRIES, Effect.VOICES})
_LIGHT = frozenset({Effect.CARRIES, Effect.VOICES})


def head_of(words: list[str], first: int, data: Manners) -> Head | None:
    """The head of the words from `first` on; None where no word tells a manner.

    The first known word, but one that only withholds, seems or carries gives way to the next:
    "refused to endorse", "seemed to think", "made a promise".
    """
    waiting: Head | None = None
    spoken: Manner | None = None
    place = first
    while place < len(words):
        found = entry_at(words, place, data)
        if not found or _reported(words, place, data) or _present(words, place, found[0], data):
            place += 1
            continue
        word, last = found
        if word.effect not in _BEFORE_OTHERS:
            manner = spoken or word.manner
            return Head(place, last, CueWord(manner, word.effect))
        if word.effect is Effect.VOICES:
            spoken = spoken or word.manner
        if waiting is None or (waiting.word.manner is None and waiting.word.effect in _LIGHT):
            waiting = Head(place, last, word)
        place = last
    return waiting


def _present(words: list[str], place: int, word: CueWord, data: Manners) -> bool:
    """Whether "appeared on the stage" only tells where somebody was."""
    after = words[place + 1] if place + 1 < len(words) else ""
    return word.effect is Effect.SEEMS and after in data.prepositions


def _reported(words: list[str], place: int, data: Manners) -> bool:
    """Whether a word is the passive in "is said to have told": another word may be the head."""
    return (
        words[place] in data.reported
        and place + 2 < len(words)
        and words[place + 1] == "to"
        and any(entry_at(words, at, data) for at in range(place + 2, len(words)))
    )
