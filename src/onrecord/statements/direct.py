"""Quotations that no cue verb's own clause claims, sentence by sentence."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.languages import Grammar
from onrecord.statements.boundaries import sentence_end
from onrecord.statements.cues import DOING, PAST, THIRD, Cue
from onrecord.statements.link import Draft
from onrecord.statements.sources import (
    Range,
    clause_subject,
    main_subject,
    subject_after,
    subject_before,
)
from onrecord.statements.units import Unit

Made = tuple[Range | None, Range]
_BREAKS = frozenset({",", ":", "–", "—", "--", "---", "-"})
_JOINTS = frozenset({",", "and", "or"})
_ENDS = frozenset("?!…—–-")
_CLAUSE = frozenset({",", "and", "but", "–", "—", "--"})
_SAYING_PRONOUNS = frozenset({"he", "she", "they"})
_FIRST = frozenset({"i", "we", "you"})
_NO_SOURCE = frozenset("the a an his her their its my our your".split())
_REACH = 26  # tokens looked back through for the cue of a quotation
_NOUN_REACH = 9  # and for a noun that stands for words


@dataclass(frozen=True, slots=True)
class _Case:
    """A quotation of a sentence that nobody has claimed yet."""

    unit: Unit
    place: int
    cues: list[Cue]
    grammar: Grammar


def unclaimed(
    unit: Unit, cues: list[Cue], drafts: list[Draft], sentence: tuple[int, Grammar]
) -> list[Draft]:
    """What is quoted in a sentence outside every content found so far, where words say by whom.

    A comma inside the marks says that an attribution follows, a colon or a comma before them that
    one went before. `sentence` is the sentence's number and the language's grammar.
    """
    number, grammar = sentence
    found: list[Draft] = []
    for place in sorted(unit.quotes):
        outer = unit.quotes[place].outer
        if any(s.meets(outer) for d in (*drafts, *found) for s in d.content):
            continue
        if before := _listed(unit, place, found):
            before.content.append(outer)
            continue
        case = _Case(unit, place, cues, grammar)
        for name, rule in _RULES:
            if made := rule(case):
                found.append(_draft(unit, made, (place, place + 1), (number, name)))
                break
    if unit.low and unit.low[-1] == ":" and not drafts and len(unit) > 2:
        source = main_subject(unit, len(unit) - 1, grammar)
        if source and source[1] < len(unit) - 1:
            cue = (source[1], len(unit))
            found.append(_draft(unit, (source, cue), (0, 0), (number, "colon")))
    return found


def _draft(unit: Unit, made: Made, content: Range, name: tuple[int, str]) -> Draft:
    source, cue = made
    pieces = [unit.span(*content)] if content[0] < content[1] else []
    sources = [unit.span(*source)] if source else []
    return Draft(sources, [unit.span(*cue)], pieces, name[0], rule=name[1])


def _listed(unit: Unit, place: int, found: list[Draft]) -> Draft | None:
    """The draft of the quotation that goes right before this one in a list of them."""
    before = place - 1
    while before > place - 4 and unit.at(before) in _JOINTS:
        before -= 1
    if not found or before not in unit.quotes:
        return None
    outer = unit.quotes[before].outer
    return found[-1] if any(s.holds(outer) for s in found[-1].content) else None


def _behind(case: _Case) -> Made | None:
    """Source and cue after the quotation: "...," the letter read, or "...," mused the envoy."""
    unit, after, grammar = case.unit, case.place + 1, case.grammar
    heads = case.place == 0 or unit.at(case.place - 1) == ":"
    comma = unit.comma(case.place)
    if not heads or not (comma or unit.last_of(case.place) in _ENDS):
        return None
    word = unit.at(after)
    if word.endswith(("ed", "s")) and not unit.capital(after) and word not in grammar.determiners:
        source = subject_after(unit, after + 1, grammar)
        return (source, (after, after + 1)) if source else None
    if not comma:
        return None
    if word in grammar.prepositions or word in grammar.subordinators or word == "according":
        return None
    source = clause_subject(unit, after, len(unit), grammar)
    if source and source[1] - source[0] >= 2 and not unit.at(source[1])[:1].isalpha():
        source = (source[0], source[1] - 1)
    if not source or not unit.at(source[1])[:1].isalpha():
        return None
    return source, (source[1], source[1] + 1)


def _ahead(case: _Case) -> Made | None:
    """The nearest cue verb before the quotation, whatever stands between but a quotation."""
    unit, place = case.unit, case.place
    broken = unit.at(place - 1) in _BREAKS
    for cue in reversed(case.cues):
        if cue.last > place or cue.entry.kind == "intention":
            continue
        if place - cue.last > _REACH or not (broken or cue.last == place):
            return None
        between = range(cue.last, place)
        if any(i in unit.quotes or unit.low[i] == ";" for i in between):
            return None
        return None if _hearer(case, cue) else _spoken(case, cue)
    return None


def _spoken(case: _Case, cue: Cue) -> Made | None:
    """Who speaks by a cue that has no clause: "Said Vale, ...", "Vale was asked, ..."."""
    unit, grammar = case.unit, case.grammar
    words = (cue.first, cue.last)
    if cue.passive:
        if cue.entry.name not in ("ask", "question"):
            return None
        by = unit.at(cue.last) == "by"
        return (subject_after(unit, cue.last + 1, grammar) if by else None), words
    if cue.first == 0 and cue.form in (THIRD, PAST):
        source = subject_after(unit, cue.last, grammar)
        return (source, words) if source and source[1] < case.place else None
    source = subject_before(unit, cue.first, grammar)
    joined = unit.at(cue.first - 1) in ("and", "but", ",", "by", "then", "before", "after")
    if not source and (joined or cue.form == DOING):
        source = main_subject(unit, cue.first, grammar)
    if not source or source[1] > cue.first or unit.low[source[1] - 1] in _NO_SOURCE:
        return None
    named = unit.low[source[0]] in _FIRST and unit.at(source[0] - 1) == "what"
    return None if named else (source, words)


def _hearer(case: _Case, cue: Cue) -> bool:
    """Whether the quotation is the name of who was told: told "The Harbour Hour"."""
    return cue.entry.name == "tell" and cue.last == case.place


def _colon(case: _Case) -> Made | None:
    """Source and cue before a colon: "The envoy had one message:", "Vale:"."""
    unit, colon = case.unit, case.place - 1
    if unit.at(colon) != ":":
        return None
    named = _labelled(unit, colon, case.grammar)
    if named and (named[0] == (0, colon) or unit.at(named[0][0] - 1) in _BREAKS):
        whole = case.place == sentence_end(unit) - 1 or unit.last_of(case.place) in ".?!"
        return named if whole else None
    source = _nearest(unit, colon, case.grammar)
    return (source, (source[1], case.place)) if source and source[1] < colon else named


def _nearest(unit: Unit, colon: int, grammar: Grammar) -> Range | None:
    """The pronoun that begins the last clause before a colon, else the sentence's subject."""
    for at in range(colon - 1, 0, -1):
        if unit.low[at] in _SAYING_PRONOUNS and unit.low[at - 1] in _CLAUSE:
            return (at, at + 1)
    return main_subject(unit, colon, grammar)


