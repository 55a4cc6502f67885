import json

import pytest
from click.testing import CliRunner

from onrecord.cli import main

CABINET = """position,person,personID,start,end
Minister of Foreign Affairs,Orla Venn,Q999101,2015-03-02,2017-06-30
Minister of Foreign Affairs,Ilya Harrow,Q999102,2017-06-30,2019
"""
OURS = """person,id,post,of,start,end,according
Orla Venn,g:1,Foreign Minister,Kazakhstan,2015-03-04,2017-06-30,Gazette
Elias Harrow,g:2,Judge,Kazakhstan,2016,2017,Gazette
,g:3,Judge,Kazakhstan,2016,2017,Gazette
"""


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.setenv("ONRECORD_DB", str(tmp_path / "people.db"))

    def call(*arguments):
        return CliRunner().invoke(main, ["people", *map(str, arguments)])

    return call


@pytest.fixture
def files(tmp_path):
    folder = tmp_path / "kazakhstan-cabinet"
    folder.mkdir()
    (folder / "holders.csv").write_text(CABINET, "utf-8")
    (folder / "ours.csv").write_text(OURS, "utf-8")
    return folder


@pytest.fixture
def filled(run, files):
    assert run("import", files / "holders.csv", files / "ours.csv").exit_code == 0
    return run


def test_a_file_is_imported_once_and_bad_lines_are_told(run, files):
    first = run("import", files / "ours.csv")
    assert first.exit_code == 0
    assert "imported; 2 people" in first.output
    assert "ours.csv:4: no person" in first.output
    assert "already imported" in run("import", files / "ours.csv").output
    assert "kazakhstan-cabinet/ours.csv" in run("import").output


def test_another_file_of_the_name_takes_its_place_and_an_import_can_be_forgotten(run, files):
    run("import", files / "ours.csv", "--name", "mine")
    assert "imported anew" in run("import", files / "holders.csv", "--name", "mine").output
    assert run("import", "--forget", "mine").output == "forgot mine\n"
    assert run("import", "--forget", "mine").exit_code == 2


def test_what_cannot_be_imported_is_one_line(run, tmp_path):
    (tmp_path / "notes.txt").write_text("Nothing here.\n", "utf-8")
    for path in (tmp_path / "notes.txt", tmp_path / "missing.csv"):
        found = run("import", path)
        assert found.exit_code == 2
        assert len(found.output.splitlines()) == 1


def test_who_says_according_to_whom(filled):
    found = filled("who", "Kazakh foreign minister", "--at", "2016-05-05")
    assert "Orla Venn" in found.output
    assert "Wikidata" in found.output
    assert "Gazette" in found.output
    assert "Erlan Idrissov" in found.output
    lines = filled("who", "foreign minister", "--of", "KAZ", "--at", "2016-05-05", "--json").output
    assert {json.loads(line)["certain"] for line in lines.splitlines()} == {False}
    assert filled("who", "king of Kazakhstan", "--at", "2016-05-05").exit_code == 2
    assert filled("who", "foreign minister", "--at", "2016").exit_code == 2


def test_list_filters(filled):
    of_day = filled(
        "list", "--of", "Kazakhstan", "--post", "foreign minister", "--at", "2016-05-05"
    )
    assert "Orla Venn" in of_day.output
    assert "Ilya Harrow" not in of_day.output
    (line,) = filled("list", "--name", "I. Harrow", "--json").output.splitlines()
    assert json.loads(line)["id"] == "Q999102"
    assert filled("list", "--of", "Nowhere").exit_code == 2


def test_show_has_tenures_disagreements_and_statements(filled):
    found = filled("show", "Orla Venn").output
    assert "2015-03-02 to 2017-06-30" in found
    assert "according to Gazette" in found
    assert "Gazette has it from 2015-03-04, Wikidata from 2015-03-02" in found
    assert "statements held: 0" in found
    plain = json.loads(filled("show", "Q999101", "--json").output)
    assert plain["also"] == ["g:1"]
    assert {one["according"] for one in plain["tenures"]} == {"Wikidata", "Gazette"}
    assert filled("show", "Nobody Known").exit_code == 2


def test_a_merge_is_laid_over_and_can_be_taken_back(filled):
    done = filled("merge", "Q999102", "g:2", "--by", "Tam")
    assert done.output.startswith("decision 1: Q999102 and g:2 are one person")
    shown = filled("show", "g:2").output
    assert "Ilya Harrow" in shown
    assert "by Tam" in shown
    assert filled("merge", "Q999102", "g:2").exit_code == 2
    assert filled("merge", "--undo", "1").exit_code == 0
    assert "Q999102" not in filled("show", "g:2").output.splitlines()[0]


def test_a_split_keeps_two_apart(filled):
    assert filled("split", "Q999101", "g:2").exit_code == 2
    assert filled("split", "Q999101", "g:1").exit_code == 0
    found = filled("show", "Orla Venn")
    assert found.exit_code == 2
    assert "give an id" in found.output


def test_without_a_database_the_shipped_roster_answers(monkeypatch, tmp_path):
    monkeypatch.delenv("ONRECORD_DB", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "none"))
    found = CliRunner().invoke(
        main, ["people", "who", "Russian Foreign Minister", "--at", "2019-02-01"]
    )
    assert "Sergey Lavrov" in found.output
    assert not (tmp_path / "none").exists()
