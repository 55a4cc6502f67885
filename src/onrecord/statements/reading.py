"""From a text to its attributions."""

from __future__ import annotations

from onrecord.languages import Grammar, language
from onrecord.model import UNSAID, Attribution, Part, PartKind, Span, Turn
from onrecord.statements.accounting import by_account
from onrecord.statements.carrying import carry_on
from onrecord.statements.chain import passed_on
from onrecord.statements.cues import find_cues
from onrecord.statements.direct import unclaimed
from onrecord.statements.headline import by_colon, speakers
from onrecord.statements.indirect import relate
from onrecord.statements.labels import by_label
from onrecord.statements.link import DEEPEST, Draft, finish, near_enough
from onrecord.statements.units import Unit, mask, read_unit, split
from onrecord.text import Quoted, quotations

_HEADS = 4  # sentences looked at for a headline where no parts are given
_LONGEST_HEAD = 24
_COLONS = frozenset({"ahead", "colon"})  # rules that have read a colon already


def attribute(
    text: str, *, language: str = "en", parts: tuple[Part, ...] = (), turns: tuple[Turn, ...] = ()
) -> tuple[Attribution, ...]:
    """The attributions of a text by rules: who is said to have said what (Pareti 2015).

    Shallow rules without a parser: a source is the noun phrase nearest to its cue, and words that
    attribute without a cue verb known to the language's data are not seen. Offsets are code points
    of `text`. With `parts`, furniture, labels, datelines and the like are left out.
    """
    found = attribute_by_rule(text, language=language, parts=parts, turns=turns)
    return tuple(attribution for attribution, _ in found)


def attribute_by_rule(
    text: str, *, language: str = "en", parts: tuple[Part, ...] = (), turns: tuple[Turn, ...] = ()
) -> tuple[tuple[Attribution, str], ...]:
    """The attributions that `attribute` gives, each with the name of the rule that found it.

    The names are "verb", "account", "chain", "headline", "label", and for quotations without a
    clause of their own "behind", "ahead", "as put", "colon", "noun", "handed on", "signed".
    """
    return _attribute(text, language, (parts, turns))


def _attribute(
    text: str, code: str, structure: tuple[tuple[Part, ...], tuple[Turn, ...]]
) -> tuple[tuple[Attribution, str], ...]:
    grammar = language(code).grammar
    parts, turns = structure
    regions = [r for r in quotations(text, code).regions if r.depth == 0 and not _value(text, r)]
    units = _units(text, code, regions, _stretches(text, parts))
    drafts: list[Draft] = []
    for number, unit in enumerate(units):
        found = _sentence(unit, number, grammar, spoken=bool(turns))
        drafts += [d for d in found if _by_another(d, text, grammar)] if turns else found
    spoken: frozenset[int] = frozenset()
    if not turns:
        labelled, spoken = by_label(text, units)
        drafts += labelled
    names = speakers(drafts, text)
    quoting = {d.unit for d in drafts if d.rule in _COLONS}
    for number in _headlines(text, units, parts, turns):
        if number in quoting:
            continue
        drafts += by_colon(units[number], number, names, grammar)
    return finish(carry_on(units, drafts, grammar, barred=spoken), regions, text)


def _value(text: str, region: Quoted) -> bool:
    """Whether the marks hold the value of a name, as in a tag: lang="en"."""
    return text[region.outer.start - 1 : region.outer.start] == "="


def _stretches(text: str, parts: tuple[Part, ...]) -> list[Span]:
    """What is left of a text without the parts that say nothing."""
    left: list[Span] = []
    at = 0
    for part in sorted(parts, key=lambda p: p.span):
        if part.kind in UNSAID and part.span.end > at:
            if part.span.start > at:
                left.append(Span(at, part.span.start))
            at = part.span.end
    if at < len(text):
        left.append(Span(at, len(text)))
    return left


def _headlines(
    text: str, units: list[Unit], parts: tuple[Part, ...], turns: tuple[Turn, ...]
) -> list[int]:
    """The sentences that are headlines: as the parts say, else the short lines at the start."""
    if parts or turns:
        heads = [p.span for p in parts if p.kind in (PartKind.HEADLINE, PartKind.STANDFIRST)]
        return [n for n, u in enumerate(units) if any(h.start <= u.start < h.end for h in heads)]
    found = []
    for number, unit in enumerate(units[:_HEADS]):
        line = text[: unit.start].rpartition("\n")[2].strip() == ""
        if line and len(unit) <= _LONGEST_HEAD:
            found.append(number)
    return found


def _units(text: str, code: str, regions: list[Quoted], stretches: list[Span]) -> list[Unit]:
    masked = mask(text, regions)
    quotes = {r.outer.start: r for r in regions}
    units = []
    for number, stretch in enumerate(stretches):
        for span in split((text, masked), regions, stretch, code):
            unit = read_unit(text, masked, span, quotes)
            unit.stretch = number
            if len(unit):
                units.append(unit)
    return units


def _by_another(draft: Draft, text: str, grammar: Grammar) -> bool:
    """Whether a speaker gives somebody else's words, not what they themselves say."""
    words = draft.source[0].of(text).replace("’", "'").split() if draft.source else []
    if not words or words[0].lower() in grammar.selves:
        return False
    first = words[0].lower()
    return words[0][:1].isupper() or first in grammar.determiners or first in grammar.pronouns


def _sentence(unit: Unit, number: int, grammar: Grammar, *, spoken: bool) -> list[Draft]:
    cues = find_cues(unit, grammar)
    if spoken:
        cues = [c for c in cues if c.entry.kind in ("speech", "writing")]
    found = passed_on(unit, cues, number, grammar) if cues else []
    if cues:
        taken = {place for draft in found for span in draft.cue for place in unit.places(span)}
        free = [c for c in cues if taken.isdisjoint(range(c.verb, c.last))]
        found += relate(unit, free, number, grammar)
    if "according" in unit.low:
        found += by_account(unit, number, grammar)
    if unit.quotes or (unit.low and unit.low[-1] == ":"):
        found += unclaimed(unit, cues, found, (number, grammar))
    return near_enough(found) if len(found) > DEEPEST else found
