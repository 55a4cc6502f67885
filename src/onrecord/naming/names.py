"""Names out of the words around them: titles, posts, countries, possessives and appositions."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from onrecord.languages import language
from onrecord.languages._people import PeopleWords
from onrecord.languages.romanising import (
    ARTICLES,
    FAMILY_FIRST,
    FAMILY_FIRST_OF_THREE,
    LETTERS,
    PARTICLES,
    SPACED,
)
from onrecord.text import seen

_ASIDE = re.compile(r"\s*[(\[][^()\[\]]{0,80}[)\]]")
_BREAK = re.compile(r",\s*|;\s*|:\s|\s+[–—-]+\s+|\s+(?=who\b|whom\b|whose\b|which\b|that\b)|\n")
_EDGE = " \t\r\n\"'“”‘’«»„`.,:;!?…*_–—-()[]\u200b\u200c\u200d\ufeff"
_POSSESSIVE = re.compile(r"[’'`]s?$|[’'`]S$")
_SHORTENED = re.compile(r"[^\W_][’'](?:ll|ve|re|d|m|t)$")
_ARTICLED = re.compile(r"(?:al|el|as|ash|ad|an|ar|az|at)[-‐‑’'][^\W\d_]", re.IGNORECASE)
_INITIAL = re.compile(r"(?:[^\W\d_]\.)+$")


@dataclass(frozen=True, slots=True)
class NameRead:
    """A name and what stood before it: `name` is "" where the words name nobody.

    `before` holds the words skipped on the way to the name (titles, posts, countries), folded;
    `gender` is what a title or post tells; `several` is true where more than one is named.
    """

    name: str = ""
    before: tuple[str, ...] = ()
    gender: str = ""
    several: bool = False


@lru_cache(maxsize=65_536)
def folded(word: str) -> str:
    """A word without accents, case, outer marks or possessive, as word lists hold it."""
    plain = _POSSESSIVE.sub("", seen(word).strip(_EDGE))
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain.translate(LETTERS))
        plain = "".join(c for c in plain if not unicodedata.combining(c)).translate(LETTERS)
    return plain.replace("'", "").casefold().strip(_EDGE)


@lru_cache(maxsize=16_384)
def read_name(words: str) -> NameRead:
    """The first person named in `words`, with the titles and posts before the name."""
    plain = _ASIDE.sub("", seen(words).replace("\u00a0", " ")).strip()
    pieces = [piece for piece in _BREAK.split(plain) if piece and piece.strip(_EDGE)]
    inverted = _inverted(pieces)
    if inverted:
        return NameRead(inverted)
    before: tuple[str, ...] = ()
    gender = ""
    for place, piece in enumerate(pieces):
        read = _Scan(piece).read()
        before, gender = (*before, *read.before), gender or read.gender
        if read.several:
            return read
        if read.name:
            suffix = _suffix(pieces[place + 1 : place + 2])
            return NameRead(read.name + suffix, before, gender)
    return NameRead("", before, gender)


def clean_name(words: str) -> str:
    """The name of the person in `words` without title, post, country, possessive or apposition.

    "" where nobody, or more than one person, is named: "Clinton's spokesman" is not Clinton.
    """
    return read_name(words).name


def surname(name: str) -> str:
    """The surname in a name as it is written, particles included ("al-Assad", "von der Leyen")."""
    parts = [p for p in clean_name(name).split() if folded(p) not in _words().suffixes]
    if not parts:
        return ""
    if family_first(tuple(folded(p) for p in parts)):
        return parts[0]
    start = len(parts) - 1
    while start > 1 and folded(parts[start - 1]) in SPACED:
        start -= 1
    return " ".join(parts[start:])


def fullest(names: Iterable[str]) -> str:
    """The most complete of several forms of one name; of equals the first, "" for none."""
    best, most = "", (-1, -1)
    for name in names:
        parts = clean_name(name).split()
        weight = (sum(not _INITIAL.match(p) and len(p) > 1 for p in parts), len(parts))
        if parts and weight > most:
            best, most = " ".join(parts), weight
    return best


@lru_cache(maxsize=16_384)
def parts_of(name: str) -> tuple[str, ...]:
    """The folded parts of a cleaned name, hyphens split, particles and suffixes left out."""
    words = _words()
    parts: list[str] = []
    for place, word in enumerate(name.split()):
        pieces = [p for p in map(folded, re.split(r"[-‐‑]", word)) if p]
        if len(pieces) > 1 and pieces[0] in ARTICLES:
            pieces = pieces[1:]
        elif pieces and pieces[0] in PARTICLES and (place or not word[:1].isupper()):
            pieces = pieces[1:] if len(pieces) == 1 else pieces
        parts += pieces
    return tuple([p for p in parts if p not in words.suffixes] or parts)


def family_first(parts: tuple[str, ...]) -> bool:
    """Whether the surname stands first, as in Chinese, Korean and Vietnamese names."""
    split = [p for part in parts for p in part.split("-")]
    if len(split) < 2 or any(len(p) > 9 for p in split):
        return False
    if split[0] in FAMILY_FIRST and split[-1] not in FAMILY_FIRST:
        return split[1] not in _words().given_names
    return split[0] in FAMILY_FIRST_OF_THREE and len(split) == 3 and len(split[-1]) <= 5


@lru_cache(maxsize=1)
def two_word_countries() -> frozenset[str]:
    """The names of countries that are two words, folded."""
    return frozenset(name for name in _words().countries if " " in name)


def _inverted(pieces: list[str]) -> str:
    """ "Lavrov, Sergey" in reading order, or "" where the pieces are not of that form."""
    if len(pieces) != 2:
        return ""
    last, first = (piece.strip(_EDGE) for piece in pieces)
    words = _words()
    lead = folded(first.split()[0]) if first else ""
    if " " in last or not last[:1].isupper() or len(first.split()) > 2:
        return ""
    known = lead in words.given_names or bool(_INITIAL.match(pieces[1].strip()))
    return f"{pieces[1].strip()} {last}" if known and folded(last) not in words.posts else ""


def _suffix(pieces: list[str]) -> str:
    words = pieces[0].split() if pieces else []
    return f" {words[0]}" if words and folded(words[0]) in _words().suffixes else ""


def _words() -> PeopleWords:
    return language("en").people


class _Scan:
    """One walk through a piece without commas, from titles and posts to the name."""

    def __init__(self, piece: str) -> None:
        self.words = _words()
        self.tokens = piece.split()
        self.bare = [folded(token) for token in self.tokens]
        self.name: list[str] = []
        self.before: list[str] = []
        self.gender = ""
        self._pairs = two_word_countries()

    def read(self) -> NameRead:
        place = 0
        while place < len(self.tokens):
            step = self._step(place)
            if step == 0:
                break
            if step < 0:
                return NameRead("", tuple(self.before), several=True)
            place += step
        return NameRead(self._shown(), tuple(self.before), self.gender)

    def _step(self, place: int) -> int:
        """How many tokens to go on by: 0 to stop, below 0 where several people are named."""
        token, bare = self.tokens[place], self.bare[place]
        if not bare:
            return 1
        if bare in {"and", "or", "&"} or token == "&":
            return -1 if self.name else self._skip(place)
        return self._upper(place) if _capital(token) else self._lower(place)

    def _upper(self, place: int) -> int:
        token, bare = self.tokens[place], self.bare[place]
        if not self.name and " ".join(self.bare[place : place + 2]) in self._pairs:
            return self._skip(place, 2)
        if self._titled(place):
            self.gender = self.words.honorifics.get(bare) or self.words.posts.get(bare) or ""
            return self._skip(place)
        width = self._country(place)
        if width:
            return self._skip(place, width)
        if self._leads(place) or _SHORTENED.search(token):
            return self._skip(place)
        self.name.append(token)
        if _POSSESSIVE.search(token) and place + 1 < len(self.tokens):
            return self._skip(place, 0) or 1
        return 1

    def _lower(self, place: int) -> int:
        bare = self.bare[place]
        later = place + 1 < len(self.tokens)
        if bare in SPACED and later and self._joins(place):
            self.name.append(self.tokens[place])
            return 1
        if not self.name:
            self.gender = self.words.posts.get(bare, "") or self.gender
            if bare in self.words.prepositions and self._owned(place):
                return 0
            return self._skip(place)
        ends = bare in self.words.prepositions or bare in self.words.pronouns
        return 0 if ends or bare in self.words.openers else self._skip(place)

    def _owned(self, place: int) -> bool:
        """Whether what follows a preposition owns what went before: "a spokesman for Clinton".

        A country, an office or a field does not ("President of Russia", "Secretary of State"); the
        name after it is then the one that the words before it describe.
        """
        if not place:
            return False
        words, by, field = self.words, self.bare[place] == "by", False
        for after in range(place + 1, len(self.tokens)):
            bare, token = self.bare[after], self.tokens[after]
            if bare in words.determiners or not bare:
                continue
            if bare in words.posts or bare in words.honorifics:
                return True
            if bare in words.organisation_nouns or self._country(after):
                return by
            if bare not in words.post_modifiers:
                return _capital(token) and (by or not field)
            field = True
        return False

    def _skip(self, place: int, width: int = 1) -> int:
        self.before += [folded(word) for word in self.name]
        self.name.clear()
        self.before += [bare for bare in self.bare[place : place + width] if bare]
        return width

    def _joins(self, place: int) -> bool:
        after = place + 1
        while after < len(self.tokens) and self.bare[after] in SPACED:
            after += 1
        named = bool(self.name) or self.bare[place] not in {"la", "as", "le", "du", "al", "el"}
        return named and after < len(self.tokens) and _capital(self.tokens[after])

    def _titled(self, place: int) -> bool:
        """Whether the capitalised word here is a title, a post or part of one, not of the name."""
        bare, words = self.bare[place], self.words
        last = place == len(self.tokens) - 1
        if bare in words.honorifics:
            return not (last and self.name)
        if place and self.bare[place - 1] in words.honorifics:
            return self._part_of_post(bare) and self._post_follows(place)
        if bare in words.organisation_nouns or bare in words.writings:
            thing = bare in words.organisation_nouns or len(self.name) > 1
            return thing and not (last and self._given() and len(self.name) < 2)
        if bare in words.posts or bare in words.party_words:
            return not (self._given() and (last or self.bare[place + 1] in words.suffixes))
        if bare in words.post_modifiers:
            alone = len(self.tokens) == 1
            return not (self.name or alone) or self._post_follows(place)
        return False

    def _part_of_post(self, bare: str) -> bool:
        words = self.words
        return bare in words.posts or bare in words.post_modifiers or bare in words.party_words

    def _given(self) -> bool:
        return any(folded(part) in self.words.given_names for part in self.name)

    def _post_follows(self, place: int) -> bool:
        for bare in self.bare[place + 1 :]:
            if bare in self.words.posts or bare in self.words.organisation_nouns:
                return True
            if bare not in self.words.post_modifiers and bare not in self.words.post_links:
                return False
        return False

    def _country(self, place: int) -> int:
        """How many words here name a country, state or people, where that is no part of a name."""
        bare = self.bare[place]
        pair = " ".join(self.bare[place : place + 2])
        if pair != bare and pair in self.words.countries:
            return 2
        if bare not in self.words.countries:
            return 0
        if self.name and place == len(self.tokens) - 1:
            return 0
        possessive = _POSSESSIVE.search(self.tokens[place])
        return 1 if possessive or bare not in self.words.given_names or self._posted(place) else 0

    def _posted(self, place: int) -> bool:
        after = self.bare[place + 1 : place + 2]
        return not after or after[0] in self.words.posts or after[0] in self.words.honorifics

    def _leads(self, place: int) -> bool:
        """Whether a capitalised word only opens the sentence: "But Lavrov"."""
        bare = self.bare[place]
        if self.name:
            return False
        if bare in self.words.collectives:
            return True
        if bare not in self.words.openers:
            return False
        after = self.tokens[place + 1 : place + 2]
        return not (bare in self.words.given_names and after and _capital(after[0]))

    def _shown(self) -> str:
        shown = [_trimmed(token) for token in self.name]
        while shown and folded(shown[-1]) in SPACED:
            shown.pop()
        loud = self.gender or len(shown) > 1 or self.before
        if loud and all(part.isupper() for part in shown) and any(len(p) > 2 for p in shown):
            shown = [part if _INITIAL.match(part) else part.title() for part in shown]
        return " ".join(part for part in shown if part)


def _capital(token: str) -> bool:
    bare = token.lstrip(_EDGE)
    return bare[:1].isupper() or bool(_ARTICLED.match(bare))


def _trimmed(token: str) -> str:
    if _INITIAL.match(token):
        return token
    plain = _POSSESSIVE.sub("", token.strip(_EDGE)).rstrip(_EDGE)
    return f"{plain}." if folded(plain) in {"jr", "sr"} else plain
