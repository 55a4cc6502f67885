"""Every quotation of a story checked against the other documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from onrecord.checking.quotation import check
from onrecord.model import Finding, Quotation, Reading, Span, Statement
from onrecord.stores import Store
from onrecord.text import quotations


class Checked(NamedTuple):
    """A quotation's place in its document, the statement it belongs to, what was found."""

    quotation: Span
    statement: Statement
    finding: Finding


def check_document(
    ref: str,
    store: Store,
    *,
    semantic: bool | None = None,
    skipped: int = 0,
    most: int | None = None,
) -> list[Checked]:
    """Every quotation of a held story against all other documents, in order of the text.

    Checked is what stands in quotation marks, in headlines too, with the speaker of its statement
    and the day of its document; with `skipped` and `most` only so many, behind so many.
    `NotFoundError` where no held document answers to `ref`.
    """
    reading = store.load(ref)
    checked = _of_reading(
        reading, store, leave_out=reading.document.id, semantic=semantic, skipped=skipped
    )
    return list(islice(checked, most))


def check_reading(
    reading: Reading, store: Store, *, leave_out: str = "", semantic: bool | None = None
) -> list[Checked]:
    """Every quotation of a story that was read, whether it is held or not; see `check`."""
    return list(_of_reading(reading, store, leave_out=leave_out, semantic=semantic))


def _of_reading(
    reading: Reading, store: Store, *, leave_out: str, semantic: bool | None, skipped: int = 0
) -> Iterator[Checked]:
    day = reading.structure.dating or reading.structure.published
    return _checked(
        reading.document.text,
        reading.statements,
        store,
        date=day.edtf if day else reading.document.published,
        language=reading.document.language,
        leave_out=leave_out,
        semantic=semantic,
        skipped=skipped,
    )


def check_text(
    text: str,
    store: Store,
    *,
    date: str = "",
    language: str = "en",
    leave_out: str = "",
    most: int | None = None,
) -> list[Checked]:
    """Every quotation of a text that is not held, or the first `most` of them.

    `date` is the day of what it reports, in EDTF.
    """
    from onrecord.pipeline import extract

    statements = extract(text, language=language)
    checked = _checked(text, statements, store, date=date, language=language, leave_out=leave_out)
    return list(islice(checked, most))


def _checked(
    text: str,
    statements: Iterable[Statement],
    store: Store,
    *,
    date: str,
    language: str,
    leave_out: str,
    semantic: bool | None = None,
    skipped: int = 0,
) -> Iterator[Checked]:
    for span, statement in quoted(text, statements, language or "en")[skipped:]:
        finding = check(
            span.of(text),
            store,
            speaker=statement.speaker,
            date=date,
            leave_out=leave_out,
            semantic=semantic,
        )
        yield Checked(span, statement, finding)


def quoted(
    text: str, statements: Iterable[Statement], language: str = "en"
) -> list[tuple[Span, Statement]]:
    """What each statement has in quotation marks, without the marks, in order of the text."""
    regions = [region.inner for region in quotations(text, language).regions if not region.depth]
    found: dict[Span, Statement] = {}
    for statement in statements:
        if statement.attribution.quotation is Quotation.INDIRECT:
            continue
        for content in statement.attribution.content:
            for region in regions:
                if not region.meets(content):
                    continue
                span = Span(max(region.start, content.start), min(region.end, content.end))
                if any(c.isalnum() for c in span.of(text)):
                    found.setdefault(span, statement)
    return sorted(found.items(), key=lambda pair: pair[0])
