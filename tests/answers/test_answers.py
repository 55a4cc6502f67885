"""What programs are given: every field described, nothing that JSON cannot hold, nothing lost."""

import json
from dataclasses import fields, is_dataclass
from datetime import date
from inspect import getmembers, isclass

import pytest
from pydantic import TypeAdapter

import onrecord.answers
from onrecord import answers
from onrecord.answers import (
    documents,
    finders,
    findings,
    hits,
    people,
    processes,
    statements,
    utterances,
)
from onrecord.answers.shapes import like, plain
from onrecord.answers.wording import CUTS, FLAGS, KINDS, MEANINGS, SEVERITIES, meaning
from onrecord.dossiers import shipped
from onrecord.model import (
    Coverage,
    CutKind,
    Dating,
    EditKind,
    Finding,
    Outcome,
    Person,
    Roster,
    Severity,
    Span,
    Tenure,
)

MODULES = (documents, finders, findings, hits, people, processes, statements, utterances)
SHAPES = {
    name: shape
    for module in MODULES
    for name, shape in getmembers(module, isclass)
    if is_dataclass(shape) and shape.__module__ == module.__name__
}
SILENT = Finding(Outcome.RECORD_NOT_HELD, "Mud is mud", Coverage(held=False))


def test_what_all_names_can_be_had():
    for name in onrecord.answers.__all__:
        assert getattr(onrecord.answers, name) is not None


@pytest.mark.parametrize("name", SHAPES)
def test_a_schema_says_what_every_field_is(name):
    schema = TypeAdapter(SHAPES[name]).json_schema(mode="serialization")
    assert schema["description"]
    own = SHAPES[name].__annotations__
    bare = [n for n, one in schema["properties"].items() if n in own and "description" not in one]
    assert not bare


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_an_answer_is_frozen_and_has_no_room_for_more(shape):
    assert shape.__dataclass_params__.frozen
    assert "__slots__" in vars(shape)


def test_a_finding_is_the_same_in_its_schema_and_in_json():
    shown = plain(answers.finding(SILENT, id="q"))
    assert json.loads(json.dumps(shown)) == shown
    assert set(shown) == {field.name for field in fields(answers.FindingAnswer)}
    again = TypeAdapter(answers.FindingAnswer).validate_python(shown)
    assert again == answers.finding(SILENT, id="q")


def test_plain_knows_what_a_model_is_made_of():
    dated = Dating("2021-05", date(2021, 5, 1), date(2021, 5, 31), spans=(Span(3, 10),))
    assert plain(dated) | {"how": "", "words": ""} == {
        "edtf": "2021-05",
        "earliest": "2021-05-01",
        "latest": "2021-05-31",
        "words": "",
        "spans": [[3, 10]],
        "anchor": "",
        "how": "",
        "inferred": False,
    }
    assert like(documents.DatingAnswer, dated).spans == ((3, 10),)
    with pytest.raises(TypeError, match="no plain form of a bytes"):
        plain(b"")


def test_a_profile_keeps_all_that_it_says():
    for profile in shipped():
        assert plain(answers.process(profile)) == plain(profile)


def test_a_person_has_posts_with_their_sources_and_what_is_held():
    one = Person("p1", "Ana Belu")
    tenure = Tenure("p1", "Minister of Wells", of="vel", start="2019", according="Gazette")
    found = answers.person(one, [tenure], [], statements={"Ana Belu": 3})
    assert found.tenures[0].post == "Minister of Wells"
    assert plain(found)["statements"] == {"Ana Belu": 3}
    line = answers.person_line(one, [tenure], Roster(people=(one,)))
    assert (line.posts, line.according) == (("Minister of Wells, vel",), ("Gazette",))


def test_there_are_words_for_everything_that_a_finding_can_be():
    assert set(MEANINGS) == set(Outcome)
    assert set(CUTS) == set(CutKind)
    assert set(KINDS) == set(EditKind)
    assert set(SEVERITIES) == set(Severity)
    for words in (MEANINGS, CUTS, FLAGS, SEVERITIES):
        assert all(words.values())
    assert meaning(SILENT) == MEANINGS[Outcome.RECORD_NOT_HELD]


def test_what_differs_in_numbers_is_not_said_to_mean_the_same():
    near = Finding(Outcome.PARAPHRASE, "x", Coverage(held=True), flags=("numbers_differ",))
    assert meaning(near) == "no such words; what comes nearest differs in numbers"
