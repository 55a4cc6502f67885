"""Bytes into the store: read, analysed, kept; what the command line, the web app and feeds share.

take_in(store, raw)             readers -> pipeline -> store, document by document
take_page(store, url, client)   fetching, then the same
"""

from onrecord.intake.pages import take_page
from onrecord.intake.taking import Taken, take_in

__all__ = ["Taken", "take_in", "take_page"]
