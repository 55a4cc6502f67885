-- Which engine found the statements of a document: "rules", or the name of a learned one and the
-- beginning of the SHA-256 of its model. Until now there were only rules.
ALTER TABLE structures ADD COLUMN engine TEXT NOT NULL DEFAULT 'rules';
