"""Which documents of a store belong to a process, and by which words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from onrecord.dates import read_edtf
from onrecord.drawing import belonging
from onrecord.errors import InputError
from onrecord.model import Profile, Reading
from onrecord.stores import Listed, Store


@dataclass(frozen=True, slots=True)
class Chosen:
    """A document that is read for a dossier, and the words by which it belongs to the process.

    `words` is "" for one that does not belong. `day` is the last day that it can be of, None where
    that is not known.
    """

    listed: Listed
    reading: Reading
    words: str
    day: date | None


def choose(
    store: Store,
    profile: Profile,
    *,
    until: date | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Iterator[Chosen]:
    """The documents of a store one by one, each with the words by which it belongs, if any.

    With `until` only those that are known to be of that day or before it; what was put out later,
    or on a day that is not known, is not looked at. `progress` is told how many of how many are
    done.
    """
    listed = list(store.documents())
    for number, line in enumerate(listed, 1):
        reading = store.load(line.id)
        day = known_by(reading)
        if until is None or (day is not None and day <= until):
            yield Chosen(line, reading, belonging(reading, profile), day)
        if progress:
            progress(number, len(listed))


def known_by(reading: Reading) -> date | None:
    """The last day that a document's event or its publication can be of, whichever is later.

    None where neither is known: nobody can say then whether it could be read on a given day.
    """
    structure = reading.structure
    known = [one.latest for one in (structure.dating, structure.published) if one]
    return max((day for day in known if day), default=None)


def day_of(as_of: str) -> date | None:
    """The last day of an EDTF date, None of ""; `InputError` where it says no day."""
    if not as_of:
        return None
    day = read_edtf(as_of).latest
    if day is None:
        raise InputError(f"not a date: {as_of!r}; give 2019-02-28, 2019-02 or 2019")
    return day
