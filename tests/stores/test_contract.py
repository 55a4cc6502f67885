"""What every store keeps to."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import AmbiguousError, InputError, NotFoundError, ReadError
from onrecord.model import Kind, PassageKind, Quotation
from onrecord.stores import Added, Sought, Wanted

STOCK = "I would like to thank you all for coming here today"


def contents(found):
    return [f.content for f in found]


@given(data=st.data())
def test_a_reading_comes_back_as_it_was_kept(new_store, readings, data):
    reading = data.draw(readings)
    store = new_store()
    ref, added = store.add(reading, b"raw")
    assert (ref, added) == (reading.document.id, Added.NEW)
    assert store.load(ref) == reading
    assert store.raw(ref) == b"raw"
    store.close()


@given(data=st.data())
def test_what_is_derived_afresh_takes_the_place_of_what_was(new_store, readings, data):
    reading, fresh = data.draw(readings), data.draw(readings)
    ref = reading.document.id
    fresh = replace(
        fresh,
        document=replace(fresh.document, id=ref),
        statements=tuple(replace(s, document=ref) for s in fresh.statements),
        passages=tuple(replace(p, document=ref) for p in fresh.passages),
    )
    store = new_store()
    store.add(reading, b"raw")
    store.replace(fresh)
    assert store.load(ref) == fresh
    places = [place for p in reading.passages for place in store.places(p.text)]
    found = {hit.passage for hit in store.passages(place.number for place in places)}
    assert found <= set(fresh.passages)
    store.close()


class TestAdding:
    def test_the_same_bytes_twice_are_one_document(self, store, make_reading):
        assert store.add(make_reading("One."), b"One.") == ("d1", Added.NEW)
        assert store.add(make_reading("One."), b"One.") == ("d1", Added.HELD)
        assert [d.id for d in store.documents()] == ["d1"]

    def test_newer_bytes_of_a_url_are_a_version_and_the_older_one_is_kept(
        self, store, make_reading
    ):
        url = "https://example.org/a"
        old = make_reading("The vote is off.", ref="old", url=url, said=[("Ann", "The vote")])
        new = make_reading("The vote is on.", ref="new", url=url, said=[("Ann", "The vote is on")])
        store.add(old, b"1")
        assert store.add(new, b"2") == ("new", Added.VERSION)
        assert [(d.id, d.supersedes) for d in store.documents()] == [("new", "old")]
        assert store.load("old") == old
        assert (store.listed("old").superseded_by, store.listed("new").supersedes) == ("new", "old")
        assert store.raw("old") == b"1"
        assert contents(store.statements(Wanted())) == ["The vote is on"]
        assert contents(store.search(Sought(("vote",)))) == ["The vote is on"]

    def test_a_superseded_document_answers_to_its_full_id_only(self, store, make_reading):
        url = "https://example.org/a"
        store.add(make_reading("Off.", ref="older1", url=url, path="in/a.txt"), b"1")
        store.add(make_reading("On.", ref="newer2", url=url, path="in/b.txt"), b"2")
        assert store.find("older1") == "older1"
        assert store.find(url) == "newer2"
        for ref in ("older", "in/a.txt", "a.txt"):
            with pytest.raises(NotFoundError):
                store.find(ref)

    def test_older_bytes_added_again_do_not_come_back_into_use(self, store, make_reading):
        url = "https://example.org/a"
        old = make_reading("Off.", ref="old", url=url)
        store.add(old, b"1")
        store.add(make_reading("On.", ref="new", url=url), b"2")
        assert store.add(old, b"1") == ("old", Added.HELD)
        assert [d.id for d in store.documents()] == ["new"]

    def test_a_url_is_the_same_whatever_its_scheme_fragment_and_closing_slash(
        self, store, make_reading
    ):
        store.add(make_reading("Off.", ref="old", url="http://Example.org/a/"), b"1")
        new = make_reading("On.", ref="new", url="https://example.org/a#top")
        assert store.add(new, b"2") == ("new", Added.VERSION)

    def test_pages_that_name_only_their_site_are_no_versions_of_each_other(
        self, store, make_reading
    ):
        for ref in ("one", "two"):
            reading = make_reading(f"{ref}.", ref=ref, url="https://example.org/")
            assert store.add(reading, ref.encode()) == (ref, Added.NEW)

    def test_documents_of_one_file_are_no_versions_of_each_other(self, store, make_reading):
        url = "https://example.org/debates.csv"
        one = make_reading("One.", ref="one", url=url, record_name="first")
        two = make_reading("Two.", ref="two", url=url, record_name="second")
        assert store.add(one, b"both") == ("one", Added.NEW)
        assert store.add(two, b"both") == ("two", Added.NEW)
        newer = make_reading("Two, mended.", ref="three", url=url, record_name="second")
        assert store.add(newer, b"both, mended") == ("three", Added.VERSION)
        assert [d.id for d in store.documents()] == ["one", "three"]

    def test_lines_of_one_file_that_are_kept_each_for_itself_are_no_versions_either(
        self, store, make_reading
    ):
        told = {"url": "https://example.org/debate", "path": "debates.jsonl"}
        one = make_reading("One.", ref="one", record_name="line 1", **told)
        two = make_reading("Two.", ref="two", record_name="line 2", **told)
        assert store.add(one, b"one") == ("one", Added.NEW)
        assert store.add(two, b"two") == ("two", Added.NEW)
        newer = make_reading("Two, mended.", ref="three", record_name="line 2", **told)
        assert store.add(newer, b"two, mended") == ("three", Added.VERSION)
        assert [d.id for d in store.documents()] == ["one", "three"]

    def test_two_captures_of_a_page_in_one_archive_are_versions(self, store, make_reading):
        for ref, record, added in (("one", "byte 0", Added.NEW), ("two", "byte 9", Added.VERSION)):
            reading = make_reading(
                f"{ref}.",
                ref=ref,
                url="https://example.org/a",
                path=f"crawl.warc#urn:uuid:{ref}",
                record_name=record,
            )
            assert store.add(reading, ref.encode()) == (ref, added)

    def test_a_member_of_an_archive_answers_to_its_own_name(self, store, make_reading):
        told = {"path": "in/news.tar#pages/one.html", "record_name": "member 3"}
        store.add(make_reading("One.", ref="one", **told), b"1")
        store.add(make_reading("Two.", ref="two", path="in/odd#name.html"), b"2")
        assert store.find("in/news.tar#pages/one.html") == store.find("one.html") == "one"
        assert store.find("odd#name.html") == "two"

    def test_an_id_given_twice_with_other_words_makes_a_version_with_an_ending(
        self, store, make_reading
    ):
        store.add(make_reading("Off.", ref="a1", said=[("Ann", "Off")]), b"1")
        ref, added = store.add(make_reading("On.", ref="a1", said=[("Ann", "On")]), b"2")
        assert added is Added.VERSION
        assert ref.startswith("a1~")
        assert store.load("a1").document.text == "Off."
        assert [s.document for s in store.load(ref).statements] == [ref]
        assert store.add(make_reading("On.", ref="a1"), b"2") == (ref, Added.HELD)
        assert store.add(make_reading("Gone.", ref="a1"), b"3")[1] is Added.VERSION
        assert len(list(store.documents())) == 1

    def test_a_line_that_did_not_change_in_a_file_that_did_is_held(self, store, make_reading):
        store.add(make_reading("One.", ref="a1"), b"file")
        assert store.add(make_reading("One.", ref="a1"), b"file, longer") == ("a1", Added.HELD)

    def test_a_text_that_no_encoding_can_hold_is_refused_and_nothing_is_kept(
        self, store, make_reading
    ):
        with pytest.raises(ReadError):
            store.add(make_reading("half \ud800 a pair"), b"raw")
        assert list(store.documents()) == []
        assert store.add(make_reading("whole"), b"raw")[1] is Added.NEW


class TestReferences:
    def test_id_prefix_url_path_and_file_name_all_lead_to_a_document(self, store, make_reading):
        store.add(
            make_reading("One.", ref="abc123", url="https://example.org/a", path="in/a.txt"), b"1"
        )
        for ref in ("abc123", "abc", "https://example.org/a", "in/a.txt", "a.txt"):
            assert store.find(ref) == "abc123"

    def test_a_prefix_of_two_ids_is_ambiguous_and_the_message_names_them(self, store, make_reading):
        store.add(make_reading("One.", ref="abc1"), b"1")
        store.add(make_reading("Two.", ref="abc2"), b"2")
        with pytest.raises(AmbiguousError, match="abc1, abc2"):
            store.find("abc")

    @pytest.mark.parametrize("ref", ["", "nothing", "%", "_", "a\nb"])
    def test_what_no_document_answers_to_is_not_found(self, store, make_reading, ref):
        store.add(make_reading("One.", ref="abc1"), b"1")
        with pytest.raises(NotFoundError):
            store.find(ref)


class TestCorrections:
    def test_a_correction_is_applied_and_says_who_and_what_was_there_before(
        self, store, make_reading
    ):
        store.add(make_reading("One.", title="Onne"), b"1")
        store.correct("d1", "title", "One", by="ed")
        assert store.load("d1").document.title == "One"
        assert [d.title for d in store.documents()] == ["One"]
        (held,) = store.corrections("d1")
        assert (held.field, held.value, held.previous, held.by) == ("title", "One", "Onne", "ed")
        assert held.at
        assert not held.taken_back

    def test_a_correction_taken_back_gives_way_to_the_one_before_it(self, store, make_reading):
        store.add(make_reading("One.", title="Onne"), b"1")
        store.correct("d1", "title", "One")
        store.correct("d1", "title", "Won")
        store.take_back("d1", "title")
        assert store.load("d1").document.title == "One"
        store.take_back("d1", "title")
        assert store.load("d1").document.title == "Onne"
        with pytest.raises(InputError):
            store.take_back("d1", "title")
        assert len(store.corrections("d1")) == 2

    def test_corrections_outlive_a_fresh_reading_and_the_original_stands(self, store, make_reading):
        store.add(make_reading("One.", title="Onne"), b"1")
        store.correct("d1", "title", "One")
        store.correct("d1", "kind", "transcript")
        store.replace(store.load("d1"))
        assert store.load("d1").document.kind is Kind.TRANSCRIPT
        store.take_back("d1", "title")
        assert store.load("d1").document.title == "Onne"

    def test_a_document_answers_to_its_corrected_url(self, store, make_reading):
        store.add(make_reading("One.", url="https://example.org/wrong"), b"1")
        store.correct("d1", "url", "https://example.org/right")
        assert store.find("https://example.org/right") == "d1"
        with pytest.raises(NotFoundError):
            store.find("https://example.org/wrong")
        newer = make_reading("Two.", ref="d2", url="https://example.org/right")
        assert store.add(newer, b"2") == ("d2", Added.VERSION)

    def test_text_and_unknown_kinds_cannot_be_set(self, store, make_reading):
        store.add(make_reading("One."), b"1")
        for field, value in (("text", "Two."), ("id", "d2"), ("kind", "novel")):
            with pytest.raises(InputError, match=value if field == "kind" else field):
                store.correct("d1", field, value)
        assert store.corrections("d1") == []


class TestRemoving:
    def test_a_document_goes_with_all_that_was_derived_from_it(self, store, make_reading):
        reading = make_reading("We leave at dawn on Friday.", said=[("Ann", "We leave at dawn")])
        store.add(reading, b"1")
        assert store.remove("d1") == "d1"
        assert list(store.documents()) == []
        assert list(store.statements(Wanted())) == []
        assert store.search(Sought(("leave",))) == []
        assert store.similar(["dawn"]) == []
        assert store.places("we leave at dawn") == []
        for lost in (store.find, store.load, store.raw, store.corrections):
            with pytest.raises(NotFoundError, match="removed on"):
                lost("d1")

    def test_a_removed_document_can_be_added_again(self, store, make_reading):
        store.add(make_reading("One."), b"1")
        store.remove("d1")
        assert store.add(make_reading("One."), b"1") == ("d1", Added.NEW)
        assert store.load("d1").document.text == "One."

    def test_bytes_shared_with_another_document_stay(self, store, make_reading):
        store.add(make_reading("One.", ref="one", record_name="1"), b"both")
        store.add(make_reading("Two.", ref="two", record_name="2"), b"both")
        store.remove("one")
        assert store.raw("two") == b"both"


class TestTogether:
    def test_writes_that_belong_together_are_kept_all_or_none(self, store, make_reading):
        store.add(make_reading("One.", title="Onne"), b"1")

        def correct_both():
            with store.together():
                store.correct("d1", "title", "One")
                store.correct("d1", "colour", "red")

        with pytest.raises(InputError):
            correct_both()
        assert store.load("d1").document.title == "Onne"
        with store.together():
            store.correct("d1", "title", "One")
            store.replace(store.load("d1"))
        assert store.load("d1").document.title == "One"


class TestStatements:
    @pytest.fixture
    def filled(self, store, make_reading, day):
        store.add(
            make_reading(
                "We agree. We do not.",
                ref="b",
                publisher="Morning Post",
                dating=day("2020-02-15"),
                said=[("Sergey Lavrov", "We agree"), ("Ann Öberg", "We do not")],
            ),
            b"1",
        )
        store.add(
            make_reading(
                "It is late.",
                ref="a",
                publisher="Evening Post",
                dating=day("2019-01-28"),
                said=[("Mr Lavrov", "It is late")],
            ),
            b"2",
        )
        store.add(make_reading("No day.", ref="c", said=[("", "No day")]), b"3")
        return store

    def test_they_come_in_order_of_date_and_place_with_the_undated_last(self, filled):
        found = contents(filled.statements(Wanted()))
        assert found == ["It is late", "We agree", "We do not", "No day"]

    @pytest.mark.parametrize(
        ("wanted", "expected"),
        [
            (Wanted(speakers=("Mr Lavrov", "Sergey Lavrov")), ["It is late", "We agree"]),
            (Wanted(speakers=("Ann Öberg", "Nobody")), ["We do not"]),
            (Wanted(speakers=()), []),
            (Wanted(document="a"), ["It is late"]),
            (Wanted(publisher="post"), ["It is late", "We agree", "We do not"]),
            (Wanted(publisher="evening post"), ["It is late"]),
            (Wanted(earliest=date(2020, 1, 1)), ["We agree", "We do not"]),
            (Wanted(latest=date(2019, 12, 31)), ["It is late"]),
            (Wanted(quotation=Quotation.INDIRECT), []),
            (Wanted(speakers=("Sergey Lavrov",), earliest=date(2020, 2, 15)), ["We agree"]),
        ],
    )
    def test_filters_narrow_and_add_up(self, filled, wanted, expected):
        assert contents(filled.statements(wanted)) == expected

    def test_speakers_are_named_once_and_nobody_is_not_a_name(self, filled):
        assert filled.speakers() == ["Ann Öberg", "Mr Lavrov", "Sergey Lavrov"]

    def test_a_document_can_be_loaded_while_statements_are_listed(self, filled):
        seen = [filled.load(f.statement.document).document.id for f in filled.statements(Wanted())]
        assert seen == ["a", "b", "b", "c"]

    def test_a_found_statement_knows_its_document(self, filled):
        found = next(iter(filled.statements(Wanted(document="a"))))
        assert (found.statement.document, found.dated) == ("a", "2019-01-28")
        assert found.publisher == "Evening Post"

    def test_search_wants_every_word_or_any_and_phrases_side_by_side(self, filled):
        assert contents(filled.search(Sought(("we", "agree")))) == ["We agree"]
        assert filled.search(Sought(("agree we",))) == []
        either = filled.search(Sought(("agree", "late"), every=False))
        assert sorted(contents(either)) == ["It is late", "We agree"]
        assert contents(filled.search(Sought(("we",), without=("agree",)))) == ["We do not"]
        assert len(filled.search(Sought(("we",)), limit=1)) == 1
        assert filled.search(Sought(())) == []

    @given(words=st.lists(st.text(), max_size=4), every=st.booleans())
    def test_no_query_is_a_syntax_error(self, new_store, words, every):
        with new_store() as store:
            assert store.search(Sought(tuple(words), tuple(words), every)) == []
            assert store.similar(words) == []


class TestPassages:
    def test_the_passage_that_has_most_of_the_words_comes_first(self, store, make_reading):
        one = "we will never leave the talks before the others do"
        two = "we will never leave the house"
        reading = make_reading(f"{one}. {two}.", record=[("Ann", one), ("Bob", two)])
        store.add(reading, b"1")
        found = store.places(one)
        assert found[0].coverage == 1 > found[1].coverage > 0
        hits = store.passages(place.number for place in found)
        assert [hit.passage.speaker for hit in hits] == ["Ann", "Bob"]

    def test_a_place_says_which_words_of_the_passage_it_means(self, store, make_reading):
        turn = "Thank you all. The bridge at Orlo stays shut until May. Next question."
        store.add(make_reading(turn, record=[("Ann", turn)]), b"1")
        best = store.places("the bridge at Orlo stays shut until May")[0]
        assert (best.first, best.last) == (3, 11)

    def test_what_is_added_in_a_transaction_is_found_when_it_is_committed(
        self, store, make_reading
    ):
        words = "the bridge at Orlo stays shut"
        with store.together():
            store.add(make_reading(words, record=[("Ann", words)]), b"1")
        assert len(store.places(words)) == 1

    def test_an_index_made_anew_finds_the_same(self, store, make_reading):
        for i in range(3):
            words = f"the bridge at Orlo stays shut for {i} days"
            store.add(make_reading(words, ref=f"d{i}", record=[("Ann", words)]), b"%d" % i)
        store.remove("d1")
        before = store.places("bridge at Orlo stays shut for 2 days")
        steps = []
        store.reindex(anew=True, progress=lambda *step: steps.append(step))
        assert store.places("bridge at Orlo stays shut for 2 days") == before
        assert len(before) == 2

    def test_that_no_stretch_comes_near_can_be_proved(self, store, make_reading):
        words = "the bridge at Orlo stays shut until the end of May"
        store.add(make_reading(words, record=[("Ann", words)]), b"1")
        near = store.prove(words.replace("May", "June"), within=2)
        assert (near.words, near.passages, near.nearest) == (11, 1, 1)
        assert store.prove("nobody will ever pay for that wall but us", within=2).absent

    def test_stock_phrases_do_not_crowd_out_the_rare_words(self, store, make_reading):
        many = [("Ann", f"{STOCK} {i}") for i in range(300)]
        text = ". ".join(words for _, words in many) + "."
        store.add(make_reading(text, record=many), b"1")
        rare = f"{STOCK} and the bridge at Orlo stays shut"
        reading = make_reading(f"{rare}.", ref="d2", record=[("Bob", rare)])
        store.add(reading, b"2")
        found = store.places(rare, limit=5)
        (best,) = store.passages([found[0].number])
        assert best.passage.speaker == "Bob"
        assert found[0].coverage == 1

    def test_a_quotation_of_stock_phrases_alone_still_has_places(self, store, make_reading):
        many = [("Ann", f"{STOCK} {i}") for i in range(300)]
        text = ". ".join(words for _, words in many) + "."
        reading = make_reading(text, record=many)
        store.add(reading, b"1")
        assert [place.coverage for place in store.places(STOCK, limit=5)] == [1] * 5

    def test_similar_ranks_by_the_rarest_words(self, store, make_reading):
        words = ["the talks go on", "the talks in Orlo failed", "the bridge is shut"]
        reading = make_reading(". ".join(words), record=[("Ann", w) for w in words])
        store.add(reading, b"1")
        found = store.passages(store.similar(["the", "talks", "failing", "Orlo", "--", ""]))
        assert found[0].passage.text == "the talks in Orlo failed"

    def test_each_word_of_a_text_is_counted_at_least_as_often_as_it_stands(
        self, store, make_reading
    ):
        text = "Ice and rain and hail fell on the pier."
        store.add(make_reading(text, record=[("Orla Venn", text)]), text.encode())
        assert store.counts("") == []
        rain, quagga, again = store.counts("and, quagga: AND")
        assert rain == again == 2
        assert quagga == 0

    def test_passages_of_a_document_come_in_order_and_by_kind(self, store, make_reading):
        reading = make_reading(
            "We meet today. He said yes.",
            record=[("Ann", "We meet today")],
            said=[("Bob", "yes")],
            language="en",
            url="https://example.org/a",
        )
        store.add(reading, b"1")
        assert [h.passage for h in store.passages_of("d1")] == list(reading.passages)
        (only,) = store.passages_of("d1", [PassageKind.QUOTATION])
        assert (only.passage.speaker, only.language) == ("Bob", "en")
        assert only.url == "https://example.org/a"

    def test_numbers_that_are_not_held_are_left_out(self, store):
        assert store.passages([1, 2**40]) == []


class TestRecords:
    def test_transcripts_alone_are_records_and_say_who_speaks_when(self, store, make_reading, day):
        turns = [("Ann", "We meet today"), ("", "Why now"), ("Ann", "Because")]
        text = ". ".join(words for _, words in turns)
        flags = ("retranslated",)
        held = make_reading(
            text, record=turns, language="en", dating=day("2019-01-28"), flags=flags
        )
        store.add(held, b"1")
        store.add(make_reading("A story.", ref="d2"), b"2")
        (record,) = store.records()
        assert (record.document, record.speakers) == ("d1", ("Ann",))
        assert (record.earliest, record.latest) == (date(2019, 1, 28), date(2019, 1, 28))
        assert (record.language, record.passages, record.flags) == ("en", 3, flags)

    def test_records_can_be_had_by_their_first_days(self, store, make_reading, day):
        for edtf in ("2019-01-27", "2019-01-28", "2019-01-29"):
            reading = make_reading(
                "We meet.", ref=edtf, record=[("Ann", "We meet")], dating=day(edtf)
            )
            store.add(reading, edtf.encode())
        store.add(make_reading("We part.", ref="none", record=[("Ann", "We part")]), b"none")
        first, last = date(2019, 1, 28), date(2019, 1, 29)
        assert [r.document for r in store.records(first, last)] == ["2019-01-28", "2019-01-29"]
        assert [r.document for r in store.records(latest=first)] == ["2019-01-27", "2019-01-28"]
        assert len(store.records()) == 4


def test_the_flags_of_a_speakers_passages_are_known(store, make_reading):
    made = make_reading("We meet. We part.", record=[("Ann", "We meet"), ("Bob", "We part")])
    passages = (replace(made.passages[0], flags=("retranslated", "group")), made.passages[1])
    store.add(replace(made, passages=passages), b"1")
    assert store.flags_of("Ann") == {"retranslated", "group"}
    assert store.flags_of("Bob") == store.flags_of("") == frozenset()
    store.remove("d1")
    assert store.flags_of("Ann") == frozenset()
