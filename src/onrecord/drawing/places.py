"""Where a phrase puts an occasion."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.drawing.tokens import Token, tokens
from onrecord.languages import language


def place_in(text: str, code: str = "en", *, towards: bool = False) -> str:
    """The first name behind a preposition of place that nothing marks as anything but a place.

    What only looks like a place ("measures in Asia") is passed over. With `towards` those that
    lead to a place count as well: "a visit to Oslo".
    """
    words, read = language(code).process.phrases, tokens(text)
    leading = words.placing | words.towards if towards else words.placing
    for at, token in enumerate(read[:-1]):
        if token.low in leading:
            start = at + 2 if read[at + 1].low == "the" else at + 1
            found = _name(read, start, code)
            if found and not _other(read, start + len(found), code):
                spelt = _spelt(found, read, start, code)
                if spelt:
                    return spelt
    return ""


def _name(read: Sequence[Token], start: int, code: str) -> list[Token]:
    found: list[Token] = []
    known = language(code)
    for token in read[start:]:
        if found and token.low in known.layout.particles:
            found.append(token)
            continue
        if not token.raw[:1].isupper() or token.low in known.layout.months:
            break
        if token.low in known.layout.weekdays or token.low in known.people.openers:
            break
        if token.low in known.people.posts or token.low in known.people.organisations:
            return []
        if found and token.start - found[-1].end > 1:
            break
        found.append(token)
    while found and not found[-1].raw[:1].isupper():
        found.pop()
    return found if not any(t.owning for t in found) else []


def _other(read: Sequence[Token], at: int, code: str) -> bool:
    """Whether the word behind a name says that it is no place."""
    words = language(code).process
    if at >= len(read) or read[at].raw[:1].isupper():
        return at < len(read) and read[at - 1].low in words.phrases.unplaced
    low = read[at].low
    return low in words.phrases.unplaced or low in words.meetings.nouns


def _spelt(found: list[Token], read: Sequence[Token], start: int, code: str) -> str:
    """The name; an adjective before "capital" is the capital of its state."""
    actors = language(code).actors
    after = read[start + len(found)].low if start + len(found) < len(read) else ""
    if after == "capital" and found[-1].low in actors.adjectives:
        state = actors.adjectives[found[-1].low]
        return next((c.title() for c, of in actors.capitals.items() if of == state), "")
    behind = read[start + len(found) : start + len(found) + 2]
    if found[-1].low in actors.titled and len(behind) > 1 and behind[0].low == "of":
        return behind[1].raw
    last = found[-1].low
    if (
        last in language(code).process.phrases.unplaced
        or found[-1].low in language(code).process.meetings.nouns
    ):
        return ""
    if len(found) == 1 and last in actors.adjectives:
        return ""
    return " ".join(token.raw for token in found)
