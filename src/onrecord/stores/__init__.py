"""Where documents, statements and passages are kept."""

from onrecord.index import Place
from onrecord.stores._store import (
    CORRECTABLE,
    Added,
    Correction,
    Found,
    Hit,
    Listed,
    Recorded,
    Sought,
    Store,
    Wanted,
)
from onrecord.stores.opening import open_store

__all__ = [
    "CORRECTABLE",
    "Added",
    "Correction",
    "Found",
    "Hit",
    "Listed",
    "Place",
    "Recorded",
    "Sought",
    "Store",
    "Wanted",
    "open_store",
]
