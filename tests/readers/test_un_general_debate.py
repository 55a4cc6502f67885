"""Speeches of the UN General Debate, told by the names of their files."""

from __future__ import annotations

import pytest

from onrecord.languages import STATES
from onrecord.model import BodyKind, Document, Failure, Kind
from onrecord.pipeline import read_document
from onrecord.readers import read
from onrecord.rosters import shipped

_SPEECH = b"The lake is open to all who sail it.\n\nWe support the talks on the mill.\n"


def _read(path: str, **given: str) -> Document:
    (found,) = read(_SPEECH, path=path, given=given)
    assert not isinstance(found, Failure)
    return found


def test_the_name_of_the_file_gives_state_session_and_year() -> None:
    document = _read("speeches/KAZ_73_2018.txt")
    assert document.title == "Kazakhstan in the UN General Debate, session 73, 2018"
    assert (document.speaker, document.kind) == ("Kazakhstan", Kind.TRANSCRIPT)
    assert document.published == "2018-09/2018-10"


def test_the_speech_is_a_turn_of_its_state() -> None:
    turns = read_document(_read("KAZ_73_2018.txt"), engine="rules").structure.turns
    assert [turn.speaker for turn in turns] == ["Kazakhstan"]


def test_what_the_caller_knows_goes_before_the_name_of_the_file() -> None:
    assert _read("KAZ_73_2018.txt", speaker="Ada Holm").speaker == "Ada Holm"


@pytest.mark.parametrize("name", ["KAZ_73_2019.txt", "QQQ_73_2018.txt", "KAZ.txt", "notes_1.txt"])
def test_other_names_tell_nothing(name: str) -> None:
    document = _read(name)
    assert (document.title, document.speaker, document.published) == ("", "", "")


def test_every_state_is_one_that_the_shipped_roster_names_so() -> None:
    states = {body.name for body in shipped().bodies if body.kind is BodyKind.STATE}
    assert set(STATES.values()) == states
    assert len(set(STATES.values())) == len(STATES)
