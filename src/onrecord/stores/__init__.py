"""Where documents, statements and passages are kept."""

from onrecord.index import Place
from onrecord.stores._corrections import CORRECTABLE, Amending, Correction
from onrecord.stores._documents import Added, Choice, DocumentKey, Listed, Shelf
from onrecord.stores._health import Check, Damaged, Health, Remedy, Reread, State
from onrecord.stores._journal import Journal, TakenFailure, TakenFile
from onrecord.stores._passages import Hit, Recorded
from onrecord.stores._rosters import KeptRoster, Verdict
from onrecord.stores._ruled import Look
from onrecord.stores._searching import Order, Ranked
from onrecord.stores._statements import Found, Met, Sought, StatementKey, Tally, Unit, Voice, Wanted
from onrecord.stores._store import Store
from onrecord.stores._visits import FeedState, SeenEntry, Visit
from onrecord.stores.keeping import back_up, examine, repair, restore
from onrecord.stores.lending import Stores
from onrecord.stores.moving import Moved, move
from onrecord.stores.opening import Database, locate, open_store
from onrecord.stores.postgres import Address

__all__ = [
    "CORRECTABLE",
    "Added",
    "Address",
    "Amending",
    "Check",
    "Choice",
    "Correction",
    "Damaged",
    "Database",
    "DocumentKey",
    "FeedState",
    "Found",
    "Health",
    "Hit",
    "Journal",
    "KeptRoster",
    "Listed",
    "Look",
    "Met",
    "Moved",
    "Order",
    "Place",
    "Ranked",
    "Recorded",
    "Remedy",
    "Reread",
    "SeenEntry",
    "Shelf",
    "Sought",
    "State",
    "StatementKey",
    "Store",
    "Stores",
    "TakenFailure",
    "TakenFile",
    "Tally",
    "Unit",
    "Verdict",
    "Visit",
    "Voice",
    "Wanted",
    "back_up",
    "examine",
    "locate",
    "move",
    "open_store",
    "repair",
    "restore",
]
