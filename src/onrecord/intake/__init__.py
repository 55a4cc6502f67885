"""Bytes into the store: read, analysed, kept; what the command line, the web app and feeds share.

take_in(store, raw)   readers -> pipeline -> store, document by document
"""

from onrecord.intake.taking import Taken, take_in

__all__ = ["Taken", "take_in"]
