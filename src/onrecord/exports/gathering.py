"""What a store holds, as accounts to be exported, one document after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from onrecord.dates import read_edtf
from onrecord.errors import InputError, NotFoundError
from onrecord.exports.accounts import Account
from onrecord.model import Kind, Reading
from onrecord.naming import same_name
from onrecord.stores import Listed, Store


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which documents and statements are exported; an empty field does not choose.

    `documents` are references (`Store`); `publisher` is a piece of a name; `earliest` and `latest`
    are inclusive days within which all days must lie that a document can be of; with a `speaker`
    only documents that have something of his are exported, and of their statements and passages
    only his.
    """

    documents: tuple[str, ...] = ()
    kind: Kind | None = None
    publisher: str = ""
    speaker: str = ""
    earliest: date | None = None
    latest: date | None = None


def gather(store: Store, chosen: Chosen = Chosen(), *, check: bool = False) -> Iterator[Account]:
    """The accounts of what is chosen, in the order of the store; each is loaded when asked for.

    With `check` every quotation of each is held against all other documents. Raises
    `NotFoundError` for a document that is not held, before anything is loaded.
    """
    ids = [line.id for line in _listed(store, chosen) if _passes(line, chosen)]
    return (one for id in ids if (one := _account(store, id, chosen, check)))


def _listed(store: Store, chosen: Chosen) -> Iterator[Listed]:
    if not chosen.documents:
        return store.documents()
    ids = dict.fromkeys(store.find(ref) for ref in chosen.documents)
    return (store.listed(id) for id in ids)


def _passes(line: Listed, chosen: Chosen) -> bool:
    if chosen.kind and line.kind != chosen.kind:
        return False
    if chosen.publisher.casefold() not in line.publisher.casefold():
        return False
    if not (chosen.earliest or chosen.latest):
        return True
    first, last = _days(line.dated)
    after = chosen.earliest is None or (first is not None and first >= chosen.earliest)
    before = chosen.latest is None or (last is not None and last <= chosen.latest)
    return after and before


def _days(dated: str) -> tuple[date | None, date | None]:
    try:
        dating = read_edtf(dated) if dated else None
    except (InputError, ValueError):
        dating = None
    return (dating.earliest, dating.latest) if dating else (None, None)


def _account(store: Store, id: str, chosen: Chosen, check: bool) -> Account | None:
    from onrecord.checking import check_document

    try:
        reading = _of_speaker(store.load(id), chosen.speaker)
    except NotFoundError:  # taken out since the list was made
        return None
    if reading is None:
        return None
    checked = check_document(id, store) if check else []
    mine = [one for one in checked if not chosen.speaker or one.statement in reading.statements]
    return Account(reading, tuple(mine), tuple(store.corrections(id)))


def _of_speaker(reading: Reading, speaker: str) -> Reading | None:
    if not speaker:
        return reading
    statements = tuple(one for one in reading.statements if _any(one.speakers, speaker))
    passages = tuple(one for one in reading.passages if _any((one.speaker,), speaker))
    kept = replace(reading, statements=statements, passages=passages)
    return kept if statements or passages else None


def _any(names: tuple[str, ...], wanted: str) -> bool:
    return any(name == wanted or same_name(name, wanted) for name in names if name)
