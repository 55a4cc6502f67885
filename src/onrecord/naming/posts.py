"""What people are called instead of by name: posts, parties and countries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from onrecord.languages import language
from onrecord.naming.names import folded

_DROPPED = frozenset("former then ex now current late veteran longtime long-time outgoing".split())


@dataclass(frozen=True, slots=True)
class Described:
    """A description in comparable form: its head words, party, countries, and whose it is.

    "the Trump campaign's Ohio director" has the words {campaign, director}, the country Ohio and
    belongs to {trump}; a party word alone ("the Kentucky Republican") is its head.
    """

    words: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    party: str = ""
    countries: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    gender: str = ""

    def __bool__(self) -> bool:
        return bool(self.words or self.party)


def describe(words: str) -> Described:
    """The post, party and countries in a description; false where it holds no post or party."""
    return described(tuple(folded(word) for word in words.split()))


@lru_cache(maxsize=16_384)
def described(bare: tuple[str, ...]) -> Described:
    """As `describe`, for words that are folded already."""
    data = language("en").people
    countries, rest = _countries(bare)
    posts = {w for w in rest if _post(w)}
    modifiers = {w for w in rest if w in data.post_modifiers} - posts - _DROPPED
    parties = [data.party_words[w] for w in rest if w in data.party_words]
    known = _small_words()
    others = {
        w
        for w in rest
        if w and not (w in posts or w in modifiers or w in known or w in data.party_words)
    }
    genders = {data.posts.get(w, "") or data.honorifics.get(w, "") for w in posts} - {""}
    posts -= {w for w in posts if w in data.party_words}
    return Described(
        words=frozenset(posts | modifiers) if posts else frozenset(),
        heads=_heads(rest),
        party=parties[0] if parties else "",
        countries=countries,
        others=frozenset(others),
        gender=genders.pop() if len(genders) == 1 else "",
    )


def holds(posts: Iterable[Described], wanted: Described) -> bool:
    """Whether somebody with these posts can be meant by the description `wanted`."""
    held = list(posts)
    countries = frozenset().union(*(post.countries for post in held))
    parties = {post.party for post in held} - {""}
    if wanted.countries and countries and not wanted.countries & countries:
        return False
    if wanted.party and parties and wanted.party not in parties:
        return False
    if not wanted.words:
        return bool(wanted.party in parties or wanted.countries & countries)
    others = frozenset().union(*(post.others for post in held))
    akin = {a for a in wanted.others if any(_akin(a, b) for b in others)}
    if akin != wanted.others and len(akin) < 2:
        return False
    if wanted.countries and wanted.countries <= countries and not any(post.heads for post in held):
        return True
    ranks = language("en").people.ranks
    return any(
        form <= post.words and post.heads & form and form & ranks == post.words & ranks
        for form in _forms(wanted.words)
        for post in held
    )


@lru_cache(maxsize=1)
def _small_words() -> frozenset[str]:
    data = language("en").people
    return data.post_links | data.determiners | data.openers | _DROPPED


def _akin(a: str, b: str) -> bool:
    """Whether two words are one, or a country and its adjective that no list holds."""
    shared = max(5, min(len(a), len(b)) - 2)
    return a == b or (a[:shared] == b[:shared] and len(a) >= shared)


def _post(word: str) -> bool:
    data = language("en").people
    return word in data.posts or data.honorifics.get(word) == ""


def _heads(words: list[str]) -> frozenset[str]:
    """The posts that the description is of: in "the president's spokesman" the spokesman alone."""
    data = language("en").people
    heads: list[str] = []
    last = ""
    for word in words:
        if word in data.prepositions:
            break
        if word in data.honorifics:
            heads += [last, word]
        if _post(word):
            last = word
    return frozenset([*heads, last]) - {""}


def _countries(bare: tuple[str, ...]) -> tuple[frozenset[str], list[str]]:
    table = language("en").people.countries
    found, rest, place = set(), [], 0
    while place < len(bare):
        pair = " ".join(bare[place : place + 2])
        if len(bare) > place + 1 and pair in table:
            found.add(table[pair])
            place += 2
            continue
        if bare[place] in table:
            found.add(table[bare[place]])
        else:
            rest.append(bare[place])
        place += 1
    return frozenset(found), rest


@lru_cache(maxsize=4_096)
def _forms(words: frozenset[str]) -> tuple[frozenset[str], ...]:
    """The description itself and what it can stand for: "top diplomat" for a foreign minister."""
    forms = [words]
    for said, meant in language("en").people.post_equals:
        if said <= words:
            forms += [(words - said) | form for form in meant]
    return tuple(forms)
