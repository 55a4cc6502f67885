-- What was taken in of files, so that it can be gone on with after any stop: written with the documents themselves.

CREATE TABLE taken_files (
    path TEXT COLLATE "C" PRIMARY KEY,
    size BIGINT NOT NULL,
    changed BIGINT NOT NULL,
    entries BIGINT NOT NULL,
    place TEXT COLLATE "C" NOT NULL,
    done BIGINT NOT NULL,
    at TEXT COLLATE "C" NOT NULL
);

CREATE TABLE taken_failures (
    path TEXT COLLATE "C" NOT NULL,
    entry BIGINT NOT NULL,
    place TEXT COLLATE "C" NOT NULL,
    reason TEXT COLLATE "C" NOT NULL,
    at TEXT COLLATE "C" NOT NULL
);
CREATE INDEX taken_failures_path ON taken_failures USING hash (path);
