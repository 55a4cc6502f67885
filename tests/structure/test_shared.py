import re

import pytest

from onrecord.model import Document, Kind, Provenance, Role
from onrecord.readers import read as read_bytes
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


def test_every_labelled_line_of_the_white_house_is_a_turn(shared):
    paths = sorted((shared / "data" / "whitehouse").glob("*.md"))
    assert len(paths) == 120
    labelled = re.compile(
        r"[\u200b\u00a0 ]*(?:Q[\u00a0 ]+\S|(?:MS|MR|DR|SECRETARY|ADMINISTRATOR|ACTING|CHAIR|SENIOR"
        r"|MODERATOR|OPERATOR|MAYOR|CHIEF|SURGEON|DEPUTY|WHITE HOUSE|AIDE)\b[^a-z:]{0,40}:)"
    )
    found = 0
    for path in paths:
        raw = path.read_text(encoding="utf-8")
        lines = sum(bool(labelled.match(line)) for line in raw.splitlines())
        (document,) = read_bytes(path.read_bytes(), path=str(path))
        turns = dissect(document).turns
        assert len(turns) == lines, path.name
        found += len(turns)
    assert found > 7000


def test_every_bold_label_of_the_kremlins_pages_is_a_turn(shared):
    paths = sorted((shared / "data" / "kremlin_astana" / "html").glob("*.html"))
    assert len(paths) == 213
    # A paragraph that begins in bold type with some words and a colon, in it or right after it.
    label = re.compile(r"<p[^>]*>\s*<b>[^<:]{2,120}(?:<[^<>]*>|\s|\([^()]*\))*:")
    transcripts = 0
    for path in paths:
        (document,) = read_bytes(path.read_bytes(), path=str(path))
        structure = dissect(document)
        labels = len(label.findall(path.read_text(encoding="utf-8")))
        assert len(structure.turns) >= labels, path.name
        assert (structure.kind is Kind.TRANSCRIPT) == bool(structure.turns), path.name
        transcripts += bool(structure.turns)
    assert transcripts > 100


def test_the_debates_have_their_rows_as_turns_with_the_speakers_of_the_column(shared):
    path = shared / "data" / "debates2016" / "debate.csv"
    documents = list(read_bytes(path.read_bytes(), path=str(path)))
    structures = [dissect(d) for d in documents]
    assert [len(s.turns) for s in structures] == [326, 334, 300, 346]
    assert {t.basis for s in structures for t in s.turns} == {"column"}
    assert all(s.exchanges for s in structures)
