"""A citation in one of several forms."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from onrecord.errors import InputError
from onrecord.exports.accounts import Account
from onrecord.exports.citations.bibtex import as_bibtex
from onrecord.exports.citations.csl import as_csl
from onrecord.exports.citations.reference import Cited, Reference, reference_to
from onrecord.exports.citations.styles import as_apa, as_chicago
from onrecord.model import Reading

CITATIONS: Mapping[str, Callable[[Reference], str]] = {
    "chicago": as_chicago,
    "apa": as_apa,
    "bibtex": lambda reference: as_bibtex([reference]),
    "csl-json": lambda reference: as_csl([reference]),
}
"""The forms of a citation: two in plain text, two for programs."""


def cite(
    reading: Reading,
    cited: Cited | None = None,
    *,
    form: str = "chicago",
    accessed: date | None = None,
) -> str:
    """The citation of a document, or of a turn, a statement or a finding's record in it.

    `form` is one of `CITATIONS`. A finding is cited by the document that holds its record; what it
    found stands at the end. `InputError` for a form that there is not, and for a finding without a
    record: what is not held cannot be cited.
    """
    if form not in CITATIONS:
        raise InputError(f"no such form of citation: {form!r}; there are {', '.join(CITATIONS)}")
    return CITATIONS[form](reference_to(reading, cited, accessed=accessed))


def references(accounts: Iterable[Account]) -> Iterator[Reference]:
    """A reference to each document."""
    return (reference_to(account.reading) for account in accounts)
