from tests.exports.dossiers.made import DOCUMENTS, NOTE, RECORD, WIRE, words

from onrecord.exports.dossiers.citing import cite, web_address
from onrecord.model import DocumentLine, Status


def test_a_citation_says_whose_words_by_way_of_whom_and_on_which_day():
    found = cite(
        words(
            "We come.",
            speaker="Orla Venn",
            via=("Courier", "NPA"),
            publisher="Courier",
            said="2021-03-04",
        ),
        DOCUMENTS,
    )
    assert found.whose == "Orla Venn, by way of NPA, in Courier"
    assert found.said == "4 March 2021"
    assert found.place == f"{WIRE}@100-108"
    assert found.link == "https://press.example/wells#:~:text=We%20come."


def test_words_of_nobody_named_are_the_documents_own():
    assert cite(words("It met.", RECORD), DOCUMENTS).whose == "Ministry of Velda in its own words"
    assert cite(words("It met.", NOTE), DOCUMENTS).whose == "the document in its own words"


def test_what_a_reader_has_to_know_beside_the_words_is_noted():
    found = cite(
        words("Will it meet?", status=Status.ANNOUNCED, dating="2021-04", flags=("question",)), {}
    )
    assert found.notes == ("announced", "of April 2021")
    assert found.warnings == ("asked, not said",)
    assert found.link == ""


def test_long_words_are_cut_and_the_link_leads_to_all_of_them():
    found = cite(words("well " * 200 + "end"), DOCUMENTS)
    assert found.cut
    assert found.words.endswith(" […]")
    assert len(found.words) < 320
    assert found.link.endswith("well%20end")


def test_words_in_two_stretches_are_both_linked():
    evidence = words("the wells … are open")
    link = cite(evidence, DOCUMENTS).link
    assert link.endswith("#:~:text=the%20wells&text=are%20open")


def test_only_addresses_of_the_web_are_followed():
    for url in ("javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "talks/a.txt", ""):
        assert web_address(DocumentLine("a", url=url)) == ""
    assert web_address(DocumentLine("a", url=" HTTPS://velda.example ")) == "HTTPS://velda.example"
