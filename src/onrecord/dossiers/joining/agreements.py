"""Agreements that several documents, or several places of one, speak of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace

from onrecord.dossiers.identity import identify
from onrecord.dossiers.joining.canonical import (
    Names,
    place_name,
    plain_name,
    short_names,
    years_in,
)
from onrecord.dossiers.joining.clusters import grouped
from onrecord.dossiers.joining.evidence import belongs, documents, merged
from onrecord.dossiers.joining.times import agree, finer, width
from onrecord.model import Agreement, AgreementKind
from onrecord.text import words

K = AgreementKind
# A memorandum, a treaty or a ceasefire may be called an agreement.
_LOOSE = {K.AGREEMENT: frozenset({K.MEMORANDUM, K.CEASEFIRE, K.TREATY, K.CHARTER})}
_FEW_DAYS = 4


def join_agreements(lines: Sequence[Agreement], names: Names) -> tuple[Agreement, ...]:
    """Each agreement once, with all that is said of it.

    Two lines are one agreement where their numbers are the same, or they are the same instrument
    of the profile; where their names have the same words; where one name has all the words of the
    other and both are of one date or one document; and where kind, day and parties are the same.
    Other numbers, years in the name, dates or kinds tell them apart. The finer date is kept.
    """
    joiner = _Joiner(names)
    groups = grouped(lines, sureness=joiner.sureness, keys=joiner.keys, fit=joiner.fit)
    return tuple(joiner.merge(group) for group in groups)


class _Joiner:
    def __init__(self, names: Names) -> None:
        self._names = names

    def sureness(self, line: Agreement) -> int:
        return (
            (8 if line.number else 0)
            + (4 if line.dating and width(line.dating) <= _FEW_DAYS else 2 if line.dating else 0)
            + min(3, len(self._words(line)))
        )

    def keys(self, line: Agreement) -> Iterable[Hashable]:
        """What two lines of one agreement share at least one of."""
        if line.number:
            yield "number", line.number
        yield "thing", self._thing(line)
        yield from (("word", word) for word in self._words(line))
        if line.dating and line.dating.earliest and width(line.dating) <= _FEW_DAYS:
            yield "day", line.dating.earliest
        for document in documents(line):
            yield "document", document, line.kind

    def fit(self, line: Agreement, group: Sequence[Agreement]) -> int:
        """How surely a line is of the agreement of a group; 0 where something tells them apart."""
        fits = [self._pair(line, other) for other in group]
        return 0 if min(fits) < 0 else max(fits)

    def _pair(self, a: Agreement, b: Agreement) -> int:
        """How surely two lines are one agreement; below 0 where something tells them apart."""
        if _told_apart(a, b) or self._others(a, b):
            return -1
        if a.number and a.number == b.number:
            return 100
        if self._instrument(a) and self._instrument(a) == self._instrument(b):
            return 90
        return self._by_name(a, b)

    def _by_name(self, a: Agreement, b: Agreement) -> int:
        one, two = self._words(a), self._words(b)
        together = bool(documents(a) & documents(b))
        dated = a.dating is not None and b.dating is not None
        proper = _proper(a.name, one) and _proper(b.name, two)
        if one == two and (len(one) > 2 or (len(one) > 1 and (dated or together or proper))):
            return 80
        years = years_in(a.name) & years_in(b.name)
        within = (one <= two or two <= one) and min(len(one), len(two)) > 1
        if within and (dated or together or years):
            return 60
        if dated and max(width(a.dating), width(b.dating)) <= _FEW_DAYS and self._shared(a, b):
            return 50
        return 40 if together and one == two and a.kind == b.kind else 0

    def _shared(self, a: Agreement, b: Agreement) -> bool:
        """Whether two agreements of one day share who made them, or a word of their names."""
        parties = self._parties(a) & self._parties(b)
        return a.kind == b.kind and bool(len(parties) > 1 or self._words(a) & self._words(b))

    def _others(self, a: Agreement, b: Agreement) -> bool:
        """Whether two lines name two instruments, or parties of which none is the same."""
        one, two = self._parties(a), self._parties(b)
        if self._instrument(a) and self._instrument(b):
            return self._instrument(a) != self._instrument(b)
        return bool(one) and bool(two) and not one & two

    def _instrument(self, line: Agreement) -> str:
        """The instrument of the profile that a line names, "" for none."""
        return self._names.instrument(line.name)

    def _thing(self, line: Agreement) -> str:
        return self._instrument(line) or plain_name(line.name)

    def _words(self, line: Agreement) -> frozenset[str]:
        return self._names.telling(short_names(line.name))

    def _parties(self, line: Agreement) -> frozenset[str]:
        return frozenset(map(self._names.actor, line.parties))

    def merge(self, group: Sequence[Agreement]) -> Agreement:
        """The lines of a group as one."""
        named = Counter(line.name for line in group if line.name)
        kinds = Counter(line.kind for line in group)
        special = {kind: many for kind, many in kinds.items() if kind is not K.AGREEMENT}
        seen: dict[str, str] = {}
        for party in (p for line in group for p in line.parties):
            seen.setdefault(self._names.actor(party), party)
        whole = replace(
            group[0],
            kind=max(special or kinds, key=kinds.__getitem__),
            name=max(
                named, key=lambda name: (len(self._names.telling(name)), named[name]), default=""
            ),
            number=next((line.number for line in group if line.number), ""),
            dating=finer(line.dating for line in group),
            place=next((line.place for line in group if line.place), ""),
            parties=tuple(dict.fromkeys(seen.values())),
            evidence=merged(group),
            belongs=belongs(group),
        )
        return replace(whole, id=self._id(whole))

    def _id(self, line: Agreement) -> str:
        if line.number:
            return identify("agreement", line.kind, line.number)
        if self._instrument(line):
            return identify("agreement", self._instrument(line))
        name = " ".join([*sorted(self._words(line)), *sorted(years_in(line.name))])
        if line.dating and width(line.dating) <= _FEW_DAYS:
            return identify("agreement", line.kind, line.dating.edtf, name)
        if len(self._words(line)) > 1:
            return identify("agreement", line.kind, name)
        first = line.evidence[0]
        return identify("agreement", first.document, str(first.spans[0].start))


def _proper(name: str, telling: frozenset[str]) -> bool:
    """Whether a name is a proper one: all the words that tell it apart have capitals."""
    return all(word.span.of(name)[0].isupper() for word in words(name) if word.form in telling)


def _told_apart(a: Agreement, b: Agreement) -> bool:
    if not (
        a.kind == b.kind or b.kind in _LOOSE.get(a.kind, ()) or a.kind in _LOOSE.get(b.kind, ())
    ):
        return True
    if a.number and b.number:
        return a.number != b.number
    one, two = years_in(a.name), years_in(b.name)
    if one and two and not one & two:
        return True
    places = {place_name(place) for place in (a.place, b.place) if place}
    return len(places) > 1 or not agree(a.dating, b.dating)
