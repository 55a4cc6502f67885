-- Near-duplicate copies of one story: what each document in use is recognised by, and with which others it stands.

CREATE TABLE sketches (
    document BIGINT PRIMARY KEY REFERENCES documents (number) ON DELETE CASCADE,
    story BIGINT NOT NULL,
    keys BYTEA NOT NULL
);
CREATE INDEX sketches_story ON sketches (story);

CREATE TABLE sketch_keys (
    key BIGINT NOT NULL,
    story BIGINT NOT NULL,
    document BIGINT NOT NULL,
    PRIMARY KEY (key, story, document)
);
