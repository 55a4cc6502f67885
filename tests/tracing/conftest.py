"""Renderings made by hand, and the sample corpus in a store."""

import pytest

import examples
from onrecord.dates import read_edtf
from onrecord.model import Against, Passage, PassageKind, Rendering, Role, Span
from onrecord.stores import open_store

OFFICE = "We will open 318 wells before the harvest, and nobody in the valley will pay for water."


def rendering(
    text,
    outlet="",
    date="",
    *,
    kind=PassageKind.QUOTATION,
    speaker="Orla Venn",
    via=(),
    credits=(),
    document="",
    start=0,
):
    """A rendering of its own document, whose words begin at `start`."""
    day = read_edtf(date) if date else None
    passage = Passage(
        document or f"{outlet or 'paper'}-{date}-{len(text)}",
        Span(start, start + len(text)),
        text,
        kind,
        Against.RECORD if kind is PassageKind.TURN else Against.REPORT,
        speaker,
        role=Role.ANSWER if kind is PassageKind.TURN else None,
        via=via,
    )
    return Rendering(
        passage,
        (passage.span,),
        outlet,
        date,
        day.earliest if day else None,
        day.latest if day else None,
        (outlet,) if outlet else (),
        credits,
    )


def record(text=OFFICE, date="2021-05-03", **more):
    """A turn of a transcript."""
    return rendering(text, "Office", date, kind=PassageKind.TURN, document="record", **more)


@pytest.fixture(scope="session")
def papers(tmp_path_factory):
    """The sample corpus in a store."""
    with open_store(tmp_path_factory.mktemp("papers") / "papers.db") as store:
        examples.fill(store)
        yield store
