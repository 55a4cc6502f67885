"""Which of several renderings a finding is held against."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from onrecord.checking.asking import Asked
from onrecord.checking.renderings import Rendering
from onrecord.matching import match, said, stretches, weight
from onrecord.model import Edit, EditKind, Match, PassageKind, Span

_NEAR = 0.55
_MINE = 0.6
_ELSEWHERE = 0.7
"""How much of a quotation must be there for its words to be held: by the speaker given at the time
given, by the speaker at a time that is not known to be another, and anywhere else."""
_SURE = 0.8
"""How much must be there for the words to be called somebody else's."""
_COMPARABLE = 0.15
"""What another rendering may have less of the quotation and still come before, being closer to the
record."""
_SLIGHT = 0.05
"""The same where one of the two is a record of the time given and the other is not."""
_SLIGHTEST = frozenset({EditKind.PUNCTUATION, EditKind.CASE})
_JOINED = 0.8
"""How much of a quotation pieces of several passages must say together to be called joined."""
_LEAST = 4
"""Words that each of several joined pieces must say that no other does."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a finding is held against: one rendering, or several that were joined.

    `edits` count in the bare quotation; `another` says that the words are somebody else's.
    """

    parts: tuple[Rendering, ...]
    edits: tuple[Edit, ...]
    another: bool = False

    @property
    def main(self) -> Rendering:
        """The rendering that has most of the quotation."""
        return max(self.parts, key=lambda r: len(r.said))

    @property
    def spans(self) -> tuple[Span, ...]:
        """The words of the record in the main rendering's document, in the quotation's order."""
        document = self.main.hit.passage.document
        return tuple(
            span
            for part in self.parts
            if part.hit.passage.document == document
            for span in part.match.spans
        )


def choose(asked: Asked, found: list[Rendering]) -> Chosen | None:
    """The rendering that answers for the quotation, None where its words are not held.

    What says that the words were denied, not said or left open never answers for them.

    The given speaker's come before others', the record before reports, the time given before other
    times, then what has most of the words, then what is earliest. Somebody else's words are chosen
    only where the given speaker has nothing comparable; a group's words can be any member's, and a
    member's can be the group's, so that neither is somebody else.
    """
    found = [r for r in found if not r.withheld]
    held = [r for r in found if _holds(asked, r)]
    if not asked.speaker or asked.group:
        best = _best(held)
        return _with_splice(asked, best, found)
    mine = _best([r for r in held if r.mine])
    theirs = _best([r for r in held if _others(asked, r)])
    unknown = _best([r for r in held if not r.mine and _of_nobody_known(asked, r)])
    if theirs and _outweighs(theirs, mine):
        return Chosen((theirs,), theirs.match.edits, another=True)
    best = mine or unknown
    if mine and unknown and unknown.weight > mine.weight + _COMPARABLE:
        best = unknown
    return _with_splice(asked, best, found)


def withheld(asked: Asked, found: list[Rendering]) -> tuple[str, ...]:
    """How the words are held that nobody is held to have said: denied, not_said, open."""
    flags = [
        flag
        for r in found
        if r.withheld and _holds(asked, r)
        if r.mine or not (asked.speaker and r.hit.passage.speaker)
        for flag in r.hit.passage.withheld
    ]
    return tuple(dict.fromkeys(flags))


def _holds(asked: Asked, r: Rendering) -> bool:
    """Whether a rendering has enough of the quotation for its words to be held."""
    if asked.short:
        return r.match.coverage > 0.99
    known = asked.occasion and r.hit.earliest is not None
    least = _NEAR if r.mine and r.near else _MINE if r.mine and not known else _ELSEWHERE
    return r.weight >= least and len(r.said) >= min(3, asked.words)


def _others(asked: Asked, r: Rendering) -> bool:
    """Whether words are surely somebody else's: another name, or a question put to the speaker."""
    if r.mine or r.group or r.weight < _SURE or asked.short:
        return False
    if asked.unsure(r.hit.passage.speaker):
        return False
    return bool(r.hit.passage.speaker) or r.question


def _of_nobody_known(asked: Asked, r: Rendering) -> bool:
    """Whether nobody knows whose words they are: a group's, nobody's, a look-alike name's."""
    speaker = r.hit.passage.speaker
    return r.group or not speaker or asked.unsure(speaker)


