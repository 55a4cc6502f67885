"""Feeds: what is new is loaded once, what changed is a newer version, what failed comes again."""

from datetime import UTC, datetime, timedelta

import pytest
from tests.fetching.servers import answer

from onrecord.errors import StoreBusyError
from onrecord.intake import Taken, follow, foresee, watch
from onrecord.intake.feed_list import Subscription
from onrecord.intake.following import TRIES
from onrecord.model import Failure
from onrecord.stores import Added

NOW = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)


def rss(*items):
    body = f"<rss version='2.0'><channel><title>T</title>{''.join(items)}</channel></rss>"
    return answer(body, content_type="application/rss+xml")


def item(number, title="The bridge", **more):
    extra = "".join(f"<{name}>{value}</{name}>" for name, value in more.items())
    return (
        f"<item><guid isPermaLink='false'>g{number}</guid><title>{title} {number}</title>"
        f"<link>/news/{number}</link>{extra}</item>"
    )


def page(number, words="The bridge stays shut"):
    return answer(
        f"<html><head><title>The bridge {number}</title></head><body><article><h1>The bridge"
        f" {number}</h1><p>“{words} for {number} days,” Minister Ann Bell said.</p></article>"
        "</body></html>"
    )


@pytest.fixture
def site(served):
    served.pages["/feed"] = rss(item(1), item(2))
    served.pages |= {f"/news/{number}": page(number) for number in range(1, 9)}
    return served


@pytest.fixture
def subscription(site):
    return Subscription(site.url("/feed"), publisher="The Post", every=timedelta(minutes=30))


@pytest.fixture
def round_(store, subscription, client):
    """One round so many minutes after the first, and what came of it."""

    def run(minutes=0, of=subscription):
        return list(follow(store, of, client, now=NOW + timedelta(minutes=minutes)))

    return run


def kinds(taken):
    return [one.what if isinstance(one, Taken) else one.reason for one in taken]


def test_the_pages_of_a_feed_become_documents(round_, store, site):
    assert kinds(round_()) == [Added.NEW, Added.NEW]
    documents = list(store.documents())
    assert {one.publisher for one in documents} == {"The Post"}
    assert {one.url for one in documents} == {site.url("/news/1"), site.url("/news/2")}


def test_nothing_is_loaded_twice(round_, site):
    round_()
    asked = len(site.paths())
    assert round_(30) == []
    assert site.paths()[asked:] == ["/feed"]


def test_what_is_new_in_it_is_loaded(round_, site):
    round_()
    site.pages["/feed"] = rss(item(3), item(1), item(2))
    assert kinds(round_(30)) == [Added.NEW]


def test_an_entry_that_changed_is_a_newer_version(round_, site):
    round_()
    site.pages["/feed"] = rss(item(1, title="Update: the bridge"), item(2))
    site.pages["/news/1"] = page(1, words="The bridge opens")
    assert kinds(round_(30)) == [Added.VERSION]


def test_one_that_changed_in_the_feed_alone_is_held(round_, site):
    round_()
    site.pages["/feed"] = rss(item(1, title="Update: the bridge"), item(2))
    assert kinds(round_(30)) == [Added.HELD]


def test_a_feed_that_did_not_change_is_not_sent_again(round_, site, store, subscription):
    def feed(connection, raw):
        same = b'If-None-Match: W/"f1"' in raw
        connection.sendall(
            answer(b"", status="304 Not Modified")
            if same
            else rss(item(1)).replace(b"\r\n", b'\r\nETag: W/"f1"\r\n', 1)
        )

    site.pages["/feed"] = feed
    assert kinds(round_()) == [Added.NEW]
    assert round_(30) == []
    assert store.feed(subscription.url).due == "2026-03-02T11:00:00+00:00"


def test_no_more_are_loaded_at_once_than_is_asked_for_and_the_rest_comes_later(
    round_, store, site, subscription
):
    few = Subscription(subscription.url, at_most=3)
    site.pages["/feed"] = rss(*(item(number) for number in range(1, 9))).replace(
        b"\r\n", b'\r\nETag: "f1"\r\n', 1
    )
    assert [len(round_(30 * number, of=few)) for number in range(4)] == [3, 3, 2, 0]
    assert len(list(store.documents())) == 8


