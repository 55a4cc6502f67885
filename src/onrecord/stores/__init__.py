"""Where documents, statements and passages are kept."""

from onrecord.stores._store import Added, Found, Hit, Listed, Recorded, Store, Wanted

__all__ = ["Added", "Found", "Hit", "Listed", "Recorded", "Store", "Wanted"]
