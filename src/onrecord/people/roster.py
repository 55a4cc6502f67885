"""Who is named in a document, under which names and posts, and where."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from onrecord.languages import language
from onrecord.languages.romanising import ARTICLES, SPACED
from onrecord.naming.names import NameRead, folded, fullest, parts_of, read_name
from onrecord.naming.posts import Described, described
from onrecord.naming.sameness import name_key, names_fit, surname_key
from onrecord.people.organisations import organisation

_UPPER = "".join(c for c in map(chr, range(0x530)) if c.isupper())
_ARTICLE = rf"(?:(?:{'|'.join(sorted(ARTICLES))})[-‐‑])?"
_INITIALS = rf"\.(?:[{_UPPER}]\.)*(?![^\W_])"
_CAPITALISED = rf"{_ARTICLE}[{_UPPER}](?:{_INITIALS}|[\w’'‐‑-]*[^\W_]|(?!\w))"
_SHORTENED = r"(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Prof|Rev|Lt|Col|Sgt|Jr|Sr|St|Amb|Hon|Adm|Maj|Capt)\."
_PART = rf"(?:{_SHORTENED}|{_CAPITALISED})"
_LINK = rf"[ \u00a0](?:(?=[a-z])(?:{'|'.join(sorted(SPACED))}|of the|of) ){{0,2}}"
_RUN = re.compile(rf"{_PART}(?:{_LINK}{_PART})*")
_APPOSED = re.compile(r"(?:\s*\([^()\n]{0,40}\))?,\s+([^,.;:!?\n\"“”]{3,90})[,.;:\n]")
_STATE = re.compile(r"\s*\((?:([RDI])-)?([A-Z][\w. ]{1,14}?)\.?\)")
_FROM = re.compile(r" of ((?:[A-Z]\w+ ?){1,2})")
_CAPITAL_WORD = re.compile(rf"\b[{_UPPER}]\w+")
_COUNTERPARTS = frozenset(["counterpart"])
_HIS = frozenset("his her".split())
_SPREAD = 70
_LONGEST = 200


@dataclass(slots=True)
class Entry:
    """A person of the document: names as written and how often, posts, gender, first place.

    `sure` is true where something besides capitals says that this is a person: a title, a post, a
    known given name, a turn, the source of a statement.
    """

    number: int
    names: Counter[str] = field(default_factory=Counter)
    posts: list[Described] = field(default_factory=list)
    gender: str = ""
    first: int = sys.maxsize
    sure: bool = False
    name: str = ""
    placed: int = 0

    @property
    def count(self) -> int:
        """How often the full name stands in the document."""
        return self.names.total()

    @property
    def can_be_he_or_she(self) -> bool:
        """Whether a pronoun can mean this entry: not a word that was named once, without title."""
        return self.sure and (self.surely_a_person or " " in self.name or self.placed > 1)

    @property
    def surely_a_person(self) -> bool:
        """Whether a title, a post or a given name tells a person from an organisation."""
        return bool(self.gender or self.posts)


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a person of the roster is named."""

    start: int
    end: int
    entry: int


@dataclass(frozen=True, slots=True)
class _Run:
    """A stretch of capitalised words and the name in it."""

    start: int
    end: int
    read: NameRead


