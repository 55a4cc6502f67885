import pytest
from tests.exports.dossiers.made import hostile

from onrecord.errors import InputError
from onrecord.exports import FORMATS, export


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_can_be_written_to_a_file(form, dossier):
    assert export(dossier, form).encode()
    assert export(hostile("\ud800 half a character \x00"), form).encode()


def test_a_format_that_there_is_not_is_told_with_those_that_there_are():
    with pytest.raises(InputError, match="no such format: 'pdf'; there are markdown, html, json"):
        export(None, "pdf")
