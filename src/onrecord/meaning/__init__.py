"""Texts as vectors, to find what says the like in other words.

    embedding      texts -> vectors, by a table of word pieces: fast, numpy alone
    encoding       a text -> a vector, by MiniLM: better, by onnxruntime (`onrecord[semantic]`)
    ranking        a quotation and passages -> the stretches of them that are nearest
    opening        the shipped files, verified, each opened once a process

How near two texts are says what they are about, not that they say the same: a passage and its
negation are almost one.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from onrecord.meaning.opening import covers, embed, encode, require, usable

if TYPE_CHECKING:
    from onrecord.meaning.ranking import Near, likeness, rank, rerank

__all__ = [
    "Near",
    "covers",
    "embed",
    "encode",
    "likeness",
    "rank",
    "require",
    "rerank",
    "usable",
]


def __getattr__(name: str) -> object:
    """What needs numpy is imported when it is first used."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module("onrecord.meaning.ranking"), name)
