"""From renderings to the way they took: who has the words from whom, and what came in where.

Two reports that share a change which the record lacks have it from one another or from a third
(the method of common errors, Lachmann); the later one, or the one that cites, got it from the
other. Open dates prove no order, and where nothing tells, nothing is claimed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from onrecord.checking import Seen, outcomes
from onrecord.model import (
    Against,
    Basis,
    Hop,
    Outcome,
    Passage,
    Rendering,
    Role,
    Span,
    Spans,
    Utterance,
)
from onrecord.people import each_of, is_group, same_name
from onrecord.text import words
from onrecord.tracing.laying import Laid, lay
from onrecord.tracing.outlets import same_outlet

_HELD = 0.5
"""How much of a rendering another must have for it to be where the words can be from."""
_APART = 200
"""Code points of the record between what is rendered of it, above which they are two stretches."""
_FEW = 4
"""Fewer words than this are never called somebody else's, as in a check."""


@dataclass(frozen=True, slots=True)
class _Link:
    """A rendering that another may come from, and what speaks for it."""

    origin: int
    bases: tuple[Basis, ...]
    shared: int
    why: str
    directed: bool = True

    @property
    def strength(self) -> tuple[int, int, int]:
        """Explicit before shared errors, then how much is shared, then the oldest."""
        return -list(Basis).index(self.bases[0]), self.shared, -self.origin


def trace(renderings: Sequence[Rendering], *, again: Sequence[Rendering] = ()) -> Utterance:
    """The renderings of one utterance in order, with a hop to each but the record.

    At most one of them is the record; it comes first. Without a record the earliest report that
    cites no other stands first, and what is told are changes against it.
    """
    ordered = sorted(renderings, key=lambda r: _rank(r, renderings))
    record = 0 if ordered and ordered[0].record else None
    laid = {i: lay(r, ordered[0]) for i, r in enumerate(ordered) if i}
    if record == 0 and laid:
        ordered[0] = replace(ordered[0], spans=_rendered(ordered[0], laid.values()))
    found: dict[int, Hop] = {}
    for i in range(len(ordered)):
        if i != record:
            found[i] = _hop(i, ordered, laid, found)
    least, most = _sources(ordered, laid, found)
    return Utterance(tuple(ordered), tuple(found.values()), record, least, most, tuple(again))


def _rendered(record: Rendering, laid: Iterable[Laid]) -> Spans:
    """The stretches of the record that its renderings have; the record's own where none has any."""
    spans = sorted(span for one in laid if one.weight >= _HELD for span in one.match.spans)
    merged: list[Span] = []
    for span in spans:
        if merged and span.start <= merged[-1].end + _APART:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged) or record.spans


def _rank(one: Rendering, others: Sequence[Rendering]) -> tuple[bool, bool, date, int, str, int]:
    follows = any(cites(one, other) or credits(one, other) for other in others)
    day = one.earliest or date.max
    return not one.record, follows, day, -len(one.words), one.document, one.spans[0].start


def cites(one: Rendering, other: Rendering) -> bool:
    """Whether `one` says of these words that it has them by way of `other`'s outlet."""
    return other.document != one.document and _named(by_way_of(one), other)


def by_way_of(one: Rendering) -> tuple[str, ...]:
    """Who passed the words on to whoever wrote or spoke here; of a turn that is not its speaker."""
    passage = one.passage
    inside = passage.turn is not None and passage.against is Against.RECORD
    return passage.via[1:] if inside else passage.via


def credits(one: Rendering, other: Rendering) -> bool:
    """Whether the document of `one` names `other`'s outlet for any words."""
    return other.document != one.document and _named(one.credits, other)


def _named(names: Sequence[str], other: Rendering) -> bool:
    return any(same_outlet(name, own) for name in names for own in other.names)


def _hop(i: int, all_: Sequence[Rendering], laid: dict[int, Laid], found: dict[int, Hop]) -> Hop:
    """The hop by which the words came to rendering `i`, the likeliest that anything speaks for."""
    links = [link for j in range(len(all_)) if (link := _link(i, j, all_, laid))]
    for link in sorted(links, key=lambda link: link.strength, reverse=True):
        if not _circular(i, link.origin, found):
            return _made(i, link, all_, laid)
    twins = (j for j in range(i) if _repeats(all_[i], all_[j]) and not _circular(i, j, found))
    twin = next(twins, None)
    if twin is not None:
        why = "the same document has it in another place"
        return _made(i, _Link(twin, (Basis.REPEATED,), 0, why), all_, laid)
    if unheld := next((name for name in by_way_of(all_[i]) if _outlet(name, all_[i])), ""):
        return _by_way_of_unheld(i, unheld, all_, laid)
    return _from_the_first(i, all_, laid, found)


