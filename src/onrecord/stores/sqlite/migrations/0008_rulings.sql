-- What people rule on statements, turns, names and matches. Rulings refer to no document: they find exact words
-- at a place again, and outlive documents that are read again, are superseded or removed.
CREATE TABLE rulings (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,                       -- stands, speaker, no_statement, split, one_person, two_people,
                                              -- another_utterance
    matter TEXT NOT NULL,                     -- statement, turn, people, match
    document TEXT NOT NULL,                   -- this and the next four: the words that it is about
    sha256 TEXT NOT NULL,
    spans TEXT NOT NULL,
    words TEXT NOT NULL,
    beside TEXT NOT NULL,
    speaker TEXT NOT NULL,
    other TEXT NOT NULL,
    cut TEXT NOT NULL,                        -- JSON [[start, stop]]
    second TEXT NOT NULL,                     -- the other words (JSON), "" none
    quoted TEXT NOT NULL,                     -- of a match: the quotation's words in one form
    doubt TEXT NOT NULL,                      -- the id of the doubt that it settles
    by TEXT NOT NULL,
    at TEXT NOT NULL,                         -- UTC, ISO 8601
    note TEXT NOT NULL,
    taken_back TEXT                           -- when it was taken back
);
CREATE INDEX rulings_document ON rulings (document) WHERE taken_back IS NULL;
CREATE INDEX rulings_sha256 ON rulings (sha256) WHERE taken_back IS NULL AND sha256 <> '';
CREATE INDEX rulings_quoted ON rulings (quoted) WHERE taken_back IS NULL AND quoted <> '';
CREATE INDEX rulings_names ON rulings (number) WHERE taken_back IS NULL AND kind = 'one_person';
CREATE INDEX rulings_doubt ON rulings (doubt) WHERE doubt <> '';

-- On which documents a ruling lies: what these tables hold of them is as the rulings have it.
CREATE TABLE ruled (
    document INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
    ruling TEXT NOT NULL,
    PRIMARY KEY (document, ruling)
) WITHOUT ROWID;
CREATE INDEX ruled_ruling ON ruled (ruling);

-- What was read, of documents on which a ruling lies: rows of turns, exchanges, statements and passages (JSON).
CREATE TABLE originals (
    document INTEGER PRIMARY KEY REFERENCES documents (number) ON DELETE CASCADE,
    derived TEXT NOT NULL
);

-- What a person should look at, worked out of what is held and kept until that changes. Of a document, or of the
-- names of the whole store, where `document` is 0.
CREATE TABLE doubts (
    id TEXT NOT NULL PRIMARY KEY,
    document INTEGER NOT NULL,
    sort TEXT NOT NULL,                       -- speakers, splits, people, matches
    rank REAL NOT NULL,                       -- the score, negative: the most doubtful come first
    place INTEGER NOT NULL,                   -- where it is in its document
    doubt TEXT NOT NULL                       -- JSON
) WITHOUT ROWID;
CREATE INDEX doubts_order ON doubts (rank, document, place, id);
CREATE INDEX doubts_sort ON doubts (sort, rank, document, place, id);
CREATE INDEX doubts_document ON doubts (document);

CREATE TABLE looked (                         -- how far was looked for doubts
    document INTEGER NOT NULL,
    at TEXT NOT NULL,                         -- reading, matches; names
    mark TEXT NOT NULL,                       -- by which rules, over what; another mark: look again
    PRIMARY KEY (document, at)
) WITHOUT ROWID;
CREATE TRIGGER documents_doubted AFTER DELETE ON documents BEGIN
    DELETE FROM doubts WHERE document = old.number;
    DELETE FROM looked WHERE document = old.number;
END;
CREATE TRIGGER documents_superseded AFTER UPDATE OF state ON documents BEGIN
    DELETE FROM doubts WHERE document = old.number;
    DELETE FROM looked WHERE document = old.number;
END;
