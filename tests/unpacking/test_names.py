import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.unpacking.names import LONGEST, bare, is_hidden, shown


@given(st.one_of(st.text(), st.binary()), st.one_of(st.text(), st.binary()))
def test_no_two_names_are_shown_alike(one, other):
    def raw(name):
        return name if isinstance(name, bytes) else name.encode("utf-8", "surrogatepass")

    if raw(one) != raw(other):
        assert shown(raw(one)) != shown(raw(other))


@given(st.one_of(st.text(), st.binary(), st.text("#%23\\\n\u202e./")))
def test_a_name_is_one_plain_line_without_the_end_of_a_path(name):
    line = shown(name)
    assert line
    assert "#" not in line
    assert len(line) <= LONGEST + 13
    assert all(one.isprintable() or one.isspace() for one in line)
    line.encode()


def test_long_names_keep_their_difference():
    assert shown("x" * 5000 + "a") != shown("x" * 5000 + "b")


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("a/b.tar.gz", ("tar", "gz")),
        ("b.TGZ", ("tar", "gz")),
        ("crawl.warc.gz", ("warc", "gz")),
        ("page.html", ("html", "")),
        ("page.html.zst", ("html", "zst")),
        ("notes.gz", ("", "gz")),
        ("notes", ("", "")),
        (".gz", ("", "")),
    ],
)
def test_extensions_tell_what_and_how_packed(path, told):
    assert bare(path) == told


def test_hidden_is_what_begins_with_a_dot_and_not_where_it_is():
    assert is_hidden("a/.b/c.txt")
    assert is_hidden("__MACOSX/._a.txt")
    assert not is_hidden("../a.txt")
    assert not is_hidden("./a.txt")
