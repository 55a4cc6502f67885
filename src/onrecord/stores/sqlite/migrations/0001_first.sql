-- Documents, what is derived from them, what people corrected. `start` and `stop` count code points
-- of documents.text, half-open; a column named `..._spans` holds JSON [[start, stop], ...].

CREATE TABLE raws (
    sha256 TEXT NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    zlib BLOB NOT NULL                        -- the bytes as they were read, compressed
);

CREATE TABLE documents (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL CHECK (state IN ('held', 'superseded')),
    supersedes TEXT NOT NULL DEFAULT '',      -- the id of the version before
    superseded_by TEXT NOT NULL DEFAULT '',
    added TEXT NOT NULL,                      -- UTC, ISO 8601
    kind TEXT NOT NULL,                       -- this and the next seven as read or given
    title TEXT NOT NULL,
    url TEXT NOT NULL,
    published TEXT NOT NULL,
    publisher TEXT NOT NULL,
    author TEXT NOT NULL,
    language TEXT NOT NULL,
    speaker TEXT NOT NULL,
    address TEXT NOT NULL,                    -- the url in force, in one form for comparison
    path TEXT NOT NULL,
    name TEXT NOT NULL,                       -- the last piece of the path
    record TEXT NOT NULL,                     -- its place in a file of several documents
    sha256 TEXT NOT NULL,
    raw TEXT NOT NULL REFERENCES raws (sha256),
    media_type TEXT NOT NULL,
    encoding TEXT NOT NULL,
    reader TEXT NOT NULL,
    reader_version TEXT NOT NULL,
    words INTEGER NOT NULL,
    marks TEXT NOT NULL,
    dropped TEXT NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX documents_address ON documents (address) WHERE address <> '';
CREATE INDEX documents_raw ON documents (raw);
CREATE INDEX documents_path ON documents (path);
CREATE INDEX documents_name ON documents (name);

CREATE TABLE removed (                        -- that a document was here, and no more than that
    id TEXT PRIMARY KEY,
    sha256 TEXT NOT NULL,
    title TEXT NOT NULL,
    url TEXT NOT NULL,
    added TEXT NOT NULL,
    removed TEXT NOT NULL
);

CREATE TABLE corrections (                    -- the last one of a field not taken back is in force
    number INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    previous TEXT NOT NULL,
    by TEXT NOT NULL,
    at TEXT NOT NULL,
    taken_back TEXT                           -- when it was taken back
);
CREATE INDEX corrections_document ON corrections (document, field);

CREATE TABLE structures (                     -- what a document was found to be
    document INTEGER PRIMARY KEY REFERENCES documents (number) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    why TEXT NOT NULL,
    title TEXT NOT NULL,
    dated TEXT NOT NULL,                      -- EDTF of the event, else of the publication
    earliest TEXT,
    latest TEXT,
    place TEXT NOT NULL,
    agency TEXT NOT NULL,
    publisher TEXT NOT NULL,
    editions TEXT NOT NULL,
    flags TEXT NOT NULL,
    dating TEXT,
    published TEXT
);

CREATE TABLE parts (
    document INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    words TEXT NOT NULL,
    note TEXT NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    PRIMARY KEY (document, position)
) WITHOUT ROWID;

CREATE TABLE turns (
    document INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    turn INTEGER NOT NULL,
    role TEXT NOT NULL,
    speaker TEXT NOT NULL,
    basis TEXT NOT NULL,
    flags TEXT NOT NULL,
    words TEXT NOT NULL,
    words_spans TEXT NOT NULL,
    label_spans TEXT NOT NULL,
    PRIMARY KEY (document, position)
) WITHOUT ROWID;

CREATE TABLE exchanges (
    document INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    question INTEGER NOT NULL,
    answers TEXT NOT NULL,
    PRIMARY KEY (document, position)
) WITHOUT ROWID;

CREATE TABLE statements (
    number INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    searched INTEGER NOT NULL,                -- 1 where full-text search holds it
    quotation TEXT NOT NULL,
    speaker TEXT NOT NULL,
    basis TEXT NOT NULL,
    via TEXT NOT NULL,
    source TEXT NOT NULL,
    cue TEXT NOT NULL,
    content TEXT NOT NULL,
    part TEXT NOT NULL,
    turn INTEGER,
    source_spans TEXT NOT NULL,
    cue_spans TEXT NOT NULL,
    content_spans TEXT NOT NULL,
    via_spans TEXT NOT NULL
);
CREATE UNIQUE INDEX statements_document ON statements (document, position);
CREATE INDEX statements_speaker ON statements (speaker) WHERE searched;

CREATE TABLE passages (
    number INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    searched INTEGER NOT NULL,
    kind TEXT NOT NULL,
    against TEXT NOT NULL,
    speaker TEXT NOT NULL,
    role TEXT,
    turn INTEGER,
    via TEXT NOT NULL,
    flags TEXT NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    text TEXT NOT NULL,
    hashes BLOB NOT NULL                      -- fingerprints in order, 8 bytes each, little-endian
);
CREATE UNIQUE INDEX passages_document ON passages (document, position);

CREATE TABLE fingerprints (                   -- of the passages that are searched
    hash INTEGER NOT NULL,
    passage INTEGER NOT NULL,
    PRIMARY KEY (hash, passage)
) WITHOUT ROWID;

CREATE VIEW passages_searched AS SELECT number, text FROM passages WHERE searched;
CREATE VIRTUAL TABLE passages_fts USING fts5 (
    text, content = 'passages_searched', content_rowid = 'number',
    tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER passages_in AFTER INSERT ON passages WHEN new.searched BEGIN
    INSERT INTO passages_fts (rowid, text) VALUES (new.number, new.text);
END;
CREATE TRIGGER passages_out AFTER DELETE ON passages WHEN old.searched BEGIN
    INSERT INTO passages_fts (passages_fts, rowid, text) VALUES ('delete', old.number, old.text);
END;
CREATE TRIGGER passages_off AFTER UPDATE OF searched ON passages
WHEN old.searched AND NOT new.searched BEGIN
    INSERT INTO passages_fts (passages_fts, rowid, text) VALUES ('delete', old.number, old.text);
END;

CREATE VIEW statements_searched AS
    SELECT number, content, speaker, source, cue FROM statements WHERE searched;
CREATE VIRTUAL TABLE statements_fts USING fts5 (
    content, speaker, source, cue, content = 'statements_searched', content_rowid = 'number',
    tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER statements_in AFTER INSERT ON statements WHEN new.searched BEGIN
    INSERT INTO statements_fts (rowid, content, speaker, source, cue)
    VALUES (new.number, new.content, new.speaker, new.source, new.cue);
END;
CREATE TRIGGER statements_out AFTER DELETE ON statements WHEN old.searched BEGIN
    INSERT INTO statements_fts (statements_fts, rowid, content, speaker, source, cue)
    VALUES ('delete', old.number, old.content, old.speaker, old.source, old.cue);
END;
CREATE TRIGGER statements_off AFTER UPDATE OF searched ON statements
WHEN old.searched AND NOT new.searched BEGIN
    INSERT INTO statements_fts (statements_fts, rowid, content, speaker, source, cue)
    VALUES ('delete', old.number, old.content, old.speaker, old.source, old.cue);
END;

CREATE VIEW corrections_in_force AS
    SELECT c.document, c.field, c.value, c.by, c.at FROM corrections c
    WHERE c.number = (
        SELECT max(l.number) FROM corrections l
        WHERE l.document = c.document AND l.field = c.field AND l.taken_back IS NULL
    );

CREATE VIEW listed AS                         -- every version of a document, corrections applied
    SELECT
        d.number, d.id, d.state,
        coalesce((SELECT nullif(value, '') FROM corrections_in_force
                  WHERE document = d.number AND field = 'kind'), s.kind) AS kind,
        coalesce(nullif(coalesce((SELECT value FROM corrections_in_force
                  WHERE document = d.number AND field = 'title'), d.title), ''), s.title) AS title,
        coalesce(nullif(coalesce((SELECT value FROM corrections_in_force
                  WHERE document = d.number AND field = 'publisher'), d.publisher), ''),
                 s.publisher) AS publisher,
        coalesce(nullif(s.dated, ''), (SELECT value FROM corrections_in_force
                  WHERE document = d.number AND field = 'published'), d.published) AS dated,
        s.earliest, s.latest,
        coalesce((SELECT value FROM corrections_in_force
                  WHERE document = d.number AND field = 'language'), d.language) AS language,
        coalesce((SELECT value FROM corrections_in_force
                  WHERE document = d.number AND field = 'url'), d.url) AS url,
        d.path, d.words,
        (SELECT count(*) FROM turns t WHERE t.document = d.number) AS turns,
        (SELECT count(*) FROM statements t WHERE t.document = d.number) AS statements,
        d.supersedes, d.superseded_by, s.flags
    FROM documents d JOIN structures s ON s.document = d.number;

CREATE VIEW held AS                           -- the documents in use
    SELECT * FROM listed WHERE state = 'held';

CREATE VIEW said AS                           -- who said what, for reading
    SELECT h.id AS document, h.dated, h.publisher, s.speaker, s.quotation, s.source, s.cue,
           s.content, s.via, s.basis, h.title
    FROM statements s JOIN held h ON h.number = s.document;