def _labelled(unit: Unit, colon: int, grammar: Grammar) -> tuple[Range, Range] | None:
    """A name right before a colon: "Vale:", "Talks go on - Nina Vale:", "From the report:"."""
    first = colon
    while first > 0 and colon - first < 8 and unit.low[first - 1] not in _BREAKS:
        first -= 1
    while first < colon and (
        unit.low[first] in grammar.prepositions or unit.low[first] in ("more", "and", "here's")
    ):
        first += 1
    named = first < colon and (unit.capital(colon - 1) or unit.low[colon - 1] in grammar.roles)
    return ((first, colon), (colon, colon + 1)) if named else None


def _as_put(case: _Case) -> Made | None:
    """ "As Vale put it, ..." and "in Vale's words, ..."."""
    unit, place = case.unit, case.place
    for at in range(place - 1, max(0, place - 12), -1):
        if at in unit.quotes:
            return None
        if unit.low[at] == "it" and unit.low[at - 1] in ("put", "puts"):
            source = subject_before(unit, at - 1, case.grammar)
            return (source, (at - 1, at + 1)) if source else None
        if unit.low[at] == "words" and unit.at(place - 1) == ",":
            return _in_words(case, at)
    return None


def _in_words(case: _Case, at: int) -> Made | None:
    unit, grammar = case.unit, case.grammar
    if unit.at(at + 1) == "of":
        source = subject_after(unit, at + 2, grammar)
        return (source, (at, at + 2)) if source else None
    first = at
    while first > 0 and at - first < 6 and unit.low[first - 1] != "in":
        first -= 1
    owner = first < at and unit.low[first - 1] == "in"
    return ((first, at), (at, at + 1)) if owner else None


def _by_noun(case: _Case) -> Made | None:
    """A noun that stands for words, and whose: "Vale's slogan is ...", "his claim that ..."."""
    unit, place, grammar = case.unit, case.place, case.grammar
    for at in range(place - 1, max(0, place - _NOUN_REACH), -1):
        if at in unit.quotes or unit.low[at] in (";", "."):
            return None
        if unit.low[at] in grammar.wordings and not unit.capital(at):
            near = at == place - 1 or unit.low[place - 1] in grammar.links
            owner = _owner(unit, at, grammar) if near else None
            return (owner, (at, place)) if owner else None
    return None


def _owner(unit: Unit, noun: int, grammar: Grammar) -> Range | None:
    """Whose noun it is: "Vale's", "his", and an adjective or two between."""
    for at in range(noun - 1, max(-1, noun - 5), -1):
        word = unit.low[at]
        if word in grammar.owners:
            return (at, at + 1)
        if word.endswith(("'s", "s'")) and unit.low[at] not in ("it's", "that's"):
            first = at
            while first > 0 and unit.capital(first - 1) and unit.capital(at):
                first -= 1
            if first and unit.low[first - 1] == "the":
                first -= 1
            return (first, at + 1)
        if not word[:1].isalpha() or word in grammar.prepositions:
            return None
    return None


_RULES = (
    ("behind", _behind),
    ("ahead", _ahead),
    ("as put", _as_put),
    ("colon", _colon),
    ("noun", _by_noun),
)
