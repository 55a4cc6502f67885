"""What must hold of the tables of a store, whichever database has them: one file a subject.

Each check is a function of a connection that gives a `Check`; it reads and changes nothing.

    raw_bytes.py   the raw bytes are those of their SHA-256
    derived.py     structure, spans and words of every document agree
    numbering.py   numbers and positions
    history.py     no document twice, versions linked both ways
    people.py      what people decided can be read; doubts are of what is held
    searched.py    the passage index agrees with the passages
"""

from onrecord.stores.health.derived import check_derived, check_headings, text_fault
from onrecord.stores.health.history import check_once, check_versions
from onrecord.stores.health.numbering import check_numbers
from onrecord.stores.health.people import check_decisions, check_doubts
from onrecord.stores.health.raw_bytes import check_raws, original
from onrecord.stores.health.searched import check_index

__all__ = [
    "check_decisions",
    "check_derived",
    "check_doubts",
    "check_headings",
    "check_index",
    "check_numbers",
    "check_once",
    "check_raws",
    "check_versions",
    "original",
    "text_fault",
]
