"""Every quotation of a story, checked against the other documents."""

import pytest

from onrecord.checking import check_document, check_text
from onrecord.model import PassageKind
from onrecord.pipeline import read_document
from onrecord.readers import read
from onrecord.stores import open_store

DAY = "2031-05-04"


def test_each_quotation_of_a_story_is_checked_with_its_speaker_and_day(shelf):
    shelf.transcript("press", DAY, ("Ina Veld", "The engineers found 14 cracks in the lock."))
    shelf.story(
        "wire",
        DAY,
        (PassageKind.QUOTATION, "Ina Veld", "The engineers found 41 cracks in the lock"),
        (PassageKind.PARAPHRASE, "Ina Veld", "she will resign in June"),
        (PassageKind.QUOTATION, "Ina Veld", "The lock is older than the town hall"),
    )
    found = check_document("wire", shelf.store)
    assert [c.finding.outcome.value for c in found] == ["altered", "not_in_record"]
    text = shelf.store.load("wire").document.text
    assert [c.quotation.of(text)[:10] for c in found] == ["The engine", "The lock i"]
    assert found == sorted(found, key=lambda c: c.quotation)


def test_a_text_that_is_not_held_is_checked_too(shelf):
    shelf.transcript("press", DAY, ("Ina Veld", "The engineers found 14 cracks in the lock."))
    text = '"The engineers found 14 cracks in the lock," Ina Veld said.'
    (found,) = check_text(text, shelf.store, date=DAY)
    assert found.statement.speaker == "Ina Veld"
    assert found.finding.outcome.value == "verbatim"
    assert found.quotation.of(text).startswith("The engineers")


@pytest.fixture(scope="module")
def seeds(shared, tmp_path_factory):
    """The five seed documents as the pipeline reads them, and their ids in order."""
    with open_store(tmp_path_factory.mktemp("seeds") / "onrecord.db") as store:
        ids = []
        for path in sorted((shared / "seeds").iterdir()):
            raw = path.read_bytes()
            readings = map(read_document, read(raw, path=path.name))
            ids += [store.add(reading, raw)[0] for reading in readings]
        yield store, ids


def test_the_derivative_seed_story_stands_against_its_agency(seeds):
    store, (agency, derivative, *_) = seeds
    checked = check_document(derivative, store)
    found = [c.finding for c in checked]
    verbatim = [f for f in found if f.outcome.value == "verbatim"]
    assert len(verbatim) == 7
    assert {(f.against.value, f.document) for f in verbatim} == {("report", agency)}
    (promoted,) = [f for f in found if f.outcome.value == "promoted"]
    assert promoted.quote.startswith("no tangible results")
    assert "altered" in promoted.also
    assert next((e.quote, e.record) for e in promoted.edits) == ("results", "result")
    rest = [f for f in found if f is not promoted and f not in verbatim]
    assert {f.outcome.value for f in rest} == {"record_not_held"}
    assert len(rest) == 2


def test_a_questions_claim_is_not_the_ministers(seeds):
    from onrecord.checking import check

    store, _ = seeds
    quote = "the UN has become a platform for making loud statements"
    found = check(quote, store, speaker="Sergey Lavrov")
    assert (found.outcome.value, found.flags) == ("misattributed", ("question",))
