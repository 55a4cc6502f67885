"""English words on what those who act in a process are, promise and hold."""

from onrecord.languages._en_promises import POSITIONS, PROMISES
from onrecord.languages._en_roles import POSTS, ROLES
from onrecord.languages._roles import ConductWords

ENGLISH_CONDUCT = ConductWords(posts=POSTS, roles=ROLES, promises=PROMISES, positions=POSITIONS)
