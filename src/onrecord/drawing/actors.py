"""Those who act in a text: states, organisations, sides of a conflict, people by their posts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from onrecord.drawing.tokens import Token, tokens
from onrecord.languages import ActorWords, PeopleWords, language
from onrecord.model import Named, Span

_HYPHEN = re.compile(r"[-‐‑–−]")
_APART = re.compile(r"[.!?;:\n()\[\]“”\"«»]")


class ActorKind(StrEnum):
    """What an actor is."""

    STATE = "state"
    ORGANISATION = "organisation"
    PERSON = "person"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who acts, by a canonical short name ("Russia", "UN", "Syrian opposition").

    `how` says what named it: name, adjective ("our Iranian colleagues"), people ("the Americans"),
    capital ("between Ankara and Washington"), pair ("the Russia-Turkey agreement"), side, post (a
    person's post: `name` is then that of the state or organisation, and `kind` person). `place` is
    true where the words rather say where something is ("in Turkey").
    """

    name: str
    span: Span
    kind: ActorKind
    how: str = "name"
    place: bool = False


def actors_in(
    text: str, *, code: str = "en", conflict: str = "", parties: tuple[Named, ...] = ()
) -> tuple[Actor, ...]:
    """Those named in `text` in order, none inside another; offsets count in `text`.

    With `conflict`, a state whose sides are told apart, the bare words "the government" and "the
    opposition" are that state's. `parties` are those of a process, known beside those of the
    language. Heads of state stand as persons: whether they stand for their
    state is the caller's to say.
    """
    scan = _Scan(text, tokens(text), code, conflict, parties)
    found: list[Actor] = []
    place = 0
    while place < len(scan.read):
        actors, place = _at(scan, place)
        found += actors
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Scan:
    """A text with its words, and what they are read with."""

    text: str
    read: Sequence[Token]
    code: str
    conflict: str
    parties: tuple[Named, ...] = ()

    @property
    def data(self) -> ActorWords:
        return language(self.code).actors

    @property
    def people(self) -> PeopleWords:
        return language(self.code).people

    def low(self, place: int) -> str:
        return self.read[place].low if 0 <= place < len(self.read) else ""

    def span(self, start: int, end: int) -> Span:
        return Span(self.read[start].start, self.read[end - 1].end)

    def apart(self, place: int) -> bool:
        """Whether a mark stands before a word, or no word is there."""
        if not 0 < place < len(self.read):
            return True
        return bool(_APART.search(self.text, self.read[place - 1].end, self.read[place].start))


@dataclass(frozen=True, slots=True)
class _Form:
    """What a form stands for: `upper` where it is met in capitals only."""

    words: tuple[str, ...]
    name: str
    kind: ActorKind
    how: str
    upper: bool = False


@lru_cache(maxsize=8)
def _forms(code: str, parties: tuple[Named, ...] = ()) -> dict[str, list[_Form]]:
    """All forms by their first word, the longest first."""
    table: dict[str, list[_Form]] = {}
    for form in (*_listed(code), *_of_parties(parties, code)):
        table.setdefault(form.words[0], []).append(form)
    for forms in table.values():
        forms.sort(key=lambda form: -len(form.words))
    return table


def _listed(code: str) -> Iterator[_Form]:
    data = language(code).actors
    tables = [
        (data.names, ActorKind.STATE, "name"),
        (data.adjectives, ActorKind.STATE, "adjective"),
        (data.organisations, ActorKind.ORGANISATION, "name"),
        (data.capitals, ActorKind.STATE, "capital"),
        (data.people, ActorKind.STATE, "people"),
        (data.groups, ActorKind.GROUP, "side"),
        (dict.fromkeys(data.opposition | data.government, ""), ActorKind.GROUP, "side"),
    ]
    for table, kind, how in tables:
        for form, name in table.items():
            words = tuple(form.casefold().replace(".", "").split())
            yield _Form(words, name, kind, how, form.isupper() or form in data.initials)


def _of_parties(parties: tuple[Named, ...], code: str) -> Iterator[_Form]:
    """The forms of those parties to a process that the language does not know.

    One with adjectives is a state.
    """
    for party in parties:
        if actors_in(party.name, code=code):
            continue
        kind = ActorKind.STATE if party.adjectives else ActorKind.ORGANISATION
        forms = [("name", party.name), *(("name", alias) for alias in party.aliases)]
        for how, form in (*forms, *(("adjective", adjective) for adjective in party.adjectives)):
            words = tuple(form.casefold().replace(".", "").removeprefix("the ").split())
            if words:
                yield _Form(words, party.name, kind, how, form.isupper())


