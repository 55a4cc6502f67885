import pytest

from onrecord.languages import language
from onrecord.model import Document, Kind, PartKind, Provenance, Span
from onrecord.structure import dissect
from onrecord.structure.story import read_dateline

LAYOUT = language("en").layout


def document(text, **fields):
    return Document("test", text, Provenance("0" * 64, "plain", "1"), **fields)


WIRE = """All news

Ostrov: the bridge will open, but not for everyone

"Nobody goes alone," he added

LINDAL, February 16. /TASS/. The bridge over the Ard will open, Foreign Minister Pavel Ostrov \
said at a conference on Saturday.

"It could have opened at the end of 2019," Ostrov said.

The ferry

The minister recalled that the ferry broke down back in 2011.
"""


def test_a_wire_story_is_told_by_its_dateline():
    structure = dissect(document(WIRE))
    assert structure.kind is Kind.STORY
    assert (structure.place, structure.agency) == ("Lindal", "TASS")
    kinds = {p.span.of(WIRE): p.kind for p in structure.parts}
    assert kinds["All news"] is PartKind.FURNITURE
    assert kinds["Ostrov: the bridge will open, but not for everyone"] is PartKind.HEADLINE
    assert kinds['"Nobody goes alone," he added'] is PartKind.STANDFIRST
    assert kinds["LINDAL, February 16. /TASS/."] is PartKind.DATELINE
    assert kinds["The ferry"] is PartKind.HEADING
    assert not structure.turns


def test_a_publishers_line_ends_the_standfirst():
    text = (
        "Bridge to open: Ostrov\nThe minister has praised the bridge. It opens in May, he said.\n"
        "Lindal Times\nThe bridge will open in May, Pavel Ostrov said on Feb. 15.\nThat is all.\n"
    )
    structure = dissect(document(text))
    assert structure.publisher == "Lindal Times"
    assert [p.kind for p in structure.parts][:3] == [
        PartKind.HEADLINE,
        PartKind.STANDFIRST,
        PartKind.BYLINE,
    ]
    assert structure.dating.edtf == "XXXX-02-15"


@pytest.mark.parametrize(
    ("line", "place", "agency", "day"),
    [
        ("BEIRUT, Oct 3 (Reuters) - The talks failed.", "Beirut", "Reuters", "XXXX-10-03"),
        ("WASHINGTON (AP) — The talks failed.", "Washington", "AP", None),
        ("FLINT, Mich., Oct. 4 (UPI) — The talks failed.", "Flint, Mich.", "UPI", "XXXX-10-04"),
        ("OSSEL, February 16. /QPA/. The talks failed.", "Ossel", "QPA", "XXXX-02-16"),
        ("PORT LOUIS -- The talks failed.", "Port Louis", "", None),
        ("Lindal, 5 March 2019 (Interfax) - The talks failed.", "Lindal", "Interfax", "2019-03-05"),
    ],
)
def test_datelines_give_place_agency_and_day(line, place, agency, day):
    found = read_dateline(line, Span(0, len(line)), LAYOUT)
    assert (found.place, found.agency) == (place, agency)
    assert (found.day.edtf if found.day else None) == day
    assert line[found.span.end :].strip(" -—") == "The talks failed."


@pytest.mark.parametrize(
    "line",
    [
        "THE PRESIDENT: We agree.",
        "The UN said - and it was right - that talks failed.",
        "Lindal - a city by the sea - is quiet.",
        "I AM HERE.",
        "EXCLUSIVE - The talks failed.",
        "MARSH--Odile. The president of the club died.",
    ],
)
def test_what_is_no_dateline_gives_none(line):
    assert read_dateline(line, Span(0, len(line)), LAYOUT) is None


def test_a_headline_with_a_colon_is_no_speakers_label():
    text = "Odile Marsh: We will build it.\n\nWork has begun, the president said on Monday.\n"
    structure = dissect(document(text))
    assert structure.kind is Kind.STORY
    assert not structure.turns


def test_where_a_title_is_given_the_first_sentence_of_the_text_is_no_heading():
    text = "On March 13, Odile Marsh had a talk with Pavel Ostrov.\n\nThey spoke of the bridge.\n"
    structure = dissect(document(text, title="A talk", published="2023-03-13", kind=Kind.STORY))
    assert [p.kind for p in structure.parts] == [PartKind.PARAGRAPH] * 2
    assert structure.dating.edtf == "2023-03-13"


def test_what_was_given_wins():
    structure = dissect(
        document(
            WIRE, kind=Kind.OTHER, title="A title", publisher="A paper", published="2021-02-17"
        )
    )
    assert (structure.kind, structure.title, structure.publisher) == (
        Kind.OTHER,
        "A title",
        "A paper",
    )
    assert structure.published.edtf == "2021-02-17"
