"""A cue verb in a sentence: which words are its content, and whose they are."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.languages import Grammar
from onrecord.statements.boundaries import (
    clause_end,
    clause_follows,
    content_end,
    content_start,
    sentence_end,
)
from onrecord.statements.cues import BASE, DOING, Cue
from onrecord.statements.link import DEEPEST, Draft
from onrecord.statements.sources import (
    Range,
    main_subject,
    speaker_after,
    subject_after,
    subject_before,
)
from onrecord.statements.units import Unit

Relation = tuple[Range, list[Range]]
_BREAKS = frozenset({",", "–", "—", "--", "---"})
_FIRST_PERSON = frozenset({"i", "we", "you"})
_FOLLOWERS = frozenset("and but who which as while because though although".split())
_TURNS = frozenset("yet still but and so meanwhile however also".split())
_OCCASIONS = frozenset("when while as after before".split())


@dataclass(frozen=True, slots=True)
class _Case:
    """One cue among those of its sentence, and the last source that was found before it."""

    unit: Unit
    cues: list[Cue]
    at: int
    grammar: Grammar
    last: Range | None

    @property
    def cue(self) -> Cue:
        return self.cues[self.at]

    def takes(self, frames: str) -> bool:
        """Whether the cue has one of these frames."""
        return any(f in self.cue.frames for f in frames)


def relate(unit: Unit, cues: list[Cue], number: int, grammar: Grammar) -> list[Draft]:
    """The attributions of a sentence's cue verbs; a cue without content or source gives none."""
    found: list[Draft] = []
    last: Range | None = None
    for at, cue in enumerate(cues):
        held = _held(unit, cue, found)
        if held > DEEPEST or (held and cue.entry.kind in ("thought", "intention")):
            continue
        made = _relation(_Case(unit, cues, at, grammar, last))
        if made:
            source, content = made
            if not held:
                last = source
            found.append(
                Draft(
                    [unit.span(*source)],
                    [unit.span(cue.first, cue.last)],
                    [unit.span(*c) for c in content if c[0] < c[1]],
                    number,
                )
            )
    return found


def _held(unit: Unit, cue: Cue, found: list[Draft]) -> int:
    """How many contents found before it a cue stands inside."""
    place = unit.starts[cue.verb]
    return sum(span.start <= place < span.end for one in found for span in one.content)


def _relation(case: _Case) -> Relation | None:
    cue = case.cue
    if cue.form == DOING and cue.first == cue.verb:
        return _participle(case)
    by = case.unit.at(cue.last) == "by" and not cue.entry.particle
    if by or (cue.passive and cue.form != DOING):
        return None
    return _inverted(case) or _finite(case)


def _finite(case: _Case) -> Relation | None:
    """A cue after its source; "what he said" and "I think" attribute nothing."""
    unit, cue = case.unit, case.cue
    source = subject_before(unit, cue.first, case.grammar)
    if not source:
        return _coordinated(case)
    if cue.form == BASE and unit.at(cue.first - 1) == "to":
        return _infinitive(case)
    own = cue.entry.kind == "thought" and unit.low[source[0]] in _FIRST_PERSON
    asked = unit.at(source[0] - 1) in ("what", "whatever")
    return None if own or asked else _subjected(case, source)


def _inverted(case: _Case) -> Relation | None:
    """Said after its content, before its source: "...," said the envoy."""
    unit, cue = case.unit, case.cue
    if not case.takes("scvq"):
        return None
    quote = quote_before(unit, cue.first)
    if quote is None and unit.at(cue.first - 1) != ",":
        return None
    if quote is not None:
        source = subject_after(unit, cue.last, case.grammar)
        return (source, _around(case, quote, source[1])) if source else None
    source = speaker_after(unit, cue.last, case.grammar)
    if source and cue.first >= 4 and cue.first == cue.verb:
        return source, [(0, cue.first - 1)]
    return None


def quote_before(unit: Unit, place: int) -> int | None:
    """The quotation right before the token `place`, a comma between or none."""
    before = place - 1
    if unit.at(before) in _BREAKS:
        before -= 1
    return before if before >= 0 and before in unit.quotes else None


def _around(case: _Case, quote: int, after: int) -> list[Range]:
    """The content that ends with a quotation before the cue, and what is quoted after it."""
    unit = case.unit
    later = next((c.first for c in case.cues[case.at + 1 :] if c.first >= after), len(unit))
    content = [(_lead(unit, quote), quote + 1)]
    for place in range(after, min(later, len(unit))):
        if place in unit.quotes and unit.at(place - 1) in _BREAKS | {":", ";", "."}:
            content.append((place, sentence_end(unit)))
            break
    return content


def _lead(unit: Unit, quote: int) -> int:
    """Where the content that ends with a quotation begins: at its colon, past a "But" or "Yet,"."""
    if unit.at(quote - 1) == ":":
        return quote
    if quote > 0 and unit.at(0) in ("but", "and"):
        return 1
    return quote if quote == 2 and unit.at(1) == "," and unit.at(0) in _TURNS else 0


