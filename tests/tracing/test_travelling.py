"""A made-up corpus with planted ways: what was said, who printed it, who copied whose error."""

import json

import pytest

from onrecord.answers import plain, utterance
from onrecord.errors import InputError, NotFoundError
from onrecord.model import Basis, Document, Outcome
from onrecord.pipeline import read_document
from onrecord.readers import read
from onrecord.stores import open_store
from onrecord.tracing import renderings

THANKS = "Thank you very much for your question, and thank you all for coming here today."
PAPERS = {
    "velda-minister.txt": f"""News conference of Minister Orla Venn, Velda, 3 May 2021

Question: When will the wells of the upper valley be opened?

Orla Venn: {THANKS} We will open 318 wells before the harvest, and nobody in the valley will
pay for water. The old pumps were never ours to sell.

Question: Who pays for the pipes?

Orla Venn: The district pays for the pipes, as it always has.
""",
    "npa-wire.txt": """Venn: wells to be opened before harvest

VELDA, May 3. /NPA/. The wells of the valley will be opened, Minister Orla Venn said on Monday.

"We will open 381 wells before the harvest, and nobody in the valley will pay for water," Venn said.

The minister said that the old pumps had been bought by a family firm from the coast.
""",
    "courier.md": """---
title: Water for nothing in the upper valley
date: 2021-05-05
publisher: The Velda Courier
---

Farmers were pleased on Wednesday. "We will open 381 wells before the harvest," Orla Venn said.

Of the pumps Venn said that they "had been bought by a family firm from the coast."
""",
    "ledger.md": """---
title: What the minister promised
date: 2021-05-06
publisher: The Orlo Ledger
---

"We will open 318 wells before the harvest, and nobody in the valley will pay for water," Orla
Venn said in Velda on 3 May.
""",
    "echo.md": """---
title: Mayor promises wells
date: 2021-05-07
publisher: Echo of Orlo
---

"We will open 381 wells before the harvest, and nobody in the valley will pay for water," Mayor
Ada Holm said, the NPA reported.
""",
    "orlo-mayor.txt": f"""News conference of Mayor Ada Holm, Orlo, 9 June 2021

Question: Is the bridge safe?

Ada Holm: {THANKS} The bridge is as safe as the five engineers could make it.

Question: And the road?

Ada Holm: The road is another matter.
""",
    "port-briefing.txt": f"""Press briefing by Harbour Master Cy Dorn, Port Lune, 1 July 2021

Question: Are the cranes working?

Cy Dorn: {THANKS} The cranes work when the wind lets them.

Question: And today?

Cy Dorn: Today the wind does not.
""",
}
GIVEN = {"npa-wire.txt": {"published": "2021-05-03"}}


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    with open_store(tmp_path_factory.mktemp("travelling") / "papers.db") as store:
        for name, text in PAPERS.items():
            data = text.encode()
            for document in read(data, path=name, given=GIVEN.get(name, {})):
                assert isinstance(document, Document)
                store.add(read_document(document, engine="rules"), data)
        yield store


@pytest.fixture(scope="module")
def utterances(shelf):
    return renderings(shelf)


@pytest.fixture(scope="module")
def wells(utterances):
    (found,) = [u for u in utterances if "wells" in u.renderings[0].words]
    return found


def outlets(utterance):
    return [
        "record" if one.record else one.outlet.removeprefix("The ") for one in utterance.renderings
    ]


def hop_of(utterance, outlet):
    return utterance.hop_to(outlets(utterance).index(outlet))


def test_the_record_comes_first_and_the_reports_by_date(wells):
    assert outlets(wells) == ["record", "NPA", "Velda Courier", "Orlo Ledger", "Echo of Orlo"]
    assert wells.record == 0
    assert wells.renderings[0].words.startswith("We will open 318 wells before the harvest")
    assert wells.renderings[0].words.endswith("will pay for water")


def test_the_wires_slip_came_in_at_the_wire_and_travelled_on(wells):
    wire, story = hop_of(wells, "NPA"), hop_of(wells, "Velda Courier")
    assert [(e.record, e.quote) for e in wire.edits] == [("318", "381")]
    assert outlets(wells)[story.origin] == "NPA"
    assert Basis.SAME_ERROR in story.bases
    assert story.edits == ()


def test_who_has_the_records_words_is_no_copy_of_the_wire(wells):
    ledger = hop_of(wells, "Orlo Ledger")
    assert ledger.origin == wells.record
    assert ledger.bases == (Basis.EARLIER,)
    assert not ledger.copied


def test_a_copy_that_names_another_speaker_is_misattributed_at_its_hop(wells):
    echo = hop_of(wells, "Echo of Orlo")
    assert outlets(wells)[echo.origin] == "NPA"
    assert echo.bases[0] is Basis.CITES
    assert Outcome.MISATTRIBUTED in echo.outcomes


def test_sources_are_counted_not_copies(wells):
    assert (wells.least, wells.most) == (2, 2)


def test_the_wires_own_words_are_promoted_by_the_story(utterances):
    (pumps,) = [u for u in utterances if "family firm" in u.renderings[0].words]
    assert outlets(pumps) == ["NPA", "Velda Courier"]
    assert Outcome.PROMOTED in hop_of(pumps, "Velda Courier").outcomes


def test_a_stock_phrase_of_three_transcripts_is_no_utterance(utterances):
    assert not any("question" in one.words for u in utterances for one in u.renderings)
    assert len(utterances) == 2


def test_of_one_document_only_its_own_renderings_are_shown(shelf):
    assert renderings(shelf, document="port-briefing.txt") == []
    (found,) = renderings(shelf, document="echo.md")
    assert "Echo of Orlo" in outlets(found)
    with pytest.raises(NotFoundError):
        renderings(shelf, document="nowhere.txt")


def test_words_that_are_asked_for_are_found_though_one_document_only_has_them(shelf):
    (found,) = renderings(shelf, quote="The district pays for the pipes, as it always has.")
    assert outlets(found) == ["record"]
    assert found.hops == ()
    assert renderings(shelf, quote="The moon is made of the finest cheese in the cellar") == []
    with pytest.raises(InputError, match="no word"):
        renderings(shelf, quote="...")


def test_words_that_are_asked_for_are_traced_and_are_no_rendering_themselves(shelf, wells):
    (found,) = renderings(shelf, quote="We will open 318 wells before the harvest")
    assert found.renderings == wells.renderings
    assert found.hops == wells.hops


def test_progress_is_told_of_every_document(shelf):
    told = []
    renderings(shelf, progress=lambda done, total: told.append((done, total)))
    assert told == [(n, len(PAPERS)) for n in range(1, len(PAPERS) + 1)]


def test_an_utterance_is_plain_data(wells):
    shown = json.loads(json.dumps(plain(utterance(wells))))
    assert shown["record"] == 0
    assert shown["sources"] == {"least": 2, "most": 2}
    assert [one["date"] for one in shown["renderings"][1:]] == [
        "2021-05-03",
        "2021-05-05",
        "2021-05-06",
        "2021-05-07",
    ]
    for hop in shown["hops"]:
        for edit in hop["edits"]:
            words = shown["renderings"][hop["to"]]["words"]
            assert edit["to"] in words


def test_spans_lead_to_the_words(shelf, utterances):
    for one in (one for u in utterances for one in u.renderings):
        text = shelf.load(one.document).document.text
        pieces = [" ".join(span.of(text).split()) for span in one.spans]
        assert " … ".join(pieces) == one.words
