"""The component of a spaCy pipeline."""

import subprocess
import sys

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc, DocBin, Span

import onrecord
from onrecord.errors import InputError, ModelError
from onrecord.spacy import EXTENSIONS, KEY, statements

TEXT = (
    'The lake is low. "It is shut," Orla Venn said on Thursday. "It stays shut until May."\n\n'
    "NPA cited Bram Osgarth as saying that the quota is fixed.\n\n"
    "The mayor reportedly did not say whether he would go.\n"
)


@pytest.fixture(scope="module")
def nlp():
    pipeline = spacy.blank("en")
    pipeline.add_pipe("onrecord", config={"engine": "rules"})
    return pipeline


def told(doc):
    """All that the extensions say of a document's statements."""
    return [
        (span.start, span.end, span.label_, *(getattr(span._, name) for name in EXTENSIONS))
        for span in doc.spans[KEY]
    ]


def test_a_statement_is_a_span_with_its_source_cue_content_and_speaker(nlp):
    doc = nlp(TEXT)
    said = doc.spans[KEY][0]._
    assert (said.source, said.cue, said.speaker) == (("Orla Venn",), ("said",), "Orla Venn")
    assert (said.quotation, said.manner, said.stance) == ("direct", "speech", "asserted")
    assert (said.hedged, said.basis, said.via) == (False, "name", ())


def test_content_in_two_pieces_is_one_span_that_knows_its_pieces(nlp):
    doc = nlp(TEXT)
    span = doc.spans[KEY][0]
    assert span.text == '"It is shut," Orla Venn said on Thursday. "It stays shut until May."'
    assert span._.content == ('"It is shut,"', '"It stays shut until May."')
    assert tuple(doc.text[a:b] for a, b in span._.offsets["content"]) == span._.content


def test_who_passes_words_on_and_who_denies_them_is_told(nlp):
    doc = nlp(TEXT)
    _, cited, unsaid = (span._ for span in doc.spans[KEY])
    assert (cited.via, cited.cue) == (("NPA",), ("cited", "as saying"))
    assert TEXT[slice(*cited.offsets["via"][0])] == "NPA"
    assert (unsaid.stance, unsaid.speaker) == ("open", "")


def test_offsets_are_exact_where_tokens_are_not(nlp):
    doc = Doc(
        nlp.vocab, words=["Venn", "said", 'x"It', "is", 'shut."y'], spaces=[True] * 4 + [False]
    )
    for span in nlp(doc).spans[KEY]:
        for role in ("source", "cue", "content"):
            pieces = tuple(doc.text[a:b] for a, b in span._.offsets[role])
            assert pieces == getattr(span._, role)


def test_the_label_of_a_span_is_its_kind_of_quotation(nlp):
    doc = nlp(TEXT)
    assert [span.label_ for span in doc.spans[KEY]] == ["direct", "indirect", "indirect"]


def test_it_finds_what_extract_finds(nlp):
    assert statements(nlp(TEXT)) == onrecord.extract(TEXT, language="en", engine="rules")


def test_statements_of_a_document_make_a_table(nlp):
    doc = nlp(TEXT)
    frame = onrecord.to_frame(statements(doc), text=doc.text)
    assert frame["speaker"].to_list() == ["Orla Venn", "Bram Osgarth", ""]


def test_what_is_no_statement_has_no_words_and_no_speaker(nlp):
    said = nlp(TEXT)[0:2]._
    assert (said.source, said.speaker, said.via, said.hedged, said.offsets) == (
        (),
        "",
        (),
        False,
        {},
    )
    assert statements(spacy.blank("en")(TEXT)) == ()


def test_a_document_read_twice_has_its_statements_once(nlp):
    doc = nlp(TEXT)
    before = told(doc)
    assert told(nlp(doc)) == before


def test_two_statements_with_one_content_keep_their_own_speakers(nlp, monkeypatch):
    first = onrecord.extract(TEXT, language="en", engine="rules")[0]
    from dataclasses import replace

    both = (first, replace(first, speaker="Bram Osgarth"))
    monkeypatch.setattr("onrecord.pipeline.extract", lambda *_, **__: both)
    doc = nlp(TEXT)
    assert [span._.speaker for span in doc.spans[KEY]] == ["Orla Venn", "Bram Osgarth"]
    start, end = doc.spans[KEY][0].start, doc.spans[KEY][0].end
    assert doc[start:end]._.speaker == ""  # which of the two is not known


