"""What the first page offers to try: quotations of the newest stories held."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from onrecord.model import Kind, Quotation
from onrecord.stores import Choice, Found, Store, Wanted
from onrecord.web.templating import address

_STORIES = 6
"""Of how many of the newest stories quotations are offered."""
_OFFERED = 2
_LOOKED = 40
"""Statements of one story that are looked at."""
_SHORTEST, _LONGEST = 25, 160
"""Characters of a quotation that is worth an example and fits on a line or two."""


@dataclass(frozen=True, slots=True)
class Example:
    """A quotation to check: its words, who is said to have said them, where, and the check."""

    words: str
    speaker: str
    publisher: str
    href: str


def examples_of(store: Store) -> tuple[Example, ...]:
    """Quotations in marks of the newest stories held, one a story; none where none is held."""
    found = store.shelf(Choice(kind=Kind.STORY.value), limit=_STORIES).lines
    return tuple(islice(_one_each(store, [line.id for line in found]), _OFFERED))


def _one_each(store: Store, documents: list[str]) -> Iterator[Example]:
    for id in documents:
        wanted = Wanted(document=id, quotation=Quotation.DIRECT)
        several = islice(store.statements(wanted), _LOOKED)
        first = next((one for one in several if _fits(one)), None)
        if first is not None:
            yield _example(first)


def _fits(found: Found) -> bool:
    whole = len(found.statement.attribution.content) == 1
    return whole and bool(found.statement.speaker) and _SHORTEST <= len(found.content) <= _LONGEST


def _example(found: Found) -> Example:
    words, speaker = " ".join(found.content.split()), found.statement.speaker
    href = address("/", quote=words, speaker=speaker)
    return Example(words.strip("“”\"'‘’,"), speaker, found.publisher, href)
