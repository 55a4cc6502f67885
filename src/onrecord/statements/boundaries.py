"""Where content begins after a cue, and where it ends."""

from __future__ import annotations

from onrecord.languages import Grammar
from onrecord.statements.cues import DOING, Cue
from onrecord.statements.units import Unit

_CONNECTIVES = frozenset("that if whether how why what where when who which".split())
_HEARERS = frozenset("him her them me us you it reporters".split())
_END = frozenset({".", "!", "?", ";"})
_SAYING = frozenset({"speech", "writing"})
_REACH = 14  # tokens looked through for "that" after a hearer, a time or a place


def sentence_end(unit: Unit) -> int:
    """The place after the last word or quotation of a sentence."""
    last = len(unit)
    while last > 0 and unit.low[last - 1] in _END:
        last -= 1
    return last


def content_end(unit: Unit, cues: list[Cue], at: int) -> int:
    """Where content after a cue ends: at the sentence's end, or before the next cue's clause."""
    end = sentence_end(unit)
    for later in cues[at + 1 :]:
        place = later.first
        if (
            later.form == DOING
            and later.entry.kind in _SAYING
            and unit.at(place - 1) == ","
            and place - 1 > cues[at].last
            and "s" in later.frames
        ):
            return place - 1
    for place in range(cues[at].last, end):
        if unit.low[place] == ";":
            return place
    return end


def clause_end(unit: Unit, cues: list[Cue], at: int, grammar: Grammar) -> int:
    """Where an object or infinitive after a cue ends: a comma ends it as well."""
    end = content_end(unit, cues, at)
    for place in range(cues[at].last + 1, end):
        if unit.low[place] in (",", "–", "—", "--", ":") and place - 1 not in unit.quotes:
            return place
    return end


def content_start(unit: Unit, cue: Cue, end: int, grammar: Grammar) -> int | None:
    """Where the content after a cue begins: past hearer, time and place, at "that" if there."""
    place = cue.last
    word = unit.at(place)
    if word in (",", ":", "--", "–", "—"):
        return _after_break(unit, place, end)
    told = "t" in cue.frames
    adverbial = word in grammar.prepositions or word in grammar.times
    if word in _CONNECTIVES or not (told or adverbial):
        return place
    for ahead in range(place, min(end, place + _REACH)):
        if unit.low[ahead] in ("that", "whether", "if") or (
            ahead in unit.quotes and unit.at(ahead - 1) in (",", ":")
        ):
            return ahead
    if told:
        return _past_hearer(unit, place, end, grammar)
    return _past_adverbial(unit, place, end, grammar)


def _after_break(unit: Unit, place: int, end: int) -> int | None:
    """After "said," only a quotation is content; after "said:" anything is."""
    for ahead in range(place, min(end, place + 12)):
        if ahead in unit.quotes:
            return ahead
    return place + 1 if unit.low[place] == ":" else None


def _past_hearer(unit: Unit, place: int, end: int, grammar: Grammar) -> int:
    if unit.at(place) in _HEARERS:
        return place + 1
    start = place
    stops = grammar.subjects | _CONNECTIVES | {"to", "about"}
    while place < end and place - start < 8:
        word = unit.low[place]
        if word in stops:
            return place
        if word == ",":
            return place + 1
        named = place > start and unit.capital(place - 1) and not unit.capital(place)
        if named and word not in grammar.prepositions and word[0].isalpha():
            return place
        place += 1
    return min(start + 1, end)


def _past_adverbial(unit: Unit, place: int, end: int, grammar: Grammar) -> int:
    for ahead in range(place + 1, min(end, place + 12)):
        if unit.low[ahead] in grammar.subjects or ahead in unit.quotes:
            return ahead
    return place
