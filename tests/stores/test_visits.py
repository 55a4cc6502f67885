"""What every store remembers of the web."""

from dataclasses import replace

from onrecord.stores import FeedState, SeenEntry, Visit

PAGE = "https://orlo.example/bridge"
FEED = "https://orlo.example/feed"


def test_nothing_is_remembered_of_what_was_never_asked_for(store):
    assert store.visit(PAGE) is None
    assert store.feed(FEED) is None
    assert store.seen(FEED) == {}


def test_the_last_visit_is_the_one_that_is_remembered(store):
    first = Visit(PAGE, PAGE + "/", (PAGE,), '"one"', "", "2026-01-01T00:00:00+00:00", "d1")
    store.keep_visit(first)
    assert store.visit(PAGE) == first
    store.keep_visit(replace(first, etag='W/"two"', redirects=()))
    assert store.visit(PAGE).etag == 'W/"two"'
    assert store.visit(PAGE + "/") is None


def test_how_a_feed_stands_is_remembered(store):
    state = FeedState(FEED, due="2026-01-01T00:30:00+00:00", failures=2, reason="no connection")
    store.keep_feed(state)
    assert store.feed(FEED) == state


def test_entries_are_remembered_by_feed_and_key(store):
    one = SeenEntry(FEED, "g1", "aa", PAGE, "d1")
    other = SeenEntry(FEED + "/2", "g1", "bb")
    for entry in (one, other, replace(one, digest="cc")):
        store.keep_seen(entry)
    assert store.seen(FEED) == {"g1": replace(one, digest="cc")}
    assert store.seen(FEED + "/2") == {"g1": other}


def test_what_is_remembered_together_is_kept_or_lost_together(store):
    try:
        with store.together():
            store.keep_seen(SeenEntry(FEED, "g9", "aa"))
            raise KeyboardInterrupt
    except KeyboardInterrupt:
        pass
    assert "g9" not in store.seen(FEED)
