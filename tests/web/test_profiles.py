from pathlib import Path

import pytest

from onrecord.errors import NotFoundError
from onrecord.web.profiles import known, named

WELLS = 'name = "wells"\ntitle = "Wells talks"\nnames = ["Wells talks"]\n'


def test_those_given_stand_before_those_that_ship_and_in_their_place(tmp_path: Path) -> None:
    (tmp_path / "wells.toml").write_text(WELLS, "utf-8")
    (tmp_path / "own.toml").write_text(WELLS.replace('"wells"', '"astana"'), "utf-8")
    found = known((tmp_path,))
    assert [one.name for one in found.profiles][:2] == ["astana", "wells"]
    assert named("astana", (tmp_path,)).title == "Wells talks"
    assert "minsk" in [one.name for one in found.profiles]


def test_a_file_that_is_no_profile_is_told_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text("name = [", "utf-8")
    (problem,) = known((tmp_path / "bad.toml",)).problems
    assert "bad.toml: not TOML" in problem
    with pytest.raises(NotFoundError, match="there are"):
        named("wells", (tmp_path / "bad.toml",))
