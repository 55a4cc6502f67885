"""Source words to people: names compared, and sources resolved within one document."""

from onrecord.people.groups import each_of, is_group
from onrecord.people.names import clean_name, fullest, surname
from onrecord.people.sameness import same_name
from onrecord.people.sources import resolve

__all__ = ["clean_name", "each_of", "fullest", "is_group", "resolve", "same_name", "surname"]
