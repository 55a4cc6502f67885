"""Labels of speakers at the start of paragraphs, told from ordinary words before a colon.

Forms known: `Sergey Lavrov:`, `President of Russia Vladimir Putin:`, `Hassan Rouhani
(retranslated):`, `MR. ZIENTS:`, `THE PRESIDENT:`, `Question:`, `Q    `, `Q:`, and each of these on
a line of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum

from onrecord.languages._layout import Layout
from onrecord.model import Mark, PartKind, Span
from onrecord.structure.blocks import Block, trim
from onrecord.structure.names import is_shouted, plain, read_name

_COLON = re.compile(r"[^:\n“”\"?!;|]{1,150}?[ \u00a0*_]{0,4}:(?=[\s\u00a0*_]|$)")
_Q_SPACED = re.compile(r"[*_]{0,2}Q[*_]{0,2}(?:[ \u00a0\t]{2,}|[.)][ \u00a0]|\s+[—–-]\s)(?=\S)")
_Q_ONCE = re.compile(r"Q[ \u00a0](?=[^\s:])")
_PARENTHESIS = re.compile(r"\([^()]{0,80}\)|\[[^\[\]]{0,80}\]")
_INITIAL = re.compile(r"[A-Z]\.$|Jr\.?$|Sr\.?$|[IVX]+$")
_SENTENCE_STOP = re.compile(r"[a-z]{3,}\.\s")
_LONGEST = 14  # words of a label
_HEADLINE = 30  # words of a headline


class LabelKind(StrEnum):
    """What a label is by its words alone."""

    QUESTION = "question"
    ANSWER = "answer"
    VOICE = "voice"
    CONDUCTOR = "conductor"
    CAPITALS = "capitals"
    NAME = "name"
    SINGLE = "single"
    MARKED = "marked"


_PLAIN = (LabelKind.QUESTION, LabelKind.MARKED, LabelKind.CONDUCTOR)


@dataclass(frozen=True, slots=True)
class Label:
    """A speaker's label: `block` is the number of its block, `body` where the words start."""

    block: int
    span: Span
    body: int
    kind: LabelKind
    words: str
    flags: tuple[str, ...] = ()


def find_labels(
    text: str, blocks: tuple[Block, ...], *, marks: tuple[Mark, ...] = (), layout: Layout
) -> tuple[Label, ...]:
    """The labels of `blocks`, at most one each, in order.

    A name of one word or one that stands once needs company: the same label again, or labels that
    are plain. So a name before a colon in a story is taken where it recurs, and the caller judges
    by the whole whether this is a transcript.
    """
    given = {m.span.start: m for m in marks if m.kind is PartKind.LABEL}
    found = [
        label
        for number, block in enumerate(blocks)
        if (label := _at(text, number, block, given=given, layout=layout))
    ]
    return tuple(_in_company(found, layout))


def is_headline(text: str, blocks: tuple[Block, ...], labels: tuple[Label, ...]) -> bool:
    """Whether the one label is a headline's: "Somebody: what they said" over a story."""
    if len(labels) != 1 or labels[0].block > 0 or len(blocks) < 2:
        return False
    line = blocks[0].span.of(text)
    return labels[0].kind is not LabelKind.MARKED and len(line.split()) <= _HEADLINE


def _at(
    text: str, number: int, block: Block, *, given: dict[int, Mark], layout: Layout
) -> Label | None:
    span = block.span
    if mark := given.get(span.start):
        return _marked(text, number, span, mark=mark, layout=layout)
    if block.mark and block.mark.kind is not PartKind.PARAGRAPH:
        return None
    if match := _Q_SPACED.match(text, span.start, span.end):
        label = Span(span.start, span.start + len(match.group().rstrip()))
        return Label(number, label, match.end(), LabelKind.QUESTION, "Q")
    if match := _COLON.match(text, span.start, span.end):
        return _before_colon(text, number, match, span=span, layout=layout)
    if match := _Q_ONCE.match(text, span.start, span.end):
        return Label(number, Span(span.start, span.start + 1), match.end(), LabelKind.SINGLE, "Q")
    return None


def _marked(text: str, number: int, span: Span, *, mark: Mark, layout: Layout) -> Label:
    words = mark.value or mark.span.of(text).strip(" :*_\n")
    kind = _kind(words, layout) or LabelKind.MARKED
    if kind in (LabelKind.SINGLE, LabelKind.NAME, LabelKind.CAPITALS):
        kind = LabelKind.MARKED
    body = _body(text, mark.span.end, span.end)
    flags = _flags(text[span.start : body], layout)
    return Label(number, mark.span, body, kind, words, flags)


