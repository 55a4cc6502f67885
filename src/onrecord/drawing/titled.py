"""People with their posts in a sentence: "[UN Special Envoy for Syria] Ada Holm"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.drawing.tokens import Token, tokens
from onrecord.languages import PeopleWords, PostWords, language
from onrecord.model import Span

_JOINED = re.compile(r"[ \u00a0]+|, (?:the |Mr |Mrs |Ms )?|\] ")
_SPACE = re.compile(r"[ \u00a0]+|\.? ")
_CLOSED = re.compile(r"\s*(?:[,.;:)\]?!–—]|$)")
_FAR, _LONGEST = 16, 6
_ARTICLED = re.compile(r"(?:al|el|as|ash|ad|an|ar|az|at)[-‐‑][^\W\d_]")


@dataclass(frozen=True, slots=True)
class Titled:
    """A person's name with a post: `span` covers both, `person` is as written here.

    `of` is the short name of the state or organisation, "" where none is named. `past` says that
    the post is held no longer, or not yet.
    """

    person: str
    post: str
    of: str
    span: Span
    past: bool = False


def titled_in(text: str, *, code: str = "en") -> tuple[Titled, ...]:
    """The people of `text` that a post stands with, in order; offsets count in `text`."""
    nouns, folded = language(code).conduct.posts.nouns, text.casefold()
    if not any(noun in folded for noun in nouns):
        return ()
    read = tokens(text)
    found: list[Titled] = []
    for place, token in enumerate(read):
        if token.low in nouns and not token.owning:
            titled = _Phrase(text, read, place, code).titled()
            if titled and not (found and titled.span.start < found[-1].span.end):
                found.append(titled)
    return tuple(found)


def ruling(post: str, code: str = "en") -> bool:
    """Whether who holds a post stands for the state."""
    return post.casefold() in language(code).conduct.posts.rulers


@dataclass(frozen=True, slots=True)
class _Phrase:
    """The words around one noun of a post."""

    text: str
    read: Sequence[Token]
    at: int
    code: str

    @property
    def people(self) -> PeopleWords:
        return language(self.code).people

    @property
    def data(self) -> PostWords:
        return language(self.code).conduct.posts

    def titled(self) -> Titled | None:
        left = self._left()
        if self._low(left) in self.people.honorifics:  # "Mr President, Ada Holm is here"
            return None
        start, end = self._name_after()
        right = start
        if end == start:
            right = self._right()
            start, end = self._name_before(left, right)
        if end == start:
            return None
        before = {token.low for token in self.read[left : self.at]}
        unheld = (before | {self._leading_to(left)}) & self.data.unheld
        past = bool(unheld or before & self.data.past)
        post, of = self._named(left, right)
        reach = (min(left, start), max(end, right if start < left else end))
        span = Span(self.read[reach[0]].start, self.read[reach[1] - 1].end)
        person = self.text[self.read[start].start : self.read[end - 1].end]
        return Titled(" ".join(person.split()), post, of, span, past)

    def _low(self, place: int) -> str:
        return self.read[place].low if 0 <= place < len(self.read) else ""

    def _leading_to(self, left: int) -> str:
        """The word before a post: "candidate" in "candidate for President"."""
        place = left - 1
        while place > 0 and self._low(place) in self.data.links:
            place -= 1
        return self._low(place)

    def _between(self, place: int) -> str:
        """What stands between a word and the one before it."""
        if not 0 < place < len(self.read):
            return "\n"
        one = self.read[place - 1]
        skipped = one.end + (2 if one.owning else 0)
        return self.text[min(skipped, self.read[place].start) : self.read[place].start]

    def _left(self) -> int:
        """The first word of the post: "Turkish Foreign" before "Minister"."""
        place = self.at
        while place > 0 and self._between(place).isspace() and self._leads(place - 1):
            place -= 1
        return place

    def _leads(self, place: int) -> bool:
        low = self._low(place)
        if low in self.data.past or low in self.data.passing or low in _state_words(self.code):
            return True
        if low in self.people.post_modifiers or low in self.data.nouns:
            return True
        if low in self.people.honorifics and place == self.at - 1:
            return True
        return low in self.data.leading and self.read[place].raw[0].isupper()

    def _name_after(self) -> tuple[int, int]:
        """The name that the post leads to, as words from-to; none where both are the same."""
        for place in range(self.at + 1, min(self.at + _FAR, len(self.read))):
            between = self._between(place)
            if not _JOINED.fullmatch(between):
                break
            if self._begins(place):
                return place, self._ends(place)
            if not self._goes_on(place, between):
                break
        return self.at, self.at

    def _goes_on(self, place: int, between: str) -> bool:
        low, raw = self._low(place), self.read[place].raw
        if between.startswith(",") and not raw[0].isupper():
            return False
        return raw[0].isupper() or low in self.data.links or low in self.people.post_modifiers

    def _begins(self, place: int) -> bool:
        """Whether a name can begin here: a given name, or any after the post or its state."""
        raw, before = self.read[place].raw, self._low(place - 1)
        if not raw[0].isupper() or not self._unknown(place):
            return False
        if self._low(place) in self.people.given_names:
            return True
        if any(low in self.people.given_names for low in self._run(place)):
            return False
        return place == self.at + 1 or before in _state_words(self.code) or self._known(before)

    def _run(self, place: int) -> list[str]:
        """The capitalised words after one, up to where they end."""
        found: list[str] = []
        for ahead in range(place + 1, min(place + _LONGEST, len(self.read))):
            if not self._between(ahead).isspace() or not self.read[ahead].raw[0].isupper():
                break
            found.append(self._low(ahead))
        return found[:-1]

    def _known(self, low: str) -> bool:
        return low not in self.data.links and (
            low in self.people.post_modifiers
            or low in self.people.organisation_nouns
            or low in self.data.never
        )

    def _unknown(self, place: int) -> bool:
        low = self._low(place)
        if low in self.people.given_names:
            return True
        return not (
            any(part in self.people.posts for part in low.split("-"))
            or self._known(low)
            or low in self.data.links
            or low in self.people.openers
            or low in self.people.posts
            or low in _state_words(self.code)
        )

    def _ends(self, place: int) -> int:
        end = place + 1
        while end < len(self.read) and end - place < _LONGEST and not self.read[end - 1].owning:
            raw, low = self.read[end].raw, self._low(end)
            particle = low in self.data.particles and end + 1 < len(self.read)
            if not _SPACE.fullmatch(self._between(end)):
                break
            if not particle and not _ARTICLED.match(raw) and not self._follows(place, end):
                break
            end += 1
        while end > place + 1 and self._low(end - 1) in self.data.particles:
            end -= 1
        return end

    def _follows(self, first: int, place: int) -> bool:
        """Whether a capitalised word goes on with a name; "Theresa May" is one."""
        if not self.read[place].raw[0].isupper():
            return False
        given = place == first + 1 and self._low(first) in self.people.given_names
        return self._unknown(place) or (given and self._low(place) in self.data.surnames)

    def _right(self) -> int:
        """The word after the post's own words ("President of Kazakhstan")."""
        end = self.at + 1
        for place in range(self.at + 1, min(self.at + _FAR, len(self.read))):
            if not self._between(place).isspace() or not self._goes_on(place, " "):
                break
            if self._low(place) not in self.data.links:
                end = place + 1
        return end

    def _name_before(self, left: int, right: int) -> tuple[int, int]:
        """A name that the post stands after, between commas."""
        none = (self.at, self.at)
        article = self._low(left - 1) in ("the", "a")
        first = left - 1 if article else left
        closing = self.read[right - 1].end
        if self._between(first) != ", " or not _CLOSED.match(self.text, closing):
            return none
        start = first
        while start > 0 and first - start < _LONGEST and self.read[start - 1].raw[0].isupper():
            if start != first and not _SPACE.fullmatch(self._between(start)):
                break
            if not self._unknown(start - 1):
                break
            start -= 1
        return (start, first) if first - start > 1 else none

    def _named(self, left: int, right: int) -> tuple[str, str]:
        """The post in one form, and whose it is."""
        skipped = self.data.past | self.data.passing
        before = [token for token in self.read[left : self.at] if token.low not in skipped]
        state, before = _owner_first(before, self.code)
        while before and before[0].owning:  # "Secretary-General's Special Envoy"
            before = before[1:]
        after = list(self.read[self.at + 1 : right])
        while after and (after[-1].low in self.data.links or after[-1].low in ("mr", "mrs", "ms")):
            after.pop()
        if not state:
            state, after = self._owner_last(after)
        start = before[0].start if before else self.read[self.at].start
        end = after[-1].end if after else self.read[self.at].end
        words = " ".join(self.text[start:end].split())
        return self.data.equals.get(words.casefold(), _titled(words)), state

    def _owner_last(self, after: list[Token]) -> tuple[str, list[Token]]:
        """ "of (the Republic of) Kazakhstan" at the end of a post."""
        titled = language(self.code).actors.titled
        for size in range(min(6, len(after)), 0, -1):
            name = _owners(self.code).get(" ".join(token.low for token in after[-size:]), "")
            if not name and size > 1 and after[-1].low in titled:  # "of the French Republic"
                name = _owners(self.code).get(" ".join(t.low for t in after[-size:-1]), "")
            rest = after[:-size]
            while rest and rest[-1].low == "the":
                rest = rest[:-1]
            if name and rest and rest[-1].low in self.data.owners:
                return name, self._without_title(rest[:-1])
        return "", after

    def _without_title(self, rest: list[Token]) -> list[Token]:
        titled = language(self.code).actors.titled
        while rest and rest[-1].low in titled | {"the", "of", "arab", "islamic", "federal"}:
            rest = rest[:-1]
        return rest


def _owner_first(before: list[Token], code: str) -> tuple[str, list[Token]]:
    """The state or organisation that a post begins with, and the words that are left."""
    for size in range(min(4, len(before)), 0, -1):
        name = _owners(code).get(" ".join(token.low for token in before[:size]), "")
        if name:
            return name, before[size:]
    return "", before


def _titled(words: str) -> str:
    """A post with capital letters, but for the words that link."""
    small = ("of", "for", "and", "the")
    return " ".join(w if w in small else w[:1].upper() + w[1:] for w in words.split())


@lru_cache(maxsize=8)
def _owners(code: str) -> dict[str, str]:
    """All names and adjectives of states and organisations, folded."""
    data = language(code).actors
    organised = {form.casefold().replace(".", ""): n for form, n in data.organisations.items()}
    return {**data.adjectives, **organised, **data.names}


@lru_cache(maxsize=8)
def _state_words(code: str) -> frozenset[str]:
    links = language(code).conduct.posts.links
    return frozenset(word for form in _owners(code) for word in form.split()) - links
