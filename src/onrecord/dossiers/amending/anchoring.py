"""How a line is told apart, and found again after its documents were read again."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from onrecord.model import (
    Agreement,
    Amendment,
    Anchor,
    Evidence,
    Line,
    LineKind,
    Meeting,
    MeetingKind,
    Position,
    PostHeld,
    Promise,
    RoleHeld,
    Target,
)

_DIGITS = 16
_LONGEST = 500  # code points of a name

KINDS: Mapping[type, LineKind] = {
    RoleHeld: LineKind.ROLE,
    PostHeld: LineKind.POST,
    Meeting: LineKind.MEETING,
    Agreement: LineKind.AGREEMENT,
    Promise: LineKind.PROMISE,
    Position: LineKind.POSITION,
}
# What tells a line of each kind apart.
_NAMING = {
    LineKind.ROLE: ("actor", "role", "of"),
    LineKind.POST: ("person", "post", "of"),
    LineKind.MEETING: ("kind", "ordinal", "name", "body", "place"),
    LineKind.AGREEMENT: ("kind", "number", "name"),
    LineKind.PROMISE: ("actor", "what"),
    LineKind.POSITION: ("speaker", "theme", "leaning"),
}

Closeness = tuple[bool, bool]


def kind_of(line: Line) -> LineKind:
    """Which kind of line it is."""
    return KINDS[type(line)]


def naming_of(line: Line) -> tuple[tuple[str, str], ...]:
    """The fields that tell a line apart, by name; those that it leaves open are not there."""
    named = ((name, _word(getattr(line, name))) for name in _NAMING[kind_of(line)])
    return tuple((name, word) for name, word in named if word)


def _word(value: object) -> str:
    """A field as words; the kind that a meeting has where nothing more is said is none."""
    if value is None or value == MeetingKind.MEETING:
        return ""
    seen = "".join(c if c.isprintable() else " " for c in str(value))
    return " ".join(seen.split())[:_LONGEST]


def anchored(evidence: Iterable[Evidence], bytes_of: Mapping[str, str]) -> tuple[Anchor, ...]:
    """Evidence as anchors; `bytes_of` has the SHA-256 of the raw bytes of documents, by id."""
    found = (
        Anchor(e.document, e.spans, hashed(e.words), bytes_of.get(e.document, "")) for e in evidence
    )
    return tuple(dict.fromkeys(found))


def anchors_of(amendment: Amendment) -> tuple[Anchor, ...]:
    """All that an amendment is anchored to."""
    targets = (amendment.on, *amendment.others)
    return (*(anchor for one in targets for anchor in one.anchors), *amendment.parted)


@lru_cache(maxsize=65_536)
def folded(words: str) -> str:
    """Words in one form: letters and digits alone, in one case."""
    plain = unicodedata.normalize("NFKC", words).casefold()
    return "".join(c for c in plain if c.isalnum())


@lru_cache(maxsize=65_536)
def hashed(words: str) -> str:
    """The first 16 digits of the SHA-256 of words in one form, "" where no letter is in them."""
    plain = folded(words)
    if not plain:
        return ""
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def same_words(anchor: Anchor, evidence: Evidence) -> bool:
    """Whether these are the words of the anchor, wherever in its document they stand now."""
    return (
        anchor.document == evidence.document
        and anchor.words == hashed(evidence.words)
        and (anchor.words != "" or anchor.spans == evidence.spans)
    )


def same_place(anchor: Anchor, evidence: Evidence) -> bool:
    """Whether the evidence stands where the anchor stood."""
    return anchor.document == evidence.document and any(
        one.meets(other) for one in anchor.spans for other in evidence.spans
    )


def closeness(target: Target, line: Line) -> Closeness | None:
    """How well a line (as it was drafted) answers to a target, None where it does not.

    It has to stand on words of the target, and has the same id, or says nothing else than the
    target does. Where better rules cut the words otherwise, so that they only meet, it has to say
    just the same.
    """
    if kind_of(line) is not target.kind:
        return None
    was = {name: folded(word) for name, word in target.naming}
    now = {name: folded(word) for name, word in naming_of(line)}
    same_id, same_name = line.id == target.id, was == now
    if not (same_id or same_name or _compatible(was, now)):
        return None
    if _any(target, line, same_words):
        return same_id, same_name
    if same_name and _telling(was) and _any(target, line, same_place):
        return same_id, same_name
    return None


def _compatible(was: Mapping[str, str], now: Mapping[str, str]) -> bool:
    """Whether no field says two things; one that is left open says nothing."""
    return all(was[name] == now[name] for name in was.keys() & now.keys())


def _telling(naming: Mapping[str, str]) -> bool:
    """Whether a name says more than what kind of thing it is."""
    return any(name not in ("kind", "role") for name in naming)


def _any(target: Target, line: Line, same: Callable[[Anchor, Evidence], bool]) -> bool:
    return any(same(anchor, one) for anchor in target.anchors for one in line.evidence)
