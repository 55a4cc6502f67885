"""The differences between a quotation and the record, each with its type and what it does.

Where the words differ in several ways at once, the gravest type names the edit: negation, number,
name, modal, tense, other wording.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from onrecord.languages import Wording, language
from onrecord.matching.align import Pair
from onrecord.matching.likeness import lemma, likeness, negated
from onrecord.matching.view import Token, View
from onrecord.model import Edit, EditKind, Severity, Span

_MARKS = re.compile(r"[.,;:?!]")
_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]")


@dataclass(frozen=True, slots=True)
class Group:
    """Words of both sides that differ together, and the pairs they come from."""

    pairs: tuple[Pair, ...]
    quote: tuple[Token, ...]
    record: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Sides:
    """The two texts of a comparison, and the language's words."""

    quote: View
    record: View
    wording: Wording
    code: str


def edits_of(pieces: Sequence[Sequence[Pair]], quote: View, record: View, code: str) -> list[Edit]:
    """Every difference within `pieces`, in order; record spans count in the passage's text.

    What the edits leave is the same on both sides: put in the place of the record's words, the
    quotation's words of each edit give the quotation's words.
    """
    sides = Sides(quote, record, language(code).wording, code)
    found: list[Edit] = []
    for piece in pieces:
        found += _piece(piece, sides)
    return sorted(_reordered(found), key=lambda e: (e.quote_span.start, e.record_span.start))


def _piece(piece: Sequence[Pair], sides: Sides) -> list[Edit]:
    found: list[Edit] = []
    for group in _groups(piece, sides):
        found += _typed(group, piece, sides)
    return found + _cases(piece, sides) + _punctuation(piece, sides)


def _groups(piece: Sequence[Pair], sides: Sides) -> list[list[int]]:
    """Pair numbers that differ together: neighbours, and the parts of one contraction."""
    differs = [not _same(pair, sides) for pair in piece]
    for at in range(len(piece)):
        if differs[at]:
            for there in _around(at, piece, sides):
                differs[there] = True
    groups: list[list[int]] = []
    for at, differ in enumerate(differs):
        if not differ:
            continue
        if groups and groups[-1][-1] == at - 1 and not _splits(at, piece, sides):
            groups[-1].append(at)
        else:
            groups.append([at])
    return groups


def _same(pair: Pair, sides: Sides) -> bool:
    q, r = pair
    if q is None or r is None:
        return False
    return sides.quote.tokens[q].plain == sides.record.tokens[r].plain and (
        sides.quote.tokens[q].form == sides.record.tokens[r].form
    )


def _around(at: int, piece: Sequence[Pair], sides: Sides) -> Iterable[int]:
    """Neighbouring pairs that belong to the same contraction as the pair at `at`."""
    for step in (-1, 1):
        there = at + step
        while 0 <= there < len(piece) and _shares(piece[at], piece[there], sides):
            yield there
            there += step


def _shares(one: Pair, other: Pair, sides: Sides) -> bool:
    for side, view in ((0, sides.quote), (1, sides.record)):
        a, b = one[side], other[side]
        if a is None or b is None or not view.tokens[a].contracted:
            continue
        if view.tokens[a].word == view.tokens[b].word:
            return True
    return False


def _splits(at: int, piece: Sequence[Pair], sides: Sides) -> bool:
    """Whether a new group begins at `at`: an ellipsis, or pairs that are typed one by one."""
    before, here = piece[at - 1], piece[at]
    marked = _marked(at, piece, sides) and here[0] is None
    if marked != (_marked(at - 1, piece, sides) and before[0] is None):
        return True
    if _shares(before, here, sides):
        return False
    return _alone(before, sides) or _alone(here, sides)


def _alone(pair: Pair, sides: Sides) -> bool:
    """Whether a pair is a difference of its own: one word for a word that is like it."""
    q, r = pair
    if q is None or r is None:
        return False
    one, other = sides.quote.tokens[q], sides.record.tokens[r]
    if one.bracket or other.bracket:
        return False
    return likeness(one.form, other.form, sides.code) >= 0.3 or (one.name and other.name)


def _marked(at: int, piece: Sequence[Pair], sides: Sides) -> bool:
    """Whether the quotation has an ellipsis where the words of pair `at` are left out."""
    before = next((q for q, _ in reversed(piece[: at + 1]) if q is not None), None)
    return before is not None and before + 1 in sides.quote.ellipses


