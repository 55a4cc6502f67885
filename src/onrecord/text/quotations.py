"""Where a text stands in quotation marks."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache

from onrecord.languages import language
from onrecord.model import Span
from onrecord.text._marks import UNSEEN, QuoteMark, paragraphs, read_marks

_AHEAD = 8  # paragraphs without a mark that an open quotation may run through
_MIXED = frozenset({"straight", "curly", "doubled"})
_TRIM = UNSEEN + " \t\u00a0"


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quoted region: `inner` without its marks, `outer` with them.

    `depth` is 0 for a quotation, 1 for one inside it. `closed` is false where the mark was left
    open at the end of a paragraph; `follows` is true where it goes on from the paragraph before.
    """

    outer: Span
    inner: Span
    depth: int = 0
    closed: bool = True
    follows: bool = False


@dataclass(frozen=True, slots=True)
class Quotations:
    """The quoted regions of a text in order, and the marks that fit nowhere."""

    regions: tuple[Quoted, ...]
    odd: tuple[Span, ...] = ()


@dataclass(slots=True)
class _Paragraph:
    """A paragraph while its marks are paired."""

    start: int
    end: int
    marks: list[QuoteMark]
    pairs: list[tuple[QuoteMark, QuoteMark]] = field(default_factory=list)
    left: list[QuoteMark] = field(default_factory=list)


@dataclass(slots=True)
class _Open:
    """A quotation carried over from the paragraph before: its family and how far it may run."""

    family: str
    until: int


@lru_cache(maxsize=2)  # several stages ask the same of one document
def quotations(text: str, code: str = "en") -> Quotations:
    """The regions of `text` in quotation marks; an odd mark spoils its own region only.

    A line is a paragraph. A mark left open counts only where the next paragraph takes the
    quotation up, by a mark of its own or by closing it; else it is odd and its region left out.
    """
    elisions = language(code).elisions
    units = [_Paragraph(a, b, read_marks(text, a, b)) for a, b in paragraphs(text)]
    regions: list[Quoted] = []
    odd: list[Span] = []
    carried: _Open | None = None
    for number, unit in enumerate(units):
        if not unit.marks and not carried:
            continue
        carried = _one(text, units, number, (carried, regions, odd, elisions))
    regions.sort(key=lambda r: (r.outer.start, -r.outer.end))
    return Quotations(_with_depth(regions), tuple(sorted(odd)))


def _one(
    text: str,
    units: list[_Paragraph],
    number: int,
    state: tuple[_Open | None, list[Quoted], list[Span], frozenset[str]],
) -> _Open | None:
    """Pair the marks of one paragraph; what it leaves open for the next is returned."""
    carried, regions, odd, elisions = state
    unit = units[number]
    doubles = [m for m in unit.marks if m.family != "single"]
    follows, first = _taken_up(text, unit, carried, doubles)
    whole = carried and number < carried.until and not doubles
    if whole:
        regions.append(_region(text, (unit.start, unit.end), (0, 0), (False, True)))
        return carried
    odd += [Span(m.start, m.end) for m in _pair(unit, doubles, first)]
    going = _goes_on(text, units, number)
    for mark in unit.left:
        if going and mark is unit.left[0]:
            held = mark is first and follows
            size = mark.end - mark.start
            regions.append(_region(text, (mark.start, unit.end), (size, 0), (False, held)))
        else:
            odd.append(Span(mark.start, mark.end))
    for opener, closer in unit.pairs:
        sizes = (opener.end - opener.start, closer.end - closer.start)
        held = follows and opener is first
        regions.append(_region(text, (opener.start, closer.end), sizes, (True, held)))
    _singles(text, unit, elisions, regions)
    return going


def _taken_up(
    text: str, unit: _Paragraph, carried: _Open | None, doubles: list[QuoteMark]
) -> tuple[bool, QuoteMark | None]:
    """Whether this paragraph takes up the carried quotation, and the mark it starts with.

    Where it has no mark of its own at the start, an empty mark there stands for it.
    """
    if not carried:
        return False, None
    if doubles and not text[unit.start : doubles[0].start].strip(_TRIM):
        return True, doubles[0]
    start = unit.start
    while start < unit.end and text[start] in _TRIM:
        start += 1
    return True, QuoteMark(start, start, carried.family, opens=True, closes=False)


def _pair(unit: _Paragraph, doubles: list[QuoteMark], first: QuoteMark | None) -> list[QuoteMark]:
    """Pair the double marks of a paragraph; the marks that close nothing are returned."""
    odd: list[QuoteMark] = []
    stack: list[QuoteMark] = [first] if first and first.start == first.end else []
    for place, mark in enumerate(doubles):
        follower = doubles[place + 1] if place + 1 < len(doubles) else None
        at = _partner(stack, mark)
        if mark is first or (mark.opens and (not mark.closes or at is None)):
            stack.append(mark)
        elif at is None:
            if not mark.after_digit or mark.family != "straight":
                odd.append(mark)
        elif not _inches(mark, follower):
            odd += stack[at + 1 :]
            unit.pairs.append((stack[at], mark))
            del stack[at:]
    unit.left = stack
    return odd


