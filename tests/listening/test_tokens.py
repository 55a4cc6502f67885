"""Tokens: read from files that nobody else may read, compared, made."""

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.listening import Role, make_token, named_by, read_tokens, tokens_in, tokens_of

ANNA = "Hk2v9XqLw7PzR4tYbN8cJm3sDf6gKa1e"
DESK = "q8WnE5rTzU2iOpAs7dFgHj4kLyXc9vBm"


def file_of(folder: Path, text: str, mode: int = 0o600) -> Path:
    path = folder / "tokens"
    path.write_text(text, "utf-8")
    path.chmod(mode)
    return path


def test_each_line_names_somebody_and_says_what_they_may_do(tmp_path: Path) -> None:
    path = file_of(tmp_path, f"# the desk\n\nAnna Vale: {ANNA}\n archive desk read: {DESK}\n")
    anna, desk = read_tokens(path)
    assert (anna.name, anna.role) == ("Anna Vale", Role.WRITE)
    assert (desk.name, desk.role) == ("archive desk", Role.READ)


def test_a_token_alone_has_no_name_and_may_write() -> None:
    (token,) = tokens_in(ANNA, "ONRECORD_TOKEN")
    assert (token.name, token.role) == ("", Role.WRITE)


def test_who_shows_a_token_is_known_by_it_and_by_nothing_near_it() -> None:
    tokens = tokens_in(f"anna: {ANNA}\ndesk: {DESK}", "here")
    assert named_by(DESK, tokens).name == "desk"
    for other in ("", DESK[:-1], DESK + " ", DESK.lower(), tokens[1].digest, "ÄÖ\ud800"):
        assert named_by(other, tokens) is None


def test_what_is_kept_says_nothing_of_the_token() -> None:
    (token,) = tokens_in(f"anna: {ANNA}", "here")
    assert ANNA not in repr(token)
    assert token.digest not in repr(token)
    assert token.mark not in token.digest


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o620])
@pytest.mark.skipif(os.name != "posix", reason="files have no modes here")
def test_a_file_that_others_may_touch_is_refused(tmp_path: Path, mode: int) -> None:
    path = file_of(tmp_path, f"anna: {ANNA}\n", mode)
    with pytest.raises(InputError, match="others may read it; chmod 600"):
        read_tokens(path)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "no token"),
        ("# nothing\n", "no token"),
        ("anna: short\n", "32 characters of chance"),
        (f"anna: {'ab' * 40}\n", "32 characters of chance"),
        (f"anna: {ANNA} {DESK}\n", "not NAME: TOKEN"),
        (f"anna: {ANNA}é\n", "not NAME: TOKEN"),
        (f"{'x' * 80}: {ANNA}\n", "not NAME: TOKEN"),
    ],
)
def test_what_is_no_token_is_told_in_a_line_that_does_not_repeat_it(
    tmp_path: Path, text: str, why: str
) -> None:
    with pytest.raises(InputError, match=why) as told:
        read_tokens(file_of(tmp_path, text))
    assert ANNA[:8] not in str(told.value)
    assert "\n" not in str(told.value)


def test_bytes_that_are_no_text_and_no_file_are_told(tmp_path: Path) -> None:
    path = file_of(tmp_path, "")
    path.write_bytes(b"\xff\xfe\x00" * 20)
    with pytest.raises(InputError, match="no file of tokens"):
        read_tokens(path)
    with pytest.raises(InputError, match="No such file"):
        read_tokens(tmp_path / "none")
    with pytest.raises(InputError, match="directory"):
        read_tokens(tmp_path)


def test_a_token_is_made_for_its_owner_alone_and_more_are_added(tmp_path: Path) -> None:
    path = tmp_path / "tokens"
    make_token(path, name="anna")
    make_token(path, name="reading room", role=Role.READ)
    make_token(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    tokens = read_tokens(path)
    assert [(one.name, one.role) for one in tokens] == [
        ("anna", Role.WRITE),
        ("reading room", Role.READ),
        ("", Role.WRITE),
    ]
    assert len({one.digest for one in tokens}) == 3


def test_no_token_is_put_into_a_file_that_holds_something_else(tmp_path: Path) -> None:
    path = file_of(tmp_path, "my notes\n")
    with pytest.raises(InputError):
        make_token(path, name="anna")
    assert path.read_text() == "my notes\n"
    with pytest.raises(InputError, match="a name has no colon"):
        make_token(tmp_path / "new", name="a:b")


def test_the_variable_and_the_file_may_both_hold_tokens(tmp_path: Path) -> None:
    path = file_of(tmp_path, f"anna: {ANNA}\n")
    assert tokens_of(None, {}) == ()
    assert [one.name for one in tokens_of(path, {"ONRECORD_TOKEN": f"desk: {DESK}"})] == [
        "anna",
        "desk",
    ]


@given(st.text())
def test_any_text_gives_tokens_or_one_line(text: str) -> None:
    told = ""
    try:
        tokens_in(text, "here")
    except InputError as error:
        told = str(error)
    assert "\n" not in told
