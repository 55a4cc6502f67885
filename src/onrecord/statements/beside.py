"""The words beside a cue and a source that bear on the cue."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.languages import CueWord, Effect, Manners
from onrecord.languages._manners import Phrase
from onrecord.model import Attribution, Manner, Span, Stance
from onrecord.statements.cue_words import Head, tokens
from onrecord.statements.polarity import affirmed, reverse

_REACH = 90  # code points looked at on either side
_CLOSED = re.compile(r"[.!?;:\n\"“”«»()—–…]")
_LINKS = frozenset("short from of instead stopped stopping".split())
_JOINING = frozenset({",", ":", "and", "but", "or", "who", "which", "while", "—"})
_STARTING = frozenset({"and", "but", "or", "so", ","})
_HELD = (Manner.THOUGHT, Manner.INTENTION)
_ENDED = re.compile(r"[.!?;\n\"“”«»—–…]")


def before_cue(text: str, one: Attribution, data: Manners) -> list[str]:
    """The auxiliaries, adverbs and governors that stand right before a cue."""
    at = one.cue[0].start
    floor = max(0, at - _REACH)
    for spans in (one.source, one.content, one.via):
        for span in spans:
            if floor < span.end <= at:
                floor = span.end
    words = tokens(_last_clause(text[floor:at], _CLOSED))
    first = len(words)
    while first and _runs(words, first - 1, data):
        first -= 1
    return [word for word in words[first:] if word != ","]


def _last_clause(words: str, stop: re.Pattern[str]) -> str:
    """What follows the last stop."""
    end = 0
    for found in stop.finditer(words):
        end = found.end()
    return words[end:]


def _runs(words: list[str], at: int, data: Manners) -> bool:
    """Whether the word at a place belongs to the run of small words that ends behind it."""
    word, after = words[at], words[at + 1] if at + 1 < len(words) else ""
    if word == ",":
        return after in data.asides or (at > 0 and words[at - 1] in data.asides)
    if word in data.running or word in data.asides or _adverb(word) or word in data.hedges:
        return True
    if word in ("and", "or"):
        return at > 0 and (words[at - 1] in data.running and words[at - 1] != "to")
    known = data.words.get(word)
    governs = known is not None and known.effect in (Effect.WITHHOLDS, Effect.SEEMS)
    if after == "to":
        return governs or word in data.reported
    if after == "from":
        return governs
    return bool(after) and word in _LINKS


def _adverb(word: str) -> bool:
    return word.endswith("ly") and len(word) > 4


def _before_source(text: str, one: Attribution) -> list[str]:
    """The words of the clause before a source that precedes its cue."""
    if not one.source or one.source[0].start > one.cue[0].start:
        return []
    at = one.source[0].start
    return tokens(_last_clause(text[max(0, at - _REACH) : at], _ENDED))[-8:]


def sourced(
    text: str,
    one: Attribution,
    found: tuple[Stance, CueWord, Head | None, list[str]],
    data: Manners,
) -> tuple[Stance, bool]:
    """The stance by the source's words and those before it, and whether it is hedged by them.

    "Nobody said", "nor did Vale say", "if Vale says", "it is not true that Vale said".
    """
    stance, word, head, words = found
    source = tokens(one.source[0].of(text)[:60]) if one.source else []
    noun = words[head.first] if head else ""
    if stance is Stance.ASSERTED and noun in data.nouns and _disputed(text, one, data):
        stance = Stance.DENIED
    if _nobody(source, data) or (_scant(source, data) and word.manner in _HELD):
        stance = reverse(stance, word)
    before = _before_source(text, one)
    if not before:
        return stance, False
    if _doubted(before, data):
        return Stance.OPEN, True
    if _undone(before, data):
        stance = reverse(stance, word)
    return stance, not data.hedges.isdisjoint(before[-2:])


def _nobody(source: list[str], data: Manners) -> bool:
    """Whether a source's words say that there is none: "nobody", "no official"."""
    if not source or source[0] not in data.negators or affirmed(source, 0, data):
        return False
    return len(source) == 1 or not source[1].isdigit()


def _scant(source: list[str], data: Manners) -> bool:
    return bool(source) and source[0] in data.scant


def _disputed(text: str, one: Attribution, data: Manners) -> bool:
    """Whether a noun is a cue that its source disputes: "Vale rejected claims that ..."."""
    if not one.source or one.source[-1].end > one.cue[0].start:
        return False
    near = tokens(text[one.source[-1].start : one.cue[0].start][-60:])[1:]
    return _JOINING.isdisjoint(near) and not data.disputing.isdisjoint(near)


def _doubted(before: list[str], data: Manners) -> bool:
    """Whether a condition or a question stands before a source: "if", "did", "unclear whether"."""
    last, rest = before[-1], before[:-1]
    if last in ("that", "whether") and _ends(rest, data.unfounded):
        return False
    if last in data.conditions:
        return True
    if last in data.auxiliaries:
        return not rest or rest[-1] in _STARTING
    return last == "that" and _ends(rest, data.uncertain)


def _undone(before: list[str], data: Manners) -> bool:
    """Whether a negation stands before a source: "nor did", "none of", "no evidence that"."""
    last, rest = before[-1], before[:-1]
    if last in data.auxiliaries:
        return not data.negators.isdisjoint(rest[-3:])
    if last == "of":
        return bool(rest) and rest[-1] in data.negators
    if last in ("that", "whether"):
        return _ends(rest, data.unfounded)
    return last in data.negators


def _ends(words: list[str], phrases: frozenset[Phrase]) -> bool:
    return any(tuple(words[-length:]) in phrases for length in _lengths(phrases))


@lru_cache(maxsize=16)
def _lengths(phrases: frozenset[Phrase]) -> frozenset[int]:
    """How many words the phrases have."""
    return frozenset(map(len, phrases))


def between(text: str, one: Attribution) -> str:
    """What stands between a cue and the content right behind it; "" where another order holds."""
    end = one.cue[-1].end
    after = [span for span in one.content if span.start >= end]
    if not after or after[0].start - end > _REACH:
        return ""
    return text[end : after[0].start]


def behind(text: str, one: Attribution) -> list[str]:
    """The few words behind a cue (and a source behind it) up to the content or a stop."""
    end = one.cue[-1].end
    for span in one.source:
        if 0 <= span.start - end <= 2:
            end = span.end
    stop = min([s.start for s in one.content if s.start >= end] or [len(text)])
    words = text[end : min(end + 60, stop)]
    cut = _CLOSED.search(words)
    return tokens(words[: cut.start()] if cut else words)[:7]


def opening(text: str, span: Span) -> list[str]:
    """The first words of a content."""
    return tokens(text[span.start : min(span.end, span.start + 70)])[:9]
