"""Source words to people: sources resolved within one document; names are `naming`'s."""

from onrecord.naming.names import clean_name, fullest, surname
from onrecord.naming.sameness import same_name
from onrecord.people.groups import each_of, is_group
from onrecord.people.mentioned import Mentioned, people_in
from onrecord.people.sources import resolve

__all__ = [
    "Mentioned",
    "clean_name",
    "each_of",
    "fullest",
    "is_group",
    "people_in",
    "resolve",
    "same_name",
    "surname",
]
