"""A text as comparable tokens, each leading back to the words that it stands for.

Contractions are taken apart, number phrases put together, spellings of one word given one form, so
that what is equal for every stylebook is equal here, and what differs can be typed. What only a
token that differs is asked (whether it is a name, which sentence it stands in) is worked out then.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import overload

from onrecord.languages import Wording, language
from onrecord.matching.numbers import is_number
from onrecord.matching.parts import Columns, parts
from onrecord.model import Span
from onrecord.text import sentences, words

_INNER = 300
"""Characters that a pair of brackets may hold."""
_SQUARE = re.compile(rf"\[([^\[\]\n]{{1,{_INNER}}})\]")
_ROUND = re.compile(rf"\(([^()\n]{{1,{_INNER}}})\)")
ELLIPSIS = re.compile(
    r"[\[(]\s?(?:\.(?:[ \u00a0]?\.){1,4}|…)\s?[\])]|(?:[…‥⋯][ \u00a0]?)+"
    r"|\.(?:[ \u00a0]?\.){2,4}|\.\.(?!\.)|\*(?:[ \u00a0]?\*){2}"
)
_ELLIPTIC = frozenset("…‥⋯*")
_BLANKED = re.compile(r" {4,}")
_OPENERS = re.compile(r"[:\"“”«»„.!?…]")
_Places = list[tuple[int, int]]


class View:
    """A text's tokens as columns: where each starts and ends, its form, its plain form.

    `forms` are one for all spellings of a word, `plains` were not made alike; `wholes` give the
    offsets of the whole word where a token is a part of a contraction. `ellipses` are the places
    (token numbers) where an ellipsis stands. `within` is the stretch that was looked at.
    """

    __slots__ = (
        "_bounds",
        "_code",
        "_editorial",
        "_joined",
        "_small",
        "_titled",
        "_units",
        "_wording",
        "ellipses",
        "ends",
        "forms",
        "plains",
        "starts",
        "text",
        "tokens",
        "wholes",
        "within",
    )

    def __init__(
        self, text: str, code: str, found: Columns, *, brackets: _Places, within: Span | None
    ) -> None:
        self.text = text
        self.within = within
        self.starts, self.ends = found.starts, found.ends
        self.forms, self.plains = tuple(found.forms), tuple(found.plains)
        self.wholes = found.wholes
        self.ellipses: frozenset[int] = frozenset()
        self.tokens = Tokens(self)
        self._code, self._wording = code, language(code).wording
        self._editorial = brackets
        self._units = _units(code)
        self._bounds: list[int] | None = None
        self._joined: str | None = None
        self._small: frozenset[str] | None = None
        self._titled: bool | None = None

    @property
    def joined(self) -> str:
        """The forms in one string, a line break before and after each."""
        if self._joined is None:
            self._joined = "\n" + "\n".join(self.forms) + "\n"
        return self._joined

    def raw(self, at: int) -> str:
        """A token as it is written."""
        return self.text[self.starts[at] : self.ends[at]]

    def between(self, start: int, end: int) -> range:
        """The numbers of the tokens that start in this stretch of the text."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def sentence(self, at: int) -> int:
        """The number of the sentence that a token stands in."""
        return max(0, self._sentence(at))

    def same_sentence(self, at: int) -> range:
        """The numbers of the tokens in the sentence of this one."""
        bounds, number = self._sentences(), self._sentence(at)
        first = bisect_left(self.starts, bounds[number]) if number > 0 else 0
        behind = max(number, 0) + 1
        after = bisect_left(self.starts, bounds[behind]) if behind < len(bounds) else None
        return range(first, len(self.starts) if after is None else after)

    def opens_sentence(self, at: int) -> bool:
        """Whether a token is the first of its sentence."""
        if at and self.text[self.ends[at - 1] : self.starts[at]] == " ":
            return False
        return self._sentence(at) != (self._sentence(at - 1) if at else -1)

    def _sentence(self, at: int) -> int:
        return bisect_right(self._sentences(), self.starts[at]) - 1

    def _sentences(self) -> list[int]:
        """Where the sentences start."""
        if self._bounds is None:
            low, high = (self.within.start, self.within.end) if self.within else (0, None)
            seen = self.text[low:high]
            found = {span.start for span in sentences(seen)} | _resumed(seen)
            self._bounds = sorted(start + low for start in found)
        return self._bounds

    def number(self, at: int) -> bool:
        """Whether a token is a number, or what a number before it measures."""
        while at and self.forms[at] in self._units:
            at -= 1
        return is_number(self.forms[at])

    def bracket(self, at: int) -> bool:
        """Whether a token, or a letter of it, is the editor's."""
        start, end = self.starts[at], self.ends[at]
        if self._editorial and _in(start, self._editorial):
            return True
        return self.text.find("[", start, end) >= 0 or self.text.find("]", start, end) >= 0

    @property
    def bracketed(self) -> bool:
        """Whether any token may be the editor's."""
        return bool(self._editorial) or "[" in self.text or "]" in self.text

    def name(self, at: int) -> bool:
        """Whether a word with a capital is a name.

        Inside a sentence a capital alone is enough; a word that opens one is a name unless it is
        common or stands in the text without its capital. A title before a name is none; a title
        alone ("the Speaker") stands for one.
        """
        raw, form, plain = self.raw(at), self.forms[at], self.plains[at]
        if not raw[:1].isupper() or plain == "i" or self.number(at) or self._title(at):
            return False
        if form.endswith(".") or (len(raw) > 1 and raw.isupper() and raw.isalpha()):
            return True
        if not self._opens(at):
            return True
        return form not in self._wording.common and not self._stands_small(form, plain, raw)

    def _title(self, at: int) -> bool:
        if self.plains[at] not in self._wording.titles:
            return False
        behind = self.text[self.ends[at] : self.ends[at] + 3].lstrip(". \u00a0")[:1]
        return behind.isupper() or (at == 0 and not (self.within and self.within.start))

    def _opens(self, at: int) -> bool:
        """Whether a token has its capital for where it stands: first of a sentence, in a title."""
        if not at or self._in_title():
            return True
        between = self.text[self.ends[at - 1] : self.starts[at]]
        if between == " ":
            return False
        return _OPENERS.search(between) is not None or self.opens_sentence(at)

    def _in_title(self) -> bool:
        if self._titled is None:
            capitals = sum(self.text[start : start + 1].isupper() for start in self.starts)
            self._titled = capitals * 2 > len(self.starts) > 3
        return self._titled

    def _stands_small(self, form: str, plain: str, raw: str) -> bool:
        """Whether the text, not the stretch alone, has a word without a capital."""
        if self._small is None:
            text = self.text
            pairs = zip(self.starts, self.forms, strict=True)
            self._small = frozenset(f for start, f in pairs if text[start : start + 1].islower())
        if form in self._small:
            return True
        spellings = {form, plain, raw[:1].lower() + raw[1:]} if self.within else set[str]()
        return any(_has_word(self.text, spelling) for spelling in spellings)