def _at(scan: _Scan, place: int) -> tuple[list[Actor], int]:
    """The actors that begin at a word, and the word to go on at."""
    pair = _pair(scan, scan.read[place])
    if pair:
        return pair, place + 1
    form = _matching(scan, place)
    if form is None:
        return [], place + 1
    end = place + len(form.words)
    if not form.name:
        return _side(scan, place), end
    if form.how == "capital":
        return _capital(scan, place, end, form), end
    if form.how == "people" or form.kind is ActorKind.GROUP:
        return [Actor(form.name, scan.span(place, end), form.kind, form.how)], end
    return _named(scan, place, end, form)


def _matching(scan: _Scan, place: int) -> _Form | None:
    """The longest form that begins at a word; the case of its first letter is looked at."""
    first = scan.read[place].raw
    for form in _forms(scan.code, scan.parties).get(scan.low(place), ()):
        if any(scan.low(place + number) != word for number, word in enumerate(form.words)):
            continue
        if form.upper and not first.replace(".", "").isupper():
            continue
        if first[0].isupper() or not form.name:
            return form
    return None


def _pair(scan: _Scan, token: Token) -> list[Actor]:
    """Both states of "Russian-Turkish" and "Russia-Turkey"; nothing for other hyphened words."""
    if not _HYPHEN.search(token.raw):
        return []
    found: list[Actor] = []
    start = token.start
    for piece in _HYPHEN.split(token.raw):
        low = piece.casefold().replace(".", "")
        known = _forms(scan.code, scan.parties).get(low, ())
        forms = [form for form in known if len(form.words) == 1 and form.name]
        if piece[:1].isupper() and forms and not (forms[0].upper and not piece.isupper()):
            span = Span(start, start + len(piece))
            found.append(Actor(forms[0].name, span, forms[0].kind, "pair"))
        start += len(piece) + 1
    return found if len(found) > 1 else []


def _side(scan: _Scan, place: int) -> list[Actor]:
    """A bare "the government" or "the opposition" of the state that the conflict is in."""
    opposed = scan.low(place) in scan.data.opposition
    before = scan.low(place - 1)
    if scan.conflict not in scan.data.divided or not (opposed or scan.low(place) == "government"):
        return []
    if not opposed and (before not in scan.people.definite or scan.low(place + 1) == "of"):
        return []
    start = place - 1 if opposed and before in scan.data.between else place
    return [_sided(scan, scan.conflict, scan.span(start, place + 1), opposed=opposed)]


def _sided(scan: _Scan, state: str, span: Span, *, opposed: bool) -> Actor:
    """The government or the opposition of a state, by the adjective where there is one."""
    words = [scan.data.divided.get(state, state), scan.data.sides[1 if opposed else 0]]
    if opposed and scan.data.armed in span.of(scan.text).split():
        words.insert(1, scan.data.armed)
    return Actor(" ".join(words), span, ActorKind.GROUP, "side")


def _capital(scan: _Scan, place: int, end: int, form: _Form) -> list[Actor]:
    """A capital where it acts or is acted with; as a place, and in the name of a process, none."""
    raw, span = scan.read[place].raw, scan.span(place, end)
    if (raw.isupper() and len(raw) > 3) or not _acts(scan, place, end):
        return []
    if form.name in scan.data.divided:
        return [replace(_sided(scan, form.name, span, opposed=False), how="capital")]
    return [Actor(form.name, span, ActorKind.STATE, "capital")]


def _acts(scan: _Scan, place: int, end: int) -> bool:
    before, after = scan.low(place - 1), scan.low(end)
    owns = scan.read[end - 1].owning
    of = before == "of" and scan.low(place - 2) in scan.data.beside
    if before in scan.data.placing or (before in ("the", "of") and not of and not owns):
        return False
    if of or owns or before in scan.data.beside:
        return True
    if before == "and" and place > 1 and _is_capital(scan, place - 2):
        return True
    if scan.apart(end):
        return False
    return after in scan.data.doing or (after == "and" and _is_capital(scan, end + 1))


def _is_capital(scan: _Scan, place: int) -> bool:
    form = _matching(scan, place) if place < len(scan.read) else None
    return form is not None and form.how == "capital"


