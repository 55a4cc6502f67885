"""Attributions found, held against those that people annotated.

A relation is a mapping of `source`, `cue` and `content` to lists of [start, end) code points. White
space at the ends of a span does not count, and spans with nothing but white space between them are
one.

joint   a relation is right where its content is that of an annotated one by half or more (words
        that both have, of the words that either has) and its source shares a word with that one's
        source, or neither has any. One found goes with one annotated, those that share most first.
exact   the spans of contents whose both ends are right, quotation marks, brackets and stops at the
        ends left aside (Pareti et al. 2013).

Both are given as precision, recall and F1 over all documents together. A quotation is direct where
all its words stand in double quotation marks, indirect where none does, mixed else (Pareti 2015).
Where only some annotations are asked for, speech alone say, the others are neither missed nor
found: what was found and overlaps one of them most is left out.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Fragment = tuple[int, int]
Fragments = tuple[Fragment, ...]
Given = Mapping[str, Any]
Document = tuple[str, Sequence[Given]]

_WORD = re.compile(r"\w+(?:[’'.\-]\w+)*")
_RIM = frozenset(" \t\n\r\u00a0\"“”„«»‘’'`()[]{},.;:!?-–—…")
_LEAST = 0.5


@dataclass(slots=True)
class Tally:
    """How many were right, of how many found and how many annotated."""

    right: int = 0
    found: int = 0
    annotated: int = 0

    @property
    def precision(self) -> float:
        """Right ones of those found, in per cent."""
        return 100 * self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Right ones of those annotated, in per cent."""
        return 100 * self.right / self.annotated if self.annotated else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both, in per cent."""
        both = self.found + self.annotated
        return 200 * self.right / both if both else 0.0


@dataclass(slots=True)
class Kind:
    """The same for one kind of quotation or cue.

    `annotated`, `joint` and `exact` count annotations: all, those found with their source, those
    found with just the right ends. `found` and `right` count what was found to be of this kind.
    """

    annotated: int = 0
    joint: int = 0
    exact: int = 0
    found: int = 0
    right: int = 0

    @property
    def joint_recall(self) -> float:
        """Annotations found with their source, in per cent."""
        return 100 * self.joint / self.annotated if self.annotated else 0.0

    @property
    def exact_recall(self) -> float:
        """Annotations found with just the right ends, in per cent."""
        return 100 * self.exact / self.annotated if self.annotated else 0.0

    @property
    def precision(self) -> float:
        """Right ones of those found, in per cent."""
        return 100 * self.right / self.found if self.found else 0.0


@dataclass(slots=True)
class Scores:
    """What `score` gives: two tallies and two breakdowns."""

    joint: Tally = field(default_factory=Tally)
    exact: Tally = field(default_factory=Tally)
    quotations: dict[str, Kind] = field(default_factory=lambda: defaultdict(Kind))
    cues: dict[str, Kind] = field(default_factory=lambda: defaultdict(Kind))


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation made ready: `said` and `by` number the words of content and source."""

    given: Given
    bare: Fragments
    said: frozenset[int]
    by: frozenset[int]
    named: bool
    quotation: str
    cued: str


def score(
    gold: Mapping[str, Document],
    found: Mapping[str, Sequence[Given]],
    *,
    counted: Callable[[str, Given], bool] | None = None,
    cue_type: Callable[[str], str] = str.casefold,
) -> Scores:
    """The figures of `found` over all documents of `gold`; `counted` picks annotations by text."""
    scores = Scores()
    for name, (text, annotated) in gold.items():
        page = _Page(text, cue_type)
        wanted, got = page.relations(annotated), page.relations(found.get(name, ()))
        if counted:
            kept = [counted(text, one.given) for one in wanted]
            aside = {j for i, j in matched(wanted, got, 0.0) if not kept[i]}
            wanted = [one for one, keep in zip(wanted, kept, strict=True) if keep]
            got = [one for number, one in enumerate(got) if number not in aside]
        _add(scores, wanted, got)
    return scores


def pairs(document: Document, found: Sequence[Given]) -> list[tuple[Given, Given]]:
    """Each annotation of a document with what was found of it, sources not compared."""
    page = _Page(document[0], str)
    wanted, got = page.relations(document[1]), page.relations(found)
    return [(wanted[i].given, got[j].given) for i, j in matched(wanted, got)]


