"""The type of a language's data: what the rules need to know of it, and nothing that they do."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.languages._actors import ActorWords
from onrecord.languages._comparing import ComparingWords
from onrecord.languages._dates import DateWords
from onrecord.languages._grammar import Grammar
from onrecord.languages._layout import Layout
from onrecord.languages._manners import Manners
from onrecord.languages._offices import OfficeWords
from onrecord.languages._people import PeopleWords
from onrecord.languages._process import ProcessWords
from onrecord.languages._roles import ConductWords
from onrecord.languages._wording import Wording


@dataclass(frozen=True, slots=True)
class Language:
    """Data of one language; every set holds case-folded forms.

    `before_numbers` are abbreviations only where a number follows ("No. 5"), `common` the commonest
    words, `elisions` words that begin with an apostrophe, given without it,
    `grammar` what attribution needs, `manners` what tells saying from denying and from believing,
    `process` how meetings and agreements are spoken of, `actors` the names of those who act,
    `offices` which posts are one, `conduct` what tells roles, posts, promises and positions,
    `comparing` words by which documents are compared.
    """

    code: str
    abbreviations: frozenset[str]
    before_numbers: frozenset[str]
    layout: Layout
    people: PeopleWords
    common: frozenset[str]
    wording: Wording
    elisions: frozenset[str] = frozenset()
    grammar: Grammar = field(default_factory=Grammar)
    manners: Manners = field(default_factory=Manners)
    dates: DateWords = field(default_factory=DateWords)
    process: ProcessWords = field(default_factory=ProcessWords)
    actors: ActorWords = field(default_factory=ActorWords)
    offices: OfficeWords = field(default_factory=OfficeWords)
    conduct: ConductWords = field(default_factory=ConductWords)
    comparing: ComparingWords = field(default_factory=ComparingWords)
