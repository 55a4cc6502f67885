import pytest

from onrecord.dossiers import dossier, load_profile
from onrecord.stores import open_store

PROFILE = """
name = "lake"
title = "Lake talks"
names = ["Lake process"]

[[parties]]
name = "Norland"
kind = "guarantor"
according = "first communique"
"""
SPRING = """---
title: Lake talks
date: 2020-03-20
---

The fourth meeting of the Lake process was held in Vale on 12 March 2020. "The fifth meeting of the
Lake process will take place in Orlo," Minister Ann Bell said.
"""
MAY = """---
title: Lake talks held
date: 2020-05-20
---

The fifth meeting of the Lake process was held in Orlo on 14 May 2020.
"""


@pytest.fixture
def lake(tmp_path):
    """Where the profile of a made-up process is."""
    path = tmp_path / "lake.toml"
    path.write_text(PROFILE, "utf-8")
    return path


@pytest.fixture
def talks(tmp_path):
    """Two documents about the process."""
    folder = tmp_path / "talks"
    folder.mkdir()
    (folder / "spring.md").write_text(SPRING, "utf-8")
    (folder / "may.md").write_text(MAY, "utf-8")
    return folder


@pytest.fixture
def correct(onrecord, talks, lake):
    """A function that runs a command of the group on the lines of both documents."""
    assert onrecord("add", talks).exit_code == 0

    def run(command, *arguments):
        return onrecord("corrections", command, *arguments, "--process", lake)

    return run


@pytest.fixture
def drafted(database, lake):
    """A function that gives the dossier as it is now."""

    def make():
        with open_store(database) as store:
            return dossier(store, load_profile(lake))

    return make


@pytest.fixture
def meetings(drafted):
    """A function that gives the meetings as they are now, by number."""
    return lambda: {one.ordinal: one for one in drafted().meetings}


def test_a_line_is_accepted_by_a_beginning_of_its_id(correct, drafted, meetings):
    fourth = meetings()[4].id
    done = correct("accept", fourth[:12], "--by", "ed", "--note", "in the minutes")
    assert done.exit_code == 0, done.output
    assert "accepted" in done.stdout
    (laid,) = drafted().amended[fourth].amendments
    assert (laid.by, laid.note, laid.process) == ("ed", "in the minutes", "lake")
    assert all(len(anchor.sha256) == 64 for anchor in laid.on.anchors)


def test_several_fields_are_changed_at_once_and_taken_back_one_by_one(
    correct, onrecord, meetings, lines
):
    done = correct("change", meetings()[4].id, "place=Tamm", "dating=2020-03-13", "--json")
    place, dating = [one["id"] for one in lines(done.stdout)]
    assert (meetings()[4].place, meetings()[4].dating.edtf) == ("Tamm", "2020-03-13")
    onrecord("corrections", "undo", place)
    assert (meetings()[4].place, meetings()[4].dating.edtf) == ("Vale", "2020-03-13")
    assert [one["id"] for one in lines(correct("list", "--json").stdout)] == [dating]
    assert len(lines(correct("list", "--json", "--all").stdout)) == 2


def test_an_undone_correction_leaves_what_was_drafted(correct, onrecord, drafted, meetings, lines):
    before = drafted()
    (laid,) = lines(correct("reject", meetings()[4].id, "--json").stdout)
    assert [one.ordinal for one in drafted().rejected] == [4]
    assert 4 not in meetings()
    assert "took back" in onrecord("corrections", "undo", laid["id"][:8]).stdout
    assert drafted() == before
    assert onrecord("corrections", "undo", laid["id"]).exit_code == 2


def test_a_meeting_that_is_rejected_is_no_longer_what_a_promise_was_kept_by(
    correct, drafted, meetings
):
    (promise,) = drafted().promises
    assert (promise.state, promise.meeting) == ("held", meetings()[5].id)
    correct("reject", meetings()[5].id)
    assert not [one for one in drafted().promises if one.state == "held"]


def test_a_rejected_line_can_still_be_read_with_its_document(correct, drafted, meetings):
    fourth = meetings()[4]
    for one in (*drafted().posts, *drafted().promises, *meetings().values()):
        correct("reject", one.id)
    after = drafted()
    assert fourth in after.rejected
    assert after.documents[fourth.evidence[0].document].title == "Lake talks"


def test_words_that_are_parted_off_are_no_longer_what_a_promise_was_kept_by(
    correct, drafted, meetings
):
    (promise,) = drafted().promises
    correct("split", meetings()[5].id, promise.outcome[0].document)
    assert [one.ordinal for one in drafted().meetings] == [4, 5, 5]
    assert drafted().promises[0].state != "held"


def test_lines_are_merged(correct, drafted, meetings):
    before = meetings()
    assert correct("merge", before[4].id, before[5].id).exit_code == 0
    (one,) = drafted().meetings
    assert set(one.evidence) == {*before[4].evidence, *before[5].evidence}


def test_what_a_person_says_of_a_promise_stands(correct, drafted):
    assert correct("change", drafted().promises[0].id, "state=put_off").exit_code == 0
    assert drafted().promises[0].state == "put_off"


