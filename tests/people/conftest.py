"""Attributions of our own sentences, marked by brackets: [[source]] and <<content>>, {{via}}."""

import re

import pytest

from onrecord.model import Attribution, Quotation, Span, Turn

_MARK = re.compile(r"\[\[|\]\]|<<|>>|\{\{|\}\}")


def marked(text: str) -> tuple[str, list[Attribution]]:
    """The text without marks, and one attribution for each line's source and contents.

    On a line, each [[source]] goes with the nearest <<content>>; contents that hold others are
    written <<... [[source]] <<...>> ...>>. A {{via}} goes with the source after it.
    """
    plain, spans = "", []
    open_: list[tuple[str, int]] = []
    last = 0
    for mark in _MARK.finditer(text):
        plain += text[last : mark.start()]
        last = mark.end()
        if mark.group() in {"[[", "<<", "{{"}:
            open_.append((mark.group(), len(plain)))
        else:
            kind, start = open_.pop()
            spans.append((kind, Span(start, len(plain)), plain.rfind("\n", 0, start)))
    plain += text[last:]
    return plain, [_attribution(plain, one, spans) for one in _ordered(spans, "[[")]


def _ordered(spans, kind):
    return sorted((s for s in spans if s[0] == kind), key=lambda s: s[1])


def _attribution(text, source, spans):
    _, where, line = source
    contents = [s[1] for s in spans if s[0] == "<<" and s[2] == line and not s[1].holds(where)]
    content = min(contents, key=lambda c: (_distance(c, where), -len(c)))
    via = [s[1] for s in spans if s[0] == "{{" and s[2] == line and s[1].end <= where.start]
    words = content.of(text)
    direct = words[:1] in '"“' or text[content.start - 1 : content.start] in {'"', "“"}
    kind = Quotation.DIRECT if direct else Quotation.INDIRECT
    return Attribution((where,), (), (content,), kind, tuple(via))


def turned(*lines: tuple[str, str]) -> tuple[str, list[Turn], list[Attribution]]:
    """A transcript of (speaker, marked words): its text, its turns and its attributions."""
    text, turns, attributions = "", [], []
    for number, (speaker, words) in enumerate(lines):
        text += f"{speaker or 'Question'}: "
        plain, found = marked(words)
        start = len(text)
        turns.append(Turn(number, speaker, (Span(start, start + len(plain)),)))
        attributions += [_moved(one, start) for one in found]
        text += plain + "\n\n"
    return text, turns, attributions


def _distance(one, other):
    return min(abs(one.start - other.end), abs(other.start - one.end))


def _moved(one: Attribution, by: int) -> Attribution:
    def move(spans):
        return tuple(Span(s.start + by, s.end + by) for s in spans)

    return Attribution(move(one.source), (), move(one.content), one.quotation, move(one.via))


@pytest.fixture(name="marked")
def _marked():
    return marked


@pytest.fixture(name="turned")
def _turned():
    return turned
