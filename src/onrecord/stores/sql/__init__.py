"""A store in a database that speaks SQL, whichever it is.

    the database      connection.py, full_text.py: what each has to do for what stands here
    the store         store.py, put together of documents.py, copies.py, corrections.py,
                      statements.py, passages.py, rosters.py, rulings.py, visits.py, journal.py,
                      each of which stands on session.py: one part of the protocol, a line a method
    writing           adding.py (what becomes of a document), correcting.py, amending.py (lines),
                      writing.py (rows), grouping.py (copies of one story)
    reading           references.py, loading.py, listing.py (statements), paging.py (by keys),
                      choosing.py (documents by what they are, counted),
                      looking.py (passages), tallying.py (who has how much)
    full-text search  ranking.py (best first; with filters and counts)
    rulings           ruling.py (kept, taken back), overlaying.py (laid over what the tables hold),
                      doubting.py (what to look at), rulings_rows.py
    who is who        rostering.py: imported rosters, verdicts
    the web           visiting.py: pages and feeds that were asked for
    what was taken in journaling.py: how far each file was
    finding passages  indexing.py keeps the index in a folder in step with the database
    both ways         rows.py (the model as columns)

A document that was superseded keeps all that is derived from it and is in no search.
"""

from onrecord.stores.sql.store import SqlStore

__all__ = ["SqlStore"]