def test_corrections_outlive_documents_that_are_read_again(
    correct, onrecord, drafted, meetings, talks
):
    correct("accept", meetings()[4].id)
    correct("change", meetings()[5].id, "place=Tamm")
    after = drafted()
    assert onrecord("add", talks).exit_code == 0
    assert onrecord("set", "spring.md", "publisher=Courier").exit_code == 0
    assert drafted().adrift == ()
    assert {*drafted().amended} == {*after.amended}


def test_a_correction_of_a_document_that_is_gone_is_adrift_and_comes_back_with_it(
    correct, onrecord, drafted, meetings, talks
):
    correct("accept", meetings()[4].id)
    onrecord("remove", "spring.md")
    assert "adrift: no line" in correct("list", "--check").stdout
    onrecord("add", talks)
    assert "adrift" not in correct("list", "--check").stdout
    assert {*drafted().amended} == {meetings()[4].id}


def test_a_newer_version_of_a_page_keeps_the_corrections_of_the_one_before(
    correct, onrecord, drafted, meetings, tmp_path
):
    page = "---\ntitle: Sixth\ndate: 2020-06-20\nurl: https://a.example/sixth\n---\n\n{}\n"
    said = "The sixth meeting of the Lake process was held in Vale on 12 June 2020."
    (tmp_path / "a.md").write_text(page.format(said), "utf-8")
    (tmp_path / "b.md").write_text(page.format(f"It rained. {said} It still rains."), "utf-8")
    onrecord("add", tmp_path / "a.md")
    correct("change", meetings()[6].id, "place=Tamm")
    assert "1 newer version" in onrecord("add", tmp_path / "b.md").stdout
    assert (meetings()[6].place, drafted().adrift) == ("Tamm", ())


class TestSharing:
    def test_a_colleague_with_the_same_documents_has_the_same_dossier(
        self, correct, onrecord, drafted, meetings, talks, lake, tmp_path
    ):
        correct("change", meetings()[4].id, "place=Tamm", "--by", "ed")
        correct("accept", meetings()[5].id, "--by", "ed")
        ours = tmp_path / "ours.toml"
        assert "wrote 2 corrections" in correct("export", ours).stdout
        theirs = ["--db", tmp_path / "theirs.db"]
        onrecord("add", talks, *theirs)
        done = onrecord("corrections", "import", ours, *theirs)
        assert done.stdout == "2 new, 0 held already, 0 taken back\n"
        assert onrecord("corrections", "import", ours, *theirs).stdout.startswith("0 new, 2 held")
        with open_store(tmp_path / "theirs.db") as store:
            assert dossier(store, load_profile(lake)) == drafted()

    def test_what_is_at_odds_with_an_own_correction_is_told(
        self, correct, onrecord, meetings, talks, lake, tmp_path, lines
    ):
        theirs = ["--db", tmp_path / "theirs.db"]
        onrecord("add", talks, *theirs)
        fourth = meetings()[4].id
        correct("accept", fourth, "--by", "ed")
        onrecord("corrections", "reject", fourth, "--process", lake, "--by", "ann", *theirs)
        path = tmp_path / "theirs.toml"
        onrecord("corrections", "export", path, "--process", lake, *theirs)
        told = onrecord("corrections", "import", path).stdout
        assert told.startswith("1 new")
        assert "accept by ed" in told
        assert "reject by ann" in told
        assert 4 not in meetings()
        (row,) = lines(onrecord("corrections", "import", path, "--json").stdout)
        assert (row["became"], row["kind"]) == ("held", "reject")

    def test_standard_output_and_input_will_do(self, correct, onrecord, meetings):
        correct("accept", meetings()[4].id)
        text = correct("export").stdout
        done = onrecord("corrections", "import", "-", input=text)
        assert "1 held already" in done.stdout

    def test_corrections_of_another_process_are_refused_where_one_is_named(
        self, correct, onrecord, meetings, tmp_path
    ):
        correct("accept", meetings()[4].id)
        text = correct("export").stdout.replace('"lake"', '"geneva"').replace("id = ", "# ")
        path = tmp_path / "geneva.toml"
        path.write_text(text, "utf-8")
        assert correct("import", path).exit_code == 2
        assert len(correct("list").stdout.splitlines()) == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ["accept", "nothing"],
        ["accept", "meeting"],
        ["accept", ""],
        ["change", "post", "colour=red"],
        ["change", "post", "person"],
        ["change", "post", "person="],
        ["merge", "post", "post"],
        ["split", "post", "nowhere"],
        ["import", "nowhere.toml"],
    ],
)
def test_what_cannot_be_done_is_one_line_and_changes_nothing(correct, arguments):
    done = correct(*arguments)
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert correct("list", "--all").stdout == ""


@pytest.mark.parametrize("process", ["nowhere", "nowhere.toml"])
def test_an_unknown_process_is_one_line(correct, onrecord, process):
    done = onrecord("corrections", "list", "--process", process)
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)


def test_a_file_that_is_no_text_is_one_line(correct, onrecord, tmp_path):
    path = tmp_path / "x.toml"
    path.write_bytes(b"\xff\xfe\x00")
    done = onrecord("corrections", "import", path)
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