def _has_word(text: str, word: str) -> bool:
    """Whether a text has a word as it is written here."""
    at = text.find(word)
    while at >= 0:
        before, behind = text[at - 1 : at], text[at + len(word) : at + len(word) + 1]
        if not before.isalnum() and not behind.isalnum():
            return True
        at = text.find(word, at + 1)
    return False


class Token:
    """A comparable word of a view: where it stands, its forms, and what it is."""

    __slots__ = ("_at", "_view")

    def __init__(self, view: View, at: int) -> None:
        self._view, self._at = view, at

    @property
    def span(self) -> Span:
        """Where it stands in the text."""
        return Span(self._view.starts[self._at], self._view.ends[self._at])

    @property
    def form(self) -> str:
        """The form that all its spellings share."""
        return self._view.forms[self._at]

    @property
    def plain(self) -> str:
        """The form before spellings were made alike."""
        return self._view.plains[self._at]

    @property
    def raw(self) -> str:
        """As it is written."""
        return self._view.raw(self._at)

    @property
    def word(self) -> tuple[int, int]:
        """Where the whole word stands, of which it may be a part."""
        whole = self._view.wholes[self._at]
        return whole or (self._view.starts[self._at], self._view.ends[self._at])

    @property
    def contracted(self) -> bool:
        """Whether it is a part of a contraction."""
        whole = self._view.wholes[self._at]
        return whole is not None and whole != (
            self._view.starts[self._at],
            self._view.ends[self._at],
        )

    @property
    def sentence(self) -> int:
        """The number of its sentence in the text."""
        return self._view.sentence(self._at)

    @property
    def first(self) -> bool:
        """Whether it opens a sentence."""
        return self._view.opens_sentence(self._at)

    @property
    def name(self) -> bool:
        """Whether it is a name."""
        return self._view.name(self._at)

    @property
    def number(self) -> bool:
        """Whether it is a number, or what a number measures."""
        return self._view.number(self._at)

    @property
    def bracket(self) -> bool:
        """Whether it, or a letter of it, is the editor's."""
        return self._view.bracket(self._at)


