-- What every check asks of records: who speaks in each and how many passages it has, and how turns of a
-- speaker are flagged, without a look at the turns and passages themselves.
ALTER TABLE structures ADD COLUMN speakers TEXT NOT NULL DEFAULT '[]';
ALTER TABLE structures ADD COLUMN record_passages INTEGER NOT NULL DEFAULT 0;
UPDATE structures SET
    speakers = (SELECT json_group_array(speaker) FROM
        (SELECT speaker FROM turns t WHERE t.document = structures.document AND speaker <> ''
         GROUP BY speaker ORDER BY min(position))),
    record_passages = (SELECT count(*) FROM passages p
        WHERE p.document = structures.document AND against = 'record');
CREATE INDEX passages_flagged ON passages (speaker) WHERE flags <> '[]';
