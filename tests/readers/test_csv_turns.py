"""One turn a row becomes a transcript with labels."""

import pytest

from onrecord.model import Failure, PartKind
from onrecord.readers import read
from onrecord.readers.day_columns import DayColumn

HEAD = "Line,Speaker,Text,Date\n"


def rows(text, **options):
    return list(read(text.encode(), path="x.csv", **options))


def labels(found):
    marks = [mark for mark in found.marks if mark.kind == PartKind.LABEL]
    return [(mark.value, mark.span.of(found.text)) for mark in marks]


def test_each_row_is_a_paragraph_with_its_label_marked():
    (found,) = rows('Speaker,Text\nAda Vell,"It opens, as I said, in May."\nTam Orme,Which May?\n')
    assert found.text == "Ada Vell: It opens, as I said, in May.\n\nTam Orme: Which May?"
    assert labels(found) == [("Ada Vell", "Ada Vell:"), ("Tam Orme", "Tam Orme:")]
    whole = [mark.span.of(found.text) for mark in found.marks if mark.kind == PartKind.PARAGRAPH]
    assert whole == found.text.split("\n\n")


def test_a_turn_of_several_paragraphs_bears_one_label():
    (found,) = rows('Speaker,Text\nVell,"First.\n\nSecond."\nOrme,Third.\n')
    assert found.text == "Vell: First.\n\nSecond.\n\nOrme: Third."
    assert len(labels(found)) == 2


def test_several_dates_are_several_documents_with_ids_of_their_own():
    found = rows(HEAD + "1,Vell,One.,9/26/31\n2,Orme,Two.,9/26/31\n3,Vell,Three.,10/4/31\n")
    assert [d.published for d in found] == ["2031-09-26", "2031-10-04"]
    assert [d.provenance.record for d in found] == ["2031-09-26", "2031-10-04"]
    assert found[0].id != found[1].id
    assert found[0].provenance.sha256 == found[1].provenance.sha256


def test_one_date_is_one_document_with_the_id_of_the_file():
    (found,) = rows(HEAD + "1,Vell,One.,2031-04-05\n2,Orme,Two.,\n")
    assert (found.published, found.provenance.record) == ("2031-04-05", "")
    assert found.id == found.provenance.sha256[:12]


def test_a_day_that_may_be_two_is_not_published():
    (found,) = rows(HEAD + "1,Vell,One.,4/5/31\n")
    assert found.published == ""


@pytest.mark.parametrize(
    ("words", "days"),
    [
        (["9/26/16", "10/4/16"], ["2016-09-26", "2016-10-04"]),
        (["26/9/2016", "4/10/2016"], ["2016-09-26", "2016-10-04"]),
        (["26.9.2016"], ["2016-09-26"]),
        (["4/5/16"], ["4/5/16"]),
        (["4/4/16"], ["2016-04-04"]),
        (["9/26/16", "26/9/16"], ["9/26/16", "26/9/16"]),
        (["2016-09-26T20:00", "2016-9-6"], ["2016-09-26", "2016-09-06"]),
        (["9/26/99", "2/30/31"], ["1999-09-26", "2/30/31"]),
        (["Monday", ""], ["Monday", ""]),
    ],
)
def test_a_column_of_days_proves_its_own_order(words, days):
    column = DayColumn.of(words)
    assert [column.day(word) for word in words] == days


def test_columns_are_mapped_by_name_and_may_be_in_any_order():
    columns = {"speaker": "wer", "text": "was", "date": "wann"}
    (found,) = rows("was;wann;wer\nIt opens.;2031-04-05;Vell\n", columns=columns)
    assert (found.text, found.published) == ("Vell: It opens.", "2031-04-05")


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        ({"speaker": "Who"}, "no column 'Who' for speaker; there are Line, Speaker, Text, Date"),
        ({"mood": "Text"}, "columns are speaker, text, date, line, not 'mood'"),
    ],
)
def test_a_mapping_that_does_not_fit_is_refused(columns, words):
    (found,) = rows(HEAD + "1,Vell,One.,\n", columns=columns)
    assert isinstance(found, Failure)
    assert found.reason == words


def test_a_file_without_a_text_column_is_refused():
    (found,) = rows("a,b\n1,2\n")
    assert "no column is known to hold the text; there are a, b" in found.reason


def test_rows_stand_in_the_order_of_their_lines():
    (found,) = rows("Line,Speaker,Text\n10,Vell,Last.\n2,Orme,First.\n")
    assert found.text == "Orme: First.\n\nVell: Last."


def test_rows_without_text_and_columns_without_a_role_are_named():
    (found,) = rows("Speaker,Text,Mood\nVell,One.,fair\nOrme,,foul\n")
    assert found.dropped == ("columns: Mood", "row: line 3 has no text")


def test_rows_without_a_speaker_have_no_label():
    (found,) = rows("Speaker,Text\n,(APPLAUSE)\nVell:,One.\n")
    assert found.text == "(APPLAUSE)\n\nVell: One."
    assert labels(found) == [("Vell", "Vell:")]