def test_a_page_that_fails_is_tried_again_later_and_later_and_then_no_more(round_, site):
    site.pages["/news/1"] = answer("", status="500 Oops")
    assert kinds(round_()) == ["the server says 500 Internal Server Error", Added.NEW]
    assert round_(20) == []
    tried = [minutes for minutes in range(30, 6000, 30) if round_(minutes)]
    assert len(tried) == TRIES - 1
    assert tried[:4] == [30, 90, 210, 450]
    assert tried[4] == 930


def test_a_page_that_came_back_is_loaded(round_, site):
    site.pages["/news/1"] = answer("", status="500 Oops")
    round_()
    site.pages["/news/1"] = page(1)
    assert kinds(round_(30)) == [Added.NEW]
    assert round_(60) == []


def test_a_feed_that_fails_is_asked_again_after_twice_as_long_each_time(
    round_, store, site, subscription
):
    site.pages["/feed"] = answer("", status="503 Busy")
    waits = []
    for number in range(9):
        assert len(round_(number)) == 1
        state = store.feed(subscription.url)
        waits.append((datetime.fromisoformat(state.due) - NOW).total_seconds() // 60 - number)
    assert waits == [60, 120, 240, 480, 960, 1440, 1440, 1440, 1440]
    assert (state.failures, state.reason) == (9, "the server says 503 Service Unavailable")
    site.pages["/feed"] = rss(item(1))
    round_(10)
    assert store.feed(subscription.url).failures == 0


@pytest.mark.parametrize(
    ("feed", "reason"),
    [
        (answer("<html><body><p>Hello</p></body></html>"), "not a feed"),
        (answer("{}", content_type="application/json"), "not a feed"),
        (answer(b"\x89PNG", content_type="image/png"), "image/png"),
        (answer("<!DOCTYPE a [<!ENTITY b 'c'>]><rss/>", content_type="text/xml"), "entities"),
    ],
    ids=range(4),
)
def test_what_is_no_feed_is_a_failure_of_the_feed(round_, store, site, subscription, feed, reason):
    site.pages["/feed"] = feed
    (failure,) = round_()
    assert failure.path == subscription.url
    assert reason in failure.reason
    assert store.feed(subscription.url).failures == 1


def test_an_entry_that_leads_where_nothing_is_fetched_from_is_a_failure(round_, site):
    links = ("file:///etc/passwd", "http://a:b@orlo.example/", "javascript:alert(1)", "")
    site.pages["/feed"] = rss(
        *(item(n).replace(f"/news/{n}", link) for n, link in enumerate(links))
    )
    taken = round_()
    assert [type(one) for one in taken] == [Failure] * 4
    assert site.paths() == ["/feed"]


def test_several_entries_of_one_page_load_it_once(round_, site):
    site.pages["/feed"] = rss(item(1), item(2).replace("/news/2", "/news/1"))
    assert kinds(round_()) == [Added.NEW]
    assert round_(30) == []


def test_json_that_an_entry_leads_to_is_not_taken_for_documents(round_, site, store):
    site.pages["/feed"] = rss(item(1))
    line = '{"id": "mine", "text": "It is shut.", "url": "https://ministry.example/a"}'
    site.pages["/news/1"] = answer(line, content_type="application/json")
    assert "application/json" in round_()[0].reason
    assert list(store.documents()) == []


def test_words_choose_among_entries(round_, subscription, site):
    site.pages["/feed"] = rss(item(1, title="Of other things"), item(2, description="the QUAY"))
    only = Subscription(subscription.url, words=("quay", "harbour"))
    (taken,) = round_(of=only)
    assert taken.reading.document.url.endswith("/news/2")


def test_the_date_of_the_feed_stands_where_the_page_says_none(round_, store, site):
    site.pages["/feed"] = rss(item(1, pubDate="Sun, 01 Mar 2026 08:00:00 GMT"))
    (taken,) = round_()
    assert store.load(taken.ref).document.published == "2026-03-01"


class TestFeedText:
    TEXT = "&lt;p&gt;“The quay is shut,” Minister Ann Bell said.&lt;/p&gt;"

    @pytest.fixture
    def gone(self, site):
        site.pages["/feed"] = rss(
            item(1, description=self.TEXT, pubDate="Sun, 01 Mar 2026 08:00:00 GMT")
        )
        site.pages["/news/1"] = answer("", status="403 Forbidden")

    def test_it_is_taken_where_the_page_cannot_be_and_that_is_asked_for(
        self, gone, round_, subscription, site
    ):
        (taken,) = round_(of=Subscription(subscription.url, feed_text=True))
        document = taken.reading.document
        assert "“The quay is shut,”" in document.text
        assert (document.url, document.published) == (site.url("/news/1"), "2026-03-01")
        assert document.title == "The bridge 1"

    def test_it_is_left_where_nobody_asked_for_it(self, gone, round_):
        assert kinds(round_()) == ["the server says 403 Forbidden"]


class TestStops:
    def test_who_stops_half_way_loads_nothing_twice(self, store, subscription, client, site):
        coming = follow(store, subscription, client, now=NOW)
        next(coming)
        coming.close()
        assert len(list(store.documents())) == 1
        assert kinds(follow(store, subscription, client, now=NOW)) == [Added.NEW]
        assert len(list(store.documents())) == 2

    def test_a_fault_of_the_store_is_raised(self, store, subscription, client, monkeypatch):
        def busy(reading, raw):
            raise StoreBusyError("talks.db: another process is writing to it; try again")

        monkeypatch.setattr(store, "add", busy)
        with pytest.raises(StoreBusyError):
            list(follow(store, subscription, client, now=NOW))


def test_what_would_be_loaded_is_foreseen_and_nothing_is(store, subscription, client, site):
    coming = list(foresee(store, subscription, client, now=NOW))
    assert [entry.title for entry in coming] == ["The bridge 1", "The bridge 2"]
    assert site.paths() == ["/feed"]
    assert store.feed(subscription.url) is None
    site.pages["/feed"] = answer("", status="410 Gone")
    assert [type(one) for one in foresee(store, subscription, client, now=NOW)] == [Failure]


class TestWatch:
    @pytest.fixture
    def clock(self):
        class Clock:
            now = NOW

            def sleep(self, seconds):
                self.now += timedelta(seconds=seconds)
                if self.now > NOW + timedelta(hours=2):
                    raise KeyboardInterrupt

        return Clock()

    @pytest.fixture
    def other(self, site):
        site.pages["/other"] = rss(item(5))
        return Subscription(site.url("/other"), every=timedelta(minutes=60))

    def run(self, store, subscriptions, client, clock, **options):
        options |= {"now": lambda: clock.now, "sleep": clock.sleep}
        found = []
        try:
            for subscription, taken in watch(store, subscriptions, client, **options):
                found.append((subscription, taken))
        except KeyboardInterrupt:
            pass
        return found

    def test_each_feed_is_asked_when_it_is_due_until_somebody_stops_it(
        self, store, subscription, other, client, clock, site
    ):
        self.run(store, [subscription, other], client, clock)
        assert site.paths().count("/feed") == 5
        assert site.paths().count("/other") == 3

    def test_once_is_one_round_of_those_that_are_due(
        self, store, subscription, other, client, clock, site
    ):
        found = self.run(store, [subscription, other], client, clock, once=True)
        assert [taken is None for _, taken in found] == [False, False, True, False, True]
        assert self.run(store, [subscription, other], client, clock, once=True) == []
        clock.now += timedelta(minutes=30)
        assert self.run(store, [subscription, other], client, clock, once=True) == [
            (subscription, None)
        ]

    def test_a_store_that_is_busy_is_waited_for(
        self, store, subscription, client, clock, site, monkeypatch
    ):
        keep, faults = store.keep_feed, [StoreBusyError("talks.db: try again")]

        def busy(state):
            if faults:
                raise faults.pop()
            keep(state)

        monkeypatch.setattr(store, "keep_feed", busy)
        found = self.run(store, [subscription], client, clock)
        failures = [one.reason for _, one in found if isinstance(one, Failure)]
        assert failures == ["talks.db: try again"]
        assert len(list(store.documents())) == 2
