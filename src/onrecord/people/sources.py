"""Source words to the people they mean, within one document."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence

from onrecord.languages import language
from onrecord.model import Attribution, Part, PartKind, Quotation, Resolved, Spans, Turn
from onrecord.naming.names import clean_name, folded, parts_of, read_name
from onrecord.naming.posts import describe, holds
from onrecord.people.groups import counted, group, named_together
from onrecord.people.nesting import TurnsAt, depth_of, outer_of
from onrecord.people.organisations import anaphor, article_and_name, before_relative, organisation
from onrecord.people.pronouns import Seen, antecedent, seen_in
from onrecord.people.roster import Entry, Roster, build_roster
from onrecord.people.several import Gathering, Several
from onrecord.text import sentences

_CLAUSE = re.compile(r",\s|;|\s(?=who\b|whom\b|that\b|which\b)|\s[–—-]+\s")
_JOINED = re.compile(r"\b(?:and|&)\s+(?:the\s+)?[A-Z][\w’'-]+\s*$")
_SEVERAL, _GROUP = "plural", "collective"
_SHORT = re.compile(r"(?<=\w)[’'](?:ll|ve|re|d|m)\b")
_NEAR, _LONGEST = 300, 600

# A speaker's name, how it was reached, and the entry of the roster where it is a person's.
_Found = tuple[str, str, Entry | None]
_NOBODY: _Found = ("", "", None)


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
    if not attributions:
        return ()
    reading = _Reading(text, attributions, turns, parts=parts, code=language)
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
        *,
        parts: Sequence[Part],
        code: str,
    ) -> None:
        self.text, self.attributions = text, attributions
        self.data = language(code).people
        self.words = [_words(text, one.source) for one in attributions]
        self.places = [_place(one) for one in attributions]
        self.turns = TurnsAt(turns)
        self.outer = outer_of(attributions)
        self.breaks = [span.start for span in sentences(text, code)]
        self.roster = _roster(attributions, self.words, text, turns)
        self.seen = seen_in(text, self.roster, breaks=self.breaks, quoted=_quoted(attributions))
        self.seen = _outside(self.seen, parts)
        self.several = Several(text, self.roster, self.seen, breaks=self.breaks, code=code)
        self.last_company, self.last_was_named_so = (0, ""), False
        self.results = [Resolved()] * len(attributions)
        self.entries: list[Entry | None] = [None] * len(attributions)
        depths = [depth_of(self.outer, number) for number in range(len(attributions))]
        self.order = sorted(range(len(attributions)), key=lambda n: (depths[n], self.places[n]))

    def settle(self, number: int) -> None:
        """Resolve one source and remember who spoke there."""
        speaker, basis, entry = self._speaker(number)
        place = self.places[number]
        self.results[number] = Resolved(speaker, basis, self._via(number, speaker))
        self.entries[number] = entry
        if self.outer[number] is None and speaker:
            named_so = basis == "organisation"
            company = named_so or (entry is not None and not entry.surely_a_person)
            self.last_company = (place, speaker) if company else (0, "")
            self.last_was_named_so = named_so
        if entry is not None and basis != "turn":
            nested = self.outer[number] is not None
            seen = Seen(place, entry, spoke=not nested, quoted=nested)
            insort(self.seen, seen, key=lambda one: one.start)

    def _speaker(self, number: int) -> _Found:
        words, place = self.words[number], self.places[number]
        bare = [b for b in map(folded, _SHORT.sub("", words).split()) if b]
        if not bare:
            return _NOBODY
        kind = self._kind(bare)
        if kind == "first":
            return self._first_person(number)
        if kind == "pronoun":
            return self._pronoun(number, self.data.pronouns[bare[0]])
        if kind == "relative":
            return self._relative(place)
        if kind == "neuter":
            return self._neuter(bare[0], place)
        return self._they(number) if kind == "together" else self._described(words, place)

    def _described(self, words: str, place: int) -> _Found:
        """Whom a name, a post or another description means."""
        named = self._joined(words, place) or self._named(words, place)
        found = named or self._organised(words, place) or self._posted(words, place)
        return found if found[0] else self._several(words, place)

    def _joined(self, words: str, place: int) -> _Found | None:
        """The people of a list, if every one of them is known: "Weber and Demir"."""
        names = named_together(words)
        found = [self._choose(name, place, "") for name in names]
        members = tuple(dict.fromkeys(entry.number for entry in found if entry and entry.sure))
        if len(members) < 2 or len(members) != len(names):
            return None
        return self._noted(Gathering(place, tuple(self.roster.entries[n] for n in members)))

    def _several(self, words: str, place: int) -> _Found:
        """Those whom "the two ministers" means, or the own words of a group: "officials"."""
        what = counted(words)
        meant = self.several.meant(what, place) if what else None
        if meant:
            return self._noted(meant)
        own = group(words)
        return self._noted(Gathering(place, words=own)) if own else _NOBODY

    def _they(self, number: int) -> _Found:
        place, outer = self.places[number], self.outer[number]
        if outer is not None:
            around = self.results[outer]
            indirect = self.attributions[outer].quotation is Quotation.INDIRECT
            several = indirect and around.basis in {_SEVERAL, _GROUP}
            return (around.speaker, around.basis, None) if several else _NOBODY
        meant = self.several.they(place) if self.turns.at(place) is None else None
        return self._noted(meant) if meant else _NOBODY

    def _noted(self, meant: Gathering) -> _Found:
        self.several.note(meant)
        return meant.names, _SEVERAL if meant.members else _GROUP, None

    def _kind(self, bare: list[str]) -> str:
        """What sort of word stands for the source; "" for a description or a name."""
        data, alone = self.data, len(bare) == 1
        if len(bare) == 2 and bare[0] == "let" and bare[1] in data.first_person:
            return "first"
        if bare[0] in data.first_person and (alone or bare[-1] in data.works):
            return "first"
        if bare[0] in data.pronouns and (alone or bare[-1] in data.works | data.pronouns.keys()):
            return "pronoun"
        if alone and bare[0] in data.relatives:
            return "relative"
        if alone and bare[0] in data.together:
            return "together"
        return "neuter" if alone and bare[0] in data.neuter else ""

    def _first_person(self, number: int) -> _Found:
        """ "I" is the one whose words these are: of the quotation around, else of the turn."""
        outer = self.outer[number]
        while outer is not None and self.attributions[outer].quotation is Quotation.INDIRECT:
            outer = self.outer[outer]
        if outer is not None:
            speaker = self.results[outer].speaker
            return (speaker, "pronoun", self.entries[outer]) if speaker else _NOBODY
        turn = self.turns.at(self.places[number])
        if turn is None or not turn.speaker:
            return _NOBODY
        return self._shown(turn.speaker), "turn", self._entry(turn.speaker)

    def _pronoun(self, number: int, gender: str) -> _Found:
        place, outer = self.places[number], self.outer[number]
        speaking = self.entries[outer] if outer is not None else None
        indirect = outer is not None and self.attributions[outer].quotation is Quotation.INDIRECT
        if indirect and speaking is not None and speaking.gender in {"", gender}:
            return speaking.name, "pronoun", speaking
        turn = self.turns.at(place)
        barred = [speaking, self._entry(turn.speaker) if turn else None]
        found, clear = self._ahead(place, gender), False
        if found is None:
            found, clear = antecedent(
                place,
                gender,
                self.seen,
                breaks=self.breaks,
                barred=[b for b in barred if b],
                text=self.text,
            )
        if found is not None and clear and not found.gender:
            found.gender = gender
        return (found.name, "pronoun", found) if found else _NOBODY

    def _ahead(self, place: int, gender: str) -> Entry | None:
        """ "In his letter, Moreau wrote": the name after the phrase that opens a sentence."""
        start, end = self._sentence(place)
        opening = self.text[start:place].split()
        if len(opening) != 1 or folded(opening[0]) not in self.data.prepositions:
            return None
        comma = self.text.find(", ", place, min(end, place + _NEAR))
        after = bisect_left(self.seen, comma + 2, key=lambda one: one.start)
        if comma < 0 or after == len(self.seen) or self.seen[after].start > comma + 2:
            return None
        entry = self.seen[after].entry
        return entry if entry.gender in {"", gender} else None

    def _sentence(self, place: int) -> tuple[int, int]:
        number = bisect_right(self.breaks, place)
        start = self.breaks[number - 1] if number else 0
        return start, self.breaks[number] if number < len(self.breaks) else len(self.text)

    def _neuter(self, word: str, place: int) -> _Found:
        """ "which" after an organisation, "it" right after one spoke; "they" stays unknown."""
        if word in {"which", "that"}:
            start = max(self._sentence(place)[0], place - _NEAR)
            name = before_relative(self.text[start:place])
        else:
            spoke = word in {"it", "its"} and self.last_was_named_so
            name = self._just_spoke(place) if spoke else ""
        return (name, "organisation", None) if name else _NOBODY

    def _just_spoke(self, place: int) -> str:
        """The organisation that was the last to speak before a place, if that was near."""
        return self.last_company[1] if 0 <= place - self.last_company[0] < 3 * _NEAR else ""

    def _relative(self, place: int) -> _Found:
        """ "who": the person named last before it in its sentence."""
        start = max(self._sentence(place)[0], place - _NEAR)
        before = self.text[start:place].split()
        last = bisect_left(self.seen, place, key=lambda one: one.start) - 1
        if not before or self._common(before[-1]) or last < 0 or self.seen[last].start < start:
            return _NOBODY
        entry = self.seen[last].entry
        return (entry.name, "pronoun", entry) if entry.surely_a_person else _NOBODY

    def _common(self, word: str) -> bool:
        """Whether the word before "who" is a noun of its own: "voters who", not "Holm, who"."""
        plain = word.strip(",\"'”’ ")
        return plain.islower() and not (folded(plain) in self.data.posts or word.endswith(","))

    def _named(self, words: str, place: int) -> _Found | None:
        """The person named in the words; None where no person is, `_NOBODY` where several are."""
        read = read_name(words)
        if read.several or ("," not in words and _JOINED.search(words)):
            return _NOBODY
        if not read.name:
            return None
        if self._no_person(words, read.name):
            return None
        entry = None if self._writing(words) else self._choose(read.name, place, read.gender)
        if entry is None or not entry.sure:
            return _NOBODY
        return entry.name, "name" if len(parts_of(read.name)) > 1 else "surname", entry

    def _no_person(self, words: str, name: str) -> bool:
        """Whether a name that nobody surely bears is an organisation's, or has an article."""
        if any(entry.surely_a_person for entry in self.roster.bearing(name)):
            return False
        article = folded(words.split(maxsplit=1)[0]) == "the" and not describe(words)
        return article or folded(name) in self.data.organisations

    def _writing(self, words: str) -> bool:
        """Whether the words name a document that speaks for nobody: "a Harbour poll"."""
        bare = [folded(word) for word in _CLAUSE.split(words.strip(), maxsplit=1)[0].split()]
        end = next((n for n, b in enumerate(bare) if n and b in self.data.prepositions), len(bare))
        titled = bool(bare) and bare[0] in self.data.honorifics
        return bool(bare[:end]) and bare[end - 1] in self.data.writings and not titled

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
        first, second = sorted(bearing, key=lambda e: -e.count)[:2]
        if first.count >= 2 * second.count and (first.count > 2 or first.first < second.first):
            return first
        return self._latest(bearing, place)

    def _latest(self, among: Sequence[Entry], place: int) -> Entry | None:
        """Of several, the one who was named nearest before a place, if it was near."""
        last = bisect_left(self.seen, place, key=lambda one: one.start)
        for one in reversed(self.seen[:last]):
            if place - one.start > 3 * _NEAR:
                break
            if not one.quoted and any(one.entry is entry for entry in among):
                return one.entry
        return None

    def _organised(self, words: str, place: int) -> _Found | None:
        name = organisation(words) or article_and_name(words)
        name = name or anaphor(words, self.roster.organisations)
        name = name or self._company(words, place)
        return (name, "organisation", None) if name else None

    def _company(self, words: str, place: int) -> str:
        """ "the company" right after an organisation spoke is that organisation."""
        bare = [folded(word) for word in words.split()]
        if len(bare) != 2 or bare[0] != "the" or bare[1] not in self.data.companies:
            return ""
        return self._just_spoke(place)

    def _posted(self, words: str, place: int) -> _Found:
        """The holder of a post that is meant definitely: "the minister", not "a minister"."""
        first = _CLAUSE.split(words.strip(), maxsplit=1)[0]
        bare = [folded(word) for word in first.split()]
        if not bare or bare[0] in {"a", "an", "another", "one", "some"}:
            return _NOBODY
        wanted = describe(first)
        if not wanted or any(word in self.data.collectives for word in bare):
            return _NOBODY
        fit = [e for e in self.roster.entries if e.posts and e.sure and holds(e.posts, wanted)]
        if wanted.gender:
            fit = [e for e in fit if e.gender in {"", wanted.gender}]
        entry = fit[0] if len(fit) == 1 else self._latest(fit, place)
        if not entry and not fit and wanted.countries:
            entry = self.several.member(wanted, place)
        return (entry.name, "post", entry) if entry else _NOBODY

    def _via(self, number: int, speaker: str) -> tuple[str, ...]:
        """Who passes the words on, outermost first: turn, attributions around, named with "via"."""
        chain: list[str] = []
        turn, outer = self.turns.at(self.places[number]), self.outer[number]
        if turn is not None and turn.speaker:
            chain.append(self._shown(turn.speaker))
        if outer is not None:
            chain += [*self.results[outer].via, self.results[outer].speaker]
        own = _words(self.text, self.attributions[number].via)
        if own:
            place = min(span.start for span in self.attributions[number].via)
            passed = self._named(own, place) or self._organised(own, place) or _NOBODY
            chain.append(passed[0] or clean_name(own))
        return tuple(name for name in dict.fromkeys(chain) if name and name != speaker)

    def _entry(self, name: str) -> Entry | None:
        bearing = self.roster.bearing(clean_name(name) or name) if name else []
        return bearing[0] if len(bearing) == 1 else None

    def _shown(self, name: str) -> str:
        entry = self._entry(name)
        return entry.name if entry else clean_name(name) or name


