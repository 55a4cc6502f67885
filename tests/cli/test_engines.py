"""Which engine found the statements is chosen, said, and kept."""

import json

import pytest
from tests.tagging.conftest import write

from onrecord.tagging import VARIABLE, models

SAID = json.dumps({"doc": "a", "text": "The minister said that the bridge is shut."})


@pytest.fixture(autouse=True)
def no_models_of_the_environment(monkeypatch):
    monkeypatch.delenv(VARIABLE, raising=False)


@pytest.fixture
def folder(tmp_path):
    return write(tmp_path / "models")


@pytest.fixture
def damaged(folder):
    (folder / "fast.npz").write_bytes(b"damaged")
    return folder


def test_the_engines_are_listed_with_their_state(onrecord, folder, lines):
    rules, fast = lines(onrecord("engines", "--model", folder, "--format", "jsonl").stdout)
    assert (rules["engine"], rules["state"]) == ("rules", "ready")
    assert (fast["engine"], fast["state"], len(fast["sha256"])) == ("fast", "ready, default", 64)
    assert fast["figures"] == {"joint": 1.5}


def test_a_damaged_model_is_listed_as_one(onrecord, damaged):
    done = onrecord("engines", "--model", damaged)
    assert done.exit_code == 0
    assert "damaged" in done.stdout


def test_the_shipped_engines_are_ready(onrecord):
    assert onrecord("engines").stdout.splitlines()[1].startswith("rules")


def test_statements_are_extracted_by_the_engine_that_is_asked_for(onrecord, folder, lines):
    by_rules = lines(onrecord("extract", "--jsonl", "--engine", "rules", input=SAID).stdout)
    given = ("--engine", "fast", "--model", folder)
    by_model = lines(onrecord("extract", "--jsonl", *given, input=SAID).stdout)
    assert by_rules[0]["attributions"]
    assert by_model[0]["attributions"] != by_rules[0]["attributions"]


@pytest.mark.parametrize(
    "command", [["extract", "--jsonl"], ["add", "none.txt"], ["set", "x", "title=y"]]
)
def test_an_engine_that_cannot_be_used_is_one_line_before_any_work(onrecord, damaged, command):
    done = onrecord(*command, "--engine", "fast", "--model", damaged, input=SAID)
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "damaged" in done.stderr


def test_the_rules_have_no_model(onrecord, folder):
    done = onrecord("extract", "--jsonl", "--engine", "rules", "--model", folder, input=SAID)
    assert done.exit_code == 2


def test_where_nobody_asked_the_rules_stand_in_and_one_line_says_so(
    onrecord, damaged, monkeypatch, lines
):
    monkeypatch.setattr(models, "_SHIPPED", damaged)
    done = onrecord("extract", "--jsonl", input=f"{SAID}\n{SAID}")
    assert (done.exit_code, len(lines(done.stdout))) == (0, 2)
    assert done.stderr.startswith("onrecord: statements are found by rules alone: ")
    assert done.stderr.count("\n") == 1


def engine_of(onrecord, name):
    return json.loads(onrecord("show", name, "--json").stdout)["engine"]


def test_the_engine_and_its_hash_are_kept_with_the_document_and_shown(onrecord, papers, folder):
    story = papers / "press" / "story.md"
    assert onrecord("add", story, "--engine", "fast", "--model", folder).exit_code == 0
    mark = models.choose("fast", folder=folder).mark
    assert engine_of(onrecord, "story.md") == mark
    assert f"engine      {mark}" in onrecord("show", "story.md").stdout


def test_a_document_is_read_again_by_the_engine_that_read_it(onrecord, papers, folder, monkeypatch):
    onrecord("add", papers, "--engine", "rules")
    monkeypatch.setenv(VARIABLE, str(folder))
    assert onrecord("set", "story.md", "title=Other").exit_code == 0
    assert engine_of(onrecord, "story.md") == "rules"
    assert onrecord("set", "story.md", "title=One", "--engine", "fast").exit_code == 0
    assert engine_of(onrecord, "story.md").startswith("fast ")
    assert onrecord("set", "story.md", "title=Two").exit_code == 0
    assert engine_of(onrecord, "story.md").startswith("fast ")


def test_a_file_is_checked_by_the_engine_that_is_asked_for(held, papers, folder):
    story = papers / "press" / "story.md"
    assert held("check", "--file", story, "--engine", "fast", "--model", folder).exit_code == 0
    assert held("check", "some words of hers", "--engine", "fast").exit_code == 2
