"""TEI transcripts become transcripts, and nothing outside the file is looked at."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Failure, PartKind
from onrecord.pipeline import read_document
from onrecord.readers import read

HEADER = """<teiHeader><fileDesc><titleStmt><title>Sitting of 4 March</title></titleStmt>
<publicationStmt><publisher>The Archive</publisher><date when="2022-01-01"/></publicationStmt>
<sourceDesc><bibl><title>Record</title><publisher>Assembly of Orlo</publisher>
<date when="2021-03-04">4.3.2021</date><idno type="URI">https://orlo.example/4</idno></bibl>
</sourceDesc></fileDesc><profileDesc><particDesc><listPerson>
<person xml:id="VellAda">
<persName><surname>Vell</surname><forename>Ada</forename></persName></person>
<person xml:id="p2"><persName>Tam Orme</persName></person></listPerson></particDesc></profileDesc>
</teiHeader>"""
SITTING = """
<head>Sitting</head>
<note type="speaker">THE CHAIR (ADA VELL):</note>
<u who="#VellAda"><seg>Good morning.</seg> <kinesic type="applause"><desc>applause</desc></kinesic>
<seg>We begin<pb n="2"/>with the <hi>mill</hi>.</seg></u>
<u who="#p2"><seg>The mill opens in May.</seg></u>
<u who="others.xml#Bale"><seg>Which May?</seg></u>
<u><seg>This one.</seg></u>"""


def tei(body, header=HEADER, before=""):
    return (
        f'{before}<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en">{header}'
        f"<text><body><div>{body}</div></body></text></TEI>"
    )


def one(text, path="x.tei"):
    (found,) = read(text.encode(), path=path)
    return found


def test_each_u_is_a_turn_under_its_label_or_its_name():
    assert one(tei(SITTING)).text.split("\n\n") == [
        "Sitting",
        "THE CHAIR (ADA VELL): Good morning.",
        "(applause)",
        "We begin with the mill.",
        "Tam Orme: The mill opens in May.",
        "Bale: Which May?",
        "Unidentified speaker: This one.",
    ]


def test_turns_are_their_speakers_and_nobodys_stay_nobodys():
    turns = read_document(one(tei(SITTING))).structure.turns
    assert [turn.speaker for turn in turns] == ["Ada Vell", "Tam Orme", "Bale", ""]


def test_the_header_says_where_it_is_from():
    found = one(tei(SITTING))
    assert (found.title, found.publisher) == ("Sitting of 4 March", "Assembly of Orlo")
    assert (found.published, found.url) == ("2021-03-04", "https://orlo.example/4")
    assert found.language == "en"


def test_plays_have_speakers_of_their_own():
    found = one(
        tei(
            "<sp><speaker>VELL.</speaker><p>It opens.</p><p>In May.</p></sp>"
            "<stage>Orme comes in.</stage><sp><speaker>ORME.</speaker><l>When?</l></sp>"
        )
    )
    assert found.text.split("\n\n") == [
        "VELL. It opens.",
        "In May.",
        "(Orme comes in.)",
        "ORME. When?",
    ]
    labels = [mark.value for mark in found.marks if mark.kind is PartKind.LABEL]
    assert len(labels) == 2


def test_the_words_of_one_alone_are_that_speakers_without_a_label():
    found = one(tei('<u who="#p2"><seg>We open.</seg><seg>In May.</seg></u>'))
    assert (found.text, found.speaker) == ("We open.\n\nIn May.", "Tam Orme")


def test_an_old_tei_without_a_namespace_is_read_too():
    found = one("<TEI.2><text><body><p>It opens in May.</p></body></text></TEI.2>", path="x")
    assert found.text == "It opens in May."


def test_an_entity_is_never_resolved(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("the key is under the stone")
    before = f'<!DOCTYPE TEI [<!ENTITY x SYSTEM "file://{secret}">]>'
    found = one(tei("<p>It opens &x; in May.</p>", before=before))
    assert "stone" not in found.text
    assert "It opens" in found.text


def test_entities_that_grow_are_not_followed():
    grown = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    before = f'<!DOCTYPE TEI [<!ENTITY e0 "lol">{grown}]>'
    found = one(tei("<p>It opens &e11; in May.</p>", before=before))
    assert isinstance(found, Failure) or len(found.text) < 1000


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<TEI>", "no XML: "),
        ("<html><p>Hi</p></html>", "no TEI: its root is <html>"),
        ("<TEI><text/></TEI>", "no <body> in it"),
        ("<TEI><text><body><p> </p></body></text></TEI>", "no text in it"),
    ],
)
def test_a_broken_file_says_why_in_one_line(text, reason):
    found = one(text)
    assert isinstance(found, Failure)
    assert found.reason.startswith(reason)
    assert "\n" not in found.reason


def test_deep_nesting_is_refused_or_read_but_never_a_fault():
    found = one(tei("<div>" * 600 + "<p>Deep.</p>" + "</div>" * 600))
    assert not isinstance(found, Failure) or "fault of Onrecord" not in found.reason


NAMES = st.sampled_from(
    ["u", "seg", "p", "sp", "speaker", "note", "head", "said", "g", "stage", "foo"]
)


@given(
    st.recursive(
        st.sampled_from(["word", " ", "&amp;", "]]&gt;", "😀", "<lb/>", "<!-- c -->"]),
        lambda inner: st.builds(
            lambda n, c: f"<{n}>{''.join(c)}</{n}>", NAMES, st.lists(inner, max_size=4)
        ),
        max_leaves=20,
    )
)
def test_words_are_kept_whatever_they_stand_in(body):
    found = one(tei(f"<p>first</p>{body}"))
    assert found.text.count("word") == body.count("word")
