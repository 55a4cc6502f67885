-- Near-duplicate copies of one story: what each document in use is recognised by, and with which others it stands.

CREATE TABLE sketches (
    document INTEGER PRIMARY KEY REFERENCES documents (number) ON DELETE CASCADE,
    story INTEGER NOT NULL,                   -- the least number of a document of its group
    keys BLOB NOT NULL                        -- 8 bytes each, little-endian
);
CREATE INDEX sketches_story ON sketches (story);

CREATE TABLE sketch_keys (                    -- the same keys, to find who shares one
    key INTEGER NOT NULL,                     -- of 63 bits
    story INTEGER NOT NULL,
    document INTEGER NOT NULL,
    PRIMARY KEY (key, story, document)
) WITHOUT ROWID;
