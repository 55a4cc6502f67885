"""Names and posts of people as they are written, read and compared; no document is looked at."""

from onrecord.naming.names import clean_name, folded, fullest, parts_of, surname
from onrecord.naming.offices import Office, read_office, same_office
from onrecord.naming.sameness import name_key, names_fit, same_name, surname_key

__all__ = [
    "Office",
    "clean_name",
    "folded",
    "fullest",
    "name_key",
    "names_fit",
    "parts_of",
    "read_office",
    "same_name",
    "same_office",
    "surname",
    "surname_key",
]
