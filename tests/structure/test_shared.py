import pytest

from onrecord.model import Document, Kind, Provenance, Role
from onrecord.structure import dissect


def read(path, **fields):
    text = path.read_text(encoding="utf-8")
    return dissect(Document(path.stem, text, Provenance("0" * 64, "plain", "1"), **fields))


@pytest.mark.parametrize(
    ("seed", "counts", "day"),
    [("002", (9, 4), "2019-10-09"), ("003", (5, 2), "2019-01-28"), ("004", (5, 2), "2017-01-20")],
)
def test_the_three_conferences_have_their_turns_exchanges_and_days(shared, seed, counts, day):
    (path,) = (shared / "seeds").glob(f"{seed}_*.txt")
    structure = read(path)
    assert structure.kind is Kind.TRANSCRIPT
    assert (len(structure.turns), len(structure.exchanges)) == counts
    assert (structure.turns[0].speaker, structure.turns[0].role) == ("Sergey Lavrov", Role.OPENING)
    assert {t.speaker for t in structure.turns} == {"Sergey Lavrov", ""}
    assert structure.dating.edtf == day


def test_the_wire_story_is_dated_by_its_weekday_and_the_derivative_one_stays_open(shared):
    (wire,) = (shared / "seeds").glob("000_*.txt")
    (derived,) = (shared / "seeds").glob("001_*.txt")
    story = read(wire)
    assert (story.kind, story.place, story.agency) == (Kind.STORY, "Munich", "TASS")
    assert (story.dating.edtf, story.dating.inferred) == ("2020-02-15", True)
    other = read(derived)
    assert (other.kind, other.publisher) == (Kind.STORY, "Duvar English")
    assert other.dating.edtf == "XXXX-02-15"


def test_every_speech_of_the_general_debate_is_one_turn_of_nobody_known(shared):
    paths = sorted((shared / "data" / "ungdc_astana").glob("*.txt"))
    assert len(paths) == 32
    for path in paths:
        structure = read(path)
        assert structure.kind is Kind.TRANSCRIPT, path.name
        assert [t.speaker for t in structure.turns] == [""], path.name
