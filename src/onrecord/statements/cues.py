"""Cue verbs in a sentence: where, in which form, with which small words around them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from onrecord.languages import CueVerb, Grammar
from onrecord.statements.units import Unit

BASE, THIRD, PAST, DONE, DOING = range(5)


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue: its tokens `first` to `last` (left out), the verb's own place, how it is used."""

    first: int
    last: int
    verb: int
    entry: CueVerb
    frames: str
    form: int
    passive: bool = False


@lru_cache(maxsize=8)
def lexicon(grammar: Grammar) -> dict[str, tuple[tuple[CueVerb, int], ...]]:
    """The cue verbs by folded form; of equal forms of one verb the first counts."""
    table: dict[str, list[tuple[CueVerb, int]]] = {}
    for verb in grammar.verbs:
        seen: set[str] = set()
        for form, word in enumerate(verb.forms):
            if word not in seen:
                seen.add(word)
                table.setdefault(word, []).append((verb, form))
    return {word: tuple(found) for word, found in table.items()}


@lru_cache(maxsize=8)
def speaking(grammar: Grammar) -> frozenset[str]:
    """Finite forms of verbs of speech that are no nouns: they end a noun phrase."""
    return frozenset(
        word
        for verb in grammar.verbs
        if verb.kind in ("speech", "writing") and any(f in verb.frames for f in "sct")
        for word in (verb.forms[THIRD], verb.forms[PAST])
        if word not in grammar.nounish
    )


def find_cues(unit: Unit, grammar: Grammar) -> list[Cue]:
    """The cue verbs of a sentence in order, each with its auxiliaries and adverbs."""
    table = lexicon(grammar)
    found: list[Cue] = []
    titled: bool | None = None
    for place in [n for n, word in enumerate(unit.low) if word in table]:
        entries = table[unit.low[place]]
        if place and unit.capital(place):
            titled = _titled(unit) if titled is None else titled
            if not titled:
                continue
        if cue := _cue(unit, place, entries, grammar):
            found.append(cue)
    return found


def _titled(unit: Unit) -> bool:
    """Whether most words begin with a capital, as in many headlines."""
    words = [w for w in unit.raw if w[0].isalpha()]
    return sum(w[0].isupper() for w in words) > 0.6 * len(words)


def _cue(
    unit: Unit, place: int, entries: tuple[tuple[CueVerb, int], ...], grammar: Grammar
) -> Cue | None:
    plain = [(v, f) for v, f in entries if not v.particle]
    phrasal = [(v, f) for v, f in entries if v.particle and unit.at(place + 1) == v.particle]
    chosen = phrasal or plain
    if not chosen or (word_is_noun(unit, place, grammar) and chosen is plain):
        return None
    entry, form = chosen[0]
    frames = "".join(v.frames for v, _ in chosen)
    last = place + (2 if phrasal else 1)
    first, passive = _group(unit, place, grammar)
    return Cue(first, last, place, entry, frames, form, passive)


def _manner(word: str) -> bool:
    return word.endswith("ly") and len(word) > 4


def _named(unit: Unit, place: int) -> bool:
    """Whether an adverb by its ending is rather a name: "Kelly"."""
    return unit.capital(place)


def _group(unit: Unit, place: int, grammar: Grammar) -> tuple[int, bool]:
    """Where the verb group begins, and whether it is passive."""
    first, passive = place, False
    while first > 0:
        word = unit.low[first - 1]
        if word in grammar.auxiliaries:
            passive = passive or word in grammar.passives
        elif word == "and" and first < place:
            if not (_manner(unit.low[first]) and _manner(unit.at(first - 2))):
                break
        elif not (word in grammar.adverbs or _manner(word)) or _named(unit, first - 1):
            break
        first -= 1
    return first, passive


_AFTER_PLURAL = frozenset({"that", "the", "his", "her", "he", "she", "they", "it", "there", "a"})
_AFTER_VERB = frozenset({"that", ":", "whether", "how", "why", "what", "he", "she", "they", "it"})


def word_is_noun(unit: Unit, place: int, grammar: Grammar) -> bool:
    """Whether a form that is a noun as well ("claims") is rather one where it stands."""
    if unit.low[place] not in grammar.nounish and unit.low[place] not in grammar.nouns:
        return False
    before, after = unit.at(place - 1), unit.at(place + 1)
    if (
        before in grammar.subjects
        or before in ("who", "which", "to")
        or before in grammar.auxiliaries
    ):
        return False
    if before in grammar.determiners or before in grammar.prepositions or before.endswith("'s"):
        return True
    if unit.low[place] in grammar.nouns:
        return True
    plural = before.endswith("s") and not before.endswith(("'s", "ss"))
    if plural and after in _AFTER_PLURAL:
        return False
    quoted = after in (",", ":") and place + 2 in unit.quotes
    closes = unit.at(place - 2) == "," and place - 3 in unit.quotes
    return not (quoted or closes or after in _AFTER_VERB or place + 1 in unit.quotes)
