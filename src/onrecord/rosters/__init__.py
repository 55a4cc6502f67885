"""Rosters: who holds which post from when to when, according to whom, read, joined and asked.

a file -> read_roster -> Imported (Roster, rejected lines)
Roster + Roster -> join; shipped() is there from the start
Roster -> holders, post_on, meant, select, people_named, person_named, disagreements,
              place_named, body_named, name_on
"""

from onrecord.rosters.differing import disagreements
from onrecord.rosters.holding import holders, people_named, post_on
from onrecord.rosters.importing import FORMATS, read_roster
from onrecord.rosters.joining import join
from onrecord.rosters.meaning import meant, name_posts
from onrecord.rosters.places import body_named, name_on, place_named
from onrecord.rosters.selecting import person_named, select
from onrecord.rosters.shipping import shipped

__all__ = [
    "FORMATS",
    "body_named",
    "disagreements",
    "holders",
    "join",
    "meant",
    "name_on",
    "name_posts",
    "people_named",
    "person_named",
    "place_named",
    "post_on",
    "read_roster",
    "select",
    "shipped",
]
