-- Passages are found by an index in a folder beside the database. What it has to be told stands here:
-- the largest number that any passage ever had, since numbers are never given twice, and the numbers
-- that it holds and no search may find.
DROP TRIGGER passages_in;
DROP TRIGGER passages_out;
DROP TRIGGER passages_off;
DROP TABLE passages_fts;
DROP VIEW passages_searched;
DROP TABLE fingerprints;
ALTER TABLE passages DROP COLUMN hashes;

CREATE TABLE numbered (last_passage INTEGER NOT NULL);
INSERT INTO numbered SELECT coalesce(max(number), 0) FROM passages;

CREATE TABLE gone (passage INTEGER PRIMARY KEY);
CREATE TRIGGER passages_out AFTER DELETE ON passages WHEN old.searched BEGIN
    INSERT OR IGNORE INTO gone VALUES (old.number);
END;
CREATE TRIGGER passages_off AFTER UPDATE OF searched ON passages
WHEN old.searched AND NOT new.searched BEGIN
    INSERT OR IGNORE INTO gone VALUES (old.number);
END;

CREATE INDEX structures_days ON structures (earliest);
