import re
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.intake import read_feed_list
from onrecord.intake.feed_list import Subscription

WHOLE = """
contact = "desk@post.example"

[[feed]]
url = "https://orlo.example/feed.xml"
publisher = "The Post"
kind = "story"
language = "en"
every = "2h"
at_most = 5
words = ["bridge", "quay"]
feed_text = true

[[feed]]
url = "https://quay.example/rss"
"""


def test_a_file_names_feeds_and_what_is_known_of_them():
    listed = read_feed_list(WHOLE)
    one, two = listed.feeds
    assert listed.contact == "desk@post.example"
    assert one.given == {"publisher": "The Post", "kind": "story", "language": "en"}
    assert (one.every, one.at_most, one.words) == (timedelta(hours=2), 5, ("bridge", "quay"))
    assert two == Subscription("https://quay.example/rss")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", r"no \[\[feed\]\]"),
        ("feed = 3", r"no \[\[feed\]\]"),
        ("[feed]\nurl = 'https://a.example/'", r"no \[\[feed\]\]"),
        ("feed = [3]", "feed 1: write it as"),
        ("[[feed]", "not TOML"),
        ("[[feed]]\n", "feed 1: url: only http and https"),
        ("[[feed]]\nurl = 'file:///etc/passwd'", "feed 1: url: only http and https"),
        ("[[feed]]\nurl = 'https://a:b@a.example/'", "user name"),
        ("[[feed]]\nurl = 3", "url is words in quotation marks"),
        ("[[feed]]\nurl = 'https://a.example/'\nkind = 'novel'", "kind is one of"),
        ("[[feed]]\nurl = 'https://a.example/'\nevery = '3s'", "every is from"),
        ("[[feed]]\nurl = 'https://a.example/'\nevery = '1min'", "every is from"),
        ("[[feed]]\nurl = 'https://a.example/'\nevery = '99999d'", "every is from"),
        ("[[feed]]\nurl = 'https://a.example/'\nat_most = 0", "at_most"),
        ("[[feed]]\nurl = 'https://a.example/'\nat_most = true", "at_most"),
        ("[[feed]]\nurl = 'https://a.example/'\nwords = 'bridge'", "words is a list"),
        ("[[feed]]\nurl = 'https://a.example/'\nwords = ['']", "words is a list"),
        ("[[feed]]\nurl = 'https://a.example/'\nfeed_text = 1", "feed_text"),
        ("[[feed]]\nurl = 'https://a.example/'\npublsher = 'x'", "no such key: publsher"),
        ("delay = 3\n[[feed]]\nurl = 'https://a.example/'", "no such key: delay"),
        ("[[feed]]\nurl='https://a.example/'\n" * 2, "twice in it"),
    ],
)
def test_what_is_wrong_with_it_is_told_in_a_line(text, reason):
    with pytest.raises(InputError, match=reason) as told:
        read_feed_list(text)
    assert "\n" not in str(told.value)


@given(st.text(max_size=200))
def test_any_text_is_a_list_or_is_refused(text):
    with pytest.raises(InputError):
        read_feed_list("x" + text)


def test_the_file_that_the_documentation_shows_is_one():
    page = (Path(__file__).parents[2] / "docs" / "feeds.md").read_text("utf-8")
    (shown,) = re.findall(r"```toml\n((?:.|\n)*?)```", page)
    one, two = read_feed_list(shown).feeds
    assert (one.kind, two.at_most, two.feed_text) == ("transcript", 20, True)
