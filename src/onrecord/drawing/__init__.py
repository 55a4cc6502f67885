"""From a reading to the lines of a process's memory: roles, posts, meetings, agreements, promises.

clauses.py    the sentences of a document
tokens.py     the words of a sentence
actors.py     the states, organisations and sides that are named in it
attesting.py  words as evidence: who says them, by way of whom, when
mentions.py   where a text names a process, and who and what belongs to it
belonging.py  by which words a document, or a line, belongs to a process
document.py   all lines of one document
"""

from onrecord.drawing.actors import Actor, ActorKind, actors_in
from onrecord.drawing.attesting import attest, said_on
from onrecord.drawing.belonging import belonging
from onrecord.drawing.clauses import Clause, clauses
from onrecord.drawing.document import draw
from onrecord.drawing.mentions import Mentioned, Naming, mentions

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
    "mentions",
    "said_on",
]
