"""Bytes into the store: read, analysed, kept; what the command line, the web app and feeds share.

gather(store, paths)            files of any number: unpacking, processes that read, one that writes
take_in(store, raw)             readers -> pipeline -> store, document by document
take_page(store, url, client)   fetching, then the same
follow(store, feed, client)     one round of a feed, page by page; foresee says what it would be
watch(store, feeds, client)     rounds of many feeds, each when it is due
read_again(damaged)             what is derived from a held document, where that is damaged
read_feed_list(text)            the file that names them
"""

from onrecord.intake.analysing import How
from onrecord.intake.feed_list import FeedList, Subscription, read_feed_list
from onrecord.intake.following import follow, foresee
from onrecord.intake.gathering import Going, cores, gather
from onrecord.intake.pages import take_page
from onrecord.intake.rereading import read_again
from onrecord.intake.taking import Taken, take_in
from onrecord.intake.watching import watch

__all__ = [
    "FeedList",
    "Going",
    "How",
    "Subscription",
    "Taken",
    "cores",
    "follow",
    "foresee",
    "gather",
    "read_again",
    "read_feed_list",
    "take_in",
    "take_page",
    "watch",
]
