-- Full-text search over the words of documents, what search asks of each document in one row, and a
-- stamp that says whether anything was written.

-- 1 where full-text search holds a passage: not for one that lies in another and has its words.
ALTER TABLE passages ADD COLUMN worded INTEGER NOT NULL DEFAULT 1;
UPDATE passages SET worded = 0 WHERE kind = 'quotation' AND EXISTS (
    SELECT 1 FROM passages o WHERE o.document = passages.document
        AND o.kind IN ('turn', 'paraphrase')
        AND o.start <= passages.start AND o.stop >= passages.stop
);
CREATE VIEW passages_searched AS SELECT number, text FROM passages WHERE searched AND worded;
CREATE VIRTUAL TABLE passages_fts USING fts5 (
    text, content = 'passages_searched', content_rowid = 'number',
    tokenize = 'porter unicode61 remove_diacritics 2'
);
INSERT INTO passages_fts (passages_fts) VALUES ('rebuild');
CREATE TRIGGER passages_words_in AFTER INSERT ON passages WHEN new.searched AND new.worded BEGIN
    INSERT INTO passages_fts (rowid, text) VALUES (new.number, new.text);
END;
CREATE TRIGGER passages_words_out AFTER DELETE ON passages WHEN old.searched AND old.worded BEGIN
    INSERT INTO passages_fts (passages_fts, rowid, text) VALUES ('delete', old.number, old.text);
END;
CREATE TRIGGER passages_words_off AFTER UPDATE OF searched ON passages
WHEN old.searched AND old.worded AND NOT new.searched BEGIN
    INSERT INTO passages_fts (passages_fts, rowid, text) VALUES ('delete', old.number, old.text);
END;

CREATE TABLE headings (                       -- of every version of a document, as `listed` has them
    document INTEGER PRIMARY KEY REFERENCES documents (number) ON DELETE CASCADE,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    publisher TEXT NOT NULL,
    dated TEXT NOT NULL,
    earliest TEXT,
    latest TEXT
);
INSERT INTO headings SELECT number, id, kind, publisher, dated, earliest, latest FROM listed;
CREATE TRIGGER headings_in AFTER INSERT ON structures BEGIN
    INSERT OR REPLACE INTO headings
        SELECT number, id, kind, publisher, dated, earliest, latest FROM listed
        WHERE number = new.document;
END;
CREATE TRIGGER headings_out AFTER DELETE ON structures BEGIN
    DELETE FROM headings WHERE document = old.document;
END;
CREATE TRIGGER headings_corrected AFTER INSERT ON corrections BEGIN
    INSERT OR REPLACE INTO headings
        SELECT number, id, kind, publisher, dated, earliest, latest FROM listed
        WHERE number = new.document;
END;
CREATE TRIGGER headings_taken_back AFTER UPDATE OF taken_back ON corrections BEGIN
    INSERT OR REPLACE INTO headings
        SELECT number, id, kind, publisher, dated, earliest, latest FROM listed
        WHERE number = new.document;
END;

-- Another one after every transaction that wrote, of this database and no other.
ALTER TABLE numbered ADD COLUMN stamp TEXT NOT NULL DEFAULT '';
UPDATE numbered SET stamp = lower(hex(randomblob(8)));

CREATE INDEX passages_speaker ON passages (speaker) WHERE searched;