def _typed(group: list[int], piece: Sequence[Pair], sides: Sides) -> list[Edit]:
    pairs = tuple(piece[at] for at in group)
    quote = tuple(sides.quote.tokens[q] for q, _ in pairs if q is not None)
    record = tuple(sides.record.tokens[r] for _, r in pairs if r is not None)
    marked = not quote and _marked(group[0], piece, sides)
    kind, severity = _kind(Group(pairs, quote, record), marked, sides)
    edit = Edit(
        kind,
        _words(quote, sides.quote.text),
        _words(record, sides.record.text),
        _span(quote, sides.quote, [q for q, _ in piece], group[0]),
        _span(record, sides.record, [r for _, r in piece], group[0]),
        severity,
        marked or kind is EditKind.BRACKET,
    )
    return [edit]


def _words(tokens: tuple[Token, ...], text: str) -> str:
    return text[tokens[0].span.start : tokens[-1].span.end] if tokens else ""


def _span(tokens: tuple[Token, ...], view: View, places: list[int | None], at: int) -> Span:
    """The span of `tokens`; where there are none, the empty span behind the word before."""
    if tokens:
        return Span(tokens[0].span.start, max(token.span.end for token in tokens))
    before = next((place for place in reversed(places[:at]) if place is not None), None)
    if before is not None:
        end = view.tokens[before].span.end
        return Span(end, end)
    behind = next((place for place in places[at:] if place is not None), None)
    start = view.tokens[behind].span.start if behind is not None else 0
    return Span(start, start)


def _kind(group: Group, marked: bool, sides: Sides) -> tuple[EditKind, Severity]:
    """The type of a difference and what it does to the sense."""
    equal = _equal(group, sides)
    if equal is not None:
        return equal, Severity.KEPT
    if _said_twice(group, sides) or (not marked and _all_fillers(group, sides)):
        return EditKind.FILLER, Severity.KEPT
    if _reverses(group, sides):
        return EditKind.NEGATION, Severity.REVERSED
    if _editors(group):
        return EditKind.BRACKET, Severity.KEPT
    if marked:
        return EditKind.ELLIPSIS, _risk(group, sides.wording)
    return _changed(group, sides)


def _reverses(group: Group, sides: Sides) -> bool:
    """Whether one side negates what the other does not."""
    if _negations(group.quote, sides.wording) != _negations(group.record, sides.wording):
        return True
    return any(
        q is not None
        and r is not None
        and negated(sides.quote.forms[q], sides.record.forms[r], sides.wording)
        for q, r in group.pairs
    )


def _editors(group: Group) -> bool:
    """Whether the difference is a bracket of either side's editor that takes nothing away."""
    if not group.quote:
        return all(token.bracket for token in group.record)
    return all(token.bracket for token in group.quote) and not _loses(group)


def _changed(group: Group, sides: Sides) -> tuple[EditKind, Severity]:
    """The type of words that were changed, left out or put in without a mark."""
    wording = sides.wording
    if _numbers(group.quote) != _numbers(group.record):
        return EditKind.NUMBER, Severity.AT_RISK
    bracketed = bool(group.quote) and all(token.bracket for token in group.quote)
    if bracketed or _other_names(group, sides):
        return EditKind.NAME, Severity.AT_RISK
    if not group.quote:
        return EditKind.OMISSION, _risk(group, wording)
    if group.record and _modals(group.quote, wording) != _modals(group.record, wording):
        return EditKind.MODAL, Severity.AT_RISK
    if _tense(group, wording, sides.code):
        return EditKind.TENSE, Severity.AT_RISK
    small = all(t.form in wording.common for t in (*group.quote, *group.record))
    return EditKind.WORDING, Severity.KEPT if small else Severity.AT_RISK


