"""Source words to the people they mean, within one document."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence

from onrecord.languages import language
from onrecord.model import Attribution, Part, Quotation, Resolved, Span, Spans, Turn
from onrecord.people.names import clean_name, folded, parts_of, read_name
from onrecord.people.organisations import anaphor, organisation
from onrecord.people.posts import describe, holds
from onrecord.people.pronouns import Seen, antecedent
from onrecord.people.roster import Entry, Roster, build_roster
from onrecord.text import sentences

_NOBODY = Resolved()
_CLAUSE = re.compile(r",\s|;|\s(?=who\b|whom\b|that\b|which\b)|\s[–—-]+\s")
_NEAR = 300


def resolve(
    text: str,
    attributions: Sequence[Attribution],
    *,
    turns: Sequence[Turn] = (),
    parts: Sequence[Part] = (),
    language: str = "en",
) -> tuple[Resolved, ...]:
    """Who is meant by each attribution's source, within this document; one result each, in order.

    The name is the fullest that the document gives, or "" where nobody, several people, or two that
    fit equally are meant. `basis` is name, surname, post, pronoun, turn or organisation. Inside a
    turn, or inside another's words, `via` starts with whoever passes the words on.
    """
    del language  # one set of rules so far; its words are the language's data
    if not attributions:
        return ()
    reading = _Reading(text, attributions, turns, parts)
    for number in reading.order:
        reading.settle(number)
    return tuple(reading.results)


class _Reading:
    """One document while its sources are being resolved, in order of depth and place."""

    def __init__(
        self,
        text: str,
        attributions: Sequence[Attribution],
        turns: Sequence[Turn],
        parts: Sequence[Part],
    ) -> None:
        self.text = text
        self.data = language("en").people
        self.attributions = attributions
        self.words = [_words(text, one.source) for one in attributions]
        self.places = [_place(one) for one in attributions]
        self.turns = _TurnsAt(turns)
        self.outer = _outer(attributions)
        self.roster = _roster(text, attributions, self.words, turns)
        self.breaks = [span.start for span in sentences(text)]
        self.quoted = _quoted(attributions)
        self.seen = self._mentions()
        self.results = [_NOBODY] * len(attributions)
        self.entry_of: list[int | None] = [None] * len(attributions)
        depth = [_depth(self.outer, number) for number in range(len(attributions))]
        self.order = sorted(range(len(attributions)), key=lambda n: (depth[n], self.places[n]))

    def settle(self, number: int) -> None:
        """Resolve one source and remember who spoke there."""
        speaker, basis, entry = self._speaker(number)
        self.results[number] = Resolved(speaker, basis, self._via(number, speaker))
        self.entry_of[number] = entry
        if entry is not None:
            found = self.roster.entries[entry]
            quoted = self.outer[number] is not None
            insort(
                self.seen,
                Seen(self.places[number], entry, found.gender, spoke=not quoted, quoted=quoted),
                key=lambda one: one.start,
            )

    def _speaker(self, number: int) -> tuple[str, str, int | None]:
        words, place = self.words[number], self.places[number]
        bare = [b for b in (folded(word) for word in words.split()) if b]
        if not bare:
            return "", "", None
        if bare[0] in self.data.first_person and len(bare) <= 2:
            return self._first_person(number)
        if bare[0] in self.data.pronouns and self._about_one(bare):
            return self._pronoun(number, self.data.pronouns[bare[0]])
        if bare[0] in self.data.relatives and len(bare) == 1:
            return self._relative(place)
        if bare[0] in self.data.neuter and len(bare) == 1:
            return "", "", None
        return self._named(words, place) or self._organised(words) or self._posted(words, place)

    def _about_one(self, bare: list[str]) -> bool:
        """Whether words that start with a pronoun mean that person: "he", "his statement"."""
        return len(bare) == 1 or bare[-1] in self.data.works or bare[1] in self.data.pronouns

    def _first_person(self, number: int) -> tuple[str, str, int | None]:
        outer = self.outer[number]
        while outer is not None and self.attributions[outer].quotation is Quotation.INDIRECT:
            outer = self.outer[outer]
        if outer is not None:
            return self.results[outer].speaker, "pronoun", self.entry_of[outer]
        turn = self.turns.at(self.places[number])
        if turn is None or not turn.speaker:
            return "", "", None
        entry = self._entry(turn.speaker)
        return self._shown(turn.speaker), "turn", entry.number if entry else None

    def _pronoun(self, number: int, gender: str) -> tuple[str, str, int | None]:
        place, outer = self.places[number], self.outer[number]
        if outer is not None and self.attributions[outer].quotation is Quotation.INDIRECT:
            meant = self.entry_of[outer]
            if meant is not None and self.roster.entries[meant].gender in {"", gender}:
                return self.roster.entries[meant].name, "pronoun", meant
        barred = {self.entry_of[outer]} if outer is not None else set()
        turn = self.turns.at(place)
        if turn is not None and turn.speaker:
            entry = self._entry(turn.speaker)
            barred.add(entry.number if entry else None)
        found = antecedent(
            place,
            gender,
            self.seen,
            breaks=self.breaks,
            barred=frozenset(one for one in barred if one is not None),
        )
        if found is None:
            return "", "", None
        return self.roster.entries[found].name, "pronoun", found

    def _relative(self, place: int) -> tuple[str, str, int | None]:
        """ "who" after a name: the last person named before it in its sentence."""
        start = self.breaks[max(0, bisect_right(self.breaks, place) - 1)] if self.breaks else 0
        last = bisect_left(self.seen, place, key=lambda one: one.start) - 1
        if last < 0 or self.seen[last].start < max(start, place - _NEAR):
            return "", "", None
        entry = self.roster.entries[self.seen[last].entry]
        return entry.name, "pronoun", entry.number

    def _named(self, words: str, place: int) -> tuple[str, str, int | None] | None:
        read = read_name(words)
        if read.several:
            return "", "", None
        if not read.name or _joined(words):
            return None if not _joined(words) else ("", "", None)
        if folded(read.name) in self.data.organisations and not self.roster.bearing(read.name):
            return None
        entry = self._choose(read.name, place, read.gender)
        if entry is None:
            return "", "", None
        basis = "name" if len(parts_of(read.name)) > 1 else "surname"
        return entry.name, basis, entry.number

    def _choose(self, name: str, place: int, gender: str) -> Entry | None:
        """The person a name means here: of several the far more frequent, or the latest."""
        bearing = self.roster.bearing(name)
        if len(parts_of(name)) == 1:
            longer = [e for e in bearing if len(parts_of(e.name)) > 1]
            bearing = longer or self.roster.called(name) or bearing
        if gender:
            bearing = [e for e in bearing if e.gender in {"", gender}] or bearing
        if len(bearing) < 2:
            return bearing[0] if bearing else None
        ranked = sorted(bearing, key=lambda e: -sum(e.names.values()))
        most, next_ = (sum(e.names.values()) for e in ranked[:2])
        if most >= 2 * next_ and (most > 2 or ranked[0].first < ranked[1].first):
            return ranked[0]
        return self._latest(bearing, place)

    def _latest(self, among: Sequence[Entry], place: int) -> Entry | None:
        """Of several, the one who was named nearest before a place, if it was near."""
        numbers = {entry.number for entry in among}
        last = bisect_left(self.seen, place, key=lambda one: one.start)
        for one in reversed(self.seen[:last]):
            if place - one.start > 3 * _NEAR:
                break
            if one.entry in numbers and not one.quoted:
                return self.roster.entries[one.entry]
        return None

    def _organised(self, words: str) -> tuple[str, str, int | None] | None:
        name = organisation(words) or anaphor(words, self.roster.organisations.values())
        return (name, "organisation", None) if name else None

    def _posted(self, words: str, place: int) -> tuple[str, str, int | None]:
        first = _CLAUSE.split(words.strip(), maxsplit=1)[0]
        bare = [folded(word) for word in first.split()]
        if not bare or bare[0] in {"a", "an", "another", "one", "some"}:
            return "", "", None
        if any(word in self.data.collectives for word in bare):
            return "", "", None
        wanted = describe(first)
        if not wanted:
            return "", "", None
        fit = [e for e in self.roster.entries if e.posts and e.sure and holds(e.posts, wanted)]
        if wanted.gender:
            fit = [e for e in fit if e.gender in {"", wanted.gender}]
        entry = fit[0] if len(fit) == 1 else self._latest(fit, place)
        return (entry.name, "post", entry.number) if entry else ("", "", None)

    def _via(self, number: int, speaker: str) -> tuple[str, ...]:
        chain: list[str] = []
        turn = self.turns.at(self.places[number])
        if turn is not None and turn.speaker:
            chain.append(self._shown(turn.speaker))
        outer = self.outer[number]
        if outer is not None:
            chain += [*self.results[outer].via, self.results[outer].speaker]
        own = _words(self.text, self.attributions[number].via)
        if own:
            passed = self._named(own, self.places[number]) or self._organised(own)
            chain.append(passed[0] if passed and passed[0] else clean_name(own))
        kept = [name for name in dict.fromkeys(chain) if name and name != speaker]
        return tuple(kept)

    def _entry(self, name: str) -> Entry | None:
        bearing = self.roster.bearing(clean_name(name) or name)
        return bearing[0] if len(bearing) == 1 else None

    def _shown(self, name: str) -> str:
        entry = self._entry(name)
        return entry.name if entry else clean_name(name) or name

    def _mentions(self) -> list[Seen]:
        seen = []
        starts = frozenset(self.breaks)
        for mention in self.roster.mentions:
            before = self.text[max(0, mention.start - 14) : mention.start].split()
            seen.append(
                Seen(
                    mention.start,
                    mention.entry,
                    self.roster.entries[mention.entry].gender,
                    oblique=bool(before) and folded(before[-1]) in self.data.prepositions,
                    owner=self.text[mention.end - 2 : mention.end] in {"'s", "’s"}
                    or self.text[mention.end : mention.end + 2] in {"'s", "’s"},
                    first=mention.start in starts,
                    quoted=self._in_quotes(mention.start),
                )
            )
        return seen

    def _in_quotes(self, place: int) -> bool:
        before = bisect_right(self.quoted, (place, len(self.text) + 1)) - 1
        return before >= 0 and place < self.quoted[before][1]


class _TurnsAt:
    """The turn that stands at a place."""

    def __init__(self, turns: Sequence[Turn]) -> None:
        spans = sorted((s.start, s.end, n) for n, turn in enumerate(turns) for s in turn.spans)
        self.turns, self.spans = turns, spans
        self.starts = [start for start, _, _ in spans]

    def at(self, place: int) -> Turn | None:
        before = bisect_right(self.starts, place) - 1
        if before < 0 or place >= self.spans[before][1]:
            return None
        return self.turns[self.spans[before][2]]


def _words(text: str, spans: Spans) -> str:
    return " ".join(span.of(text) for span in sorted(spans))


def _place(one: Attribution) -> int:
    return min(span.start for span in (one.source or one.content))


def _joined(words: str) -> bool:
    return (
        bool(re.search(r"\b(?:and|&)\s+(?:the\s+)?[A-Z][\w’'-]+\s*$", words)) and "," not in words
    )


def _roster(
    text: str, attributions: Sequence[Attribution], words: list[str], turns: Sequence[Turn]
) -> Roster:
    named, organisations = [], {}
    for one, source in zip(attributions, words, strict=True):
        name = organisation(source)
        if name:
            organisations[name] = name
        elif source:
            named.append((_place(one), source))
    roster = build_roster(text, named, [turn.speaker for turn in turns if turn.speaker])
    roster.organisations.update(organisations)
    return roster


def _quoted(attributions: Sequence[Attribution]) -> list[tuple[int, int]]:
    return sorted(
        (span.start, span.end)
        for one in attributions
        if one.quotation is Quotation.DIRECT
        for span in one.content
    )


def _outer(attributions: Sequence[Attribution]) -> list[int | None]:
    """For each attribution the smallest other one whose content holds it."""
    spans = sorted(
        ((s.start, -s.end, number) for number, one in enumerate(attributions) for s in one.content)
    )
    found: list[int | None] = [None] * len(attributions)
    anchors = sorted((_anchor(one), number) for number, one in enumerate(attributions))
    open_: list[tuple[int, int]] = []
    upcoming = 0
    for anchor, number in anchors:
        while upcoming < len(spans) and spans[upcoming][0] <= anchor.start:
            open_.append((-spans[upcoming][1], spans[upcoming][2]))
            upcoming += 1
        open_ = [one for one in open_ if one[0] > anchor.start]
        holding = [
            (end - anchor.start, outer)
            for end, outer in open_
            if end >= anchor.end and outer != number and not _within(attributions, outer, number)
        ]
        if holding:
            found[number] = min(holding)[1]
    return found


def _within(attributions: Sequence[Attribution], outer: int, number: int) -> bool:
    """Whether `outer` itself stands in the content of `number`, or has the very same content."""
    held = _anchor(attributions[outer])
    inner = attributions[number]
    return any(span.holds(held) for span in inner.content)


def _anchor(one: Attribution) -> Span:
    spans = one.source or one.cue or one.content
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def _depth(outer: list[int | None], number: int) -> int:
    depth, seen, step = 0, {number}, outer[number]
    while step is not None and step not in seen:
        seen.add(step)
        depth, step = depth + 1, outer[step]
    return depth