def _before_colon(
    text: str, number: int, match: re.Match[str], *, span: Span, layout: Layout
) -> Label | None:
    raw = match.group().rstrip(":").strip(" \u00a0*_")
    words = " ".join(_PARENTHESIS.sub(" ", raw).split())
    kind = _kind(words, layout)
    if kind is None:
        return None
    body = _body(text, match.end(), span.end)
    return Label(number, Span(span.start, match.end()), body, kind, words, _flags(raw, layout))


def _body(text: str, start: int, end: int) -> int:
    while start < end and (text[start].isspace() or text[start] in "\u200b*_:"):
        start += 1
    return start


def _flags(raw: str, layout: Layout) -> tuple[str, ...]:
    inside = " ".join(_PARENTHESIS.findall(raw)).casefold()
    told = any(w in inside for w in layout.translated)
    return ("retranslated",) if told else ()


def _kind(words: str, layout: Layout) -> LabelKind | None:
    folded = words.casefold().strip(" .")
    if folded in layout.question_labels or folded.startswith("question from "):
        return LabelKind.QUESTION
    for kind, labels in (
        (LabelKind.ANSWER, layout.answer_labels),
        (LabelKind.VOICE, layout.voice_labels),
        (LabelKind.CONDUCTOR, layout.conductors),
    ):
        if folded in labels:
            return kind
    if folded in layout.never_labels or not folded or any(c.isdigit() for c in folded):
        return None
    return _shape(words, layout)


def _shape(words: str, layout: Layout) -> LabelKind | None:
    tokens = words.replace(",", " ").split()
    if not tokens or len(tokens) > _LONGEST or not all(_fits(t, layout) for t in tokens):
        return None
    if _SENTENCE_STOP.search(words):
        return None
    if is_shouted(words):
        return LabelKind.CAPITALS if len(tokens) <= 6 else None
    return _of_name(words, tokens, layout)


def _of_name(words: str, tokens: list[str], layout: Layout) -> LabelKind | None:
    if plain(tokens[-1]) in layout.connectors:
        return None
    named = read_name(words, layout)
    first = plain(tokens[0])
    if named.full and _is_person(named.name, layout):
        return LabelKind.NAME
    if first in layout.honorifics and len(tokens) > 1:
        return LabelKind.NAME
    single = len(tokens) == 1 and first not in layout.places | layout.posts
    return LabelKind.SINGLE if single else None


def _fits(token: str, layout: Layout) -> bool:
    """Whether a word can stand in a label: capitalised, or one of the small words of posts."""
    form = plain(token)
    if token[0].isupper() or token[0] in "‘'":
        return True
    small = layout.particles | layout.connectors | layout.posts | layout.institutions
    return form in small or ("-" in token and token.split("-", maxsplit=1)[0] in layout.particles)


def _is_person(name: str, layout: Layout) -> bool:
    tokens = name.split()
    return 2 <= len(tokens) <= 6 and not any(plain(t) in layout.never_labels for t in tokens)


def _in_company(found: list[Label], layout: Layout) -> list[Label]:
    counts = Counter(x.words.casefold() for x in found)
    plainly = any(x.kind in _PLAIN for x in found)
    company = plainly or any(
        x.kind in (LabelKind.NAME, LabelKind.CAPITALS) and counts[x.words.casefold()] > 1
        for x in found
    )
    surnames = {
        x.words.split()[-1].casefold()
        for x in found
        if x.kind in (LabelKind.NAME, LabelKind.MARKED)
    }
    kept = []
    for label in found:
        again = counts[label.words.casefold()] > 1
        known = label.words.casefold() in surnames
        if label.kind is LabelKind.SINGLE and not (again or known):
            continue
        if label.kind is LabelKind.CAPITALS and not (again or company or _titled(label, layout)):
            continue
        kept.append(replace(label, kind=LabelKind.QUESTION) if label.words == "Q" else label)
    return kept


def _titled(label: Label, layout: Layout) -> bool:
    """Whether capitals before a colon bear an honorific or a post: "SECRETARY BAKER"."""
    first = plain(label.words.split()[0])
    return first in layout.honorifics or first in layout.posts or first == "the"


def content_after(text: str, label: Label, block: Block) -> Span | None:
    """What stands in the label's own block after it; None for a label on a line of its own."""
    return trim(text, Span(min(label.body, block.span.end), block.span.end))
