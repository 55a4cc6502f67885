"""What callers may ask with: the parameters that several resources share, and their bounds."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

from fastapi import Path
from pydantic import BaseModel, ConfigDict, Field

from onrecord.dates import read_edtf

QUOTE = 10_000
"""Code points of the longest quotation."""
TEXT = 300_000
"""Code points of the longest text whose quotations are checked."""
NAME = 500
"""Code points of the longest name, date or query."""
REF = 2_000
"""Code points of the longest reference to a document: a URL, a path."""
BATCH = 100
"""Quotations of one batch."""
LIMIT = 200
"""Lines of one page."""

Ref = Annotated[
    str,
    Path(
        min_length=1,
        max_length=REF,
        description="A document's id, a beginning of it that fits one alone, its URL, its path or "
        "its file name.",
    ),
]


class Given(BaseModel):
    """What is given with a request; a name that is not known is refused, and not passed over."""

    model_config = ConfigDict(extra="forbid")


class Page(Given):
    """What is given for a page of a list."""

    limit: int = Field(50, ge=1, le=LIMIT, description="How many lines a page has at most.")
    cursor: str = Field(
        "",
        max_length=4_000,
        description="Where the page begins: the `cursor` of the page before; it goes with the same "
        "parameters alone.",
    )

    def asked(self) -> Mapping[str, Any]:
        """What the pages of one list have in common."""
        return self.model_dump(exclude={"limit", "cursor"}, mode="json")


def text(most: int, description: str, *, least: int = 0, example: str = "") -> Any:  # noqa: ANN401
    """A field of text, "" where nothing is given; one that needs a letter has no default."""
    return Field(
        ... if least else "",
        min_length=least or None,
        max_length=most,
        description=description,
        examples=[example] if example else None,
    )


def days_of(edtf: str) -> tuple[date | None, date | None]:
    """The first and last day of a date in EDTF, None where it is open or nothing is given."""
    if not edtf:
        return None, None
    dating = read_edtf(edtf)
    return dating.earliest, dating.latest
