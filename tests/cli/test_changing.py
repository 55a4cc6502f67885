import pytest


def field(lines, result, name):
    (line,) = [one for one in lines(result.stdout) if "conference" in one["path"]]
    return line[name]


def test_a_correction_shows_and_the_original_is_told(held, lines):
    assert held("set", "conference.txt", "title=On the bridge", "--by", "ed").exit_code == 0
    assert field(lines, held("documents", "--format", "jsonl"), "title") == "On the bridge"
    told = held("show", "conference.txt").stdout
    assert "title = 'On the bridge'" in told
    assert "by ed" in told


def test_what_the_kind_decides_is_worked_out_afresh_and_can_be_undone(held, lines):
    before = field(lines, held("documents", "--format", "jsonl"), "turns")
    assert before >= 4
    assert held("set", "conference.txt", "kind=story").exit_code == 0
    assert field(lines, held("documents", "--format", "jsonl"), "turns") == 0
    assert held("set", "conference.txt", "--undo", "kind").exit_code == 0
    assert field(lines, held("documents", "--format", "jsonl"), "turns") == before


def test_corrections_outlive_one_another(held, lines):
    held("set", "conference.txt", "publisher=Ministry")
    held("set", "conference.txt", "published=2021-03-04", "language=en")
    assert field(lines, held("documents", "--format", "jsonl"), "publisher") == "Ministry"


@pytest.mark.parametrize(
    "change",
    [["title"], ["text=other"], ["published=soon"], ["kind=novel"], [], ["--undo", "title"]],
)
def test_what_cannot_be_set_is_refused_and_changes_nothing(held, change):
    before = held("show", "conference.txt").stdout
    done = held("set", "conference.txt", *change)
    assert done.exit_code == 2
    assert done.stderr
    assert held("show", "conference.txt").stdout == before


def test_of_several_corrections_all_are_kept_or_none(held):
    before = held("show", "conference.txt").stdout
    assert held("set", "conference.txt", "title=New", "colour=red").exit_code == 2
    assert held("show", "conference.txt").stdout == before


def test_a_removed_document_is_gone_and_known_to_be(held, lines):
    (ref,) = [
        one["id"]
        for one in lines(held("documents", "--format", "jsonl").stdout)
        if "story" in one["path"]
    ]
    assert held("remove", ref).exit_code == 0
    assert len(lines(held("documents", "--format", "jsonl").stdout)) == 1
    assert held("search", "engineers").stdout == ""
    done = held("show", ref)
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert "removed on" in done.stderr


def test_nothing_is_removed_where_one_reference_fails(held, lines):
    assert held("remove", "story.md", "gone.txt").exit_code == 2
    assert len(lines(held("documents", "--format", "jsonl").stdout)) == 2


def test_of_an_older_version_it_says_that_it_is_kept(onrecord, papers):
    url = "https://orlo.example/bridge"
    onrecord("add", papers / "conference.txt", "--url", url)
    onrecord("add", papers / "press" / "story.md", "--url", url)
    assert "older version" in onrecord("remove", url).stdout