def test_many_documents_go_through_a_pipe_and_through_two_processes(nlp):
    texts = [TEXT, "Nobody spoke.", "", TEXT]
    alone = [told(nlp(text)) for text in texts]
    assert [told(doc) for doc in nlp.pipe(texts, batch_size=2)] == alone
    assert [told(doc) for doc in nlp.pipe(texts, n_process=2, batch_size=2)] == alone


def test_a_document_goes_to_bytes_and_back(nlp):
    doc = nlp(TEXT)
    back = Doc(spacy.blank("en").vocab).from_bytes(doc.to_bytes())
    assert told(back) == told(doc)


def test_documents_go_into_a_docbin_and_back(nlp):
    docs = [nlp(TEXT), nlp("Nobody spoke.")]
    data = DocBin(docs=docs, store_user_data=True).to_bytes()
    back = list(DocBin().from_bytes(data).get_docs(spacy.blank("en").vocab))
    assert [told(doc) for doc in back] == [told(doc) for doc in docs]


def test_documents_put_together_keep_their_statements(nlp):
    docs = [nlp("A word before. " + TEXT), nlp(TEXT)]
    whole = Doc.from_docs(docs)
    assert [span._.speaker for span in whole.spans[KEY]] == ["Orla Venn", "Bram Osgarth", ""] * 2
    for span in whole.spans[KEY]:
        pieces = tuple(whole.text[a:b] for a, b in span._.offsets["content"])
        assert pieces == span._.content


def test_a_pipeline_goes_to_bytes_and_to_a_folder_and_back(nlp, tmp_path):
    same = spacy.blank("en")
    same.add_pipe("onrecord")
    assert told(same.from_bytes(nlp.to_bytes())(TEXT)) == told(nlp(TEXT))
    nlp.to_disk(tmp_path / "pipeline")
    loaded = spacy.load(tmp_path / "pipeline")
    assert loaded.get_pipe_config("onrecord")["engine"] == "rules"
    assert told(loaded(TEXT)) == told(nlp(TEXT))


def test_spacy_knows_the_component_without_an_import():
    code = "import spacy; nlp = spacy.blank('en'); nlp.add_pipe('onrecord'); print(nlp.pipe_names)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['onrecord']"


def test_a_language_without_rules_has_an_empty_group():
    nlp = spacy.blank("de")
    nlp.add_pipe("onrecord")
    doc = nlp("Er sagte: „Nein.“")
    assert len(doc.spans[KEY]) == 0


def test_a_pipeline_for_any_language_recognises_the_text():
    nlp = spacy.blank("xx")
    nlp.add_pipe("onrecord", config={"engine": "rules"})
    doc = nlp(TEXT)
    assert doc.spans[KEY][0]._.speaker == "Orla Venn"


def test_an_engine_that_cannot_be_used_is_told_when_it_is_added(tmp_path):
    nlp = spacy.blank("en")
    with pytest.raises(InputError, match="no engine of that name"):
        nlp.add_pipe("onrecord", config={"engine": "magic"})
    with pytest.raises(ModelError):
        nlp.add_pipe("onrecord", config={"engine": "fast", "model": str(tmp_path)})


def test_an_extension_of_another_component_is_never_overwritten():
    ours = Span.get_extension("cue")
    Span.set_extension("cue", default="theirs", force=True)
    try:
        with pytest.raises(InputError, match=r"span\._\.cue is taken"):
            spacy.blank("en").add_pipe("onrecord")
        assert Span.get_extension("cue")[0] == "theirs"
    finally:
        Span.set_extension("cue", getter=ours[2], force=True)


def test_without_spacy_one_line_says_what_to_install():
    code = (
        "import sys; sys.modules['spacy'] = None\n"
        "from onrecord.errors import MissingLibraryError\n"
        "try: import onrecord.spacy\n"
        "except MissingLibraryError as error: print(error)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "spaCy is not installed; pip install 'onrecord[spacy]' brings it"


@given(st.text(max_size=120), st.text(max_size=40))
def test_any_text_keeps_its_exact_words(nlp, words, more):
    doc = nlp(f'{more} "{words}," Orla Venn said{more}. She added that {words}.')
    for span in doc.spans[KEY]:
        for role in ("source", "cue", "content"):
            assert getattr(span._, role) == tuple(doc.text[a:b] for a, b in span._.offsets[role])
        first, last = span._.offsets["content"][0][0], span._.offsets["content"][-1][1]
        assert span.start_char <= first <= last <= span.end_char
