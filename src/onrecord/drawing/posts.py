"""Who holds which post, as a document says: "Foreign Minister of Kazakhstan Ada Holm"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from onrecord.drawing.attesting import attest
from onrecord.drawing.clauses import Clause
from onrecord.drawing.titled import Titled, ruling, titled_in
from onrecord.drawing.tokens import tokens
from onrecord.model import PartKind, PostHeld, Reading, Span


def draw_posts(reading: Reading, clauses: Sequence[Clause]) -> tuple[PostHeld, ...]:
    """The posts that a document gives people by name, one line a person and post.

    A surname alone is the one person of that surname that is named in full; posts held before
    ("the former minister") give none. A document that names a post with its state and again without
    it means the same post.
    """
    text, code = reading.document.text, reading.document.language or "en"
    named = [
        replace(found, span=found.span.moved(start))
        for words, start in _stretches(reading, clauses)
        for found in titled_in(words, code=code)
        if not found.past
    ]
    held = _joined(_in_full(named))
    return tuple(
        PostHeld(
            person=post.person,
            post=post.post,
            of=post.of,
            evidence=tuple(
                attest(reading, (span,), basis="post") for span in post.spans if span.of(text)
            ),
        )
        for post in held
    )


@dataclass(frozen=True, slots=True)
class Holder:
    """A person of a document: the full name, the state, and whether the person stands for it."""

    person: str
    of: str
    rules: bool


def holders(posts: Iterable[PostHeld], code: str = "en") -> dict[str, Holder]:
    """The people that hold posts, by their surname, folded; a post with a state before others."""
    found: dict[str, Holder] = {}
    for post in posts:
        key = _surname(post.person)
        rules = ruling(post.post, code)
        known = found.get(key)
        if known is None or (bool(post.of), rules) > (bool(known.of), known.rules):
            found[key] = Holder(post.person, post.of, rules)
    return found


@dataclass(slots=True)
class _Held:
    """A post that somebody holds, and where it is said."""

    person: str
    post: str
    of: str
    spans: list[Span] = field(default_factory=list)


def _stretches(reading: Reading, clauses: Sequence[Clause]) -> list[tuple[str, int]]:
    """The sentences, and the labels of turns ("President of Russia Vladimir Putin:")."""
    text = reading.document.text
    labels = [turn.label for turn in reading.structure.turns if turn.label]
    lines = [part.span for part in reading.structure.parts if part.kind is PartKind.BYLINE]
    places = {clause.span for clause in clauses} | set(labels) | set(lines)
    return [(span.of(text), span.start) for span in sorted(places)]


def _in_full(named: Sequence[Titled]) -> list[Titled]:
    """Each with the full name that the document gives; without one they are left out."""
    full: dict[str, str] = {}
    for found in named:
        if len(found.person.split()) > 1:
            key = _surname(found.person)
            full[key] = max(full.get(key, ""), found.person, key=len)
    return [
        replace(found, person=full[_surname(found.person)])
        for found in named
        if _surname(found.person) in full
    ]


def _surname(person: str) -> str:
    read = tokens(person)
    return read[-1].low if read else ""


def _joined(named: Sequence[Titled]) -> list[_Held]:
    """One post of a person once: the fullest form, with all places where it is said."""
    held: list[_Held] = []
    theirs: dict[str, list[_Held]] = {}
    for found in sorted(named, key=lambda one: (not one.of, -len(one.post))):
        known = theirs.setdefault(found.person, [])
        same = next((one for one in known if _same(one, found)), None)
        if same is None:
            same = _Held(found.person, found.post, found.of)
            held.append(same)
            known.append(same)
        if found.span not in same.spans:
            same.spans.append(found.span)
    for one in held:
        one.spans.sort()
    return sorted(held, key=lambda one: one.spans[0])


def _same(one: _Held, found: Titled) -> bool:
    if found.of and one.of and found.of != one.of:
        return False
    return one.post == found.post or one.post.endswith(f" {found.post}")
