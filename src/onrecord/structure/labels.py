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
from onrecord.structure.blocks import Block
from onrecord.structure.names import is_shouted, plain, read_name

_COLON = re.compile(r"[^:\n“”\"?!;|]{1,200}?[ \u00a0*_]{0,4}:(?=[\s\u00a0*_]|$)")
_Q_SPACED = re.compile(r"[*_]{0,2}Q[*_]{0,2}(?:[ \u00a0\t]{2,}|[.)][ \u00a0]|\s+[—–-]\s)(?=\S)")
_Q_ONCE = re.compile(r"Q[ \u00a0](?=[^\s:])")
_PARENTHESIS = re.compile(r"\([^()]{0,80}\)|\[[^\[\]]{0,80}\]")
_SENTENCE_STOP = re.compile(r"[a-z]{3,}\.\s")
_LONGEST = 24  # words of a label
_LINE = 60  # characters of a label that stands alone
_LOOSE = (PartKind.PARAGRAPH, PartKind.HEADING)
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
    COLUMN = "column"


_PLAIN = (LabelKind.QUESTION, LabelKind.COLUMN, LabelKind.CONDUCTOR)


@dataclass(frozen=True, slots=True)
class Label:
    """A speaker's label: `block` is the number of its block, `body` where the words start."""

    block: int
    span: Span
    body: int
    kind: LabelKind
    words: str
    flags: tuple[str, ...] = ()
    basis: str = "label"


def find_labels(
    text: str,
    blocks: tuple[Block, ...],
    *,
    marks: tuple[Mark, ...] = (),
    basis: str = "label",
    layout: Layout,
) -> tuple[Label, ...]:
    """The labels of `blocks`, at most one each, in order.

    A name of one word or one that stands once needs company: the same label again, or labels that
    are plain. So a name before a colon in a story is taken where it recurs, and the caller judges
    by the whole whether this is a transcript. `basis` says what the names rest on.
    """
    given = {m.span.start: m for m in marks if m.kind is PartKind.LABEL}
    found = [
        label
        for number, block in enumerate(blocks)
        if (label := _at(text, number, block, given=given, basis=basis, layout=layout))
    ]
    kept = _in_company(found, layout) or _alone(text, blocks, layout)
    return tuple(replace(label, basis=basis) for label in kept)


def _alone(text: str, blocks: tuple[Block, ...], layout: Layout) -> list[Label]:
    """Labels without a colon: lines that are a name or "Question", and that come again."""
    lines = {
        n: block.span
        for n, block in enumerate(blocks)
        if len(block.span) <= _LINE and (block.mark is None or block.mark.kind in _LOOSE)
    }
    kinds = {n: _kind(span.of(text), layout) for n, span in lines.items()}
    found = [
        Label(n, lines[n], lines[n].end, kind, lines[n].of(text))
        for n, kind in kinds.items()
        if kind and n + 1 < len(blocks) and n + 1 not in kinds
    ]
    counts = Counter(x.words for x in found)
    again = [x for x in found if counts[x.words] > 1]
    asked = any(x.kind is LabelKind.QUESTION for x in again)
    several = len({x.words for x in again}) > 1
    return [x for x in found if x in again or asked] if several else []


def is_headline(text: str, blocks: tuple[Block, ...], labels: tuple[Label, ...]) -> bool:
    """Whether the one label is a headline's: "Somebody: what they said" over a story."""
    if len(labels) != 1 or labels[0].block > 0 or len(blocks) < 2:
        return False
    line = blocks[0].span.of(text)
    return labels[0].kind is not LabelKind.COLUMN and len(line.split()) <= _HEADLINE


def _at(
    text: str, number: int, block: Block, *, given: dict[int, Mark], basis: str, layout: Layout
) -> Label | None:
    span = block.span
    if mark := given.get(span.start):
        return _marked(text, number, span, mark=mark, basis=basis, layout=layout)
    if block.mark and block.mark.kind is not PartKind.PARAGRAPH:
        return None
    if match := _Q_SPACED.match(text, span.start, span.end):
        label = Span(span.start, span.start + len(match.group().rstrip()))
        return Label(number, label, match.end(), LabelKind.QUESTION, "Q")
    if match := _COLON.match(text, span.start, span.end):
        before = _before_colon(text, number, match, span=span, layout=layout)
        if before:
            return before
    if match := _Q_ONCE.match(text, span.start, span.end):
        return Label(number, Span(span.start, span.start + 1), match.end(), LabelKind.SINGLE, "Q")
    return None


def _marked(
    text: str, number: int, span: Span, *, mark: Mark, basis: str, layout: Layout
) -> Label | None:
    raw = mark.value or mark.span.of(text).strip(" :*_\n")
    words = " ".join(_PARENTHESIS.sub(" ", raw).split()) or raw
    kind = _of_mark(words, basis, layout)
    if kind is None:
        return None
    body = _body(text, mark.span.end, span.end)
    return Label(number, mark.span, body, kind, words, _flags(text[span.start : body], layout))


def _of_mark(words: str, basis: str, layout: Layout) -> LabelKind | None:
    """The kind of a label that the format marks: a table's column is sure, bold type is not."""
    kind = _kind(words, layout)
    named = (LabelKind.SINGLE, LabelKind.NAME, LabelKind.CAPITALS, None)
    if basis == "column" and kind in named:
        return LabelKind.COLUMN
    if kind is LabelKind.SINGLE:
        return LabelKind.MARKED
    if kind is None:
        plainly = words.casefold() in layout.never_labels or words[:1].isdigit()
        return None if plainly else LabelKind.MARKED
    return kind


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
    return translation_flags(" ".join(_PARENTHESIS.findall(raw)), layout)


def translation_flags(aside: str, layout: Layout) -> tuple[str, ...]:
    """What words in brackets say of translation: "(retranslated)", "(as interpreted)"."""
    folded = aside.casefold()
    if any(w in folded for w in layout.interpreted):
        return ("interpreted",)
    return ("retranslated",) if any(w in folded for w in layout.translated) else ()


def _kind(words: str, layout: Layout) -> LabelKind | None:
    folded = words.casefold().strip(" .")
    if folded.rstrip("0123456789 ") in layout.question_labels and len(folded) < 12:
        return LabelKind.QUESTION
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
    if len(tokens) > 1 and first in layout.honorifics | layout.officials:
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
    company = any(x.kind in _PLAIN for x in found) or any(
        x.kind in (LabelKind.NAME, LabelKind.CAPITALS) and counts[x.words.casefold()] > 1
        for x in found
    )
    surnames = {x.words.split()[-1].casefold() for x in found if x.kind is LabelKind.NAME}
    kept = []
    for label in found:
        again = counts[label.words.casefold()] > 1
        asks = label.words == "Q"
        known = again or label.words.casefold() in surnames or (asks and company)
        if label.kind is LabelKind.SINGLE and not known:
            continue
        if label.kind is LabelKind.MARKED and not (again or company or surnames):
            continue
        if label.kind is LabelKind.CAPITALS and not (again or company or _titled(label, layout)):
            continue
        kept.append(replace(label, kind=LabelKind.QUESTION) if asks else label)
    return kept


def _titled(label: Label, layout: Layout) -> bool:
    """Whether capitals before a colon bear an honorific or a post: "SECRETARY BAKER"."""
    first = plain(label.words.split()[0])
    return first in layout.honorifics or first in layout.posts or first == "the"