class Roster:
    """The people of one document; built once, then asked."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.mentions: list[Mention] = []
        self.organisations: set[str] = set()
        self.latest: Entry | None = None
        self._by_surname: dict[str, list[Entry]] = {}
        self._by_form: dict[str, Entry] = {}

    def add(self, read: NameRead, start: int, *, sure: bool = False) -> Entry:
        """Enter a full name, or find the person it belongs to."""
        entry = self._by_form.get(read.name)
        if entry is None:
            entry = self._known(read.name) or self._new(read.name)
            self._by_form[read.name] = entry
        entry.names[read.name] += 1
        entry.first = min(entry.first, start)
        entry.sure = entry.sure or sure
        entry.gender = entry.gender or read.gender
        return entry

    def bearing(self, name: str) -> list[Entry]:
        """The people whom a cleaned name can mean, those that are surely people first."""
        found = [e for e in self._by_surname.get(surname_key(name), []) if names_fit(name, e.name)]
        sure = [entry for entry in found if entry.sure]
        return sure or found

    def called(self, given: str) -> list[Entry]:
        """The people with this given name."""
        key = name_key(folded(given))
        return [
            entry
            for entry in self.entries
            if len(parts := parts_of(entry.name)) > 1 and name_key(parts[0]) == key and entry.sure
        ]

    def settle(self) -> None:
        """Choose each person's fullest name and gender, once all forms are entered."""
        given = language("en").people.given_names
        for entry in self.entries:
            common = [name for name, _ in entry.names.most_common()]
            entry.name = fullest(common) or entry.name
            parts = parts_of(entry.name)
            if len(parts) > 1 and parts[0] in given:
                entry.sure = True
                entry.gender = entry.gender or given[parts[0]]
            for post in entry.posts:
                entry.gender = entry.gender or post.gender

    def _known(self, name: str) -> Entry | None:
        for entry in self._by_surname.get(surname_key(name), []):
            if len(parts_of(entry.name)) > 1 and names_fit(name, entry.name):
                return entry
        return None

    def _new(self, name: str) -> Entry:
        entry = Entry(len(self.entries), name=name)
        self.entries.append(entry)
        self._by_surname.setdefault(surname_key(name), []).append(entry)
        return entry


def build_roster(
    text: str, sources: Sequence[tuple[int, str]] = (), speakers: Iterable[str] = ()
) -> Roster:
    """The people of a text: `sources` are source words with their place, `speakers` of turns."""
    roster = Roster()
    for speaker in speakers:
        _enter(roster, read_name(speaker), 0, sure=True)
    runs = list(_runs(text, roster.organisations))
    for run in runs:
        if len(parts_of(run.read.name)) > 1:
            _enter_run(roster, text, run)
    for start, words in sources:
        read = read_name(words)
        if read.name and (len(parts_of(read.name)) > 1 or _stands_as_name(read.name, text)):
            _enter(roster, read, start, sure=True)
    for run in runs:
        if len(parts_of(run.read.name)) == 1 and (
            run.read.gender or described(run.read.before).words
        ):
            _enter_run(roster, text, run)
    roster.settle()
    _place(roster, runs)
    return roster


def _stands_as_name(word: str, text: str) -> bool:
    """Whether a single capitalised word looks like a name, not like the first of a sentence.

    It must never stand in the text in lower case, nor be a word that opens sentences.
    """
    data = language("en").people
    bare = folded(word)
    if len(bare) < 3 or bare in data.openers or bare in data.collectives or not word[0].isupper():
        return False
    lower = word.lower()
    return lower not in text or not re.search(rf"(?<![\w’'-]){re.escape(lower)}(?![\w’'-])", text)


def _runs(text: str, organisations: set[str]) -> Iterator[_Run]:
    """The stretches of capitalised words that name somebody; those of `organisations` go there.

    "of" joins them after a post ("President of Russia"), not elsewhere ("footage of Holm"). In a
    headline in which all words have capitals no organisation is told.
    """
    data = language("en").people
    headline = _titled(text)
    for match in _RUN.finditer(text):
        start, words = match.start(), match.group()
        if len(words) > _LONGEST:  # a line in capitals, a list: no name
            continue
        named = organisation(words) if " " in words and start > headline else ""
        if named:
            organisations.add(named)
        while " of " in words:
            head, _, rest = words.partition(" of ")
            last = folded(head.rpartition(" ")[2])
            if last in data.posts or last in data.post_modifiers:
                break
            read = read_name(head)
            if read.name:
                yield _Run(start, start + len(head), read)
            start, words = start + len(head) + 4, rest
        read = read_name(words)
        if read.name:
            yield _Run(start, start + len(words), read)


def _titled(text: str) -> int:
    """Where a first line ends whose longer words all have capitals; -1 where some have none."""
    end = text.find("\n")
    tokens = text[:end].split() if end > 0 else []
    return -1 if any(len(token) > 3 and token[0].islower() for token in tokens) else end


def _enter(roster: Roster, read: NameRead, start: int, *, sure: bool) -> Entry | None:
    parts = parts_of(read.name) if read.name else ()
    if not 1 <= len(parts) <= 5:
        return None
    if len(parts) == 1 and len(roster.bearing(read.name)) > 1:
        return None
    entry = roster.add(read, start, sure=sure)
    _hold(roster, entry, described(read.before))
    return entry


