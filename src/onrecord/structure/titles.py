"""What a title says: who speaks, who else is named, whether it announces spoken words."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.languages._layout import Layout
from onrecord.structure.names import Named, plain, read_name

_RUN = re.compile(r"[^\s,;:()“”\"]+")
_POSSESSIVE = re.compile(r"(?P<who>[^:,;()]{3,120}?)[’']s?\s+(?P<what>[a-z][^:;]{0,80})")
_WORDS = re.compile(r"[\w&]+")
_ABOUT = re.compile(r"\b(?:on|about|at|before|after|during|following|regarding|in)\b", re.I)


def announces_speech(title: str, layout: Layout) -> bool:
    """Whether a title has a word for spoken words: remarks, briefing, news conference."""
    return any(w in layout.speech_titles for w in _WORDS.findall(title.casefold()))


def title_speaker(title: str, layout: Layout) -> Named | None:
    """The person whose words a title announces: "X's remarks ...", "Speech by X ...".

    None where the title names nobody by first name and surname as speaking.
    """
    flat = " ".join(title.split())
    for named in (_possessive(flat, layout), _by(flat, layout), _colon(flat, layout)):
        if named and named.full:
            return named
    return None


def _possessive(title: str, layout: Layout) -> Named | None:
    match = _POSSESSIVE.match(title)
    if not match or not _speaks(match.group("what"), layout):
        return None
    return read_name(match.group("who"), layout)


def _speaks(words: str, layout: Layout) -> bool:
    first = _WORDS.findall(words.casefold())[:4]
    return any(w in layout.speech_titles for w in first)


@lru_cache(maxsize=8)
def _by_pattern(layout_words: frozenset[str]) -> re.Pattern[str]:
    kinds = "|".join(sorted(map(re.escape, layout_words), key=len, reverse=True))
    return re.compile(
        rf"\b(?:(?:{kinds})\s+(?:by|from|of)|interview\s+with)\s+(?P<who>.{{3,200}})", re.I
    )


def _by(title: str, layout: Layout) -> Named | None:
    match = _by_pattern(layout.speech_titles).search(title)
    if not match:
        return None
    people = names_in(_ABOUT.split(match.group("who"), maxsplit=1)[0], layout)
    start = people[0] if people else None
    if start is None:
        return None
    before = match.group("who")[: match.group("who").find(start.name)]
    known = layout.posts | layout.places | layout.institutions | layout.connectors
    between = {plain(w) for w in _WORDS.findall(before)}
    # Words between "by" and the name belong to the post; too many strange ones, and it is another.
    return start if len(between - known - layout.honorifics) <= 2 else None


def _colon(title: str, layout: Layout) -> Named | None:
    head, colon, _ = title.partition(": ")
    named = read_name(head, layout) if colon and len(head) < 60 else None
    return named if named and announces_speech(title, layout) else None


def names_in(text: str, layout: Layout) -> list[Named]:
    """The people named with first name and surname in a title or a phrase, in order."""
    found: list[Named] = []
    run: list[str] = []
    for piece in re.split(
        r"[,;:()–—]|\band\b|\s-\s|\b(?i:aboard|en route|previewing|following)\b", text
    ):
        for token in [*_RUN.findall(piece), ""]:
            small = token[:1].islower() and plain(token).split("-")[0] in layout.particles
            if token[:1].isupper() or (run and small):
                run.append(token)
                continue
            _close(found, run, layout)
            run = []
    return found


def _close(found: list[Named], run: list[str], layout: Layout) -> None:
    if len(run) < 2:
        return
    named = read_name(" ".join(re.sub(r"[’']s?$", "", t) for t in run), layout)
    if named.full and len(named.name.split()) <= 4:
        found.append(named)