def _outweighs(theirs: Rendering, mine: Rendering | None) -> bool:
    """Whether somebody else's words answer, though the given speaker has some like them."""
    if mine is None:
        return True
    if theirs.record and theirs.near and not mine.record:
        return theirs.weight >= mine.weight - _SLIGHT
    if theirs.record and theirs.near and not mine.near:
        return theirs.weight > mine.weight + _SLIGHT
    return theirs.weight > mine.weight + _COMPARABLE


def _best(found: list[Rendering]) -> Rendering | None:
    if not found:
        return None
    most = max(r.weight for r in found)
    records = [r for r in found if r.record]
    if records and max(r.weight for r in records) >= min(most - _COMPARABLE, _ELSEWHERE):
        found, most = records, max(r.weight for r in records)
    close = [r for r in found if r.weight >= most - _COMPARABLE]
    return min(close, key=lambda r: _rank(r, most))


def _rank(r: Rendering, most: float) -> tuple[bool, float, bool, int, date, bool, int]:
    """Sort key: of the time, best words, least changed, earliest, in marks, shortest.

    Only records are compared by what was changed: of reports the earliest is what later ones had.
    """
    kind = r.hit.passage.kind
    loss = round(max(0.0, most - r.weight), 1)
    when = r.hit.earliest or date.max
    return (
        not r.near,
        loss,
        not r.record,
        sum(edit.kind not in _SLIGHTEST for edit in r.match.edits) if r.record else 0,
        when,
        kind in (PassageKind.PARAPHRASE, PassageKind.PROSE),
        len(r.hit.passage.text),
    )


def _with_splice(asked: Asked, best: Rendering | None, found: list[Rendering]) -> Chosen | None:
    """The best rendering, or several that together have clearly more of the quotation."""
    if asked.short:
        return Chosen((best,), best.match.edits) if best else None
    own = [r for r in found if r.mine or not asked.speaker]
    joined = _joined(asked, own) or _joined(asked, found)
    if joined and (best is None or _adds(joined, best)):
        return _laid_apart(asked, joined)
    return Chosen((best,), best.match.edits) if best else None


def _adds(joined: tuple[Rendering, ...], best: Rendering) -> bool:
    together = frozenset().union(*(r.said for r in joined))
    return len(together - best.said) >= _LEAST


def _joined(asked: Asked, found: Iterable[Rendering]) -> tuple[Rendering, ...] | None:
    """Renderings that each have words of the quotation which the others lack, if enough in all."""
    ordered = sorted(found, key=lambda r: (-len(r.said), not r.record, not r.near))
    taken: list[Rendering] = []
    together: frozenset[int] = frozenset()
    for r in ordered[:20]:
        if len(r.said - together) >= _LEAST or not taken:
            taken.append(r)
            together |= r.said
    if len(taken) < 2 or len(together) < _JOINED * asked.words:
        return None
    return tuple(sorted(taken, key=lambda r: min(r.said)))


def _laid_apart(asked: Asked, parts: tuple[Rendering, ...]) -> Chosen:
    """Each part of the quotation laid by itself on the passage that it is from."""
    pieces: list[Rendering] = []
    edits: list[Edit] = []
    starts = _starts(asked, parts)
    for part, start, end in zip(parts, starts, [*starts[1:], len(asked.bare)], strict=True):
        words = asked.bare[start:end]
        laid = match(words, part.hit.passage)
        moved = tuple(edit.moved(start) for edit in laid.edits)
        whole = Match(
            part.hit.passage,
            laid.spans,
            moved,
            laid.coverage,
            tuple(span.moved(start) for span in laid.quoted),
        )
        pieces.append(
            replace(part, match=whole, weight=weight(words, laid), said=said(words, laid))
        )
        edits += moved
    return Chosen(tuple(pieces), tuple(edits))


def _starts(asked: Asked, parts: tuple[Rendering, ...]) -> list[int]:
    """Where each part of a joined quotation begins in it."""
    taken: frozenset[int] = frozenset()
    starts: list[int] = []
    for part in parts:
        own = part.said - taken
        taken |= part.said
        first = stretches(asked.bare, own)[0].start if own and starts else 0
        starts.append(max([first, *starts]))
    return starts
