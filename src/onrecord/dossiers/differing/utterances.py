"""The same words in two reports: what else the two say differently."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import combinations

from onrecord.dates import agree
from onrecord.dossiers.differing.hearing import Heard, Utterance
from onrecord.dossiers.differing.telling import discrepancy
from onrecord.dossiers.differing.weighing import weigh
from onrecord.dossiers.joining import apart
from onrecord.model import Discrepancy, DiscrepancyKind
from onrecord.naming import folded
from onrecord.people import is_group, same_name

K = DiscrepancyKind
_GRAM = 6
_MANY = 20  # documents: what more have is a stock phrase
_SHARE = 0.8
_DAYS = 10  # a report this much later may quote old words
_NUMBER = re.compile(r"\d")


def among_utterances(heard: Mapping[str, Heard]) -> tuple[Discrepancy, ...]:
    """What documents that report the same words say differently about them.

    Days that agree once they are resolved are explained; others are flagged, and so are other
    speakers, other figures in the same words, and names of the occasion that differ in one word.
    Only reports are compared, and only words that two of them share six in a row of.
    """
    found: dict[str, Discrepancy] = {}
    for (one, other), pairs in _pairs(heard).items():
        a, b = heard[one], heard[other]
        for one_of in (
            *_days(a, b),
            *_occasions(a, b, heard),
            *(d for pair in pairs for d in (*_speakers(*pair), *_figures(*pair))),
        ):
            found.setdefault(one_of.id, one_of)
    return tuple(found.values())


def _pairs(
    heard: Mapping[str, Heard],
) -> dict[tuple[str, str], list[tuple[Utterance, Utterance]]]:
    """Pairs of documents with the utterances that both report."""
    grams: dict[tuple[str, ...], list[Utterance]] = {}
    for one in (u for h in heard.values() for u in h.utterances):
        for gram in {one.words[i : i + _GRAM] for i in range(len(one.words) - _GRAM + 1)}:
            grams.setdefault(gram, []).append(one)
    pairs: dict[tuple[str, str], dict[tuple[int, int], tuple[Utterance, Utterance]]] = {}
    for sharing in grams.values():
        if len(sharing) > _MANY:
            continue
        for a, b in combinations(sharing, 2):
            documents = a.evidence.document, b.evidence.document
            if documents[0] != documents[1] and _alike(a, b):
                pairs.setdefault(documents, {})[id(a), id(b)] = a, b
    return {documents: list(held.values()) for documents, held in pairs.items()}


def _alike(a: Utterance, b: Utterance) -> bool:
    """Whether most of the words of the shorter are in the longer."""
    short, long = sorted((set(a.words), set(b.words)), key=len)
    return len(short & long) >= _SHARE * len(short)


def _days(a: Heard, b: Heard) -> Iterator[Discrepancy]:
    if not (a.dated and b.dated and a.said and b.said):
        return
    if a.dated.words == b.dated.words:
        return
    said = tuple(one.words for one in (a.dated, b.dated))
    agreement, what = agree(a.said, b.said), "the day of the same words"
    if agreement.agrees:
        yield discrepancy(
            K.DATE, what, said, (a.dated, b.dated), explained=_why(a, b, agreement.why)
        )
    elif agreement.agrees is False and apart(a.said, b.said) <= _DAYS:
        yield discrepancy(K.DATE, what, said, (a.dated, b.dated), why=agreement.why)


def _why(a: Heard, b: Heard, why: str) -> str:
    """Why two days agree, and how one was worked out where its words alone do not give it."""
    how = [one.said.how for one in (a, b) if one.said and one.said.inferred]
    return " ".join([why, *how])


def _occasions(a: Heard, b: Heard, heard: Mapping[str, Heard]) -> Iterator[Discrepancy]:
    for one in a.occasions:
        for other in b.occasions:
            if _one_word_apart(one.words, other.words):
                weighed = weigh(one, other, heard)
                yield discrepancy(
                    K.NAME,
                    "the occasion of the same words",
                    (one.words, other.words),
                    (one, other),
                    likelier=weighed.likelier,
                    why=weighed.why,
                )


def _one_word_apart(a: str, b: str) -> bool:
    one, two = [[folded(word) for word in name.split()] for name in (a, b)]
    return len(one) == len(two) > 2 and sum(x != y for x, y in zip(one, two, strict=True)) == 1


def _speakers(a: Utterance, b: Utterance) -> Iterator[Discrepancy]:
    if not (a.direct and b.direct) or same_name(a.speaker, b.speaker):
        return  # what is told in a reporter's words may be said of several people
    if is_group(a.speaker) or is_group(b.speaker):
        return
    said = (a.speaker, b.speaker)
    why = "the same words are given to two people"
    yield discrepancy(
        K.ATTRIBUTION, "who said the same words", said, (a.evidence, b.evidence), why=why
    )


def _figures(a: Utterance, b: Utterance) -> Iterator[Discrepancy]:
    """Numbers that differ in words that are the same but for them."""
    if not (a.direct and b.direct and len(a.words) == len(b.words)):
        return
    differing = [(x, y) for x, y in zip(a.words, b.words, strict=True) if x != y]
    numbers = [(x, y) for x, y in differing if _NUMBER.search(x) and _NUMBER.search(y)]
    if differing and len(numbers) == len(differing):
        said = (" ".join(x for x, _ in numbers), " ".join(y for _, y in numbers))
        why = "the same words have other numbers"
        yield discrepancy(
            K.FIGURE, "a figure in the same words", said, (a.evidence, b.evidence), why=why
        )