def _subjected(case: _Case, source: Range) -> Relation | None:
    """The source before the cue; the content before the source, after the cue, or on both sides."""
    unit, cue = case.unit, case.cue
    quote = quote_before(unit, source[0])
    if quote is not None and case.takes("scvqt"):
        return source, _around(case, quote, cue.last)
    if not case.takes("scvqt"):
        return _object(case, source)
    end = content_end(unit, case.cues, case.at, case.grammar)
    before = source[0] - 1 if unit.at(source[0] - 1) == "," else None
    if before is not None and _postposed(case, before, end):
        return source, [(0, before)]
    if unit.at(cue.last) == "," and unit.low[0] == "as" and source[0] == 1:
        return source, [(cue.last + 1, sentence_end(unit))]
    if before is not None and unit.at(cue.last) == "," and cue.last + 1 not in unit.quotes:
        return source, [(0, before), (cue.last + 1, sentence_end(unit))]
    return _following(case, source)


def _following(case: _Case, source: Range) -> Relation | None:
    """The content after the cue; a colon at the sentence's end leaves it to what comes next."""
    if case.unit.low[-1] == ":" and case.at == len(case.cues) - 1:
        return source, []
    end = content_end(case.unit, case.cues, case.at, case.grammar)
    start = content_start(case.unit, case.cue, end, case.grammar)
    if start is None or start >= end or not clause_follows(case.unit, case.cue, end, case.grammar):
        return _object(case, source)
    if not case.takes("scvt") and not any(i in case.unit.quotes for i in range(start, end)):
        return None
    return source, [(start, end)]


def _object(case: _Case, source: Range) -> Relation | None:
    """A noun phrase or an infinitive as content: "criticised the plan", "vowed to go on"."""
    unit, place = case.unit, case.cue.last
    infinitive = "i" in case.cue.frames and unit.at(place) == "to"
    if not infinitive and not (case.takes("na") and _noun_follows(case, place)):
        return None
    end = clause_end(unit, case.cues, case.at, case.grammar)
    return (source, [(place, end)]) if place < end else None


def _noun_follows(case: _Case, place: int) -> bool:
    """Whether a noun phrase begins at `place` that can be content."""
    unit, word = case.unit, case.unit.at(place)
    if case.cue.form == DOING and case.cue.first == case.cue.verb and not case.takes("a"):
        return False
    if case.cue.entry.particle:
        return word not in ("", ".", ",", ":")
    named = unit.capital(place) or word in case.grammar.determiners or place in unit.quotes
    return named or word in ("him", "her", "them", "it")


def _postposed(case: _Case, before: int, end: int) -> bool:
    """Whether the clause before "..., officials said on Monday" is the content."""
    unit, place = case.unit, case.cue.last
    if place < end and _adverbial(case, before):
        return False
    near = unit.low[place:end]
    breaks = [i for i, w in enumerate(near) if w in _BREAKS]
    near = near[: breaks[0]] if breaks else near
    return before >= 3 and "that" not in near and _idle(case, place, end)


def _adverbial(case: _Case, before: int) -> bool:
    """Whether the words up to the comma at `before` only say when or where."""
    unit, grammar = case.unit, case.grammar
    opens = unit.low[0] in grammar.prepositions or unit.low[0] in grammar.subordinators
    return opens and "," not in unit.low[:before]


def _idle(case: _Case, place: int, end: int) -> bool:
    """Whether what follows the cue is no content: nothing, a time, a place, an occasion."""
    if place >= end:
        return True
    unit, grammar = case.unit, case.grammar
    word = unit.low[place]
    if word == ",":
        after = unit.at(place + 1)
        return (
            after in grammar.prepositions or after.endswith("ing") or after in _FOLLOWERS
        ) and place + 1 < end
    if word in grammar.prepositions or word in grammar.times or word in ("him", "her", "them"):
        return True
    return word.endswith("ing") or word in _OCCASIONS or word == "reporters"


def _coordinated(case: _Case) -> Relation | None:
    """A second cue of the same subject: "... and said that"."""
    unit, cue = case.unit, case.cue
    if unit.at(cue.first - 1) not in ("and", "but", ",", "then") or cue.form in (BASE, DOING):
        return None
    source = case.last or main_subject(unit, cue.first, case.grammar)
    if not source:
        return None
    return _following(case, source) if case.takes("scvqt") else _object(case, source)


def _infinitive(case: _Case) -> Relation | None:
    """ "went so far as to say that ...": only where "that" or a quotation follows."""
    unit, place = case.unit, case.cue.last
    follows = (
        unit.at(place) in ("that", ":")
        or place in unit.quotes
        or (unit.at(place) == "," and place + 1 in unit.quotes)
    )
    if not follows or case.cue.entry.kind not in ("speech", "writing"):
        return None
    source = case.last or main_subject(unit, case.cue.first, case.grammar)
    return _following(case, source) if source else None


def _participle(case: _Case) -> Relation | None:
    """ ", adding that ...": the content follows, the source is the sentence's subject."""
    unit, first = case.unit, case.cue.first
    joined = unit.at(first - 1) in ("and", "while", "by", "in", "before", "after", "then")
    if joined or unit.comma(first - 1):
        source = case.last or main_subject(unit, first, case.grammar)
    else:
        source = subject_before(unit, first, case.grammar)
    if not source or source[1] > first or unit.low[source[1] - 1] in case.grammar.determiners:
        return None
    if case.cue.entry.kind == "intention":
        return None
    return _following(case, source) if case.takes("scvqt") else _object(case, source)
