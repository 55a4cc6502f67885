from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import FetchError
from onrecord.fetching.urls import accepted, host_of, joined, port_of


@pytest.mark.parametrize(
    ("url", "same"),
    [
        ("https://Orlo.Example/Bridge#part", "https://orlo.example/Bridge"),
        (" http://orlo.example ", "http://orlo.example"),
        ("http://orlo.example:8080/?q=1", "http://orlo.example:8080/?q=1"),
        ("https://münden.example/ä", "https://xn--mnden-kva.example/%C3%A4"),
        ("http://[2606:4700::1]/", "http://[2606:4700::1]/"),
    ],
)
def test_pages_of_http_are_asked_for_in_one_form(url, same):
    assert str(accepted(url)) == same


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("file:///etc/passwd", "only http and https"),
        ("ftp://orlo.example/", "only http and https"),
        ("gopher://orlo.example:70/x", "only http and https"),
        ("data:text/html,hello", "only http and https"),
        ("orlo.example/bridge", "only http and https"),
        ("//orlo.example/", "only http and https"),
        ("http://ann:secret@orlo.example/", "user name or password"),
        ("http://ann@orlo.example/", "user name or password"),
        ("http://:@orlo.example/", "user name or password"),
        ("http://orlo.example\\@127.0.0.1/", "backslashes"),
        ("http://orlo.example/a b", "white space"),
        ("http://orlo.example/\r\nHost: other", "white space"),
        ("http://orlo.example/\x00", "control"),
        ("http:///bridge", "names no host"),
        ("http://", "names no host"),
        ("http://a..b/", "names no host"),
        ("http://orlo%2eexample/", "names no host"),
        ("http://[::1%25lo]/", "no address"),
        ("http://[::g]/", "not a URL"),
        ("http://orlo.example:22/", "port 22"),
        ("http://orlo.example:6379/", "port 6379"),
        ("http://orlo.example:0/", "port 0"),
        ("http://orlo.example:99999/", "port 99999"),
        ("http://orlo.example/" + "a" * 5000, "more than 4,000"),
    ],
)
def test_whatever_else_is_refused_in_a_line(url, reason):
    with pytest.raises(FetchError, match=reason) as told:
        accepted(url)
    assert "\n" not in str(told.value)


def test_any_port_is_allowed_where_that_was_asked_for():
    assert port_of(accepted("http://orlo.example:9999/", any_port=True)) == 9999


def test_a_closing_dot_makes_no_other_host():
    assert host_of(accepted("http://orlo.example./")) == "orlo.example"


def test_redirects_are_joined_to_where_they_were_given():
    base = accepted("https://orlo.example/a/b")
    assert str(joined(base, "../c?d")) == "https://orlo.example/c?d"
    assert str(joined(base, "//quay.example/x")) == "https://quay.example/x"


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("file:///etc/passwd", "only http and https"),
        ("javascript:alert(1)", "only http and https"),
        ("http://orlo.example/", "https to http"),
        ("https://ann:b@orlo.example/", "user name"),
        ("https://orlo.example:25/", "port 25"),
        ("https://orlo.example/\u0000", "not a URL"),
    ],
)
def test_a_redirect_is_held_to_the_same_rules(target, reason):
    with pytest.raises(FetchError, match=reason):
        joined(accepted("https://orlo.example/"), target)


@given(st.text(max_size=60) | st.text(max_size=40).map(lambda rest: f"http://{rest}"))
def test_any_text_is_a_url_or_is_refused(text):
    with suppress(FetchError):
        found = accepted(text)
        assert found.scheme in ("http", "https")
        assert host_of(found)
