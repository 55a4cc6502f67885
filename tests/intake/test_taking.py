import pytest
from benchmarks._pages import made

from onrecord import pipeline
from onrecord.errors import StoreBusyError
from onrecord.intake import Taken, take_in, taking
from onrecord.model import Failure
from onrecord.stores import Added, Wanted

STORY = b'The bridge\n\n"We will open the bridge in May," Minister Ann Bell said.\n'
LINES = (
    b'{"id": "one", "text": "The quay is shut, Ann Bell said."}\n'
    b"{broken\n"
    b'{"id": "two", "text": "The quay is open, Bob Reed said."}\n'
)


def test_what_is_taken_in_is_held_and_its_statements_are_found(store):
    (taken,) = take_in(store, STORY, path="story.txt", given={"publisher": "The Post"})
    assert isinstance(taken, Taken)
    assert taken.what is Added.NEW
    assert store.listed(taken.ref).publisher == "The Post"
    assert [found.source for found in store.statements(Wanted())] == ["Minister Ann Bell"]
    assert store.raw(taken.ref) == STORY


def test_the_same_bytes_twice_are_one_document(store):
    first = next(take_in(store, STORY))
    again = next(take_in(store, STORY))
    assert (again.ref, again.what) == (first.ref, Added.HELD)


def test_other_bytes_of_a_url_are_a_newer_version(store):
    given = {"url": "https://orlo.example/bridge"}
    next(take_in(store, STORY, given=given))
    assert next(take_in(store, STORY + b"\nMore.\n", given=given)).what is Added.VERSION


def test_a_bad_line_does_not_lose_the_others(store):
    one, bad, two = take_in(store, LINES, path="news.jsonl")
    assert (one.ref, two.ref) == ("one", "two")
    assert isinstance(bad, Failure)
    assert "\n" not in bad.reason


def test_each_document_is_held_before_the_next_is_read(store):
    coming = take_in(store, LINES, path="news.jsonl")
    next(coming)
    coming.close()
    assert [listed.id for listed in store.documents()] == ["one"]


@pytest.mark.parametrize("raw", [b"", b"\x89PNG\r\n\x1a\n", b"\0" * 300])
def test_what_cannot_be_read_is_a_failure_in_a_line(store, raw):
    (failure,) = take_in(store, raw, path="picture")
    assert isinstance(failure, Failure)
    assert failure.path == "picture"


def test_bytes_above_the_maximum_are_a_failure(store):
    (failure,) = take_in(store, STORY, max_size=10)
    assert "10 allowed" in failure.reason


def test_a_fault_of_the_analysis_is_told_in_a_line_and_the_next_is_taken_in(store, monkeypatch):
    def stumble(document, **options):
        if document.id == "one":
            raise IndexError("of a list\nof words")
        return pipeline.read_document(document, **options)

    monkeypatch.setattr(taking, "read_document", stumble)
    failure, _, two = take_in(store, LINES, path="news.jsonl")
    assert failure.reason.endswith("fault of Onrecord: IndexError: of a list of words")
    assert two.ref == "two"


def test_a_fault_of_the_store_is_raised(store, monkeypatch):
    def busy(reading, raw):
        raise StoreBusyError("talks.db: another process is writing to it; try again")

    monkeypatch.setattr(store, "add", busy)
    with pytest.raises(StoreBusyError):
        next(take_in(store, STORY))


def test_the_engine_that_was_asked_for_is_used(store):
    assert next(take_in(store, STORY, using=("rules", None))).reading.engine == "rules"


def test_a_held_page_is_read_again_where_another_extractor_is_asked_for(store):
    page = made("Piers to close", [f"Pier {n} is shut, Ann Bell said." for n in range(9)])
    first = next(take_in(store, page, path="page.html"))
    store.correct(first.ref, "title", "Piers")
    (again,) = take_in(store, page, path="page.html", extractor="fast")
    held = store.load(first.ref)
    assert (again.ref, again.what) == (first.ref, Added.HELD)
    assert (held.document.provenance.reader, held.document.title) == ("html_page_fast", "Piers")
    assert {one.document for one in (*held.statements, *held.passages)} == {first.ref}


def test_a_held_page_stays_as_it_is_where_no_extractor_is_asked_for(store):
    page = made("Piers to close", [f"Pier {n} is shut, Ann Bell said." for n in range(9)])
    first = next(take_in(store, page, path="page.html", extractor="fast"))
    next(take_in(store, page, path="page.html"))
    assert store.load(first.ref).document.provenance.reader == "html_page_fast"
