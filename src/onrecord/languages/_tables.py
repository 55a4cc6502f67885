"""Tables of words as they are written in the data of languages."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a table."""
    return frozenset(text.split())


def lines(text: str) -> frozenset[str]:
    """The lines of a table, without those that are empty."""
    return frozenset(line.strip() for line in text.splitlines() if line.strip())