def _by_way_of_unheld(i: int, outlet: str, all_: Sequence[Rendering], laid: dict[int, Laid]) -> Hop:
    """The hop to a rendering that cites an outlet of which none is held."""
    why = f"it cites {outlet}, of which no rendering is held"
    if all_[0].record and laid[i].weight >= _HELD:
        return replace(_made(i, _Link(0, (Basis.CITES,), 0, why), all_, laid), named=outlet)
    return Hop(i, None, outlet, (Basis.CITES,), why)


def _from_the_first(
    i: int, all_: Sequence[Rendering], laid: dict[int, Laid], found: dict[int, Hop]
) -> Hop:
    """The hop to a rendering whose words alone, and perhaps dates, say where it is from."""
    first, why = all_[0], "nothing says where it has the words from"
    if not i:
        return Hop(i, why=f"no record of it is held; {why}")
    if laid[i].weight < _HELD or _circular(i, 0, found):
        return Hop(i, why=why)
    if _before(first, all_[i]):
        what = "the record" if first.record else f"{_called(first)}, which is earlier,"
        told = f"{what} has the words; nothing says by whom they came"
        return _made(i, _Link(0, (Basis.EARLIER,), 0, told), all_, laid)
    if first.record and not _earlier(all_[i], first):
        told = "the record has the words; no date tells which is earlier"
        return _made(i, _Link(0, (Basis.SAME_WORDS,), 0, told), all_, laid)
    return Hop(i, why=why)


def _repeats(one: Rendering, other: Rendering) -> bool:
    """Whether two renderings stand in one document and have the same words, all of one's at least.

    A part of what stands elsewhere in the document is repeated; more of it is not.
    """
    if one.document != other.document or other.record:
        return False
    mine, theirs = (f" {_folded(r.words)} " for r in (one, other))
    return mine in theirs


def _folded(text: str) -> str:
    return " ".join(word.form for word in words(text))


def _outlet(name: str, one: Rendering) -> bool:
    """Whether a name in a chain can be an outlet's: not the document's own, nor the speaker's."""
    return not any(same_outlet(name, own) for own in (*one.names, one.passage.speaker))


def _link(i: int, j: int, all_: Sequence[Rendering], laid: dict[int, Laid]) -> _Link | None:
    """What speaks for rendering `i` having its words from report `j`, None where nothing does."""
    one, other = all_[i], all_[j]
    if i == j or other.record or one.document == other.document or _later(other, one):
        return None
    if cites(other, one):
        return None
    mine, theirs = _peculiar(i, laid), _peculiar(j, laid)
    shared = mine & theirs if one.marked or other.marked else frozenset()
    bases: list[Basis] = []
    why: list[str] = []
    if cites(one, other):
        bases.append(Basis.CITES)
        why.append(f"it cites {_called(other)} for these words")
    elif credits(one, other) and not _parted(i, j, laid) and not _beyond(i, j, all_, laid):
        bases.append(Basis.CITES_ELSEWHERE)
        why.append(f"it cites {_called(other)} for other words")
    if shared:
        bases.append(Basis.SAME_ERROR)
        why.append(f"both have {_told(min(shared))}")
    if not bases:
        return None
    directed = bases[0] is not Basis.SAME_ERROR or _earlier(other, one) or theirs < mine
    if not directed and (mine < theirs or i < j):
        return None  # the other has all of this one's changes and more, or comes later in the list
    if not directed:
        why.append("which of them had it first is not known")
    return _Link(j, tuple(bases), len(shared), "; ".join(why), directed)


def _told(change: tuple[int, str, str]) -> str:
    _, record, words = change
    if not record:
        return f"“{words}”, which nobody else has there"
    return f"“{words}” for “{record}”" if words else f"left out “{record}”"


def _peculiar(i: int, laid: dict[int, Laid]) -> frozenset[tuple[int, str, str]]:
    return laid[i].peculiar if i in laid else frozenset()


def _parted(i: int, j: int, laid: dict[int, Laid]) -> bool:
    """Whether `i` has the words of the first rendering where `j` has others."""
    if i not in laid:
        return False
    return any(laid[i].covers(place) for place, *_ in _peculiar(j, laid) - laid[i].peculiar)


