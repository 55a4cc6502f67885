"""Which places of a document speak of one and the same instrument."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.drawing.instruments_apart import Instrument

_GROUPS = 100
"""Instruments of a document, the latest told of, that another place is compared with."""
_PLACES = 20
"""Places of one instrument, the first, that another place is compared with."""
_ALIKE = frozenset({"agreement", "memorandum", "treaty", "ceasefire", "plan"})


def joined(found: Iterable[Instrument]) -> list[list[Instrument]]:
    """The places of each instrument, in the order in which they are first told of.

    A place is compared with the last hundred instruments told of before it, by their first places.
    """
    groups: list[list[Instrument]] = []
    for one in found:
        group = next((g for g in groups[-_GROUPS:] if _of(one, g)), None)
        if group is None:
            groups.append([one])
        else:
            group.append(one)
    return groups


def _of(one: Instrument, group: list[Instrument]) -> bool:
    return any(_same(one, other) for other in group[:_PLACES])


def _same(one: Instrument, other: Instrument) -> bool:
    """Whether two places name one instrument: by its number, or by names in common."""
    if one.clause is other.clause and one.span.meets(other.span):
        return False  # a protocol is not the agreement that it is added to
    if one.number or other.number:
        return one.number == other.number and one.kind == other.kind
    if one.kind != other.kind and not {one.kind, other.kind} <= _ALIKE:
        return False
    if one.dating and other.dating and one.dating.edtf[:4] != other.dating.edtf[:4]:
        return False
    if one.names and other.names:
        return _named_alike(one, other)
    same_day = one.dating and other.dating and one.dating.edtf == other.dating.edtf
    return bool(same_day) or (one.joint and other.joint)


def _named_alike(one: Instrument, other: Instrument) -> bool:
    """Whether the name of one has that of the other, or names that are not whose they are."""
    if one.names <= other.names or other.names <= one.names:
        return True
    own = frozenset(name.casefold() for name in (*one.parties, *other.parties))
    return not (one.titled or other.titled) and bool((one.names & other.names) - own)
