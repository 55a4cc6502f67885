"""What each of the papers is taken for, and why that is right."""

import pytest

from onrecord.model import PartKind

# name: kind, turns, exchanges, day
EXPECTED = {
    "00-front-page.md": ("other", 0, 0, ""),
    "tamvaria-ministry.txt": ("transcript", 7, 3, "2023-02-16"),
    "norvessia-ministry.html": ("transcript", 10, 4, "2023-03-02"),
    "pelorane-briefing.md": ("transcript", 12, 5, "2023-02-21"),
    "quorrel-league.txt": ("transcript", 1, 0, "2023-03-22"),
    "norvessia-assembly.csv": ("transcript", 12, 0, "2023-03-29"),
    "tamvaria-presidency.html": ("transcript", 7, 2, "2023-05-18"),
    "ossimere-communique.md": ("other", 0, 0, ""),
    "qpa-ossimere.txt": ("story", 0, 0, "2023-02-16"),
    "qpa-dunvarrel.txt": ("story", 0, 0, "2023-04-05"),
    "qpa-fourth-round.txt": ("story", 0, 0, "2023-05-16"),
    "courier.html": ("story", 0, 0, "2023-02-16"),
    "ledger.html": ("story", 0, 0, ""),
    "readout-march": ("story", 0, 0, ""),
    "delta-radio": ("story", 0, 0, ""),
}
SPEAKERS = {
    "tamvaria-ministry.txt": ["Andrey Tolvarin", "", "Andrey Tolvarin", ""],
    "norvessia-ministry.html": ["Mirelle Osgarth", "Sabine Quorrel", ""],
    "quorrel-league.txt": ["Sabine Quorrel"],
    "norvessia-assembly.csv": ["Ines Callorane", "Mirelle Osgarth", "Rufus Tamblick"],
    "tamvaria-presidency.html": ["Tomas Urvelin", "Leonie Marchetane", ""],
}


def test_every_paper_is_expected(structures):
    assert set(structures) == set(EXPECTED)


@pytest.mark.parametrize(("name", "expected"), EXPECTED.items(), ids=EXPECTED)
def test_a_paper_has_its_kind_turns_and_exchanges(name, expected, structures):
    structure = structures[name]
    assert structure.why
    assert (str(structure.kind), len(structure.turns), len(structure.exchanges)) == expected[:3]


@pytest.mark.parametrize("name", [name for name, expected in EXPECTED.items() if expected[3]])
def test_a_paper_has_the_day_of_its_event(name, structures):
    dating = structures[name].dating
    assert dating is not None
    assert dating.edtf == EXPECTED[name][3]
    assert dating.how


@pytest.mark.parametrize(("name", "speakers"), SPEAKERS.items(), ids=SPEAKERS)
def test_turns_are_given_to_their_speakers(name, speakers, structures):
    turns = structures[name].turns
    assert [turn.speaker for turn in turns[: len(speakers)]] == speakers


def test_speech_of_the_guest_is_marked_as_retranslated(structures):
    turns = structures["tamvaria-presidency.html"].turns
    flagged = [turn.speaker for turn in turns if "retranslated" in turn.flags]
    assert flagged == ["Leonie Marchetane"] * 2


def test_tooltips_do_not_double_a_name(documents):
    text = documents["tamvaria-presidency.html"].text
    assert "Marchetane Leonie" not in text
    assert "Ms Leonie Marchetane, and I spoke" in text


def test_editions_and_furniture_of_a_ministry_page_are_not_speech(structures, documents):
    structure = structures["tamvaria-ministry.txt"]
    text = documents["tamvaria-ministry.txt"].text
    assert set(structure.editions) == {"de", "en", "fr"}
    dropped = {part.span.of(text) for part in structure.parts if part.kind is PartKind.FURNITURE}
    assert {"All news", "Additional materials", "Showing 1 result.", "Advanced settings"} <= dropped
    last = structure.turns[-1].spans[-1].of(text)
    assert last.endswith("several more to write.")


def test_a_dateline_gives_the_place(structures):
    structure = structures["qpa-ossimere.txt"]
    assert structure.place == "Ossimere"


def test_a_year_that_nobody_gave_is_worked_out_and_said_to_be(structures, documents):
    assert documents["qpa-dunvarrel.txt"].published == ""
    assert structures["qpa-dunvarrel.txt"].dating.inferred


def test_publishers_come_from_the_pages_or_from_the_manifest(structures):
    publishers = {structure.publisher for structure in structures.values()}
    assert {"The Halvenport Courier", "Quenna Press Agency", "Delta Radio"} <= publishers