def _beyond(i: int, j: int, all_: Sequence[Rendering], laid: dict[int, Laid]) -> bool:
    """Whether `i` has words of the record that `j` does not render at all."""
    if i not in laid or j not in laid or not all_[0].record:
        return False
    for span in laid[i].match.spans:
        outside = span.of(" " * all_[0].passage.span.start + all_[0].passage.text)
        for other in laid[j].match.spans:
            start, end = max(other.start, span.start), min(other.end, span.end)
            if start < end:
                cut = slice(start - span.start, end - span.start)
                outside = outside[: cut.start] + " " * (cut.stop - cut.start) + outside[cut.stop :]
        if len(words(outside)) >= _FEW:
            return True
    return False


def _earlier(one: Rendering, other: Rendering) -> bool:
    """Whether the dates prove that `one` is earlier."""
    return bool(one.latest and other.earliest and one.latest < other.earliest)


def _later(one: Rendering, other: Rendering) -> bool:
    return _earlier(other, one)


def _before(one: Rendering, other: Rendering) -> bool:
    """Whether the dates prove that `one` is earlier, or of the same day where it is the record."""
    if not (one.latest and other.earliest):
        return False
    return one.latest <= other.earliest if one.record else one.latest < other.earliest


def _circular(i: int, origin: int, found: dict[int, Hop]) -> bool:
    place: int | None = origin
    while place is not None and place != i:
        place = found[place].origin if place in found else None
    return place == i


def _made(i: int, link: _Link, all_: Sequence[Rendering], laid: dict[int, Laid]) -> Hop:
    """A hop with what came in at it: `i` laid on what it comes from."""
    one, other = all_[i], all_[link.origin]
    found = laid[i] if link.origin == 0 else lay(one, other)
    if found.weight < _HELD:
        return Hop(i, link.origin, "", link.bases, link.why, (), (), link.directed)
    return Hop(
        i,
        link.origin,
        "",
        link.bases,
        link.why,
        found.match.edits,
        _outcomes(one, other, found),
        link.directed,
    )


def _outcomes(one: Rendering, other: Rendering, found: Laid) -> tuple[Outcome, ...]:
    few = len(words(one.words)) < _FEW
    another = _others(one.passage, other.passage) and not few
    if not one.marked:
        return (Outcome.MISATTRIBUTED, Outcome.PARAPHRASE) if another else (Outcome.PARAPHRASE,)
    return outcomes(
        Seen(
            found.match.edits,
            another=another,
            reporters=not other.marked,
            apart=len(found.match.spans) > 1,
            governed=found.governed,
            few=few,
        )
    )


def _others(one: Passage, other: Passage) -> bool:
    """Whether two passages are surely different people's, or one a question's and given to a name.

    Two names that may be one person's, and what a group says, are never surely different.
    """
    a, b = one.speaker, other.speaker
    if not a or is_group(a) or is_group(b):
        return False
    if not b:
        return other.role is Role.QUESTION
    return not any(same_name(x, y) for x in each_of(a) for y in each_of(b))


def _called(one: Rendering) -> str:
    return one.outlet or one.title or one.document


def _sources(
    all_: Sequence[Rendering], laid: dict[int, Laid], found: dict[int, Hop]
) -> tuple[int, int]:
    """How many of the reports are sources of their own: at least, and at most."""
    first = [i for i, hop in found.items() if not hop.copied]
    unheld: list[str] = []
    for hop in found.values():
        if hop.named and not any(same_outlet(hop.named, name) for name in unheld):
            unheld.append(hop.named)
    shown: list[int] = []
    for i in first:
        if all(_apart(i, j, all_, laid) for j in shown):
            shown.append(i)
    most = _houses(all_[i] for i in first) + len(unheld)
    return max(min(1, most), _houses(all_[i] for i in shown)), most


def _houses(reports: Iterable[Rendering]) -> int:
    """How many reports there are, those of one outlet and copies of one story taken together."""
    houses: list[set[str]] = []
    for one in reports:
        marks = {f"outlet {one.outlet}" if one.outlet else f"story {one.document}"}
        marks |= {f"story {one.story}"} if one.story else set()
        same = [house for house in houses if house & marks]
        houses = [house for house in houses if not house & marks] + [marks.union(*same)]
    return len(houses)


def _apart(i: int, j: int, all_: Sequence[Rendering], laid: dict[int, Laid]) -> bool:
    """Whether neither of two reports can have all its words from the other."""
    if not all_[0].record:
        return False
    return all(
        _earlier(all_[a], all_[b]) or _parted(a, b, laid) or _beyond(a, b, all_, laid)
        for a, b in ((i, j), (j, i))
    )
