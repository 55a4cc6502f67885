"""Which people are meant by several at once: those who were named together or who met."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from onrecord.languages import language
from onrecord.naming.names import folded
from onrecord.naming.posts import Described, described, holds
from onrecord.people.groups import TOGETHER, Counted, counted, group, opening
from onrecord.people.pronouns import Seen
from onrecord.people.roster import Entry, Roster

_GAP, _NEAR, _FAR = 120, 300, 4000
_OPENING = 60
_PLAIN = re.compile(r"[^.:;\"“”()\n’']*")


@dataclass(frozen=True, slots=True)
class Gathering:
    """People named together at a place, or a group without names by its words."""

    start: int
    members: tuple[Entry, ...] = ()
    words: str = ""

    @property
    def names(self) -> str:
        """The names of the members, or the words of the group."""
        return TOGETHER.join(entry.name for entry in self.members) or self.words

    @property
    def numbers(self) -> frozenset[int]:
        """Which people these are, in whatever order."""
        return frozenset(entry.number for entry in self.members)


class Several:
    """The gatherings of one document, found when they are first asked for."""

    def __init__(
        self, text: str, roster: Roster, seen: Sequence[Seen], *, breaks: Sequence[int], code: str
    ) -> None:
        self._text, self._roster, self._seen, self._breaks = text, roster, seen, breaks
        self._data = language(code).people
        self._spoke: list[Gathering] = []

    def note(self, gathering: Gathering) -> None:
        """Remember a gathering that was the source of a statement."""
        self._spoke.append(gathering)

    def meant(self, what: Counted, place: int) -> Gathering | None:
        """The people whom "the two ministers" at a place means, None where that is not plain."""
        before = [g for g in (*self._named, *self._spoke) if g.start < place and g.members]
        for one in sorted(before, key=lambda g: -g.start):
            if place - one.start > _FAR:
                break
            if what.number in (0, len(one.members)) and self._fit(one.members, what.post):
                return Gathering(place, one.members)
        people = self._people_before(place) if what.number else ()
        if len(people) == what.number > 1 and self._fit(people, what.post):
            return Gathering(place, people)
        return None

    def they(self, place: int) -> Gathering | None:
        """Whom "they" at a place means: those who were named or spoke last.

        A group without names is meant only where it stands near.
        """
        before = [g for g in (*self._named, *self._spoke) if g.start < place]
        last = max(before, key=lambda g: g.start, default=None)
        last = self._opened(last.start if last else place - _NEAR, place) or last
        if last is None:
            return None
        alone = len({g.numbers for g in (*self._named, *self._spoke) if g.members}) == 1
        reach = _FAR if last.members and alone else _NEAR
        return Gathering(place, last.members, last.words) if place - last.start < reach else None

    def member(self, wanted: Described, place: int) -> Entry | None:
        """Who of "the two presidents" is the president of one country: the one who is of no other.

        Only where the text itself calls those who met leaders, or by that post.
        """
        for what, where in self._called:
            if not (what.post in wanted.heads or what.post == self._data.ruler):
                continue
            meant = self.meant(what, where)
            left = [e for e in meant.members if not self._countries(e)] if meant else []
            rest = [e for e in meant.members if self._countries(e)] if meant else []
            others = all(not self._countries(entry) & wanted.countries for entry in rest)
            if len(left) == 1 and rest and others and left[0].first < place:
                return left[0]
        return None

    @staticmethod
    def _countries(entry: Entry) -> frozenset[str]:
        return frozenset().union(*(post.countries for post in entry.posts))

    @cached_property
    def _called(self) -> list[tuple[Counted, int]]:
        """Where the text speaks of "the two leaders", "the presidents"."""
        heads = sorted({p for p, post in self._data.plurals.items() if post in self._data.rulers})
        phrase = re.compile(rf"\b(?:[Tt]he|[Bb]oth) (?:\w+ )?(?:{'|'.join(heads)})\b")
        found = ((counted(m.group()), m.start()) for m in phrase.finditer(self._text))
        return [(what, start) for what, start in found if what]

    def _fit(self, members: Sequence[Entry], post: str) -> bool:
        """Whether all can hold a post, and one surely does where not any ruler is called so."""
        if not post:
            return True
        wanted = described((post,))
        held = [holds(entry.posts, wanted) for entry in members if entry.posts]
        return all(held) and (bool(held) or post in self._data.rulers)

    def _people_before(self, place: int) -> tuple[Entry, ...]:
        last = bisect_left(self._seen, place, key=lambda one: one.start)
        near = self._seen[max(0, last - 60) : last]
        people = {one.entry.number: one.entry for one in near if not one.quoted}
        return tuple(entry for entry in people.values() if entry.can_be_he_or_she)

    def _opened(self, start: int, place: int) -> Gathering | None:
        """The group that the latest sentence between two places opens with, if one does."""
        last = bisect_left(self._breaks, place)
        for begin in reversed(self._breaks[bisect_right(self._breaks, start) : last]):
            words = opening(self._text[begin : min(begin + _OPENING, place)])
            if words:
                what = counted(words)
                meant = self.meant(what, begin) if what else None
                return Gathering(begin, meant.members if meant else (), group(words))
        return None

    def _passed(self, word: str) -> bool:
        """Whether a word belongs to the post before a name: "his Turkish counterpart"."""
        data = self._data
        known = word in data.posts or word in data.post_modifiers or word in data.countries
        return known or word in data.determiners or word in data.pronouns

    @cached_property
    def _named(self) -> list[Gathering]:
        """The people of each list that has an "and", with whoever met them."""
        found: list[Gathering] = []
        run: list[Entry] = []
        start = end = sure = 0
        for mention in self._roster.mentions:
            entry = self._roster.entries[mention.entry]
            link = self._link(end, mention.start) if run and entry not in run else ""
            if not link:
                found += [Gathering(start, tuple(run[:sure]))] if sure > 1 else []
                run, sure, start = [], 0, mention.start
            run.append(entry)
            sure, end = len(run) if link == "and" else sure, mention.end
        return [*found, Gathering(start, tuple(run[:sure]))] if sure > 1 else found

    def _link(self, start: int, end: int) -> str:
        """How what stands between two names joins them: "and", "," or not at all, ""."""
        gap = self._text[start:end]
        if len(gap) > _GAP or not _PLAIN.fullmatch(gap):
            return ""
        data, tokens = self._data, gap.replace(",", " , ").split()
        while tokens and self._passed(folded(tokens[-1])):
            tokens.pop()
        listed = [token for token in tokens if token != ","]
        if not listed:
            return "," if tokens else ""
        last = folded(listed[-1])
        met = last in data.meetings and tokens[-1] != ","
        return "and" if met or (last in data.joining and len(listed) == 1) else ""
