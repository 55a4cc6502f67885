"""What is given for a check, and what comes back for several."""

from __future__ import annotations

from typing import Literal

from pydantic import ConfigDict, Field
from pydantic.config import JsonDict

from onrecord.answers import FindingAnswer
from onrecord.answers.shapes import answer
from onrecord.web.api.asking import BATCH, NAME, QUOTE, REF, TEXT, Given, text

_LEAVE_OUT = "The held document that the quotation came from, which is left out of the search."
_STYLE = "A stylebook: `style` then says which edits it does not allow."
_EXAMPLE: JsonDict = {
    "quote": "Our engineers found 381 mines there last autumn",
    "speaker": "Andrey Tolvarin",
    "date": "2023-02-16",
}
_STORY = "“Our engineers found 381 mines there last autumn,” Andrey Tolvarin said."

Style = Literal["", "apa", "chicago", "ap", "reuters"]


class Asked(Given):
    """A quotation to hold against the record."""

    quote: str = text(QUOTE, "The quotation.", least=1, example="Our engineers found 381 mines")
    speaker: str = text(
        NAME,
        "Who is said to have said it; without it nothing is misattributed.",
        example="Tolvarin",
    )
    date: str = text(
        NAME, "When it is said to have been said, in EDTF: 2019-01-28, 2019-01.", example="2021-05"
    )
    document: str = text(REF, "Look in this held document alone.")
    leave_out: str = text(REF, _LEAVE_OUT)
    prove: bool = Field(
        False,
        description="Where nothing is found, read all words held and say how near any come. It "
        "takes longer.",
    )
    semantic: bool | None = Field(
        None,
        description="Where no words are held, look for their meaning too; by default wherever "
        "onrecord[semantic] is installed.",
    )


class AskedOne(Asked):
    """A quotation to hold against the record, and the stylebook to judge it by."""

    model_config = ConfigDict(json_schema_extra={"examples": [_EXAMPLE]})

    style: Style = Field("", description=_STYLE)


class PostedOne(AskedOne):
    """A quotation to hold against the record, given as JSON."""

    model_config = ConfigDict(strict=True)


class AskedOfSeveral(Asked):
    """One quotation of a batch."""

    model_config = ConfigDict(strict=True)

    id: str = text(NAME, "What to call it in the answer.")


class AskedBatch(Given):
    """Quotations to hold against the record, each by itself."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"quotations": [{"id": "1", **_EXAMPLE}]}]}
    )

    quotations: list[AskedOfSeveral] = Field(
        min_length=1, max_length=BATCH, description="The quotations."
    )
    style: Style = Field("", description=_STYLE)


class AskedText(Given):
    """A text, every quotation of which is held against the record."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"text": _STORY, "date": "2023-02-16"}]}
    )

    text: str = Field(min_length=1, max_length=TEXT, description="The text, as it is published.")
    date: str = Field("", max_length=NAME, description="The day of what it reports, in EDTF.")
    language: str = Field("en", max_length=40, description="Its language as a BCP 47 tag.")
    leave_out: str = Field("", max_length=REF, description=_LEAVE_OUT)
    style: Style = Field("", description=_STYLE)


@answer
class BatchLine:
    """What became of one quotation of a batch."""

    id: str
    """What the caller called it."""
    finding: FindingAnswer | None
    """What was found; null where it could not be checked."""
    error: str
    """Why it could not, in one line; "" where it could."""


@answer
class BatchAnswer:
    """What became of each quotation of a batch, in order."""

    results: tuple[BatchLine, ...]
    """One for each quotation that was given."""


@answer
class CheckedText:
    """The findings of a text."""

    findings: tuple[FindingAnswer, ...]
    """One for each quotation, in order; `quotation` says where each stands in the text."""
    more: bool
    """Whether the text has further quotations, which were not checked."""