def _words(text: str, spans: Spans) -> str:
    """The words of a source; a source that runs on for lines is read by its beginning."""
    return " ".join(text[s.start : min(s.end, s.start + _LONGEST)] for s in sorted(spans))


def _place(one: Attribution) -> int:
    return min(span.start for span in (one.source or one.content))


def _roster(
    attributions: Sequence[Attribution], words: Sequence[str], text: str, turns: Sequence[Turn]
) -> Roster:
    people, organisations = [], set()
    for one, source in zip(attributions, words, strict=True):
        name = organisation(source)
        if name:
            organisations.add(name)
        elif source:
            names = named_together(source) or (source,)
            people += [(_place(one), name) for name in names]
    roster = build_roster(text, people, [turn.speaker for turn in turns if turn.speaker])
    roster.organisations |= organisations
    return roster


def _quoted(attributions: Sequence[Attribution]) -> list[tuple[int, int]]:
    return sorted(
        (span.start, span.end)
        for one in attributions
        if one.quotation is Quotation.DIRECT
        for span in one.content
    )


def _outside(seen: list[Seen], parts: Sequence[Part]) -> list[Seen]:
    """The mentions that are no furniture or byline of the page: nobody's "he" is the reporter."""
    shut = [p.span for p in parts if p.kind in {PartKind.FURNITURE, PartKind.BYLINE}]
    if not shut:
        return seen
    return [one for one in seen if not any(s.start <= one.start < s.end for s in shut)]
