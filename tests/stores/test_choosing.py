"""What is chosen of the list is what passes of all documents, in their order, and counted."""

import pytest

from onrecord.stores import Choice

KNOWN = (
    ("2019-01-28", "Courier", "Water talks"),
    ("2020-02-15", "Courier", "The Émigré’s return"),
    ("", "Gazette", "Water again"),
    ("2021-05", "Gazette", "No news"),
    ("2020-02-15", "", "WATER RIGHTS"),
    ("", "", ""),
)


@pytest.fixture
def filled(store, make_reading):
    for number, (published, publisher, title) in enumerate(KNOWN):
        reading = make_reading(
            f"Some words {number}.",
            ref=f"d{number}",
            published=published,
            publisher=publisher,
            title=title,
        )
        store.add(reading, str(number).encode())
    return store


def passes(line, choice):
    named = f"{line.title} {line.path} {line.url} {line.id}".casefold()
    return (
        choice.named.casefold() in named
        and choice.kind in ("", line.kind)
        and choice.publisher in ("", line.publisher)
        and line.dated[: len(choice.earliest)] >= choice.earliest
        and (not choice.latest or "" < line.dated[: len(choice.latest)] <= choice.latest)
    )


@pytest.mark.parametrize(
    "choice",
    [
        Choice(),
        Choice("water"),
        Choice("émigré"),
        Choice("ÉMIGRÉ"),
        Choice("100%_"),
        Choice(publisher="Gazette"),
        Choice(kind="transcript"),
        Choice(kind="other"),
        Choice(earliest="2020"),
        Choice(latest="2020-02"),
        Choice("water", publisher="Courier", earliest="2019-01-28", latest="2019-01-28"),
    ],
    ids=str,
)
def test_what_is_chosen_is_what_passes_of_the_list(filled, choice):
    wanted = [line for line in filled.documents() if passes(line, choice)]
    shelf = filled.shelf(choice, newest=False)
    assert list(shelf.lines) == wanted
    assert shelf.chosen == len(wanted)
    assert shelf.held == len(KNOWN) == filled.how_many()


def test_the_newest_come_first_and_those_without_a_day_last(filled):
    days = [line.dated for line in filled.shelf(Choice()).lines]
    assert days == ["2021-05", "2020-02-15", "2020-02-15", "2019-01-28", "", ""]


def test_stretches_together_are_the_whole(filled):
    whole = filled.shelf(Choice()).lines
    parts = [filled.shelf(Choice(), first=n, limit=2).lines for n in range(0, 8, 2)]
    assert sum(parts, ()) == whole


def test_what_is_held_is_counted_by_kind_and_publisher(filled):
    shelf = filled.shelf(Choice("water"), limit=1)
    assert dict(shelf.publishers) == {"Courier": 2, "Gazette": 2, "": 2}
    assert sum(shelf.kinds.values()) == 6


def test_a_corrected_value_and_not_the_one_read_is_chosen_by(filled):
    filled.correct("d3", "publisher", "Herald")
    filled.correct("d3", "title", "News after all")
    assert [line.id for line in filled.shelf(Choice(publisher="Herald")).lines] == ["d3"]
    assert [line.id for line in filled.shelf(Choice("after all")).lines] == ["d3"]
    assert not filled.shelf(Choice("no news")).lines


def test_what_was_removed_or_superseded_is_not_counted(filled, make_reading):
    filled.remove("d0")
    filled.add(make_reading("Other words.", ref="d1", publisher="Courier"), b"other")
    assert filled.how_many() == filled.shelf(Choice()).held == 5