def _equal(group: Group, sides: Sides) -> EditKind | None:
    """The type of a difference of form alone, None where the words differ."""
    pairs = [
        (sides.quote.tokens[q], sides.record.tokens[r])
        for q, r in group.pairs
        if q is not None and r is not None
    ]
    whole = len(pairs) == len(group.pairs)
    if whole and all(_alike(one, other, sides) for one, other in pairs):
        unequal = [(one, other) for one, other in pairs if one.plain != other.plain]
        if any(one.number or not (one.raw + other.raw).isalpha() for one, other in unequal) and (
            not any(one.contracted or other.contracted for one, other in unequal)
        ):
            return EditKind.NUMBER_FORM
        if any(one.contracted or other.contracted for one, other in unequal):
            return EditKind.CONTRACTION
        return EditKind.SPELLING
    joined = "".join(t.form for t in group.quote), "".join(t.form for t in group.record)
    return EditKind.SPELLING if joined[0] and joined[0] == joined[1] else None


def _alike(one: Token, other: Token, sides: Sides) -> bool:
    if one.form == other.form:
        return True
    if one.number and other.number:
        figures = one.plain[:1].isdigit() and other.plain[:1].isdigit()
        return figures and one.form.removesuffix("th") == other.form.removesuffix("th")
    close = likeness(one.form, other.form, sides.code) >= 0.95
    names = one.name or other.name or (one.raw[:1].isupper() and other.raw[:1].isupper())
    loose = one.contracted or other.contracted
    return close and (names or loose)


def _negations(tokens: Sequence[Token], wording: Wording) -> int:
    """How many words of `tokens` negate, phrases that only look so ("not only") aside."""
    forms = [token.form for token in tokens]
    total = 0
    for at, form in enumerate(forms):
        if form in wording.negations and not any(
            tuple(forms[at : at + len(phrase)]) == phrase for phrase in wording.affirming
        ):
            total += 1
    return total


def _loses(group: Group) -> bool:
    """Whether a bracket stands for a number or a name that it does not itself give."""
    lost = Counter(_numbers(group.record)) - Counter(_numbers(group.quote))
    held = {token.form for token in group.quote}
    return bool(lost) or any(t.name and t.form not in held for t in group.record)


def _numbers(tokens: Sequence[Token]) -> list[str]:
    return sorted(token.form for token in tokens if token.number)


def _other_names(group: Group, sides: Sides) -> bool:
    """Whether one side names what the other does not."""
    for one, other in ((group.quote, group.record), (group.record, group.quote)):
        forms = [token.form for token in other]
        for token in one:
            if token.name and not any(
                likeness(token.form, form, sides.code) >= 0.95 for form in forms
            ):
                return True
    return False


def _modals(tokens: Sequence[Token], wording: Wording) -> list[str]:
    return sorted(token.form for token in tokens if token.form in wording.modals)


def _risk(group: Group, wording: Wording) -> Severity:
    """Words left out put the sense at risk where they hold a modal or a condition."""
    weighty = wording.modals | wording.conditions
    return Severity.AT_RISK if any(t.form in weighty for t in group.record) else Severity.KEPT


def _tense(group: Group, wording: Wording, code: str) -> bool:
    """Whether both sides have the same verbs in other forms, auxiliaries aside."""
    helping = {"be", "have", "do"}
    sides = [[lemma(t.form, code) for t in tokens] for tokens in (group.quote, group.record)]
    bare = [[form for form in forms if form not in helping] for forms in sides]
    if not group.quote or not group.record or bare[0] != bare[1]:
        return False
    if not bare[0]:
        return sides[0] == sides[1] or all(form in helping for form in sides[0] + sides[1])
    forms = [t.form for t in (*group.quote, *group.record)]
    return any(f in wording.lemmas or f.endswith(("ed", "ing")) for f in forms)


def _said_twice(group: Group, sides: Sides) -> bool:
    """Whether the words on one side alone are those that stand beside them, said again."""
    if bool(group.quote) == bool(group.record):
        return False
    side = 0 if group.quote else 1
    if _negations(group.quote, sides.wording):  # "not not" is not a slip of the tongue
        return False
    places = [place for pair in group.pairs if (place := pair[side]) is not None]
    return _repeated((sides.quote, sides.record)[side], places[0], places[-1])


def _all_fillers(group: Group, sides: Sides) -> bool:
    """Whether all that differs is fillers on one side alone."""
    if bool(group.quote) == bool(group.record):
        return False
    side = 0 if group.quote else 1
    view, wording = (sides.quote, sides.record)[side], sides.wording
    places = [place for pair in group.pairs if (place := pair[side]) is not None]
    start, end = places[0], places[-1]
    at = start
    while at <= end:
        size = next(
            (
                n
                for n in (2, 1)
                if at + n <= end + 1
                and (
                    tuple(view.forms[at : at + n]) in wording.fillers
                    or (tuple(view.forms[at : at + n]) in wording.set_off and _apart(view, at, n))
                )
            ),
            0,
        )
        if not size:
            return False
        at += size
    return True