class Tokens(Sequence[Token]):
    """The tokens of a view, each made when it is asked for."""

    __slots__ = ("_view",)

    def __init__(self, view: View) -> None:
        self._view = view

    def __len__(self) -> int:
        return len(self._view.forms)

    def __iter__(self) -> Iterator[Token]:
        view = self._view
        return (Token(view, at) for at in range(len(view.forms)))

    @overload
    def __getitem__(self, at: int) -> Token: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Token, ...]: ...

    def __getitem__(self, at: int | slice) -> Token | tuple[Token, ...]:
        numbers = range(len(self._view.forms))[at]
        if isinstance(numbers, int):
            return Token(self._view, numbers)
        return tuple(Token(self._view, number) for number in numbers)


def view(
    text: str, code: str = "en", *, quotation: bool = False, within: Span | None = None
) -> View:
    """The tokens of `text`; of a `quotation` round brackets are the editor's too.

    Stage directions ("(Laughter.)") are left out. `within` is the stretch that is looked at, made
    of whole sentences; offsets count in the whole text all the same, and a word that stands
    anywhere in the text without its capital is no name for opening a sentence with one.
    """
    if within and len(within) == len(text):
        within = None
    return _view(text, code, quotation, within)


def forget() -> None:
    """Forget the views that are kept, for whoever measures what one costs."""
    _view.cache_clear()


@lru_cache(maxsize=256)
def _view(text: str, code: str, quotation: bool, within: Span | None) -> View:
    found = parts(text, code, within.start, within.end) if within else parts(text, code)
    editorial: _Places = []
    if "[" in text or "(" in text:
        editorial, stage = _brackets(text, language(code).wording, quotation, within)
        if stage:
            kept = [not _in(start, stage) for start in found.starts]
            found = found.changed([(n, n + 1, []) for n, keep in enumerate(kept) if not keep])
    made = View(text, code, found, brackets=editorial, within=within)
    if quotation and (text.count(".") > 1 or not _ELLIPTIC.isdisjoint(text)):
        cuts = (m.start() for m in ELLIPSIS.finditer(text))
        made.ellipses = frozenset(bisect_left(found.starts, cut) for cut in cuts)
    return made


@lru_cache(maxsize=8)
def _units(code: str) -> frozenset[str]:
    return frozenset(language(code).wording.numerals.units.values())


def _in(start: int, places: _Places) -> bool:
    """Whether a place lies in one of these, which are in order and do not meet."""
    at = bisect_right(places, start, key=itemgetter(0)) - 1
    return at >= 0 and start < places[at][1]


def _merged(places: _Places) -> _Places:
    """Places in order, those that meet as one."""
    found: _Places = []
    for start, end in sorted(places):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _brackets(
    text: str, wording: Wording, quotation: bool, within: Span | None
) -> tuple[_Places, _Places]:
    """Where the editor's brackets stand, and where stage directions do."""
    editorial: _Places = []
    stage: _Places = []
    low = max(0, within.start - _INNER - 2) if within else 0
    high = within.end + _INNER + 2 if within else len(text)
    groups = [(m, True) for m in _SQUARE.finditer(text, low, high)]
    groups += [(m, quotation) for m in _ROUND.finditer(text, low, high)]
    for found, ours in groups:
        forms = [w.form for w in words(found.group(1))]
        if 0 < len(forms) <= 5 and any(form in wording.stage for form in forms):
            stage.append(found.span())
        elif ours:
            editorial.append(found.span())
    return _merged(editorial), _merged(stage)


def _resumed(text: str) -> set[int]:
    """Where a passage goes on with a capital behind what was blanked out of it."""
    return {m.end() for m in _BLANKED.finditer(text) if text[m.end() : m.end() + 1].isupper()}
