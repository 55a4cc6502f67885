"""The way of an utterance for a person: its renderings, whom they follow, what came in where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from onrecord.cli.findings import COLOURS, difference, edit_line
from onrecord.cli.shown import one_line
from onrecord.model import Against, Edit, Hop, Outcome, Rendering, Span, Utterance

KEPT = frozenset({Outcome.VERBATIM, Outcome.EDITED, Outcome.PARAPHRASE})
"""Outcomes that change nothing a stylebook minds."""
_LONGEST = 400


def way_lines(utterance: Utterance, numbers: Sequence[int]) -> Iterator[str]:
    """The renderings of these numbers, each with the hop that led to it."""
    for number in numbers:
        yield from _rendering_lines(utterance, number)


def way(utterance: Utterance, number: int) -> list[int]:
    """The numbers of the renderings on the way to one, where the words are first held first."""
    origins = [hop.origin for hop in utterance.way_to(number)]
    return [place for place in reversed(origins) if place is not None] + [number]


def chain(utterance: Utterance, number: int) -> str:
    """The chain in one line: who said it, who passed it on, who has it last."""
    numbers = way(utterance, number)
    first = utterance.renderings[numbers[0]]
    names = [one_line(first.passage.speaker) or "somebody unnamed"]
    for place in numbers:
        hop = utterance.hop_to(place)
        if hop and hop.named:
            names.append(f"{one_line(hop.named)} (not held)")
        one = utterance.renderings[place]
        names.append("the record" if one.record else called(one))
    return " > ".join(names)


def called(one: Rendering) -> str:
    """The name of a rendering's document: its outlet, else its title, else its id."""
    return one_line(one.outlet or one.title[:40] or one.document)


def _rendering_lines(utterance: Utterance, number: int) -> Iterator[str]:
    one, hop = utterance.renderings[number], utterance.hop_to(number)
    head = click.style("the record" if one.record else called(one), bold=True)
    spans = ",".join(f"{span.start}-{span.end}" for span in one.spans)
    yield f"  {head}  {_manner(one)}  {one.dated or 'no date'}  {one.document}@{spans}"
    if hop and (hop.origin is not None or hop.named):
        yield f"     from {_from(utterance, hop)}: {one_line(hop.why)}"
    elif hop:
        yield f"     {one_line(hop.why)}"
    if copied := copied_from(utterance, number):
        yield f"     its document is a copy of that of {called(copied)}: one story"
    if hop and hop.outcomes:
        yield f"     {_outcomes(hop)}"
    if not (hop and hop.outcomes == (Outcome.VERBATIM,)):
        yield f"     “{_words(one, hop)}”"
    if hop and hop.outcomes and Outcome.PARAPHRASE not in hop.outcomes:
        yield from (f"       {line}" for line in map(edit_line, hop.edits))


def copied_from(utterance: Utterance, number: int) -> Rendering | None:
    """The first rendering before this one whose document is a copy of the same story."""
    one = utterance.renderings[number]
    before = utterance.renderings[:number]
    same = (o for o in before if one.story and o.story == one.story and o.document != one.document)
    return next(same, None)


def _manner(one: Rendering) -> str:
    who = one_line(one.passage.speaker) or "nobody named"
    if one.record:
        return who
    how = "in quotation marks" if one.marked else "in its own words"
    by = next(iter(one.passage.via), "") if one.passage.against is Against.RECORD else ""
    return f"{who}, {how}" + (f", as {one_line(by)} tells it" if by else "")


def _from(utterance: Utterance, hop: Hop) -> str:
    if hop.named:
        return f"{one_line(hop.named)} (not held)"
    origin = utterance.renderings[hop.origin or 0]
    return "the record" if origin.record else called(origin)


def _outcomes(hop: Hop) -> str:
    names = ", ".join(hop.outcomes).upper()
    if hop.outcomes == (Outcome.VERBATIM,):
        return click.style("the same words", fg="green")
    if set(hop.outcomes) <= KEPT:
        return click.style(f"here: {names}", fg=COLOURS.get(hop.outcomes[0]))
    return click.style(f"came in here: {names}", fg="red")


def _words(one: Rendering, hop: Hop | None) -> str:
    """The words of a rendering, with what was changed at the hop shown in them."""
    if hop is None or not hop.edits or Outcome.PARAPHRASE in hop.outcomes:
        return _cut(one_line(one.words))
    hull = Span(min(s.start for s in one.spans), max(s.end for s in one.spans))
    by = one.passage.span.start
    text = one.passage.text[hull.start - by : hull.end - by]
    moved = [_within(edit, hull) for edit in hop.edits]
    return " ".join(difference(text, [edit for edit in moved if edit]).split())


def _within(edit: Edit, hull: Span) -> Edit | None:
    return edit.moved(-hull.start) if hull.holds(edit.quote_span) else None


def _cut(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]} …"
