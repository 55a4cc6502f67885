"""A name to what is held of a person: their words by time, theme and publisher, posts, company.

    store.voices() -> gather -> Speaker          who there is, and under which names
    a name -> whom -> Whom                       whom it means, by the store and by the roster
    store + names -> portray -> Portrait         what is held, counted
    store + Portrait -> said -> Said             the words themselves, page by page
    store + Portrait -> held_up -> Quoted        the newest quotations, each with its finding
    roster + person -> posts_of, differences     posts by who says so, and where they disagree

Everything is counted in the database, and the words are read for one page alone: a person may have
a hundred thousand statements. "Not held" never means "not said".
"""

from onrecord.portraits._portrait import (
    Counted,
    Difference,
    Narrowing,
    Period,
    Portrait,
    Post,
    Quoted,
    Said,
    SaidKind,
    Speaker,
    SpeakerKind,
    ThemeCounted,
    Whom,
)
from onrecord.portraits.counting import UNKNOWN, narrowed
from onrecord.portraits.gathering import gather
from onrecord.portraits.holding_up import held_up
from onrecord.portraits.listing import said
from onrecord.portraits.meaning import whom
from onrecord.portraits.portraying import portray, sought_of
from onrecord.portraits.posts import called, differences, ending, naming, post_of, posts_of

__all__ = [
    "UNKNOWN",
    "Counted",
    "Difference",
    "Narrowing",
    "Period",
    "Portrait",
    "Post",
    "Quoted",
    "Said",
    "SaidKind",
    "Speaker",
    "SpeakerKind",
    "ThemeCounted",
    "Whom",
    "called",
    "differences",
    "ending",
    "gather",
    "held_up",
    "naming",
    "narrowed",
    "portray",
    "post_of",
    "posts_of",
    "said",
    "sought_of",
    "whom",
]
