"""Makers of quotations whose words stand elsewhere than they should, or nowhere.

Joined from places apart, given to somebody else, taken from a reporter, said in other words, or
said by nobody.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from benchmarks._sentences import OTHER_WORDS, Said, clean, fitting, one_of
from onrecord.languages import language


@dataclass(frozen=True, slots=True)
class Made:
    """A quotation, whose it is said to be, when, and what must be found of it.

    `story` is a report that it is to be looked up in, with no record beside it, "" where it is
    looked up in the records.
    """

    quote: str
    speaker: str
    date: str
    expected: str
    kind: str
    story: str = ""


Finder = Callable[[Said, random.Random, Sequence[Said]], Made | None]
_NOBODY = "Ebba Quistgaard"
_LONG_AGO = "1850-01-01"
_CUES = (
    "{who} said that {what}.",
    "{who} told reporters that {what}.",
    "{who} also noted that {what}.",
    "According to {who}, {what}.",
    "{who} stressed that {what}, and thanked the hosts.",
)


def spliced_apart(turn: Said, rng: random.Random, _: Sequence[Said]) -> Made | None:
    """Two sentences far apart in one turn, joined."""
    return _joined(turn, rng, lambda a, b: b - a > 4)


def spliced_turned(turn: Said, rng: random.Random, _: Sequence[Said]) -> Made | None:
    """Two sentences of one turn in the other order."""
    return _joined(turn, rng, lambda a, b: b < a - 1)


def _joined(turn: Said, rng: random.Random, fit: Callable[[int, int], bool]) -> Made | None:
    openings = Counter(" ".join(s.split()[:3]) for s in turn.said)
    places = [
        n
        for n, s in enumerate(turn.said)
        if clean(s) and 6 <= len(s.split()) <= 25 and openings[" ".join(s.split()[:3])] == 1
    ]
    pairs = [(a, b) for a in places for b in places if fit(a, b)]
    if not pairs:
        return None
    a, b = rng.choice(pairs)
    return _made(turn, "spliced", "", f"{turn.said[a]} {turn.said[b]}")


def spliced_turns(turn: Said, rng: random.Random, _: Sequence[Said]) -> Made | None:
    """A sentence joined with one of another turn of the same speaker."""
    here = [s for s in fitting(turn, 7) if len(s.split()) <= 25]
    there = [s for s in turn.later if clean(s) and 7 <= len(s.split()) <= 25 and s not in turn.said]
    if not here or not there:
        return None
    return _made(turn, "spliced", "", f"{rng.choice(here)} {rng.choice(there)}")


def misattributed(turn: Said, rng: random.Random, _: Sequence[Said]) -> Made | None:
    """A sentence given to another speaker of the same record."""
    text = one_of(turn, rng)
    if not text or not turn.others:
        return None
    return replace(_made(turn, "misattributed", "", text), speaker=rng.choice(turn.others))


def misattributed_part(turn: Said, rng: random.Random, _: Sequence[Said]) -> Made | None:
    """Words from the middle of a sentence given to somebody who does not speak there."""
    text = one_of(turn, rng, 14)
    if not text:
        return None
    words = text.split()
    start = rng.randrange(1, len(words) - 10)
    part = " ".join(words[start : start + 9])
    return replace(_made(turn, "misattributed", "", part), speaker=_NOBODY)


def question(turn: Said, rng: random.Random, _: Sequence[Said]) -> Made | None:
    """A question's words given to who was asked."""
    fit = [s for s in turn.asked if clean(s) and 8 <= len(s.split()) <= 40]
    return _made(turn, "misattributed", "", rng.choice(fit)) if fit else None


def promoted(turn: Said, rng: random.Random, _: Sequence[Said]) -> Made | None:
    """A reporter's indirect speech put in quotation marks."""
    fit = [s for s in fitting(turn, 9) if len(s.split()) <= 28]
    if not fit:
        return None
    text = rng.choice(fit)
    what = _as_clause(text)
    words = what.split()
    start = rng.choice([0, rng.randrange(0, len(words) - 6)])
    story = _story(turn, rng.choice(_CUES).format(who=turn.speaker, what=what), rng)
    return _made(turn, "promoted", story, " ".join(words[start:]))


def report_quoted(turn: Said, rng: random.Random, _: Sequence[Said]) -> Made | None:
    """A sentence that a report has in quotation marks, with no record beside it."""
    fit = [s for s in fitting(turn, 9) if len(s.split()) <= 28 and s.endswith(".")]
    if not fit:
        return None
    text = rng.choice(fit)
    story = _story(turn, f'"{text[:-1]}," {turn.speaker} said.', rng)
    return _made(turn, "verbatim", story, text)


