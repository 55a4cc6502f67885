"""Which of two names is likelier, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.dossiers.differing.hearing import Heard
from onrecord.model import Evidence


@dataclass(frozen=True, slots=True)
class Weighed:
    """What more speaks for, "" where nothing tells, and what speaks for it, in a sentence."""

    likelier: str
    why: str


def weigh(one: Evidence, other: Evidence, heard: Mapping[str, Heard]) -> Weighed:
    """Which of two wordings is likelier, each standing in a document of its own.

    For a wording speaks that the other document cites this one's publisher, that this one was
    said earlier, and that more of the documents that were read have it. None of this proves it.
    """
    first = _reasons(one, other, heard)
    second = _reasons(other, one, heard)
    if len(first) == len(second):
        return Weighed("", "as much speaks for the one as for the other")
    better, reasons = (one, first) if len(first) > len(second) else (other, second)
    return Weighed(better.words, "; ".join(reasons))


def _reasons(one: Evidence, other: Evidence, heard: Mapping[str, Heard]) -> list[str]:
    """What speaks for the words of `one`."""
    mine, theirs = heard[one.document], heard[other.document]
    found = []
    cited = [outlet for outlet in mine.outlets if outlet.casefold() in theirs.citing]
    if cited:
        found.append(f"{cited[0]}, which has it, is whom the other document cites")
    days = [h.said.earliest if h.said else None for h in (mine, theirs)]
    if days[0] and days[1] and days[0] < days[1]:
        found.append("the document that has it is the earlier one")
    many, few = (_documents(words, heard.values()) for words in (one.words, other.words))
    if many > few:
        found.append(f"{many} of the documents read have it, {few} the other")
    return found


def _documents(words: str, heard: Iterable[Heard]) -> int:
    name = words.casefold()
    return sum(1 for one in heard if any(name in held for held in one.names))
