"""What hits must be, and which names a name stands for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onrecord.errors import InputError
from onrecord.model import Kind, Manner, Outcome, Quotation, Stance
from onrecord.people import each_of, same_name
from onrecord.stores import Store, Unit, Wanted

_REMEMBERED = 2_000
_NAMES: dict[tuple[str, Unit, str], tuple[str, ...]] = {}


@dataclass(frozen=True, slots=True)
class Filters:
    """What hits must be; an empty field does not filter.

    `unit` says what is looked for: statements, or sentences of all that documents say. `speaker` is
    whoever may be so called (Sergei is Sergey, a surname fits its bearers). `publisher` is a whole
    name where there is one, else a piece of a name. `earliest` and `latest` are inclusive days; a
    document that may be of such a day passes. `form` is the kind of document. `documents` are ids:
    those of a process, say. `quotation`, `manner`, `stance` and `finding` are of statements alone.
    """

    unit: Unit = Unit.STATEMENT
    speaker: str = ""
    publisher: str = ""
    quotation: Quotation | None = None
    form: Kind | None = None
    manner: Manner | None = None
    stance: Stance | None = None
    finding: Outcome | None = None
    earliest: date | None = None
    latest: date | None = None
    documents: frozenset[str] | None = None

    @property
    def filtering(self) -> bool:
        """Whether anything is filtered; what is looked for is no filter."""
        return self.documents is not None or any(
            getattr(self, name) for name in _FILTERING if name != "documents"
        )


_FILTERING = tuple(name for name in Filters.__dataclass_fields__ if name != "unit")
_OF_STATEMENTS = ("quotation", "manner", "stance", "finding")


def to_wanted(filters: Filters, store: Store) -> Wanted:
    """The filters as a store takes them; `InputError` where they cannot go together."""
    odd = [name for name in _OF_STATEMENTS if getattr(filters, name)]
    if filters.unit is Unit.PASSAGE and odd:
        raise InputError(f"sentences have no {odd[0]}; search statements for it")
    if filters.earliest and filters.latest and filters.earliest > filters.latest:
        raise InputError(f"no day is from {filters.earliest} to {filters.latest}")
    speaker, documents = filters.speaker, filters.documents
    return Wanted(
        speakers=names_of(speaker, store, filters.unit) if speaker else None,
        publishers=_publishers(filters.publisher, store) if filters.publisher else None,
        quotation=filters.quotation,
        earliest=filters.earliest,
        latest=filters.latest,
        documents=None if documents is None else tuple(sorted(documents)),
        kind=filters.form,
        manner=filters.manner,
        stance=filters.stance,
    )


def names_of(speaker: str, store: Store, unit: Unit = Unit.STATEMENT) -> tuple[str, ...]:
    """The names in a store that can be this person's, alone or among several.

    They are kept in memory until something is written.
    """
    key = store.stamp(), unit, speaker
    names = _NAMES.get(key)
    if names is None:
        if len(_NAMES) >= _REMEMBERED:
            _NAMES.clear()
        names = _NAMES[key] = tuple(
            name
            for name in store.speakers(unit)
            if any(same_name(speaker, one) for one in each_of(name))
        )
    return names


def _publishers(publisher: str, store: Store) -> tuple[str, ...]:
    held = store.publishers()
    folded = publisher.casefold()
    whole = tuple(name for name in held if name.casefold() == folded)
    return whole or tuple(name for name in held if folded in name.casefold())
