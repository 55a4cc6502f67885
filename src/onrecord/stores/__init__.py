"""Where documents, statements and passages are kept."""

from onrecord.index import Place
from onrecord.stores._store import (
    CORRECTABLE,
    Added,
    Amending,
    Correction,
    Found,
    Hit,
    KeptRoster,
    Listed,
    Recorded,
    Sought,
    Store,
    Verdict,
    Wanted,
)
from onrecord.stores.opening import open_store

__all__ = [
    "CORRECTABLE",
    "Added",
    "Amending",
    "Correction",
    "Found",
    "Hit",
    "KeptRoster",
    "Listed",
    "Place",
    "Recorded",
    "Sought",
    "Store",
    "Verdict",
    "Wanted",
    "open_store",
]
