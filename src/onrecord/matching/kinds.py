"""The type of a difference.

Where words differ in several ways at once, the gravest names the edit: negation, number, name,
modal, tense, other wording.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.languages import Wording
from onrecord.matching.glocal import Pair
from onrecord.matching.likeness import lemma, likeness, negated
from onrecord.matching.numbers import is_number
from onrecord.matching.quantities import before_sign, quantity
from onrecord.matching.view import Token, View
from onrecord.model import EditKind


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


def kind_of(group: Group, marked: bool, sides: Sides) -> EditKind:
    """The type of a difference; `marked` says that an ellipsis stands for it."""
    equal = _equal(group, sides)
    if equal is not None:
        return equal
    if _said_twice(group, sides) or (not marked and _all_fillers(group, sides)):
        return EditKind.FILLER
    if _reverses(group, sides):
        return EditKind.NEGATION
    if _editors(group):
        return EditKind.BRACKET
    return EditKind.ELLIPSIS if marked else _changed(group, sides)


def _reverses(group: Group, sides: Sides) -> bool:
    """Whether one side negates what the other does not."""
    if negations(group.quote, sides.wording) != negations(group.record, sides.wording):
        return True
    if not group.quote and _joins_unlike(group, sides):
        return True
    return any(
        q is not None
        and r is not None
        and negated(sides.quote.forms[q], sides.record.forms[r], sides.wording)
        for q, r in group.pairs
    )


def _joins_unlike(group: Group, sides: Sides) -> bool:
    """Whether leaving words out joins the halves of two sentences of which one alone negates.

    "We will not go at once. We will go in May" must not become "We will not go in May".
    """
    tokens = sides.record.tokens
    places = [r for _, r in group.pairs if r is not None]
    first, last = places[0], places[-1]
    ends = (tokens[first].sentence, tokens[last].sentence)
    if ends[0] == ends[1] or first == 0 or last + 1 == len(tokens):
        return False
    if tokens[first - 1].sentence != ends[0] or tokens[last + 1].sentence != ends[1]:
        return False
    start = first
    while start and tokens[start - 1].sentence == ends[0]:
        start -= 1
    head = tokens[start:first]
    tail = [token for token in group.record if token.sentence == ends[1]]
    return bool(negations(head, sides.wording)) != bool(negations(tail, sides.wording))


def _editors(group: Group) -> bool:
    """Whether the difference is a bracket of either side's editor that takes nothing away."""
    if not group.quote:
        return all(token.bracket for token in group.record)
    return all(token.bracket for token in group.quote) and not _loses(group)


def _changed(group: Group, sides: Sides) -> EditKind:
    """The type of words that were changed, left out or put in without a mark."""
    wording = sides.wording
    if _numbers(group.quote) != _numbers(group.record):
        return EditKind.NUMBER
    bracketed = bool(group.quote) and all(token.bracket for token in group.quote)
    if bracketed or _other_names(group, sides):
        return EditKind.NAME
    if not group.quote:
        return EditKind.OMISSION
    if _modals(group.quote, wording) != _modals(group.record, wording):
        return EditKind.MODAL
    if _tense(group, sides):
        return EditKind.TENSE
    return EditKind.WORDING


def _equal(group: Group, sides: Sides) -> EditKind | None:
    """The type of a difference of form alone, None where the words differ."""
    numerals = sides.wording.numerals
    mine = quantity([q for q, _ in group.pairs if q is not None], sides.quote, numerals)
    theirs = quantity([r for _, r in group.pairs if r is not None], sides.record, numerals)
    pairs = [
        (sides.quote.tokens[q], sides.record.tokens[r])
        for q, r in group.pairs
        if q is not None and r is not None
    ]
    whole = len(pairs) == len(group.pairs)
    if whole and (mine == theirs or all(_alike(one, other, sides) for one, other in pairs)):
        return _form_of(pairs)
    if mine and "".join(mine) == "".join(theirs):
        numbers = any(is_number(form) for form in mine)
        return EditKind.NUMBER_FORM if numbers else EditKind.SPELLING
    return EditKind.SPELLING if _sign_twice(group, sides) else None


def _form_of(pairs: Sequence[tuple[Token, Token]]) -> EditKind:
    """The type of a difference between words that are the same in other forms."""
    unequal = [(one, other) for one, other in pairs if one.plain != other.plain]
    if any(one.contracted or other.contracted for one, other in unequal):
        return EditKind.CONTRACTION
    if any(_figured(one) or _figured(other) for one, other in unequal):
        return EditKind.NUMBER_FORM
    return EditKind.SPELLING


def _figured(token: Token) -> bool:
    """Whether a word is a number, what it measures, or a sign in its place."""
    return token.number or not any(character.isalpha() for character in token.raw)


def _sign_twice(group: Group, sides: Sides) -> bool:
    """Whether all that differs is the US of "US$2bn", which the sign says already."""
    tokens, view = (group.quote, sides.quote) if group.quote else (group.record, sides.record)
    return len(group.pairs) == len(tokens) == 1 and before_sign(tokens[0], view)


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


def negations(tokens: Sequence[Token], wording: Wording) -> int:
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


def _tense(group: Group, sides: Sides) -> bool:
    """Whether both sides have the same verbs in other forms, or one alone has helping verbs."""
    wording, code = sides.wording, sides.code
    if not group.record:
        return all(token.form in wording.helping for token in group.quote)
    helping = {lemma(form, code) for form in wording.helping}
    found = [[lemma(t.form, code) for t in tokens] for tokens in (group.quote, group.record)]
    bare = [[form for form in forms if form not in helping] for forms in found]
    if bare[0] != bare[1]:
        return False
    if not bare[0]:
        return found[0] == found[1] or all(form in helping for form in found[0] + found[1])
    forms = [t.form for t in (*group.quote, *group.record)]
    return any(f in wording.lemmas or f.endswith(("ed", "ing")) for f in forms)


def _said_twice(group: Group, sides: Sides) -> bool:
    """Whether the words on one side alone are those that stand beside them, said again."""
    if bool(group.quote) == bool(group.record):
        return False
    side = 0 if group.quote else 1
    if negations(group.quote, sides.wording):  # "not not" is not a slip of the tongue
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