def _apart(view: View, at: int, size: int) -> bool:
    """Whether words are set off by marks on both sides, so that nothing hangs on them."""
    end = view.tokens[at + size - 1].span.end
    after = view.text[end : end + 1]
    before = view.text[: view.tokens[at].span.start].rstrip()[-1:]
    return after in {",", ".", "-", "–", "—"} and before in {"", ",", ".", "-", "–", "—", "?", "!"}


def _repeated(view: View, start: int, end: int) -> bool:
    """Whether words are said again at once: "we, we", "in the -- in the"."""
    size = end + 1 - start
    if size > 4:
        return False
    said = view.forms[start : end + 1]
    return said in (view.forms[end + 1 : end + 1 + size], view.forms[max(0, start - size) : start])


def _cases(piece: Sequence[Pair], sides: Sides) -> list[Edit]:
    """Words that differ by capitals alone; the first word of the quotation is free."""
    found = []
    for q, r in piece:
        if not q or r is None or not _same((q, r), sides):
            continue
        one, other = sides.quote.tokens[q], sides.record.tokens[r]
        if _bare(one.raw) != _bare(other.raw) and _bare(one.raw) != "":
            bracket = "[" in one.raw or "]" in one.raw
            kind = EditKind.BRACKET if bracket else EditKind.CASE
            found.append(Edit(kind, one.raw, other.raw, one.span, other.span, marked=bracket))
    return found


def _bare(raw: str) -> str:
    return "".join(c for c in raw if c.isalpha() and c.casefold() != c.upper())


def _punctuation(piece: Sequence[Pair], sides: Sides) -> list[Edit]:
    """Stops and commas that differ between words that stand side by side in both."""
    found = []
    for one, other in pairwise(piece):
        if None in one or None in other:
            continue
        spans = [_between(one[0], other[0], sides.quote), _between(one[1], other[1], sides.record)]
        texts = [
            span.of(v.text) for span, v in zip(spans, (sides.quote, sides.record), strict=True)
        ]
        marks = ["".join(_MARKS.findall(_ASIDE.sub("", text))) for text in texts]
        if marks[0] == marks[1] or (other[0] in sides.quote.ellipses):
            continue
        asked = ("?" in marks[0]) != ("?" in marks[1])
        found.append(
            Edit(
                EditKind.PUNCTUATION,
                texts[0].strip(),
                texts[1].strip(),
                spans[0],
                spans[1],
                Severity.AT_RISK if asked else Severity.KEPT,
            )
        )
    return found


def _between(first: int | None, second: int | None, view: View) -> Span:
    start = view.tokens[first or 0].span.end
    return Span(start, max(start, view.tokens[second or 0].span.start))


def _reordered(edits: list[Edit]) -> list[Edit]:
    """The edits with words left out here and put in there typed as another order.

    Numbers, negations and names stay what they are: moving one can change who does what.
    """
    graver = (EditKind.NUMBER, EditKind.NEGATION, EditKind.NAME)
    out = {
        i: _key(e.record) for i, e in enumerate(edits) if e.record and not e.quote and not e.marked
    }
    put = {i: _key(e.quote) for i, e in enumerate(edits) if e.quote and not e.record}
    moved = _swapped(edits)
    for i, key in out.items():
        twin = next((n for n, other in put.items() if other == key and n not in moved), None)
        if twin is not None:
            moved |= {i, twin}
    return [
        replace(e, kind=EditKind.ORDER, severity=Severity.AT_RISK)
        if i in moved and e.kind not in graver
        else e
        for i, e in enumerate(edits)
    ]


def _swapped(edits: list[Edit]) -> set[int]:
    """Edits that put the words of two places each in the place of the other."""
    turned = {
        (_key(e.quote), _key(e.record)): i for i, e in enumerate(edits) if e.quote and e.record
    }
    return {
        i for (quote, record), i in turned.items() if quote != record and (record, quote) in turned
    }


def _key(words: str) -> tuple[str, ...]:
    return tuple(sorted(re.findall(r"\w+", words.casefold())))
