from datetime import date

from onrecord.portraits import UNKNOWN, Counted, Narrowing, Period, SaidKind, narrowed
from onrecord.portraits.counting import by_passing_on, by_publisher, by_quoting, periods
from onrecord.stores import Sought


def test_words_count_for_a_period_only_where_their_whole_time_lies_within_it(tally):
    tallies = [
        tally("a", "2019-02-01", turns=2),
        tally("b", "2019"),
        tally("c", "2018/2019", earliest=date(2018, 12, 1), latest=date(2019, 1, 5)),
        tally("d"),
    ]
    assert periods(tallies, length=7) == (Period("2019-02", 2, 1), Period("", 0, 3))
    assert periods(tallies, length=4) == (Period("2019", 2, 2), Period("", 0, 2))


def test_publishers_and_those_who_pass_on_are_counted_with_their_documents(tally):
    tallies = [
        tally("a", publisher="Post", statements=2, via=("Wire", "Wire")),
        tally("a", publisher="Post", statements=1),
        tally("b", publisher="Gazette", kind="transcript", statements=1, turns=5),
        tally("c"),
    ]
    assert by_publisher(tallies) == (
        Counted("Gazette", 6, 1),
        Counted("Post", 3, 1),
        Counted("", 1, 1),
    )
    assert by_quoting(tallies) == (Counted("Post", 3, 1), Counted("", 1, 1))
    assert by_passing_on(tallies) == (Counted("Wire", 2, 1),)


def test_what_is_not_wanted_is_left_out(tally):
    tallies = [
        tally("a", "2019-02-01", publisher="Post", turns=3),
        tally("b", "2020-05-01", via=("Wire",)),
        tally("c"),
    ]

    def kept(**wanted):
        found = narrowed(tallies, Narrowing(**wanted))
        return [(one.document, one.statements, one.turns) for one in found]

    assert kept() == [("a", 1, 3), ("b", 1, 0), ("c", 1, 0)]
    assert kept(when="2019") == kept(when="2019-02") == kept(publisher="Post") == [("a", 1, 3)]
    assert kept(when="2019-03") == []
    assert kept(when=UNKNOWN) == [("c", 1, 0)]
    assert kept(publisher="") == [("b", 1, 0), ("c", 1, 0)]
    assert kept(way="Wire") == [("b", 1, 0)]
    assert kept(kind=SaidKind.TURN) == [("a", 0, 3)]
    assert kept(kind=SaidKind.STATEMENT, when="2019") == [("a", 1, 0)]
    assert kept(about=Sought(("x",)), when="2019") == [("a", 1, 0)]
