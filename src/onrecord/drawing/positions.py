"""What speakers hold of the themes of a process: the sentences in which they take a stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from onrecord.drawing.attesting import attest
from onrecord.drawing.belonging import belonging
from onrecord.drawing.clauses import Clause
from onrecord.drawing.members import expression
from onrecord.languages import PositionWords, language
from onrecord.model import Evidence, Position, Profile, Reading, Span

_FAR, _FAR_AFTER = 28, 70
_MARK = re.compile(r"[,.;:!?]")


def draw_positions(
    reading: Reading, clauses: Sequence[Clause], profile: Profile | None = None
) -> tuple[Position, ...]:
    """The stands that speakers take on the themes of a process, one a speaker, theme and leaning.

    A sentence with words of a theme counts where it also assesses, demands, supports or rejects,
    in the words of somebody who is named; questions and the narrator's own prose do not. The
    leaning is "for" or "against" where the words of the sentence plainly say so, else "". Without a
    profile, and in documents that do not belong to its process, there are none.
    """
    if profile is None or not profile.themes or not belonging(reading, profile):
        return ()
    words = language(reading.document.language or "en").conduct.positions
    stands = expression("|".join(_kinds(words)) or r"(?!)")
    found: dict[tuple[str, str, str], list[Evidence]] = {}
    for clause in clauses:
        if not stands.search(clause.text):
            continue
        for theme, at in _themes(profile, clause.text):
            evidence = _said(reading, clause, at)
            if evidence:
                leaning = "" if evidence.flags else leaning_of(clause.text, at, words)
                found.setdefault((evidence.speaker, theme, leaning), []).append(evidence)
    return tuple(
        Position(speaker, theme, leaning, tuple(evidence))
        for (speaker, theme, leaning), evidence in found.items()
    )


def leaning_of(sentence: str, theme: Span, words: PositionWords) -> str:
    """Whether a sentence plainly speaks for or against what stands at `theme`; "" where it says
    both, or less.

    Only what governs it counts ("we support the talks"), or is said of it ("the talks are useful").
    What is turned round ("not useful") leans the other way; a sentence that concedes something
    ("although") leans no way.
    """
    if expression(words.conceding or r"(?!)").search(sentence):
        return ""
    sides = {*_governing(sentence, theme, words), *_said_of(sentence, theme, words)}
    return sides.pop() if len(sides) == 1 else ""


def _governing(sentence: str, theme: Span, words: PositionWords) -> Iterator[str]:
    """What is supported or opposed, close before it and in our own name."""
    others = expression(words.others or r"(?!)")
    for expressed, side, far in (
        (words.supporting, "for", _FAR),
        (words.opposing, "against", _FAR),
        (words.praising, "for", 1),
        (words.blaming, "against", 1),
    ):
        for match in expression(expressed or r"(?!)").finditer(sentence, 0, theme.start):
            gap = sentence[match.end() : theme.start]
            if len(gap) > far or _MARK.search(gap):
                continue
            if not others.search(sentence, max(0, match.start() - 40), match.start()):
                turned = sentence[max(0, match.start() - 20) : match.start()] + gap
                yield _side(side, turned, words)


def _said_of(sentence: str, theme: Span, words: PositionWords) -> Iterator[str]:
    """What is said of it after it: "remains the most efficient tool"."""
    says = expression(words.saying_of or r"(?!)")
    for expressed, side in ((words.praising, "for"), (words.blaming, "against")):
        match = expression(expressed or r"(?!)").search(sentence, theme.end)
        if match is None or match.start() - theme.end > _FAR_AFTER:
            continue
        gap = sentence[theme.end : match.start()]
        if says.search(gap) and not _MARK.search(gap):
            yield _side(side, gap, words)


def _side(side: str, around: str, words: PositionWords) -> str:
    if not expression(words.turning or r"(?!)").search(around):
        return side
    return "against" if side == "for" else "for"


def _kinds(words: PositionWords) -> list[str]:
    said = (words.supporting, words.opposing, words.praising, words.blaming)
    return [kind for kind in (*said, words.demanding, words.assessing) if kind]


def _themes(profile: Profile, text: str) -> Iterator[tuple[str, Span]]:
    """The themes that a sentence speaks of, each once, with its first words."""
    for theme, pattern in _patterns(profile):
        match = pattern.search(text)
        if match:
            yield theme, Span(*match.span())


@lru_cache(maxsize=32)
def _patterns(profile: Profile) -> tuple[tuple[str, re.Pattern[str]], ...]:
    found: list[tuple[str, re.Pattern[str]]] = []
    for theme in profile.themes:
        listed = "|".join(re.escape(words) for words in sorted(theme.words, key=len, reverse=True))
        found.append((theme.name, re.compile(rf"(?<!\w)(?:{listed})(?!\w)", re.IGNORECASE)))
    return tuple(found)


def _said(reading: Reading, clause: Clause, at: Span) -> Evidence | None:
    """The sentence, or what of it is somebody's words; None for questions and for the narrator."""
    place = at.moved(clause.span.start)
    if clause.text.rstrip().endswith("?"):
        return None
    own = attest(reading, (place,), basis="position")
    if not own.speaker or "question" in own.flags:
        return None
    span = clause.span
    for statement in reading.statements:
        for content in statement.attribution.content:
            if content.holds(place) and content.meets(span):
                span = Span(max(span.start, content.start), min(span.end, content.end))
    evidence = attest(reading, (span,), basis="position")
    return evidence if evidence.speaker == own.speaker else None
