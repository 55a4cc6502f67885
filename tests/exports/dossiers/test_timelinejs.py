import json
from dataclasses import replace

from lxml import html
from tests.exports.dossiers.made import hostile

from onrecord.exports import as_timeline


def timeline(dossier):
    return json.loads(as_timeline(dossier))


def event(dossier, identifier):
    return next(one for one in timeline(dossier)["events"] if one["unique_id"] == identifier)


def test_meetings_agreements_and_promises_of_the_process_are_events(dossier):
    found = {one["unique_id"]: one["group"] for one in timeline(dossier)["events"]}
    assert found == {
        "meeting-1": "Meetings",
        "meeting-2": "Meetings",
        "agreement-1": "Agreements",
        "promise-1": "Promises",
    }


def test_a_known_day_is_a_day_and_another_a_time(dossier):
    held = event(dossier, "meeting-1")
    assert held["start_date"] == {"year": 2021, "month": 4, "day": 22}
    assert "end_date" not in held
    put_off = event(dossier, "meeting-2")
    assert put_off["start_date"] == {"year": 2019, "month": 6, "day": 1}
    assert put_off["end_date"] == {"year": 2019, "month": 6, "day": 30}
    assert put_off["display_date"] == "June 2019"


def test_an_event_has_its_words_and_the_way_to_them(dossier):
    text = event(dossier, "meeting-1")["text"]
    assert text["headline"] == "4th round, Wells talks"
    assert "announced for about 11–20 April 2021" in text["text"]
    assert "The fourth round met on April 22 at Ossimere." in text["text"]
    links = html.fromstring(f"<div>{text['text']}</div>").xpath("//a/@href")
    assert links[0].startswith("https://press.example/wells#:~:text=")


def test_what_has_no_known_day_is_left_out_and_counted(dossier):
    undated = tuple(replace(one, dating=None) for one in dossier.meetings)
    found = timeline(replace(dossier, meetings=undated))
    assert "2 lines without a known day left out" in found["title"]["text"]["text"]
    assert {one["group"] for one in found["events"]} == {"Agreements", "Promises"}


def test_hostile_words_are_no_markup():
    found = timeline(hostile('<img src=x onerror="alert(1)">'))
    shown = html.fromstring(f"<div>{json.dumps(found)}</div>")
    assert not shown.xpath("//img")
    for one in found["events"]:
        assert not html.fromstring(f"<div>{one['text']['headline']}</div>").xpath("//img")