def matched(
    wanted: Sequence[Relation], got: Sequence[Relation], least: float = _LEAST
) -> list[tuple[int, int]]:
    """Which goes with which, one to one, those first whose contents share most."""
    shares = []
    for i, one in enumerate(wanted):
        for j, other in enumerate(got):
            common = len(one.said & other.said)
            share = common / len(one.said | other.said)
            if common and share >= least:
                shares.append((-share, i, j))
    taken: list[tuple[int, int]] = []
    left, right = set(range(len(wanted))), set(range(len(got)))
    for _, i, j in sorted(shares):
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            taken.append((i, j))
    return taken


def _add(scores: Scores, wanted: list[Relation], got: list[Relation]) -> None:
    ends, found_ends = _ends(wanted), _ends(got)
    _count(scores.exact, len(ends & found_ends), len(found_ends), len(ends))
    for one in wanted:
        for kind in (scores.quotations[one.quotation], scores.cues[one.cued]):
            kind.annotated += 1
    for other in got:
        for kind in (scores.quotations[other.quotation], scores.cues[other.cued]):
            kind.found += 1
    right = 0
    for i, j in matched(wanted, got):
        one, other = wanted[i], got[j]
        joint = bool(one.by & other.by) or not (one.named or other.named)
        right += joint
        for kind in (scores.quotations[one.quotation], scores.cues[one.cued]):
            kind.joint += joint
            kind.exact += one.bare == other.bare
        for kind in (scores.quotations[other.quotation], scores.cues[other.cued]):
            kind.right += joint
    _count(scores.joint, right, len(got), len(wanted))


def _ends(relations: Iterable[Relation]) -> set[Fragment]:
    return {fragment for one in relations for fragment in one.bare}


def _count(tally: Tally, right: int, found: int, annotated: int) -> None:
    tally.right += right
    tally.found += found
    tally.annotated += annotated


class _Page:
    """A text, its words numbered, and which of them stand in quotation marks."""

    def __init__(self, text: str, cue_type: Callable[[str], str]) -> None:
        self.text, self.cue_type = text, cue_type
        self.starts = [word.start() for word in _WORD.finditer(text)]
        self.quoted = self._words(_between_marks(text))

    def relations(self, given: Iterable[Given]) -> list[Relation]:
        """The relations that have any words as content."""
        found = []
        for one in given:
            content, source = self._tidy(one["content"]), self._tidy(one.get("source") or ())
            if said := self._words(content):
                bare = tuple(part for f in content if (part := self._bare(f))[0] < part[1])
                cue = " ".join(self.text[a:b] for a, b in self._tidy(one.get("cue") or ()))
                by, quotation = self._words(source), self._quotation(said)
                cued = self.cue_type(cue)
                found.append(Relation(one, bare, said, by, bool(source), quotation, cued))
        return found

    def _words(self, fragments: Iterable[Fragment]) -> frozenset[int]:
        return frozenset(
            number
            for start, end in fragments
            for number in range(bisect_left(self.starts, start), bisect_left(self.starts, end))
        )

    def _quotation(self, said: frozenset[int]) -> str:
        if said <= self.quoted:
            return "direct"
        return "mixed" if said & self.quoted else "indirect"

    def _tidy(self, spans: Iterable[Sequence[int]]) -> Fragments:
        text, tidy = self.text, list[Fragment]()
        for first, last in sorted((int(a), int(b)) for a, b in spans):
            start = first + len(text[first:last]) - len(text[first:last].lstrip())
            end = first + len(text[first:last].rstrip())
            if end <= start:
                continue
            if tidy and (start <= tidy[-1][1] or not text[tidy[-1][1] : start].strip()):
                tidy[-1] = (tidy[-1][0], max(end, tidy[-1][1]))
            else:
                tidy.append((start, end))
        return tuple(tidy)

    def _bare(self, fragment: Fragment) -> Fragment:
        start, end = fragment
        while start < end and self.text[start] in _RIM:
            start += 1
        while end > start and self.text[end - 1] in _RIM:
            end -= 1
        return start, end


def _between_marks(text: str) -> list[Fragment]:
    """What stands in double quotation marks, none inside another; a paragraph's end closes them."""
    found: list[Fragment] = []
    start: int | None = None
    for mark in re.finditer(r"[\n\"“„«”»]", text):
        char = mark.group()
        if start is None:
            start = mark.start() if char in '"“„«' else None
        elif char == "\n":
            found.append((start, mark.start()))
            start = None
        elif char in '"”»':
            found.append((start, mark.end()))
            start = None
    if start is not None:
        found.append((start, len(text)))
    return found
