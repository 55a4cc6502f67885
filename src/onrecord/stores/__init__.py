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
    Met,
    Recorded,
    Sought,
    Store,
    Tally,
    Verdict,
    Voice,
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
    "Met",
    "Place",
    "Recorded",
    "Sought",
    "Store",
    "Tally",
    "Verdict",
    "Voice",
    "Wanted",
    "open_store",
]
