"""Files of every kind to the bytes of the single things that `readers.read` reads.

    unpack(path)
      -> opening -> folder of files | one file -> containers -> its entries, one by one
                                              -> single, packed or not: one entry

A new kind of container is one new file here and one line in `containers.CONTAINERS`.
"""

from onrecord.unpacking.entries import LIMITS, Entry, Found, Limits, Passed
from onrecord.unpacking.opening import unpack
from onrecord.unpacking.walking import walk

__all__ = ["LIMITS", "Entry", "Found", "Limits", "Passed", "unpack", "walk"]
