"""Sentences of real turns to make quotations from, and what stands in them.

What must or must not be there (a negation, a number, a name) is looked for by rules of its own,
simpler and wider than those that are tested.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from onrecord.model import PassageKind, Role
from onrecord.stores import Hit, Store
from onrecord.text import sentences

NEGATION = re.compile(
    r"\b(not|no|never|nor|none|nobody|nothing|neither|without|cannot|unable|hardly|barely|fail\w*"
    r"|refus\w+|den(y|ies|ied|ial)|lack\w*|reject\w*|impossible|rarely|seldom|nowhere|false|non|anti"
    r"|untrue|scarcely)\b|n[’']t\b",
    re.IGNORECASE,
)
NUMBER = re.compile(
    r"\d|\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty"
    r"|forty|fifty|sixty|seventy|eighty|ninety|hundred\w*|thousand\w*|million\w*|billion\w*|first"
    r"|second|third|fourth|fifth|half|quarter\w*|dozen\w*|percent|twice|double\w*|triple\w*|both"
    r"|\w+ths?|trillion\w*|tens|dollars?|zero|rubles?|euros?)\b",
    re.IGNORECASE,
)
GOVERNED = re.compile(
    r"\b(if|unless|whether|until|provided|doubt\w*|wrong|claim\w*|alleg\w+|lie|nonsense)\b", re.I
)
SOFT = re.compile(
    r"\b(uh|um|you know|i mean|sort of|well|look|like|so|now|oh|yes|yeah|right|okay|actually|again"
    r"|listen)\b",
    re.I,
)
VERBS = re.compile(r"\b(am|is|are|was|were|be|been|being|have|has|had|having|do|does|did)\b", re.I)
OTHER_WORDS = ("umbrella", "velvet", "orchard", "lantern", "marble", "saddle", "violin", "anchor")


@dataclass(frozen=True, slots=True)
class Said:
    """A turn of a transcript, its sentences, who else speaks there, and what else they say.

    `others` are the names of other speakers; `asked` are sentences of questions in the same
    transcript, `later` those of other turns of the same speaker, with the number of the turn.
    """

    hit: Hit
    said: tuple[str, ...]
    others: tuple[str, ...]
    asked: tuple[str, ...] = ()
    later: tuple[str, ...] = ()

    @property
    def speaker(self) -> str:
        return self.hit.passage.speaker

    @property
    def date(self) -> str:
        return self.hit.dated


def turns_of(store: Store) -> list[Said]:
    """The turns of the store's transcripts that have a named speaker and whole sentences.

    Questions are left out, turns that are flagged (translated) too.
    """
    return [said for record in store.records() for said in _turns(store, record.document)]


def _turns(store: Store, document: str) -> Iterator[Said]:
    hits = store.passages_of(document, [PassageKind.TURN])
    said = [tuple(_plain(s.of(h.passage.text)) for s in sentences(h.passage.text)) for h in hits]
    names = tuple(dict.fromkeys(h.passage.speaker for h in hits if h.passage.speaker))
    for place, hit in enumerate(hits):
        passage = hit.passage
        flagged = set(passage.flags) - {"editions"}
        if passage.role is Role.QUESTION or not passage.speaker or flagged or not hit.dated:
            continue
        later = tuple(
            s
            for h, found in list(zip(hits, said, strict=True))[place + 1 :]
            if h.passage.speaker == passage.speaker and h.passage.role is not Role.QUESTION
            for s in found
        )
        if said[place]:
            others = tuple(name for name in names if name != passage.speaker)
            asked = tuple(
                s
                for h, found in zip(hits, said, strict=True)
                if h.passage.role is Role.QUESTION and h.passage.speaker != passage.speaker
                for s in found
            )
            yield Said(hit, said[place], others, asked, later)


def _plain(sentence: str) -> str:
    return re.sub(r"\s+", " ", sentence)


def clean(sentence: str) -> bool:
    """Whether a sentence has no brackets, dashes, dots or inner marks of quotation."""
    odd = re.search(r"[\[\]()\"“”…*_/]|--| – | — |\.\.|[:;] ", sentence)
    return not odd and sentence[:1].isupper()


def fitting(turn: Said, least: int = 8, most: int = 40) -> list[str]:
    """The clean sentences of a turn that have this many words."""
    return [s for s in turn.said if least <= len(s.split()) <= most and clean(s)]


def one_of(turn: Said, rng: random.Random, least: int = 8) -> str | None:
    """A clean sentence of a turn."""
    fit = fitting(turn, least)
    return rng.choice(fit) if fit else None


def having(pattern: str, turn: Said, *, but: str = r"(?!)", least: int = 8) -> list[str]:
    """Clean sentences that have one pattern and not another."""
    return [s for s in fitting(turn, least) if re.search(pattern, s) and not re.search(but, s)]


def replaced(
    pattern: str, by: dict[str, str], turn: Said, rng: random.Random, *, but: str = r"(?!)"
) -> str | None:
    """A sentence in which one of some words, standing where the pattern says, became another."""
    fit = having(pattern, turn, but=but)
    if not fit:
        return None
    return re.sub(pattern, lambda m: by[m.group()], rng.choice(fit), count=1)


def together(turn: Said, size: int, least: int = 6) -> list[tuple[str, ...]]:
    """Runs of clean sentences that stand together."""
    runs = [turn.said[at : at + size] for at in range(len(turn.said) - size + 1)]
    return [run for run in runs if all(clean(s) and len(s.split()) >= least for s in run)]


def repeats(text: str) -> bool:
    """Whether a word stands there twice in a row."""
    words = text.lower().split()
    return any(a == b for a, b in pairwise(words))
