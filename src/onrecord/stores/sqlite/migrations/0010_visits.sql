-- What was fetched from the web, so that it need not be fetched again. Nothing refers to documents: one may be removed,
-- and what a server said stays true.
CREATE TABLE visits (
    url TEXT PRIMARY KEY,                     -- as it was asked for
    final TEXT NOT NULL,                      -- where the redirects ended
    redirects TEXT NOT NULL,                  -- the URLs asked on the way (JSON)
    etag TEXT NOT NULL,
    last_modified TEXT NOT NULL,
    at TEXT NOT NULL,                         -- UTC, ISO 8601
    document TEXT NOT NULL                    -- the document that it gave; "" where it gave none, or several
) WITHOUT ROWID;

CREATE TABLE feeds (
    url TEXT PRIMARY KEY,
    final TEXT NOT NULL,
    etag TEXT NOT NULL,
    last_modified TEXT NOT NULL,
    at TEXT NOT NULL,                         -- when it was asked last
    due TEXT NOT NULL,                        -- when it is to be asked next
    failures INTEGER NOT NULL,                -- in a row
    reason TEXT NOT NULL                      -- of the last one
) WITHOUT ROWID;

CREATE TABLE feed_entries (
    feed TEXT NOT NULL,                       -- the feed's URL
    key TEXT NOT NULL,                        -- the entry's guid, else its link, else a hash of its words
    digest TEXT NOT NULL,                     -- of what the feed says of it
    url TEXT NOT NULL,
    document TEXT NOT NULL,
    tries INTEGER NOT NULL,                   -- how often its page could not be loaded
    reason TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (feed, key)
) WITHOUT ROWID;
