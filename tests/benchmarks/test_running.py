import sys
from types import SimpleNamespace

import pytest

from benchmarks import __main__ as running


@pytest.fixture
def with_benchmarks(monkeypatch):
    """A function that puts benchmarks of these names in the place of the real ones."""

    def put(**mains):
        for name, main in mains.items():
            monkeypatch.setitem(sys.modules, f"benchmarks.{name}", SimpleNamespace(main=main))
        monkeypatch.setattr(running, "names", lambda: sorted(mains))

    return put


def skipping():
    print("the data is not there")
    return 2


def failing():
    raise ZeroDivisionError


def test_it_says_which_were_skipped_and_why(with_benchmarks, capsys):
    with_benchmarks(good=lambda: None, absent=skipping)
    assert running.main([]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[-2].split(maxsplit=1) == ["absent", "skipped: the data is not there"]
    assert told[-1].split() == ["good", "measured"]


@pytest.mark.parametrize("bad", [failing, lambda: 1, lambda: sys.exit("no")])
def test_one_that_fails_does_not_stop_the_others(with_benchmarks, capsys, bad):
    with_benchmarks(bad=bad, good=lambda: 0)
    assert running.main([]) == 1
    told = capsys.readouterr().out.splitlines()
    assert [line.split() for line in told[-2:]] == [["bad", "failed"], ["good", "measured"]]


def test_every_module_there_is_can_be_run():
    assert running.names()
    for name in running.names():
        __import__(f"benchmarks.{name}")
        assert callable(sys.modules[f"benchmarks.{name}"].main)


def test_what_follows_a_name_goes_to_it(with_benchmarks, capsys):
    with_benchmarks(good=lambda: print(sys.argv) or 0, other=lambda: print(sys.argv) or 0)
    assert running.main(["good", "talks.db", "200", "other"]) == 0
    told = capsys.readouterr().out
    assert "['good', 'talks.db', '200']" in told
    assert "['other']" in told
