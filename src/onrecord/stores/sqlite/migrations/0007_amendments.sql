-- What people correct of the lines of a process. Nothing refers to documents: what is laid on a line outlives
-- documents that are read again, are superseded or removed.
CREATE TABLE amendments (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    process TEXT NOT NULL,
    kind TEXT NOT NULL,                       -- accept, change, merge, split, reject
    line TEXT NOT NULL,                       -- the line: kind, id, naming, anchors (JSON)
    field TEXT NOT NULL,                      -- this and the next of a change
    value TEXT NOT NULL,
    others TEXT NOT NULL,                     -- the other lines of a merge (JSON)
    parted TEXT NOT NULL,                     -- the evidence that a split takes away (JSON)
    by TEXT NOT NULL,
    at TEXT NOT NULL,                         -- UTC, ISO 8601
    note TEXT NOT NULL,
    taken_back TEXT                           -- when it was taken back
);
CREATE INDEX amendments_process ON amendments (process);