def _hold(roster: Roster, entry: Entry, post: Described) -> None:
    """Note a post; "his Turkish counterpart" holds what whoever was named before holds."""
    if _COUNTERPARTS & post.heads:
        if roster.latest is None or roster.latest is entry or not roster.latest.posts:
            return
        theirs = roster.latest.posts[0]
        post = replace(theirs, countries=post.countries, others=post.others, gender="")
    if (post or post.countries) and post not in entry.posts:
        entry.posts.append(post)
    if post.words:
        entry.sure = True
        roster.latest = entry


def _enter_run(roster: Roster, text: str, run: _Run) -> None:
    read = run.read
    before = _posts_before(text, run.start)
    whole = NameRead(read.name, before + read.before, read.gender, read.several)
    entry = _enter(roster, whole, run.start, sure=bool(read.gender))
    if entry is None:
        return
    for post in _posts_after(text, run):
        _hold(roster, entry, post)


def _posts_before(text: str, start: int) -> tuple[str, ...]:
    """The lower-case post that runs up to a name: "the Russian foreign minister, Sergey Lavrov"."""
    line = text[max(0, start - _SPREAD) : start]
    if not line.endswith(" "):
        return ()
    data = language("en").people
    tokens = line[line.rfind("\n") + 1 :].split()
    set_off = bool(tokens) and tokens[-1].endswith(",")
    taken: list[str] = []
    for place in range(len(tokens) - 1, -1, -1):
        token = tokens[place].removesuffix(",") if place == len(tokens) - 1 else tokens[place]
        bare = folded(token)
        if not token or token[-1] in ',.;:!?"”' or not (taken or bare in data.posts):
            break
        known = bare in data.posts or bare in data.post_modifiers or bare in data.countries
        if known or bare in data.party_words:
            taken.append(bare)
            continue
        set_off = set_off and not (bare in data.determiners or bare in data.neuter | _HIS)
        if token[:1].isupper() and bare not in data.openers:
            set_off = False
            taken.append(bare)
        elif bare == "its":
            taken.append(_subject(text, start))
        break
    return () if set_off else tuple(reversed(taken))


def _subject(text: str, place: int) -> str:
    """The first capitalised word of the sentence, folded: the "it" of "its foreign minister"."""
    start = max(text.rfind(mark, max(0, place - 300), place) for mark in ("\n", ". ", "– ", "— "))
    first = _CAPITAL_WORD.search(text, start + 1, place)
    return folded(first.group()) if first else ""


def _posts_after(text: str, run: _Run) -> list[Described]:
    data, found, end = language("en").people, [], run.end
    state = _STATE.match(text, end)
    if state:
        post = _of_state(state)
        found += [post] if post.party or post.countries else []
    apposed = _APPOSED.match(text, end)
    if apposed:
        post = described(tuple(folded(w) for w in apposed.group(1).split()))
        words = _head(apposed.group(1))
        head = described(tuple(words))
        if head and words[-1] in head.heads | data.party_words.keys():
            found.append(post if len(post.others) < 4 else head)
    placed = _FROM.match(text, end)
    if placed:
        post = described(tuple(folded(w) for w in placed.group(1).split()))
        if post.countries:
            found.append(post)
    return found


def _head(words: str) -> list[str]:
    head: list[str] = []
    for word in words.split():
        bare = folded(word)
        if bare in {"of", "for", "who", "at", "in", "to", "from", "and", "whose", "with"}:
            break
        head.append(bare)
    return head


def _of_state(match: re.Match[str]) -> Described:
    data = language("en").people
    party = {"R": "republican", "D": "democratic"}.get(match.group(1) or "", "")
    short = folded(match.group(2)).replace(".", "")
    state = data.states.get(short, "")
    return Described(party=party, countries=frozenset([state]) if state else frozenset())


def _place(roster: Roster, runs: Iterable[_Run]) -> None:
    """Note where each person is named; a bare surname only where one person bears it."""
    known: dict[str, list[Entry]] = {}
    for run in runs:
        name = run.read.name
        if name not in known:
            known[name] = roster.bearing(name) or roster.called(name)
        bearing = known[name]
        if len(bearing) == 1 and bearing[0].sure:
            roster.mentions.append(Mention(run.start, run.end, bearing[0].number))
            bearing[0].placed += 1
