"""Turns that look like two: a label taken for words, a question inside an answer, one very long."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from onrecord.model import Kind, Reading, Role, Span, Turn
from onrecord.model.rulings import Doubt, Matter, Sort, Spot
from onrecord.naming import clean_name, same_name
from onrecord.overlay import spot_of_turn
from onrecord.reviewing.raising import raised, shortened

BEHIND = 120
"""Code points behind a split by which it is found again."""
_LABEL = re.compile(r"[A-Z][^\s:;,.?!\"“”]{0,24}\.?(?: [^\s:;,?!\"“”]{1,24}){0,5}:\s+")
_LONG = 6_000
"""Code points of an answer that is so long that it may be two."""
_FEWEST = 4
"""Words that a question inside an answer has at least: shorter ones are asked of oneself."""
_MOST = 3
"""Doubts of one rule about one turn."""

_Cut = tuple[Span, str, str, float]


def doubtful_splits(reading: Reading) -> Iterator[Doubt]:
    """Turns of a transcript in which somebody else may begin to speak, each with the place."""
    if reading.structure.kind is not Kind.TRANSCRIPT:
        return
    known = tuple(dict.fromkeys(t.speaker for t in reading.structure.turns if t.speaker))
    for turn in reading.structure.turns:
        labels = list(islice(_labels(reading, turn, known), _MOST))
        questions = [] if labels else list(islice(_questions(reading, turn), _MOST))
        long = [] if labels or questions else list(_very_long(reading, turn))
        rules = [("label_inside", labels), ("question_inside", questions), ("very_long", long)]
        for rule, cuts in rules:
            for cut in cuts:
                yield _raised(reading, turn, rule, cut)


def spot_behind(reading: Reading, cut: Span) -> Spot:
    """The first words of what a split makes the second half."""
    text = reading.document.text
    span = Span(cut.end, min(len(text), cut.end + BEHIND))
    sha256 = reading.document.provenance.sha256
    return Spot(reading.document.id, (span,), span.of(text), sha256=sha256)


def _raised(reading: Reading, turn: Turn, rule: str, found: _Cut) -> Doubt:
    cut, other, why, score = found
    return raised(
        Doubt(
            "",
            Sort.SPLITS,
            Matter.TURN,
            rule,
            why,
            score,
            spot=spot_of_turn(reading.document, turn),
            speaker=turn.speaker,
            other=other,
            cut=cut,
            second=spot_behind(reading, cut),
        )
    )


def _paragraphs(turn: Turn) -> tuple[Span, ...]:
    """The paragraphs behind the first: a turn's first words were labelled already."""
    return turn.spans[1:]


def _labels(reading: Reading, turn: Turn, known: tuple[str, ...]) -> Iterator[_Cut]:
    text = reading.document.text
    for span in _paragraphs(turn):
        found = _LABEL.match(text, span.start, span.end)
        if not found or found.end() >= span.end:
            continue
        words = found[0].strip().rstrip(":")
        who = next((name for name in known if same_name(name, words)), "")
        name = who or clean_name(words)
        if not name:
            continue
        why = f"A paragraph begins with “{shortened(words)}:”, which looks like a label."
        yield Span(span.start, found.end()), name, why, 0.95 if who else 0.8


def _questions(reading: Reading, turn: Turn) -> Iterator[_Cut]:
    if turn.role is not Role.ANSWER:
        return
    for span in _paragraphs(turn):
        words = span.of(reading.document.text)
        if words.rstrip().endswith("?") and len(words.split()) >= _FEWEST:
            why = "A paragraph of this answer asks a question, as a journalist does."
            yield Span(span.start, span.start), "", why, 0.55


def _very_long(reading: Reading, turn: Turn) -> Iterator[_Cut]:
    """An answer far longer than others, at the paragraph nearest to its middle."""
    if turn.role is not Role.ANSWER or not _paragraphs(turn):
        return
    first, last = turn.spans[0].start, turn.spans[-1].end
    if last - first < _LONG:
        return
    middle = (first + last) // 2
    at = min(_paragraphs(turn), key=lambda span: abs(span.start - middle)).start
    why = f"This answer runs over {last - first:,} characters; a label may have been missed in it."
    yield Span(at, at), turn.speaker, why, 0.3
