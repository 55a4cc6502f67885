"""Languages as data; a new one is a file here and a line below."""

from onrecord.languages._actors import ActorWords
from onrecord.languages._en_states import STATES
from onrecord.languages._grammar import CueVerb, Grammar
from onrecord.languages._language import Language
from onrecord.languages._manners import CueWord, Effect, Manners
from onrecord.languages._people import PeopleWords
from onrecord.languages._process import (
    AgreementWords,
    MeetingWords,
    PhraseWords,
    ProcessWords,
    TimeWords,
)
from onrecord.languages._roles import (
    ConductWords,
    PositionWords,
    PostWords,
    PromiseWords,
    RoleWords,
)
from onrecord.languages._wording import Numerals, Wording
from onrecord.languages.en import ENGLISH
from onrecord.languages.recognising import likeliest

__all__ = [
    "STATES",
    "ActorWords",
    "AgreementWords",
    "ConductWords",
    "CueVerb",
    "CueWord",
    "Effect",
    "Grammar",
    "Language",
    "Manners",
    "MeetingWords",
    "Numerals",
    "PeopleWords",
    "PhraseWords",
    "PositionWords",
    "PostWords",
    "ProcessWords",
    "PromiseWords",
    "RoleWords",
    "TimeWords",
    "Wording",
    "language",
    "recognise",
    "supported",
]

_LANGUAGES: dict[str, Language] = {"en": ENGLISH}


def supported(code: str) -> bool:
    """Whether statements can be found in texts of this BCP 47 tag."""
    return code.split("-", maxsplit=1)[0].casefold() in _LANGUAGES


def language(code: str) -> Language:
    """The data of a language by its BCP 47 tag; English where there are no rules for it."""
    if code in _LANGUAGES:  # asked for a hundred thousand times, nearly always by a bare code
        return _LANGUAGES[code]
    return _LANGUAGES.get(code.split("-", maxsplit=1)[0].casefold(), ENGLISH)


def recognise(text: str) -> str:
    """The BCP 47 tag of the language of `text`, "und" where it is none of those known."""
    return likeliest(text, _LANGUAGES)
