from dataclasses import replace

from onrecord.exports.dossiers.blocks import Entries, Figure
from onrecord.exports.dossiers.report import NOTHING, report_of
from onrecord.model import Dossier, Profile


def entries(section):
    own = [e for block in section.blocks if isinstance(block, Entries) for e in block.entries]
    return own + [entry for part in section.parts for entry in entries(part)]


def section(dossier, anchor):
    return next(one for one in report_of(dossier).sections if one.anchor == anchor)


def test_sections_stand_in_the_order_of_a_reader(dossier):
    assert [one.anchor for one in report_of(dossier).sections] == [
        *("timeline", "roles", "posts", "meetings", "agreements", "promises", "positions"),
        *("discrepancies", "coverage", "beside", "documents"),
    ]


def test_every_line_is_in_the_report_with_all_its_evidence(dossier):
    shown = {}
    for one in report_of(dossier).sections:
        for entry in entries(one):
            places = [c.place for grounds in entry.grounds for c in grounds.citations]
            shown.setdefault(entry.id, []).extend(places)
    for name in ("roles", "posts", "meetings", "agreements", "promises", "positions"):
        for line in getattr(dossier, name):
            assert len(shown[line.id]) == len(line.evidence) + len(getattr(line, "outcome", ()))


def test_lines_beside_the_process_stand_apart(dossier):
    beside = {entry.id for entry in entries(section(dossier, "beside"))}
    assert beside == {"role-3", "meeting-3"}
    assert not beside & {entry.id for entry in entries(section(dossier, "roles"))}


def test_a_meeting_tells_the_day_announced_and_the_day_held(dossier):
    (held,) = (e for e in entries(section(dossier, "meetings")) if e.id == "meeting-1")
    assert ("Held", "22 April 2021") in held.facts
    assert ("Announced for", "about 11–20 April 2021") in held.facts
    assert [grounds.label for grounds in held.grounds] == ["Announced", "Held"]


def test_a_promise_tells_its_state_why_and_the_words_that_show_it(dossier):
    (promise,) = entries(section(dossier, "promises"))
    assert promise.mark == "held late"
    assert ("Why", "a later document has it open") in promise.facts
    assert [grounds.label for grounds in promise.grounds] == ["Promised", "Outcome"]


def test_positions_go_by_theme_and_year_with_the_shifts_behind(dossier):
    (theme,) = section(dossier, "positions").parts
    assert theme.title == "water"
    assert [block.title for block in theme.blocks] == ["2019", "2021", "Shifts"]


def test_discrepancies_are_flagged_or_explained(dossier):
    flagged, explained = section(dossier, "discrepancies").blocks
    assert (flagged.title, explained.title) == ("Flagged", "Explained")
    assert ("Likelier", "Wells Committee") in flagged.entries[0].facts


def test_what_is_spoken_of_and_not_held_is_told(dossier):
    assert [entry.title for entry in entries(section(dossier, "coverage"))] == ["a third round"]


def test_figures_have_a_table_that_says_the_same(dossier):
    figures = [
        b for one in report_of(dossier).sections for b in one.blocks if isinstance(b, Figure)
    ]
    assert len(figures) == 3
    assert all(figure.twin.rows for figure in figures)


def test_an_empty_dossier_says_that_nothing_was_found():
    report = report_of(Dossier(Profile("wells", "Wells talks", ())))
    assert sum(NOTHING in str(one.blocks) for one in report.sections) == 6
    assert "beside" not in {one.anchor for one in report.sections}


def test_as_of_a_day_is_told_at_the_head(dossier):
    facts = dict(report_of(replace(dossier, as_of="2021-03-31")).facts)
    assert facts["As of"].startswith("2021-03-31: only what documents of that day or before")
