-- What PostgreSQL's tables need to be the same: an order that is told, and flags that are numbers.

ALTER TABLE roster_people ADD COLUMN position INTEGER NOT NULL DEFAULT 0;
ALTER TABLE roster_bodies ADD COLUMN position INTEGER NOT NULL DEFAULT 0;
ALTER TABLE roster_places ADD COLUMN position INTEGER NOT NULL DEFAULT 0;
ALTER TABLE roster_tenures ADD COLUMN position INTEGER NOT NULL DEFAULT 0;
UPDATE roster_people SET position = rowid;
UPDATE roster_bodies SET position = rowid;
UPDATE roster_places SET position = rowid;
UPDATE roster_tenures SET position = rowid;

DROP INDEX statements_speaker;
DROP INDEX passages_speaker;
CREATE INDEX statements_speaker ON statements (speaker) WHERE searched = 1;
CREATE INDEX passages_speaker ON passages (speaker) WHERE searched = 1;