def _partner(stack: list[QuoteMark], mark: QuoteMark) -> int | None:
    """The open mark that `mark` would close: the nearest of its family, else a near kin on top."""
    for at in range(len(stack) - 1, max(-1, len(stack) - 6), -1):
        if stack[at].family == mark.family:
            return at
    kin = stack and mark.family in _MIXED and stack[-1].family in _MIXED and not mark.opens
    return len(stack) - 1 if kin else None


def _inches(mark: QuoteMark, follower: QuoteMark | None) -> bool:
    """A straight mark after a number is inches where the next mark can only close, too."""
    return bool(
        mark.family == "straight"
        and mark.after_digit
        and follower
        and follower.family == "straight"
        and follower.closes
        and not follower.opens
    )


def _goes_on(text: str, units: list[_Paragraph], number: int) -> _Open | None:
    """What of this paragraph's open quotation the next paragraphs take up, if they do."""
    unit = units[number]
    if not unit.left:
        return None
    mark = unit.left[0]
    if any(o.family == mark.family == "straight" and o.start > mark.start for o, _ in unit.pairs):
        return None
    for ahead in range(number + 1, min(number + 1 + _AHEAD, len(units))):
        doubles = [m for m in units[ahead].marks if m.family != "single"]
        if not doubles:
            continue
        head = doubles[0]
        at_start = not text[units[ahead].start : head.start].strip(_TRIM)
        if ahead == number + 1 and at_start and (head.opens or head.family == "doubled"):
            return _Open(mark.family, ahead)
        if head.closes and not head.opens and not at_start:
            return _Open(mark.family, ahead)
        return None
    return None


def _singles(text: str, unit: _Paragraph, elisions: frozenset[str], regions: list[Quoted]) -> None:
    """Pair single marks, each pair inside one region of double marks or outside them all."""
    singles = [m for m in unit.marks if m.family == "single"]
    if len(singles) < 2:
        return
    spans = sorted((o.end, c.start) for o, c in unit.pairs)
    groups: dict[int, list[QuoteMark]] = {}
    stack: list[int] = []
    place = 0
    for mark in singles:
        while place < len(spans) and spans[place][0] <= mark.start:
            stack.append(place)
            place += 1
        while stack and spans[stack[-1]][1] <= mark.start:
            stack.pop()
        groups.setdefault(stack[-1] if stack else -1, []).append(mark)
    for group in groups.values():
        for opener, closer in _single_pairs(text, group, elisions):
            sizes = (opener.end - opener.start, closer.end - closer.start)
            regions.append(_region(text, (opener.start, closer.end), sizes, (True, False)))


def _single_pairs(
    text: str, marks: list[QuoteMark], elisions: frozenset[str]
) -> list[tuple[QuoteMark, QuoteMark]]:
    """Single marks in pairs; after s or in', a mark may be an apostrophe and closes last."""
    pairs: list[tuple[QuoteMark, QuoteMark]] = []
    opener: QuoteMark | None = None
    weak: QuoteMark | None = None
    for mark in marks:
        if mark.opens and not _elided(text, mark, elisions):
            if opener and weak:
                pairs.append((opener, weak))
            opener, weak = mark, None
        elif mark.closes and opener:
            if _apostrophe(text, mark):
                weak = weak or mark
            else:
                pairs.append((opener, mark))
                opener = weak = None
    if opener and weak:
        pairs.append((opener, weak))
    return pairs


def _elided(text: str, mark: QuoteMark, elisions: frozenset[str]) -> bool:
    """Whether the mark stands for letters left out: '90s, 'em."""
    word = ""
    for letter in text[mark.end : mark.end + 8]:
        if not letter.isalnum():
            break
        word += letter
    return word.casefold() in elisions or (word[:2].isdigit() and len(word) <= 3)


def _apostrophe(text: str, mark: QuoteMark) -> bool:
    """Whether a closing mark may as well be the apostrophe of a plural or of a cut ending."""
    before = text[max(0, mark.start - 2) : mark.start]
    after = text[mark.end : mark.end + 2]
    return (before[-1:] in "sS" or before == "in") and after[:1] == " " and after[1:].isalpha()


def _region(
    text: str, outer: tuple[int, int], sizes: tuple[int, int], state: tuple[bool, bool]
) -> Quoted:
    """A region from its bounds; what cannot be seen and spaces at the rim go outside."""
    inner_start, inner_end = outer[0] + sizes[0], outer[1] - sizes[1]
    while inner_start < inner_end and text[inner_start] in _TRIM:
        inner_start += 1
    while inner_end > inner_start and text[inner_end - 1] in _TRIM:
        inner_end -= 1
    closed, follows = state
    outer_end = outer[1] if sizes[1] else inner_end  # without a mark it ends where its words end
    return Quoted(
        Span(outer[0], max(outer_end, outer[0] + sizes[0])),
        Span(inner_start, inner_end),
        closed=closed,
        follows=follows,
    )


def _with_depth(regions: list[Quoted]) -> tuple[Quoted, ...]:
    """The regions in order, each with the number of regions around it.

    Empty ones are left out, and single marks that cross the rim of a region left open.
    """
    found: list[Quoted] = []
    ends: list[int] = []
    for region in regions:
        while ends and ends[-1] <= region.outer.start:
            ends.pop()
        crosses = bool(ends) and region.outer.end > ends[-1]
        if len(region.inner) and not crosses:
            found.append(replace(region, depth=len(ends)))
            ends.append(region.outer.end)
    return tuple(found)
