import os

from tests.unpacking import made

from onrecord.unpacking import walk


def below(folder, *paths):
    start = len(str(folder)) + 1
    return [str(path)[start:] for path in walk([str(folder / path) for path in paths])]


def test_folders_are_walked_in_order_hidden_files_and_links_to_folders_apart(tmp_path):
    for name in ("b/two.txt", "b/.hidden", ".git/x", "a.txt", "c/.d/e.txt", "c/f"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "b" / "loop").symlink_to(tmp_path)
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    assert below(tmp_path, "") == ["a.txt", "b/two.txt", "c/f", "link.txt"]


def test_no_file_is_given_twice_and_hidden_ones_where_they_are_named(tmp_path):
    for name in ("a/b/one.txt", "a/two.txt", "a/.three.txt", "real/four.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "a" / "link").symlink_to(tmp_path / "real")
    assert below(tmp_path, "a/two.txt", "a", "a/b", "a/.three.txt", "a/two.txt", "a/link") == [
        "a/two.txt",
        "a/b/one.txt",
        "a/.three.txt",
        "a/link/four.txt",
    ]


def test_what_does_not_exist_and_standard_input_are_given(tmp_path):
    assert [str(path) for path in walk(["-", "none.txt"])] == ["-", "none.txt"]


def test_a_folder_that_cannot_be_read_is_given_itself(tmp_path, monkeypatch):
    made.put(tmp_path, "a.txt", b"")

    def refuse(path):
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert list(walk([str(tmp_path)])) == [tmp_path]
