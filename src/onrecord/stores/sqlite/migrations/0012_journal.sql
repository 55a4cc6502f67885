-- What was taken in of files, so that it can be gone on with after any stop: written with the documents themselves.

CREATE TABLE taken_files (
    path TEXT PRIMARY KEY,                    -- absolute
    size INTEGER NOT NULL,                    -- in bytes, and when it was changed, in nanoseconds:
    changed INTEGER NOT NULL,                 -- another file of this name is read from its start
    entries INTEGER NOT NULL,                 -- so many of its first entries were taken in
    place TEXT NOT NULL,                      -- what the last of them is called in it
    done INTEGER NOT NULL,                    -- 1 where these are all
    at TEXT NOT NULL                          -- UTC, ISO 8601
);

CREATE TABLE taken_failures (                 -- what of them gave no document
    path TEXT NOT NULL,
    entry INTEGER NOT NULL,                   -- its number in the file, from 0
    place TEXT NOT NULL,
    reason TEXT NOT NULL,
    at TEXT NOT NULL
);
CREATE INDEX taken_failures_path ON taken_failures (path, entry);
