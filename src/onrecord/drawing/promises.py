"""What somebody promises or announces: concrete things to come, with who is to do them and when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from onrecord.dates import resolve_dates
from onrecord.drawing.actors import ActorKind
from onrecord.drawing.attesting import attest, said_on
from onrecord.drawing.clauses import Clause
from onrecord.drawing.days import breadth
from onrecord.drawing.members import (
    Member,
    Page,
    expression,
    list_before,
    members_in,
    page_of,
    said_in,
)
from onrecord.drawing.speakers import Speakers, speakers_of
from onrecord.languages import PromiseWords, language
from onrecord.model import Dating, PostHeld, Profile, Promise, Reading, Role, Span, Status

_NOUN_PHRASE = re.compile(r"(?:[\w’'–-]+[ ,(]{1,2}){0,12}$")
_FAR = 200
_GROUPS = 100  # promises told of before that another is compared with
_BASES = ("agreed", "will", "occasion_will", "planned", "scheduled", "preparing", "promised")
_LATER = ("accepted", "reported", "dated")
_BY_ITSELF = ("promised", "accepted", "preparing", "dated", "agreed")
_AGREED = ("agreed", "dated")
_HYPHEN = re.compile(r"[-‐‑–]")
_OPEN = "../"
_WHICH = re.compile(r"(?:,\s*|\s)(?:which|that)\s+(?:(?:Mr |Mrs |Ms )?[A-Z][\w’'-]+ and )?(?=$)")
_NUMBER = re.compile(r"\b\d+(?:st|nd|rd|th)\b")
_NAME = re.compile(r"\b[A-Z][\w’'-]{3,}")
_AND = re.compile(r"\s+and\s+$")
_NEAR = re.compile(r"\s*(?:(?:\w+ly|also|both|who|which|now|all)\s*)?")
_VERB = re.compile(r"\b(?:will|would|is|are|was|were|has|have|had|said|that|which)\b")
_ARTICLE = re.compile(r"\b(?:the|a|an|our|this|that|of|on|for)\s+")


def draw_promises(
    reading: Reading,
    clauses: Sequence[Clause],
    profile: Profile | None = None,
    *,
    posts: Sequence[PostHeld] = (),
) -> tuple[Promise, ...]:
    """The concrete things to come that a document promises or announces, each once.

    What is hoped, denied, asked, made to depend on something, or general resolve ("we will continue
    to work") is none. The actor is who is to do it, else who announces it; without one a promise
    is left out. The state is settled elsewhere, by later documents.
    """
    page = page_of(reading, posts, profile)
    words = language(page.code).conduct.promises
    speakers, made = speakers_of(page, clauses), said_on(reading)
    questions = [
        span
        for turn in reading.structure.turns
        for span in turn.spans
        if turn.role is Role.QUESTION
    ]
    found: list[_Told] = []
    for clause in clauses:
        if said_in(clause.text, words.any_of) and not _asked(clause, questions):
            found += _told(page, clause, speakers, made)
    return tuple(_promise(reading, group, made) for group in _joined(found, words))


def _asked(clause: Clause, questions: Sequence[Span]) -> bool:
    return clause.text.endswith("?") or any(span.holds(clause.span) for span in questions)


@dataclass(frozen=True, slots=True)
class _Told:
    """One place where something is promised; `span` counts in the document."""

    actors: tuple[str, ...]
    what: str
    span: Span
    due: Dating | None
    basis: str


def _told(page: Page, clause: Clause, speakers: Speakers, made: Dating | None) -> Iterator[_Told]:
    words = language(page.code).conduct.promises
    sentence = _Sentence(page, clause, speakers, words)
    taken: list[Span] = []
    for basis in (*_BASES, *_LATER):
        for match in expression(getattr(words, basis)).finditer(clause.text):
            span = sentence.reach(match, basis)
            if span is None or any(span.meets(other) for other in taken):
                continue
            due = _due(sentence.times(made), span)
            if basis == "dated" and not _later(due, made):
                continue
            actors = sentence.actors(match, span, basis)
            if actors:
                taken.append(span)
                what = " ".join(span.of(clause.text).split())
                yield _Told(actors, what, span.moved(clause.span.start), due, f"promise: {basis}")


def _due(dates: Sequence[Dating], span: Span) -> Dating | None:
    """The first time to come that the words give, else that the sentence opens with."""
    within = [d for d in dates if span.holds(d.spans[0])]
    before = [d for d in dates if d.spans[0].end <= span.start]
    first = next((d for d in (*within, *before[-1:])), None)
    return _closed(first) if first else None


def _closed(due: Dating) -> Dating:
    """ "By May 5" is due on that day."""
    if not due.edtf.startswith(_OPEN):
        return due
    return replace(due, edtf=due.edtf.removeprefix(_OPEN), earliest=due.latest)


def _later(due: Dating | None, made: Dating | None) -> bool:
    """Whether something is due on a day after that of the words."""
    if due is None or due.latest is None:
        return False
    return made is None or made.latest is None or due.latest > made.latest


def _to_come(dating: Dating, made: Dating | None) -> bool:
    if made is None or made.earliest is None or dating.latest is None:
        return True
    return dating.latest >= made.earliest


@dataclass(frozen=True)
class _Sentence:
    """A sentence that may promise something, with those in it and who says it."""

    page: Page
    clause: Clause
    speakers: Speakers
    words: PromiseWords

    @cached_property
    def members(self) -> tuple[Member, ...]:
        """Those who are named, looked up when they are asked for."""
        return tuple(members_in(self.page, self.clause))

    @cached_property
    def _times(self) -> dict[Dating | None, tuple[Dating, ...]]:
        return {}

    def times(self, made: Dating | None) -> tuple[Dating, ...]:
        """The times to come that the sentence gives, resolved once for all that it promises."""
        if made not in self._times:
            dates = resolve_dates(self.clause.text, anchor=made)
            self._times[made] = tuple(d for d in dates if d.spans and _to_come(d, made))
        return self._times[made]

    def reach(self, match: re.Match[str], basis: str) -> Span | None:
        """The words that promise, from who is to do it to the clause's end; None for none."""
        text = self.clause.text
        reporting = expression(self.words.reporting).search(text, 0, match.start())
        if (basis == "reported" and not reporting) or self._barred(match.start()):
            return None
        end = expression(self.words.ends).search(text, match.end())
        stop = min(end.start() if end else len(text), match.end() + _FAR)
        making = expression(self.words.making).search(match.group())
        if making and expression(self.words.empty).search(
            text, match.end(), min(stop, match.end() + 40)
        ):
            return None
        start = self._start(match, basis)
        return Span(start, stop) if start is not None and stop > start else None

    def _barred(self, place: int) -> bool:
        """Whether words before it make it a hope, a condition, a wish or a denial."""
        text = self.clause.text
        opening = 1 + max(text.rfind(mark, 0, place) for mark in (";", ":", "("))
        near = max(opening, 1 + text.rfind(",", 0, place))
        barred, denied = expression(self.words.barred), expression(self.words.denied)
        return bool(barred.search(text, opening, place) or denied.search(text, near, place))

    def _start(self, match: re.Match[str], basis: str) -> int | None:
        if basis == "reported":
            noun = self._noun(match.start())
            return self._subject(match.start()) if noun is None else noun
        if basis in ("occasion_will", "scheduled"):
            return self._noun(match.start())
        subject = self._subject(match.start())
        if subject is None:
            return match.start() if basis in _BY_ITSELF else None
        carried = _WHICH.search(self.clause.text, 0, subject)
        return (self._noun(carried.start()) if carried else None) or subject

    def _subject(self, end: int) -> int | None:
        """Where who is to do something begins, that ends before a verb."""
        before = self.clause.text[:end].rstrip()
        at = len(before)
        for pronoun in (self.words.we, self.words.i):
            match = expression(pronoun).search(before)
            if match:
                other = self._beside(match.start())
                return other[0].span.start if other else match.start()
        for one in reversed(self.members):
            if one.span.end > at or one.place:
                continue
            if _NEAR.fullmatch(self.clause.text, one.span.end, at):
                listed = list_before(self.page, self.clause.text, self.members, one.span.end)
                return self._widened(listed[0].span.start if listed else one.span.start)
        openers = language(self.page.code).people.openers
        pronoun_they = expression(self.words.they).search(before)
        if pronoun_they:
            return pronoun_they.start()
        for words, cased in ((self.words.people, False), (self.words.town, True)):
            match = expression(words, cased=cased).search(before)
            if match and match.group().casefold() not in openers:
                return self._widened(match.start())
        return None

    def _beside(self, place: int) -> list[Member]:
        """Those who are named with "and I"."""
        joined = _AND.search(self.clause.text, 0, place)
        found = [m for m in self.members if joined and m.span.end == joined.start()]
        return list_before(self.page, self.clause.text, found, found[-1].span.end) if found else []

    def _widened(self, place: int) -> int:
        """Back to where the noun phrase begins: after the last mark, near enough."""
        text = self.clause.text
        opening = 1 + max(text.rfind(mark, 0, place) for mark in ",;:.(")
        while opening < place and text[opening].isspace():
            opening += 1
        near = place - opening < 90 and not _VERB.search(text, opening, place)
        return opening if near else place

    def _noun(self, end: int) -> int | None:
        """Where the occasion begins that will take place."""
        text = self.clause.text
        before = _NOUN_PHRASE.search(text[:end])
        start = before.start() if before else end
        found = list(expression(self.words.named).finditer(text, start, end))
        if not found:
            return None
        opening = re.search(
            r"\b(?:the|a|an|our|this|that|of|on|for)\s+(?=[^,]*$)", text[start : found[0].start()]
        )
        return start + opening.end() if opening else max(start, found[0].start() - 25)

    def actors(self, match: re.Match[str], span: Span, basis: str) -> tuple[str, ...]:
        """Who is to do it, else who announces it."""
        text = self.clause.text
        before = text[: match.start()].rstrip()
        together = expression(self.words.shared).search(match.group())
        if expression(self.words.we).search(before):
            both = self._pair(span)
            meant = self.speakers.we(self.clause, together=bool(together))
            return tuple(dict.fromkeys((*meant, *both))) if set(meant) & set(both) else meant
        first = expression(self.words.i).search(before)
        if first:
            beside = [m.name for m in self._beside(first.start())]
            return tuple(dict.fromkeys((*self.speakers.one(self.clause), *beside)))
        if expression(self.words.they).search(before):
            earlier = [m.name for m in self.members if m.span.end <= span.start and not m.place]
            return tuple(earlier[-1:])
        states = [m for m in self.members if span.holds(m.span) and not m.place]
        if basis in ("occasion_will", "scheduled", "preparing"):
            named = [m.name for m in states if m.kind in (ActorKind.STATE, ActorKind.PERSON)]
            named = named if len(named) > 1 else []
        else:
            named = [m.name for m in states if m.span.start < match.end()]
        if not named and together and basis in _AGREED:
            spoken = self.speakers.we(self.clause, together=True)
            return spoken or self.speakers.together(self.clause)
        if not named and expression(self.words.people).search(before):
            return self.speakers.together(self.clause)
        return tuple(dict.fromkeys(named)) or self.speakers.announcing(self.clause)

    def _pair(self, span: Span) -> list[str]:
        """Both states of "the Chile-Kenya forum" in the words that promise it."""
        inside = [m for m in self.members if span.holds(m.span)]
        return [
            name
            for one, other in pairwise(inside)
            if _HYPHEN.fullmatch(self.clause.text, one.span.end, other.span.start)
            for name in (one.name, other.name)
        ]


def _joined(found: Sequence[_Told], words: PromiseWords) -> list[list[_Told]]:
    """What is told of several times, once: the same kind of occasion at the same time."""
    groups: list[list[_Told]] = []
    for one in sorted(found, key=lambda told: told.span):
        same = next((g for g in groups[-_GROUPS:] if _same(g[0], one, words)), None)
        if same is None:
            groups.append([one])
        else:
            same.append(one)
    return groups


def _same(one: _Told, other: _Told, words: PromiseWords) -> bool:
    """Whether two tell of one thing: an occasion of a kind, at one time, of one name or place."""
    if one.what == other.what:
        return True
    if (
        one.due
        and other.due
        and one.due.edtf != other.due.edtf
        and not _overlap(one.due, other.due)
    ):
        return False
    kinds = [set(expression(words.same).findall(told.what.casefold())) for told in (one, other)]
    numbers = [set(_NUMBER.findall(told.what)) for told in (one, other)]
    if not kinds[0] & kinds[1] or (numbers[0] and numbers[1] and numbers[0] != numbers[1]):
        return False
    names = [set(_NAME.findall(told.what)) for told in (one, other)]
    return bool(names[0] & names[1]) or bool(one.due and other.due)


def _overlap(one: Dating, other: Dating) -> bool:
    if one.edtf == other.edtf:
        return True
    if not (one.earliest and one.latest and other.earliest and other.latest):
        return False
    return one.earliest <= other.latest and other.earliest <= one.latest


def _promise(reading: Reading, group: Sequence[_Told], made: Dating | None) -> Promise:
    first = group[0]
    evidence = tuple(
        attest(reading, (one.span,), basis=one.basis, status=Status.ANNOUNCED, dating=one.due)
        for one in group
    )
    return Promise(
        actor=", ".join(first.actors),
        what=first.what,
        made=made,
        due=min((one.due for one in group if one.due), key=breadth, default=None),
        evidence=evidence,
    )
