"""The portrait of a minister of the sample corpus."""

from pathlib import Path

import pytest

import examples
from onrecord.dossiers import load_profile
from onrecord.portraits import Narrowing, SaidKind, held_up, portray, said, sought_of

PROFILE = load_profile(Path(examples.__file__).parent / "ossimere.toml")


@pytest.fixture(scope="module")
def minister(speakers):
    return next(one for one in speakers if one.name == "Andrey Tolvarin")


@pytest.fixture(scope="module")
def portrait(held, minister):
    return portray(held, minister.names, profiles=[PROFILE])


def test_all_counts_are_of_the_same_words(portrait, minister):
    assert portrait.statements == minister.statements
    for counted in (portrait.years, portrait.months):
        assert sum(one.statements for one in counted) == portrait.statements
        assert sum(one.turns for one in counted) == portrait.turns
    whole = portrait.statements + portrait.turns
    assert sum(one.statements for one in portrait.publishers) == whole
    assert portrait.direct <= portrait.statements
    assert portrait.first <= portrait.last


def test_who_quotes_them_and_by_way_of_whom(portrait):
    assert "The Ossimere Ledger" in [one.name for one in portrait.quoted_by]
    assert [one.name for one in portrait.by_way] == ["QPA"]


def test_themes_of_a_process_are_counted_as_they_are_listed(held, portrait):
    water = next(one for one in portrait.themes if one.theme == "water")
    theme = next(one for one in PROFILE.themes if one.name == "water")
    about = sought_of(theme)
    tallies = held.tally(portrait.names, about=about)
    listed = said(held, portrait.names, tallies, by=Narrowing(about=about), limit=99)
    assert water.statements == len(listed) > 0
    assert water.documents == len({one.document for one in listed})


def test_pages_are_one_list_cut_in_pieces_newest_first(held, portrait):
    def page(offset, limit, **narrowing):
        return said(held, portrait.names, portrait.tallies, offset=offset, limit=limit, **narrowing)

    whole = page(0, 999)
    assert len(whole) == portrait.statements + portrait.turns
    pieces = [one for offset in range(0, len(whole), 7) for one in page(offset, 7)]
    assert pieces == whole
    days = [one.dated for one in whole]
    assert days == sorted(days, reverse=True)
    assert [one.dated for one in page(0, 999, oldest=True)] == sorted(days)
    assert page(len(whole), 7) == []


def test_words_say_where_they_stand(held, portrait):
    for one in said(held, portrait.names, portrait.tallies, limit=999):
        text = held.load(one.document).document.text
        if one.kind is SaidKind.STATEMENT:
            assert one.words == " … ".join(span.of(text) for span in one.spans)
        else:
            assert one.words.split()[0] in one.spans[0].of(text)


def test_a_page_is_narrowed_by_kind_publisher_and_who_passes_on(held, portrait):
    def only(**by):
        narrowing = Narrowing(**by)
        return said(held, portrait.names, portrait.tallies, by=narrowing, limit=999)

    assert {one.kind for one in only(kind=SaidKind.TURN)} == {SaidKind.TURN}
    assert len(only(kind=SaidKind.TURN)) == portrait.turns
    assert {one.publisher for one in only(publisher="The Ossimere Ledger")} == {
        "The Ossimere Ledger"
    }
    assert [one.via for one in only(way="QPA")] == [("QPA",)]


def test_of_nobody_nothing_is_held(held):
    assert portray(held, ("Nobody",), profiles=[PROFILE]).documents == 0


def test_the_newest_quotations_of_reports_are_held_against_the_other_documents(held, portrait):
    found = held_up(held, portrait.names, portrait.tallies, limit=6)
    assert len(found) == 6
    for one in found:
        assert one.finding.quote == one.span.of(held.load(one.document).document.text)
        assert one.finding.document != one.document
        assert held.listed(one.document).kind != "transcript"
    days = [held.listed(one.document).dated for one in found]
    assert days == sorted(days, reverse=True)
