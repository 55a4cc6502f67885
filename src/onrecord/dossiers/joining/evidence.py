"""What lines that are one stand on, together."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.model import Evidence, Line


def merged(group: Sequence[Line]) -> tuple[Evidence, ...]:
    """All evidence of the lines, each place once, by the day on which it was said.

    Of two pieces on the same words the one that dates what it tells of is kept.
    """
    best: dict[tuple[object, ...], Evidence] = {}
    for one in (e for line in group for e in line.evidence):
        place = one.document, one.spans
        if place not in best or (best[place].dating is None and one.dating is not None):
            best[place] = one
    return tuple(sorted(best.values(), key=said_order))


def said_order(one: Evidence) -> tuple[str, str, int]:
    """The order in which evidence was said; of no known day comes last."""
    day = one.said.earliest if one.said else None
    return day.isoformat() if day else "9999", one.document, one.spans[0].start


def belongs(group: Sequence[Line]) -> str:
    """The words by which the lines belong to the process, those of the first that does."""
    return next((line.belongs for line in group if line.belongs), "")


def documents(line: Line) -> set[str]:
    """The documents that a line stands on."""
    return {one.document for one in line.evidence}
