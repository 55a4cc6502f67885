"""Where content begins after a cue, and where it ends."""

from __future__ import annotations

from onrecord.languages import Grammar
from onrecord.statements.cues import BASE, DOING, Cue
from onrecord.statements.sources import subject_before
from onrecord.statements.units import Unit

_CONNECTIVES = frozenset("that if whether how why what where when who which".split())
_HEARERS = frozenset("him her them me us you it reporters".split())
_END = frozenset({".", "!", "?", ";"})
_SAYING = frozenset({"speech", "writing"})
_OPENING = frozenset(
    "when while after before since if although though as because once whereas".split()
)
_NEIGHBOURS = 4  # later cues asked where their clause begins
_SUBJECT = 12  # tokens that the subject of a later cue may have
_REACH = 14  # tokens looked through for "that" after a hearer, a time or a place


def sentence_end(unit: Unit) -> int:
    """The place after the last word or quotation of a sentence."""
    last = len(unit)
    while last > 0 and unit.low[last - 1] in _END:
        last -= 1
    return last


def content_end(unit: Unit, cues: list[Cue], at: int, grammar: Grammar) -> int:
    """Where content after a cue ends: at the sentence's end, or before the next cue's clause."""
    cue, end = cues[at], sentence_end(unit)
    for later in cues[at + 1 : at + 1 + _NEIGHBOURS]:
        if stop := _next_clause(unit, cue, later, grammar):
            end = min(end, stop)
            break
    if subordinate(unit, cue, grammar):
        comma = _comma(unit, cue.last + 1, end)
        end = comma if comma and comma + 1 not in unit.quotes else end
    for place in range(cue.last, end):
        word = unit.low[place]
        if word == ";" or (word == "," and unit.low[place + 1 : place + 3] == ["even", "as"]):
            return place
    return end


def _next_clause(unit: Unit, cue: Cue, later: Cue, grammar: Grammar) -> int | None:
    """Where the clause of a later cue begins, if it is one beside that of `cue`."""
    place = later.first
    if place - 1 <= cue.last or later.entry.kind not in _SAYING:
        return None
    if later.form == DOING:
        return _participle_start(unit, later)
    if later.form == BASE or later.passive:
        return None
    if unit.at(place - 1) in ("and", "but") and place == later.verb:
        return place - 2 if unit.at(place - 2) == "," else place - 1
    if unit.at(place - 1) == "," and unit.at(cue.first - 1) == "who":
        return place - 1
    return _conjunction(unit, cue, place)


def _conjunction(unit: Unit, cue: Cue, place: int) -> int | None:
    """The comma with "and" or "but" behind it, between a cue and the one at `place`."""
    for at in range(place - 2, max(cue.last + 1, place - _SUBJECT), -1):
        if unit.low[at] in ("and", "but") and unit.comma(at - 1):
            return at if at - 1 in unit.quotes else at - 1
    return None


def _participle_start(unit: Unit, later: Cue) -> int | None:
    """Where ", adding that" or "and warning that" begins."""
    place = later.first
    if not any(f in later.frames for f in "scvt"):
        return None
    if unit.comma(place - 1):
        return place if place - 1 in unit.quotes else place - 1
    if unit.at(place - 1) != "and":
        return None
    return place - 2 if unit.at(place - 2) == "," else place - 1


def subordinate(unit: Unit, cue: Cue, grammar: Grammar) -> bool:
    """Whether the cue's clause leans on the next: "When the envoy said ..., the hall rose"."""
    source = subject_before(unit, cue.first, grammar)
    place = source[0] - 1 if source else -1
    return unit.at(place) in _OPENING and (place == 0 or unit.at(place - 1) in (",", "but", "and"))


def _comma(unit: Unit, first: int, last: int) -> int | None:
    return next((i for i in range(first, last) if unit.low[i] == ","), None)


def clause_end(unit: Unit, cues: list[Cue], at: int, grammar: Grammar) -> int:
    """Where an object or infinitive after a cue ends: a comma ends it as well."""
    end = content_end(unit, cues, at, grammar)
    for place in range(cues[at].last, end):
        if place in unit.quotes and unit.comma(place) and not _listed(unit, place + 1):
            return place + 1
        if place == cues[at].last:
            continue
        if unit.low[place] in (",", "–", "—", "--", ":", "-") and place - 1 not in unit.quotes:
            return place
    return end


def _listed(unit: Unit, place: int) -> bool:
    """Whether a list of quotations goes on at `place`."""
    return place in unit.quotes or unit.at(place) in ("and", "or")


def clause_follows(unit: Unit, cue: Cue, end: int, grammar: Grammar) -> bool:
    """Whether what follows a cue can be its clause, as strictly as its frames ask."""
    place = cue.last
    word = unit.at(place)
    if word in ("about", "of") and cue.entry.name == "say":
        return any(unit.low[i] == "that" or i in unit.quotes for i in range(place, end))
    if "s" in cue.frames or "t" in cue.frames:
        return word != "to" or "t" in cue.frames
    if word in _CONNECTIVES or word in (":", ",", "--", "–", "—") or place in unit.quotes:
        return True
    if word in grammar.subjects:
        return "c" in cue.frames or "v" in cue.frames
    if word in grammar.prepositions or word in grammar.times:
        return any(
            unit.low[i] == "that" or (i in unit.quotes and unit.at(i - 1) in (",", ":"))
            for i in range(place, min(end, place + _REACH))
        )
    return "c" in cue.frames and (unit.capital(place) or word in grammar.determiners)


def content_start(unit: Unit, cue: Cue, end: int, grammar: Grammar) -> int | None:
    """Where the content after a cue begins: past hearer, time and place, at "that" if there."""
    place = cue.last
    word = unit.at(place)
    if word in (",", ":", "--", "–", "—"):
        return _after_break(unit, place, end)
    told = "t" in cue.frames
    if cue.entry.name == "tell" and place in unit.quotes:
        place += 1
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
