"""Where documents, statements and passages are kept."""

from onrecord.index import Place
from onrecord.stores._ruled import Look
from onrecord.stores._store import (
    CORRECTABLE,
    Added,
    Amending,
    Correction,
    DocumentKey,
    Found,
    Hit,
    KeptRoster,
    Listed,
    Met,
    Order,
    Ranked,
    Recorded,
    Sought,
    StatementKey,
    Store,
    Tally,
    Unit,
    Verdict,
    Voice,
    Wanted,
)
from onrecord.stores._visits import FeedState, SeenEntry, Visit
from onrecord.stores.lending import Stores
from onrecord.stores.opening import open_store

__all__ = [
    "CORRECTABLE",
    "Added",
    "Amending",
    "Correction",
    "DocumentKey",
    "FeedState",
    "Found",
    "Hit",
    "KeptRoster",
    "Listed",
    "Look",
    "Met",
    "Order",
    "Place",
    "Ranked",
    "Recorded",
    "SeenEntry",
    "Sought",
    "StatementKey",
    "Store",
    "Stores",
    "Tally",
    "Unit",
    "Verdict",
    "Visit",
    "Voice",
    "Wanted",
    "open_store",
]
