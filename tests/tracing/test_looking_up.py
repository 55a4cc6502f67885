"""One utterance looked up by the index is what a look at the whole store finds."""

import pytest

from onrecord import pipeline, readers
from onrecord.errors import InputError, NotFoundError
from onrecord.model import Document, Kind, Provenance, Span
from onrecord.stores import open_store
from onrecord.tracing import renderings, renderings_of

SAID = "Every well in the Orrin valley will be dug by the Carrow company before the autumn rains."


@pytest.fixture(scope="module")
def whole(papers):
    return renderings(papers)


@pytest.fixture
def add(tmp_path):
    """A function that adds a story of a day and publisher to a store, which it gives."""
    with open_store(tmp_path / "wells.db") as store:

        def put(name, text, *, published, publisher):
            document = Document(
                name,
                text,
                Provenance("0" * 64, "plain", "1"),
                published=published,
                publisher=publisher,
                language="en",
                kind=Kind.STORY,
            )
            store.add(pipeline.read_document(document), text.encode())
            return store

        yield put


def story(words, day):
    return (
        f'CARROW, {day} - Minister Orla Venn spoke on wells. "{words}" Orla Venn said on {day}.\n'
    )


def test_from_each_place_of_the_sample_corpus_the_same_utterance_is_found(papers, whole):
    for one in whole:
        for rendering in one.renderings:
            for span in rendering.spans:
                assert one in renderings_of(papers, document=rendering.document, span=span)


def test_from_each_wording_of_the_sample_corpus_the_same_utterances_are_found(papers, whole):
    for one in whole:
        words = one.renderings[-1].words
        assert renderings_of(papers, quote=words) == renderings(papers, quote=words)


def test_on_the_seeds_too(shared, tmp_path):
    with open_store(tmp_path / "seeds.db") as store:
        for file in sorted((shared / "seeds").iterdir()):
            raw = file.read_bytes()
            (document,) = readers.read(raw, path=file.name)
            store.add(pipeline.read_document(document), raw)
        found = renderings(store)
        assert found
        for one in found:
            for rendering in one.renderings:
                span = rendering.spans[0]
                assert one in renderings_of(store, document=rendering.document, span=span)


def test_who_has_the_words_from_a_copy_is_found_through_the_copy(add):
    """The third paper shares no seven words in a row with the first, but does with the second."""
    first, second = SAID, SAID.replace("dug", "drilled").replace("before", "by")
    third = second.replace("well", "wellhead").replace("autumn", "winter")
    add("a", story(first, "3 May 2021"), published="2021-05-03", publisher="Carrow Post")
    add("b", story(second, "4 May 2021"), published="2021-05-04", publisher="Orrin Times")
    store = add("c", story(third, "5 May 2021"), published="2021-05-05", publisher="Valley News")
    (one,) = renderings_of(store, quote=first)
    assert [r.document for r in one.renderings] == ["a", "b", "c"]
    assert [one] == renderings(store, quote=first)


def test_words_that_very_many_have_are_still_found(add):
    """A word is worth what it is worth in the store, not among its copies."""
    store = add("p0", story(SAID, "3 May 2021"), published="2021-05-03", publisher="Paper 0")
    for n in range(1, 40):
        add(f"p{n}", story(SAID, "3 May 2021"), published="2021-05-03", publisher=f"Paper {n}")
    (one,) = renderings_of(store, quote=SAID)
    assert len({r.document for r in one.renderings}) == 40


def test_what_stands_in_one_place_alone_is_an_utterance_of_one_rendering(add):
    text = story(SAID, "3 May 2021")
    store = add("a", text, published="2021-05-03", publisher="Carrow Post")
    start = text.index(SAID)
    (one,) = renderings_of(store, document="a", span=Span(start, start + len(SAID)))
    assert [(r.document, r.words) for r in one.renderings] == [("a", SAID)]
    (hop,) = one.hops
    assert hop.origin is None


def test_words_that_are_held_nowhere_have_no_utterance(papers):
    assert renderings_of(papers, quote="Seven ferries were burned at the pier of Lumm.") == []


def test_a_quotation_without_words_and_a_document_that_is_not_held_are_told(papers):
    with pytest.raises(InputError):
        renderings_of(papers, quote="“…”")
    with pytest.raises(NotFoundError):
        renderings_of(papers, document="nowhere", span=Span(0, 10))
    with pytest.raises(ValueError, match="span"):
        renderings_of(papers, document=next(papers.documents()).id)