def _as_clause(sentence: str) -> str:
    text = sentence.rstrip(".?!")
    first = text.split()[0]
    small = first.casefold() in language("en").wording.common and first not in ("I", "I’m", "I'm")
    return text[0].lower() + text[1:] if small and not first.startswith("I") else text


def _story(turn: Said, sentence: str, rng: random.Random) -> str:
    """A wire story of the day in which a sentence stands."""
    day = date.fromisoformat(turn.date)
    place, other = rng.sample(["OSSIMERE", "DUNVARREL", "VELDA", "ALDMERE"], 2)
    return (
        f"{place}, {day.strftime('%B')} {day.day}, {day.year}. /NPA/. The meeting in "
        f"{other.title()} ended in the evening.\n\n{sentence}\n\nThe delegations then left for "
        "the airport in three cars, and nobody waited for the press.\n"
    )


def paraphrase(turn: Said, rng: random.Random, _: Sequence[Said]) -> Made | None:
    """The content words of a sentence, in other forms and another order, between other words."""
    fit = [s for s in fitting(turn, 10) if len(_content(s)) >= 5]
    if not fit:
        return None
    found = [_other_form(word) for word in _content(rng.choice(fit))][:9]
    half = len(found) // 2
    found = found[half:] + found[:half]
    glue = ("of their", "which for us", "and with", "by a", "within any", "as to our")
    pieces = [f"{word} {rng.choice(glue)}" for word in found[:-1]]
    return _made(turn, "paraphrase", "", " ".join(["That concerns", *pieces, found[-1]]))


def _content(sentence: str) -> list[str]:
    common = language("en").wording.common
    words = re.findall(r"[A-Za-z’']+", sentence)
    return list(dict.fromkeys(w for w in words if w.casefold() not in common and len(w) > 3))


def _other_form(word: str) -> str:
    for ending, becomes in (("ies", "y"), ("ing", "ed"), ("ed", "ing"), ("s", "")):
        if word.endswith(ending) and not word.endswith("ss") and len(word) > len(ending) + 3:
            return word.removesuffix(ending) + becomes
    return word + "s" if word[0].islower() and word[-1] not in "sxy" else word


def invented(turn: Said, rng: random.Random, _: Sequence[Said]) -> Made | None:
    """A sentence that nobody said, given to somebody whose record is held."""
    return _made(turn, "not_in_record", "", _nobodys(rng))


def invented_alike(turn: Said, rng: random.Random, held: Sequence[Said]) -> Made | None:
    """A sentence that was said with each content word changed to one from anywhere."""
    text = one_of(turn, rng, 10)
    if not text or len(_content(text)) < max(4, 0.45 * len(text.split())):
        return None
    others = [w for s in rng.sample(held, 12) for t in s.said[:6] for w in _content(t)]
    lower = [w for w in others if w.islower()]
    if not lower:
        return None
    common = language("en").wording.common
    words = [
        w if w.casefold() in common else rng.choice(lower) for w in re.findall(r"[\w’'-]+", text)
    ]
    return _made(turn, "not_in_record", "", " ".join(words))


def long_ago(turn: Said, rng: random.Random, _: Sequence[Said]) -> Made | None:
    """A sentence that nobody said, at a time of which no record is held."""
    return replace(_made(turn, "record_not_held", "", _nobodys(rng)), date=_LONG_AGO)


def by_nobody(turn: Said, rng: random.Random, _: Sequence[Said]) -> Made | None:
    """A sentence that nobody said, by somebody of whom no record is held."""
    return replace(_made(turn, "record_not_held", "", _nobodys(rng)), speaker=_NOBODY)


def _nobodys(rng: random.Random) -> str:
    picked = rng.sample(OTHER_WORDS, 4)
    return "The {} slept beneath a purple {} while every {} sang to its {}".format(*picked)


def _made(turn: Said, expected: str, story: str, quote: str) -> Made:
    return Made(quote, turn.speaker, turn.date, expected, "", story)


FINDERS: dict[str, Finder] = {
    finder.__name__: finder
    for finder in (
        spliced_apart,
        spliced_turned,
        spliced_turns,
        misattributed,
        misattributed_part,
        question,
        promoted,
        report_quoted,
        paraphrase,
        invented,
        invented_alike,
        long_ago,
        by_nobody,
    )
}
"""How each kind is made of a turn, with all turns at hand."""
