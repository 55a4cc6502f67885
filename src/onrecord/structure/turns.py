"""Turns from labels: each speaker's paragraphs, without label, stage direction or furniture."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.languages._layout import Layout
from onrecord.model import Part, PartKind, Role, Span, Spans, Turn
from onrecord.structure.blocks import Block, trim
from onrecord.structure.labels import Label, LabelKind, translation_flags
from onrecord.structure.speakers import Cast
from onrecord.text import seen

_ASIDE = re.compile(r"\(([^()\n]{1,160})\)|\[([^\[\]\n]{1,160})\]|<([^<>\n]{1,160})>")
_END = re.compile(r"\(?END\b[^a-z]{0,80}(?:[AP]\.?M\.?[^a-z]{0,12})?")
_AT_ONCE = 3  # characters into a turn where "(As interpreted.)" may stand
_RULE = re.compile(r"[\s*•·_—–=#-]{1,40}|<!--.*-->")


@dataclass(frozen=True, slots=True)
class Opening:
    """The words before the first label: which blocks, whose, and how that is known."""

    blocks: tuple[int, ...]
    speaker: str
    basis: str


@lru_cache(maxsize=8)
def _stage_words(words: frozenset[str]) -> re.Pattern[str]:
    known = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return re.compile(rf"[\s…—–-]*(?:{known})\b", re.IGNORECASE)


def is_stage_direction(line: str, layout: Layout) -> bool:
    """Whether a whole paragraph is a stage direction: `(Applause.)`, `<...>`, an END line."""
    bare = line.strip(" *_\\\u00a0")
    if _END.fullmatch(bare):
        return True
    match = _ASIDE.fullmatch(bare)
    return bool(match) and not _is_date(bare)


def _is_date(line: str) -> bool:
    return bool(re.search(r"\b(?:19|20)\d\d\b", line))


def asides(text: str, span: Span, layout: Layout) -> list[Span]:
    """The stage directions within a paragraph, by the language's words for them."""
    found = []
    for match in _ASIDE.finditer(text, span.start, span.end):
        inner = next(g for g in match.groups() if g is not None)
        if _stage_words(layout.stage).match(inner) or not any(c.isalnum() for c in inner):
            found.append(Span(match.start(), match.end()))
    return found


def pieces(text: str, span: Span, layout: Layout) -> Spans:
    """A paragraph's spans without the stage directions in it."""
    kept: list[Span] = []
    at = span.start
    for aside in [*asides(text, span, layout), Span(span.end, span.end)]:
        piece = trim(text, Span(at, aside.start))
        if piece and any(c.isalnum() for c in piece.of(text)):
            kept.append(piece)
        at = aside.end
    return tuple(kept)


def build_turns(
    text: str,
    blocks: tuple[Block, ...],
    labels: tuple[Label, ...],
    *,
    opening: Opening | None,
    who: Cast,
    body: int,
    skipped: frozenset[int],
    layout: Layout,
) -> tuple[tuple[Turn, ...], tuple[Part, ...]]:
    """The turns of a transcript in order, numbered from 0, and the parts of its body.

    A rule between paragraphs (`* * *`) ends a turn; what follows it without a label is nobody's.
    """
    at = {label.block: label for label in labels}
    state = _State([], [])
    if opening and opening.blocks:
        state.open(opening.speaker, None, opening.basis, ())
    spoken = frozenset(opening.blocks) if opening else frozenset()
    first = min([label.block for label in labels], default=len(blocks))
    for number in range(body, len(blocks)):
        span = blocks[number].span
        if number in skipped:
            if _RULE.fullmatch(span.of(text)):
                state.close()
            continue
        label = at.get(number)
        if label:
            _label(state, label, who)
            rest = trim(text, Span(min(label.body, span.end), span.end))
        else:
            rest = span
        if label is None and is_stage_direction(span.of(text), layout):
            state.parts.append(Part(PartKind.STAGE_DIRECTION, span))
            if _END.fullmatch(span.of(text).strip(" *_\\\u00a0")):
                state.close()
        elif rest:
            _paragraph(state, text, rest, layout, mine=number >= first or number in spoken)
    state.close()
    return tuple(state.turns), tuple(state.parts)


class _State:
    """The turns closed so far and the one that is open."""

    def __init__(self, turns: list[Turn], parts: list[Part]) -> None:
        self.turns, self.parts = turns, parts
        self.spans: list[Span] = []
        self.who: tuple[str, Label | None, str, tuple[str, ...]] | None = None

    def open(self, speaker: str, label: Label | None, basis: str, flags: tuple[str, ...]) -> None:
        self.close()
        self.who = (speaker, label, basis, flags)

    def flag(self, flags: tuple[str, ...]) -> None:
        if self.who is not None and flags:
            speaker, label, basis, known = self.who
            self.who = (speaker, label, basis, tuple(dict.fromkeys((*known, *flags))))

    def close(self) -> None:
        if self.who is not None and self.spans:
            speaker, label, basis, flags = self.who
            role = Role.QUESTION if label and label.kind is LabelKind.QUESTION else Role.SPEECH
            span = label.span if label else None
            number = len(self.turns)
            self.turns.append(
                Turn(number, seen(speaker), tuple(self.spans), role, span, basis, flags)
            )
        self.spans, self.who = [], None


def _label(state: _State, label: Label, who: Cast) -> None:
    speaker = who.names.get(label.words, "")
    state.open(speaker, label, label.basis, label.flags)
    state.parts.append(Part(PartKind.LABEL, label.span))


def _paragraph(state: _State, text: str, span: Span, layout: Layout, *, mine: bool) -> None:
    found = pieces(text, span, layout)
    state.parts += [Part(PartKind.PARAGRAPH, piece) for piece in found]
    state.parts += [Part(PartKind.STAGE_DIRECTION, a) for a in asides(text, span, layout)]
    if mine and state.who is not None:
        first = asides(text, span, layout)[:1]
        if first and not state.spans and first[0].start - span.start < _AT_ONCE:
            state.flag(translation_flags(first[0].of(text), layout))
        # A turn of which nothing was heard, "(Inaudible.)", is a turn: an answer may follow it.
        label = state.who[1]
        heard = label is None or label.kind is LabelKind.VOICE
        state.spans += found or ([] if heard or state.spans else [span])
