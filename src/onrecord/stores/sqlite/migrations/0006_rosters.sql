-- Rosters as they were imported, one after the other, and what people decided about who is one person.
-- Dates are EDTF; `aliases` is JSON [[name, since, until], ...].

CREATE TABLE rosters (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,                -- what the import is called; another of this name takes its place
    according TEXT NOT NULL,
    digest TEXT NOT NULL,                     -- SHA-256 of its rows
    imported TEXT NOT NULL,                   -- UTC, ISO 8601
    rejected INTEGER NOT NULL                 -- lines that gave nothing
);

CREATE TABLE roster_people (
    roster INTEGER NOT NULL REFERENCES rosters (number) ON DELETE CASCADE,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    aliases TEXT NOT NULL,
    wikidata TEXT NOT NULL,
    also TEXT NOT NULL
);
CREATE INDEX roster_people_roster ON roster_people (roster);

CREATE TABLE roster_bodies (
    roster INTEGER NOT NULL REFERENCES rosters (number) ON DELETE CASCADE,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    aliases TEXT NOT NULL,
    code TEXT NOT NULL,
    wikidata TEXT NOT NULL
);
CREATE INDEX roster_bodies_roster ON roster_bodies (roster);

CREATE TABLE roster_places (
    roster INTEGER NOT NULL REFERENCES rosters (number) ON DELETE CASCADE,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    aliases TEXT NOT NULL,
    body TEXT NOT NULL,                       -- whose place it is
    wikidata TEXT NOT NULL
);
CREATE INDEX roster_places_roster ON roster_places (roster);

CREATE TABLE roster_tenures (
    roster INTEGER NOT NULL REFERENCES rosters (number) ON DELETE CASCADE,
    person TEXT NOT NULL,
    post TEXT NOT NULL,
    body TEXT NOT NULL,                       -- whose post it is
    start TEXT NOT NULL,
    stop TEXT NOT NULL,
    according TEXT NOT NULL,
    as_of TEXT NOT NULL,
    roles TEXT NOT NULL,
    note TEXT NOT NULL
);
CREATE INDEX roster_tenures_roster ON roster_tenures (roster);

CREATE TABLE verdicts (                       -- two ids are one person, or are not
    number INTEGER PRIMARY KEY,
    same INTEGER NOT NULL,
    one TEXT NOT NULL,                        -- of two that are the same, the one whose name stands
    other TEXT NOT NULL,
    by TEXT NOT NULL,
    at TEXT NOT NULL,                         -- UTC, ISO 8601
    taken_back TEXT                           -- when it was taken back
);
