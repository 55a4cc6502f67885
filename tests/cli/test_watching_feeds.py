import pytest
from tests.fetching.servers import answer, forbid_the_world, serve

from onrecord.cli import house
from onrecord.intake import following

RSS = """<rss version="2.0"><channel><title>T</title><item><guid>g1</guid><title>The bridge</title>
<link>{}</link></item><item><guid>g2</guid><title>Gone</title><link>/gone</link></item></channel></rss>"""


@pytest.fixture
def served(monkeypatch):
    forbid_the_world(monkeypatch)
    with serve() as running:
        running.pages |= {"/bridge": answer()}
        running.pages["/feed"] = answer(RSS.format("/bridge"), content_type="text/xml")
        yield running


@pytest.fixture
def feeds(tmp_path, served):
    file = tmp_path / "feeds.toml"
    file.write_text(f'[[feed]]\nurl = "{served.url("/feed")}"\npublisher = "The Post"\n', "utf-8")
    return file


def test_a_round_is_a_line_for_each_document_and_failure(onrecord, feeds, served):
    done = onrecord("watch", feeds, "--once", "--allow-private")
    assert done.exit_code == 1
    line, summed = done.stdout.splitlines()
    assert line.startswith("added ")
    assert summed == "1 added, 0 held already, 0 newer versions, 1 failed"
    assert done.stderr == f"not added: {served.url('/gone')}: the server says 404 Not Found\n"


def test_a_second_round_loads_nothing_twice(onrecord, feeds, served):
    onrecord("watch", feeds, "--once", "--allow-private")
    asked = len(served.asked)
    done = onrecord("watch", feeds, "--once", "--allow-private")
    assert done.exit_code == 0
    assert done.stdout == "0 added, 0 held already, 0 newer versions, 0 failed\n"
    assert len(served.asked) == asked  # it is not due


def test_a_dry_run_lists_and_loads_nothing(onrecord, feeds, served):
    done = onrecord("watch", feeds, "--dry-run", "--allow-private")
    assert done.exit_code == 0
    assert done.stdout.splitlines() == [
        f"would load no date {served.url('/bridge')} The bridge",
        f"would load no date {served.url('/gone')} Gone",
    ]
    assert served.paths() == ["/feed"]
    assert "added" not in onrecord("documents").stdout


def test_an_interruption_keeps_what_was_told_and_says_so(onrecord, feeds, served, monkeypatch):
    take, pages = following.take_page, []

    def interrupted(*given, **options):
        pages.append(given)
        if len(pages) == 2:
            raise KeyboardInterrupt
        return take(*given, **options)

    monkeypatch.setattr(following, "take_page", interrupted)
    done = onrecord("watch", feeds, "--allow-private")
    assert done.exit_code == house.INTERRUPTED
    assert "1 added" in done.stdout
    assert len(onrecord("documents").stdout.splitlines()) == 2


@pytest.mark.parametrize(
    "content", [b"", b"[[feed]", b"\xff\xfe", b'[[feed]]\nurl = "file:///etc/passwd"\n']
)
def test_a_file_that_names_no_feeds_is_one_line(onrecord, feeds, database, content):
    feeds.write_bytes(content)
    done = onrecord("watch", feeds, "--once")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert "feeds.toml: " in done.stderr
    assert not database.exists()


def test_a_file_that_is_not_there_is_one_line(onrecord, tmp_path):
    done = onrecord("watch", tmp_path / "none.toml", "--once")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)


def test_private_feeds_are_asked_only_where_that_is_allowed(onrecord, feeds, served):
    feeds.write_text('[[feed]]\nurl = "http://127.0.0.1/feed"\n', "utf-8")
    done = onrecord("watch", feeds, "--once")
    assert done.exit_code == 1
    assert "not of the public network" in done.stderr
    assert served.asked == []
