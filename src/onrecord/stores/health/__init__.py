"""What must hold of the tables of a store, whichever database has them: one file a subject.

Each check is a function of a connection that gives a `Check`; it reads and changes nothing.

    raw_bytes.py   the raw bytes are those of their SHA-256
    derived.py     structure, spans and words of every document agree
    numbering.py   numbers and positions
    history.py     no document twice, versions linked both ways
    people.py      what people decided can be read; doubts are of what is held
    contents.py    all of these, by name
    searched.py    the passage index agrees with the passages
    remedies.py    what can be done about what they find
"""

from onrecord.stores.health.contents import Watch, content_checks
from onrecord.stores.health.remedies import REMEDIES, Patient, tried
from onrecord.stores.health.searched import check_index

__all__ = ["REMEDIES", "Patient", "Watch", "check_index", "content_checks", "tried"]
