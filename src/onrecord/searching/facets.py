"""How many hits have which value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from onrecord.people import each_of, same_name
from onrecord.stores import Ranked

SHOWN = 12
"""Values of a facet that are listed; the others are counted as one."""
_NAMES = 400
"""Names that are looked through for other writings of those listed, commonest first."""
_YEARS = 3
"""A document that may be of more years than these is of none in particular."""
_PLAIN = ("publisher", "form", "quotation", "passage", "manner", "stance")


@dataclass(frozen=True, slots=True)
class Value:
    """A value, and how many hits have it."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """What hits are in one respect: the commonest values, how many others there are.

    `unknown` counts the hits of which it is not known. A hit may have several values: each of those
    who say something together, each year that a document may be of. `over` is 0 where all hits were
    looked at, else how many were.
    """

    name: str
    values: tuple[Value, ...]
    others: int = 0
    unknown: int = 0
    over: int = 0


def facets(ranked: Ranked, *, months_of: int = 0) -> tuple[Facet, ...]:
    """Speaker, publisher, form, quotation or passage, manner, stance, year, and month of a year.

    `form` is the kind of document. Whoever is asked for by a speaker's name gets as many hits as
    stand beside it: names that can be the same person's count for each.
    """
    counts = {**ranked.counts, "form": ranked.counts.get("kind", {})}
    found = [_speakers(counts["speaker"])]
    found += [_plain(name, counts[name]) for name in _PLAIN if name in counts]
    found.append(_in_order("year", counts["days"], _years))
    if months_of:
        found.append(_in_order("month", counts["days"], lambda days: _months(days, months_of)))
    return tuple(facet for facet in found if facet.values or facet.unknown)


def _plain(name: str, counts: Mapping[str, int]) -> Facet:
    known = sorted(((v, n) for v, n in counts.items() if v), key=lambda pair: (-pair[1], pair[0]))
    return Facet(
        name,
        tuple(Value(value, count) for value, count in known[:SHOWN]),
        others=len(known[SHOWN:]),
        unknown=counts.get("", 0),
    )


def _speakers(counts: Mapping[str, int]) -> Facet:
    """Speakers by name; of names that can be one person's the commonest stands for all."""
    alone = Counter[str]()
    for names, count in counts.items():
        for name in each_of(names):
            alone[name] += count
    unknown = alone.pop("", 0)
    ordered = sorted(alone, key=lambda name: (-alone[name], -len(name), name))
    heads = list[str]()
    for name in ordered[:_NAMES]:
        if len(heads) < SHOWN and not any(same_name(name, head) for head in heads):
            heads.append(name)
    near = {
        head: [n for n in ordered[:_NAMES] if n == head or same_name(head, n)] for head in heads
    }
    values = [Value(head, _of_any(counts, set(near[head]))) for head in heads]
    listed = {name for names in near.values() for name in names}
    values.sort(key=lambda value: (-value.count, value.value))
    return Facet("speaker", tuple(values), others=len(alone.keys() - listed), unknown=unknown)


def _of_any(counts: Mapping[str, int], names: set[str]) -> int:
    return sum(count for said, count in counts.items() if not names.isdisjoint(each_of(said)))


def _in_order(name: str, counts: Mapping[str, int], read: Callable[[str], Iterable[str]]) -> Facet:
    """A facet of time, in the order of time; every value is listed."""
    total, unknown = Counter[str](), 0
    for days, count in counts.items():
        values = list(read(days))
        unknown += 0 if values or name == "month" else count
        for value in values:
            total[value] += count
    return Facet(name, tuple(Value(v, total[v]) for v in sorted(total)), unknown=unknown)


def _bounds(days: str) -> tuple[date, date] | None:
    earliest, _, latest = days.partition("/")
    if not (earliest or latest):
        return None
    return date.fromisoformat(earliest or latest), date.fromisoformat(latest or earliest)


def _years(days: str) -> Iterable[str]:
    bounds = _bounds(days)
    if bounds is None or bounds[1].year - bounds[0].year >= _YEARS:
        return []
    return [f"{year:04}" for year in range(bounds[0].year, bounds[1].year + 1)]


def _months(days: str, year: int) -> Iterator[str]:
    bounds = _bounds(days)
    if bounds is None or bounds[1].year - bounds[0].year >= _YEARS:
        return
    for month in range(1, 13):
        if (bounds[0].year, bounds[0].month) <= (year, month) <= (bounds[1].year, bounds[1].month):
            yield f"{year:04}-{month:02}"