def _named(scan: _Scan, place: int, end: int, form: _Form) -> tuple[list[Actor], int]:
    """A state or organisation by its name or adjective, with the noun that it stands with."""
    owning = scan.read[end - 1].owning
    body = 0 if owning or form.kind is not ActorKind.ORGANISATION else _body(scan, end)
    if body:
        span = scan.span(place, body)
        return [Actor(span.of(scan.text), span, form.kind)], body
    noun, last = _noun(scan, end)
    divided = form.name in scan.data.divided and noun in scan.data.government
    if noun and (not owning or divided):
        return _with_noun(scan, form, scan.span(place, last), noun), last
    return ([], end) if form.how == "adjective" else (_by_name(scan, place, end, form), end)


def _by_name(scan: _Scan, place: int, end: int, form: _Form) -> list[Actor]:
    start = _titled(scan, place)
    span = scan.span(start, end)
    if scan.low(start - 1) in scan.data.continents:
        return []
    word = scan.low(start - 2) if scan.low(start - 1) == "of" else ""
    opposed = word in scan.data.opposition
    if form.name in scan.data.divided and (opposed or word in ("government", "authorities")):
        return [_sided(scan, form.name, scan.span(start - 2, end), opposed=opposed)]
    if _post_of(scan, start):
        return [Actor(form.name, span, ActorKind.PERSON, "post")]
    placed = form.kind is ActorKind.STATE and not scan.read[end - 1].owning
    return [Actor(form.name, span, form.kind, place=placed and _placed(scan, start))]


def _placed(scan: _Scan, place: int) -> bool:
    """Whether a preposition makes it a place; "our friends from Kazakhstan" are its people."""
    at = place - 2 if scan.low(place - 1) == "the" else place - 1
    if scan.low(at) not in scan.data.placing:
        return False
    return not (scan.low(at) in ("from", "in") and scan.low(at - 1) in scan.data.standing)


def _post_of(scan: _Scan, place: int) -> bool:
    """Whether a state stands in a post ("Foreign Minister of the Republic of Kazakhstan")."""
    at = place - 2 if scan.low(place - 1) == "the" else place - 1
    if scan.low(at) not in ("of", "to"):
        return False
    for back in range(at - 1, max(-1, at - 8), -1):
        if _post(scan, scan.low(back)):
            return True
        raw = scan.read[back].raw
        if not (raw[:1].isupper() or scan.low(back) in ("of", "for", "and", "the")):
            return False
    return False


def _titled(scan: _Scan, place: int) -> int:
    """Where an official name begins: "Republic of" before the name belongs to it."""
    if scan.low(place - 1) == "of" and scan.low(place - 2) in scan.data.titled:
        return place - 2
    return place


def _noun(scan: _Scan, place: int) -> tuple[str, int]:
    """The noun that an adjective stands with, and the word to go on at; "" for none.

    Others may share the noun ("our Turkish and Iranian colleagues"): then the noun is theirs too,
    and the word to go on at is the next.
    """
    alone, data, people = True, scan.data, scan.people
    for ahead in range(place, min(place + 7, len(scan.read))):
        low = scan.low(ahead)
        if scan.apart(ahead):
            break
        if low in data.opposition | data.standing | data.government or _post(scan, low):
            return low, ahead + 1 if alone else place
        state = low in data.adjectives or low in data.names
        alone = alone and not state
        if not (state or low in data.between or low in people.post_modifiers or low in _JOINING):
            break
    return "", place


def _post(scan: _Scan, low: str) -> bool:
    return low in scan.people.posts and low not in scan.data.verbal


_JOINING = frozenset({"and", "or"})


def _with_noun(scan: _Scan, form: _Form, span: Span, noun: str) -> list[Actor]:
    data = scan.data
    if noun in data.opposition or (form.name in data.divided and noun in data.government):
        return [_sided(scan, form.name, span, opposed=noun in data.opposition)]
    if noun in data.standing or noun in data.government:
        return [Actor(form.name, span, form.kind, "adjective")]
    return [Actor(form.name, span, ActorKind.PERSON, "post")]


def _body(scan: _Scan, place: int) -> int:
    """The word after the name of an organisation's body ("Security Council"), 0 for none."""
    for ahead in range(place, min(place + 5, len(scan.read))):
        if scan.apart(ahead) or not scan.read[ahead].raw[0].isupper():
            return 0
        if scan.low(ahead) in scan.data.bodies:
            return ahead + 1
    return 0
