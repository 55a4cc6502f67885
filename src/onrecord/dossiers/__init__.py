"""The sourced memory of a process: what the documents of a store say of it, joined and compared.

profile + store -> chosen documents -> lines of each (drawing) -> joined -> Dossier
"""

from onrecord.dossiers.assembling import dossier
from onrecord.dossiers.belonging_among import Among, choose_among
from onrecord.dossiers.choosing import Chosen, choose
from onrecord.dossiers.drafting import draft
from onrecord.dossiers.periods import by_period, positions
from onrecord.dossiers.profiles import find, load_profile, read_profile, shipped

__all__ = [
    "Among",
    "Chosen",
    "by_period",
    "choose",
    "choose_among",
    "dossier",
    "draft",
    "find",
    "load_profile",
    "positions",
    "read_profile",
    "shipped",
]
