"""`onrecord process`."""


def test_the_profiles_that_ship_are_listed(onrecord):
    lines = onrecord("process", "list").stdout.splitlines()
    assert [line.split()[0] for line in lines] == ["astana", "geneva", "minsk", "ungd"]


def test_a_profile_is_shown_with_what_each_entry_is_according_to(onrecord):
    shown = onrecord("process", "show", "minsk").stdout
    assert "Trilateral Contact Group" in shown
    assert "according to S/RES/2202 (2015)" in shown
    assert "Minsk Group: " in shown


def test_a_process_that_is_not_known_is_one_line(onrecord):
    done = onrecord("process", "show", "river")
    assert done.exit_code == 2
    assert "no process 'river'" in done.output


def test_a_draft_is_written_and_not_over_a_file_that_is_there(held, tmp_path):
    path = tmp_path / "bridge.toml"
    first = held("process", "new", "bridge", "--from", "bridge", "--out", str(path))
    assert first.exit_code == 0, first.output
    assert 'name = "bridge"' in path.read_text("utf-8")
    again = held("process", "new", "bridge", "--from", "bridge", "--out", str(path))
    assert again.exit_code != 0
    assert "--force" in again.output


def test_words_that_nothing_has_leave_no_file(held, tmp_path):
    path = tmp_path / "river.toml"
    done = held("process", "new", "river", "--from", "River process", "--out", str(path))
    assert done.exit_code == 2
    assert not path.exists()
