from datetime import date

import pytest

from onrecord.errors import InputError
from onrecord.model import Kind, Outcome, Quotation, Stance
from onrecord.pipeline import read_document
from onrecord.readers import read
from onrecord.searching import Filters, sift
from onrecord.stores import Order, Unit, open_store

SENTENCES = Filters(unit=Unit.PASSAGE)


def facet(sifted, name):
    (found,) = [one for one in sifted.facets if one.name == name]
    return {value.value: value.count for value in found.values}


def test_a_statement_is_shown_in_its_sentence_with_the_words_marked(store):
    (answer, *_) = sift("river falling", store).answers
    text = store.text(answer.document)
    assert answer.words.endswith("Ann Bell said on Wednesday.")
    assert [mark.of(text) for mark in answer.marks] == ["river", "falls"]
    assert [said.of(text).strip('",') for said in answer.said] == [
        "The bridge will stay shut until the river falls"
    ]
    assert (answer.speaker, answer.publisher) == ("Ann Bell", "Orlo Post")


def test_sentences_are_found_in_turns_that_no_statement_has(store):
    assert sift("pays", store).total == 0
    (answer,) = sift("pays engineers", store, SENTENCES).answers
    assert answer.words == "The district pays for the engineers."
    assert (answer.kind, answer.speaker) == ("turn", "Ann Bell")


@pytest.mark.parametrize(
    ("filters", "total"),
    [
        (Filters(), 3),
        (Filters(speaker="Bell"), 1),
        (Filters(speaker="Nobody"), 0),
        (Filters(publisher="orlo post"), 2),
        (Filters(publisher="t"), 3),
        (Filters(quotation=Quotation.DIRECT), 1),
        (Filters(stance=Stance.DENIED), 1),
        (Filters(form=Kind.TRANSCRIPT), 0),
        (Filters(earliest=date(2022, 1, 1)), 1),
        (Filters(latest=date(2021, 12, 31)), 2),
        (Filters(documents=frozenset()), 0),
    ],
)
def test_filters(store, filters, total):
    assert sift("bridge", store, filters).total == total


def test_every_facet_says_how_many_hits_its_filter_lets_pass(store):
    every = sift("bridge", store)
    for name, count in facet(every, "speaker").items():
        assert sift("bridge", store, Filters(speaker=name)).total == count
    for name, count in facet(every, "publisher").items():
        assert sift("bridge", store, Filters(publisher=name)).total == count
    for name, count in facet(every, "quotation").items():
        assert sift("bridge", store, Filters(quotation=Quotation(name))).total == count
    assert facet(every, "form") == {"story": 2, "other": 1}
    assert facet(every, "year") == {"2021": 2, "2022": 1}


def test_months_are_told_of_one_year(store):
    year = Filters(earliest=date(2021, 1, 1), latest=date(2021, 12, 31))
    assert facet(sift("bridge", store, year), "month") == {"2021-03": 2}


def test_names_that_can_be_one_persons_are_one_value(tmp_path):
    text = '"We agree," Sergey Orlov said. "We agree on that too," Sergei Orlov said later.'
    with open_store(tmp_path / "onrecord.db") as store:
        for document in read(text.encode(), path="a.txt"):
            store.add(read_document(document), b"1")
        counted = facet(sift("agree", store), "speaker")
        assert list(counted.values()) == [2]
        assert sift("agree", store, Filters(speaker=next(iter(counted)))).total == 2


def test_without_words_a_filter_is_enough_and_without_either_there_is_nothing(store):
    assert sift("", store, Filters(publisher="Talsk Times")).total == 1
    for query, filters in (("", None), ("  ", SENTENCES), ("!?", Filters(speaker="Bell"))):
        with pytest.raises(InputError):
            sift(query, store, filters)


def test_where_nothing_has_all_words_what_has_any_follows_and_says_so(store):
    some = sift("bridge helicopter", store)
    assert some.any_word
    assert some.total == 3
    assert not sift("bridge", store).any_word


@pytest.mark.parametrize("order", list(Order))
@pytest.mark.parametrize("filters", [Filters(), SENTENCES])
def test_pages_follow_each_other_without_a_gap_or_a_repetition(store, filters, order):
    every = [a.number for a in sift("bridge", store, filters, order=order).answers]
    seen, cursor = [], ""
    while True:
        page = sift("bridge", store, filters, limit=1, cursor=cursor, order=order)
        assert page.total == len(every)
        assert page.place == len(seen)
        seen += [answer.number for answer in page.answers]
        if not (cursor := page.cursor):
            break
    assert seen == every


def test_what_is_added_meanwhile_is_on_no_page_that_follows(tmp_path):
    with open_store(tmp_path / "onrecord.db") as store:

        def add(name, text):
            for document in read(text.encode(), path=name):
                store.add(read_document(document), text.encode())

        for at in range(5):
            add(f"{at}.txt", f'"The bridge is shut for {at + 2} days," Ann Bell said.')
        first = sift("bridge", store, limit=2)
        add("new.txt", '"Bridge, bridge," Ann Bell said.')
        seen, cursor = [a.words for a in first.answers], first.cursor
        while cursor:
            page = sift("bridge", store, limit=2, cursor=cursor)
            assert page.total == 5
            seen += [a.words for a in page.answers]
            cursor = page.cursor
        assert len(seen) == len(set(seen)) == 5
        assert not any("Bridge, bridge" in words for words in seen)


@pytest.mark.parametrize("cursor", ["x", "1-2", "1-2-3-4", "-1-2-3", "1-2-99999999"])
def test_a_cursor_that_is_none_is_refused(store, cursor):
    with pytest.raises(InputError, match="cursor"):
        sift("bridge", store, cursor=cursor)


def test_a_cursor_of_a_hit_that_is_gone_goes_on_in_its_place(store):
    first = sift("bridge", store, limit=1)
    until, _, place = first.cursor.split("-")
    after = sift("bridge", store, limit=9, cursor=f"{until}-999999-{place}")
    assert after.place == int(place) - 1


def test_findings_are_counted_over_hits_in_marks_and_filter_them(store):
    counted = sift("engineers", store, findings=True)
    assert facet(counted, "finding") == {"altered": 1}
    assert (counted.judged.over, counted.judged.more) == (1, False)
    assert sift("engineers", store, Filters(finding=Outcome.ALTERED)).total == 1
    assert sift("engineers", store, Filters(finding=Outcome.VERBATIM)).total == 0
    assert sift("engineers", store).judged is None


def test_filters_that_cannot_go_together_are_refused(store):
    with pytest.raises(InputError, match="sentences"):
        sift("bridge", store, Filters(unit=Unit.PASSAGE, stance=Stance.DENIED))
    with pytest.raises(InputError, match="day"):
        sift("bridge", store, Filters(earliest=date(2022, 1, 1), latest=date(2021, 1, 1)))


def test_what_was_said_alone_can_be_searched(store):
    assert sift("ann", store).total == 2
    assert sift("ann", store, said=True).total == 0
