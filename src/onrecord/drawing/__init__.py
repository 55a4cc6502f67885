"""From a reading to the lines of a process's memory: roles, posts, meetings, agreements, promises.

clauses.py    the sentences of a document
tokens.py     the words of a sentence
actors.py     the states, organisations and sides that are named in it
phrases.py    nouns with the words that belong to them (scanning.py, complements.py)
telling.py    what lines are read with: the document's day, its people, who speaks where
numbers.py, places.py, days.py, tenses.py   which one, where, when, and whether it is to come
occasions.py, verbs.py   the occasions that a sentence speaks of (occasion_places, _parties)
telling_apart.py, own.py   which of them can be found again; the document's own
joining.py    which places of a document speak of one occasion
meetings.py   the meetings of a document
instruments.py   the instruments that a sentence speaks of (instrument_parts, instruments_apart)
same_instrument.py, agreements.py   the agreements of a document
attesting.py  words as evidence: who says them, by way of whom, when
mentions.py   where a text names a process, and who and what belongs to it
signing_days.py  the day of a meeting from that of what was signed at it
belonging.py  by which words a document, or a line, belongs to a process
titled.py     people with their posts in a sentence
posts.py      who holds which post
members.py    those in a sentence by the names that lines have, and lists of them
role_rules/   the rules that find roles in one sentence
holding.py    what a role is held in
roles.py      who is what in a process, a body or a meeting
speakers.py   who "we" and "I" are
promises.py   what is promised or announced
positions.py  the stands that speakers take on a process's themes
document.py   all lines of one document
"""

from onrecord.drawing.actors import Actor, ActorKind, actors_in
from onrecord.drawing.agreements import draw_agreements
from onrecord.drawing.attesting import attest, said_on
from onrecord.drawing.belonging import belonging
from onrecord.drawing.clauses import Clause, clauses
from onrecord.drawing.document import draw
from onrecord.drawing.meetings import draw_meetings
from onrecord.drawing.mentions import Mentioned, Naming, mentions
from onrecord.drawing.positions import draw_positions
from onrecord.drawing.posts import draw_posts
from onrecord.drawing.promises import draw_promises
from onrecord.drawing.roles import draw_roles

__all__ = [
    "Actor",
    "ActorKind",
    "Clause",
    "Mentioned",
    "Naming",
    "actors_in",
    "attest",
    "belonging",
    "clauses",
    "draw",
    "draw_agreements",
    "draw_meetings",
    "draw_positions",
    "draw_posts",
    "draw_promises",
    "draw_roles",
    "mentions",
    "said_on",
]
