"""Which divided state a document speaks of: bare words for its sides are then its own."""

from __future__ import annotations

from collections import Counter

from onrecord.languages import language


def conflict_in(text: str, code: str) -> str:
    """The divided state that is spoken of most; named but once, only with a side of it; else ""."""
    counts = Counter[str]()
    data = language(code).actors
    for state, adjective in data.divided.items():
        counts[state] = text.count(state) + text.count(adjective) - text.count(f"{state}n")
    state, most = max(counts.items(), key=lambda one: one[1], default=("", 0))
    sided = [f"{data.divided.get(state, '')} {side}" for side in data.sides]
    return state if most > 1 or any(words in text for words in sided) else ""
