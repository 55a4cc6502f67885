-- How a cue attributes its content: what is '' was never looked at, or is not told by the cue.

ALTER TABLE statements ADD COLUMN manner TEXT NOT NULL DEFAULT '';
ALTER TABLE statements ADD COLUMN stance TEXT NOT NULL DEFAULT '';
ALTER TABLE statements ADD COLUMN hedged INTEGER NOT NULL DEFAULT 0;

DROP VIEW said;
CREATE VIEW said AS                           -- who said what, for reading
    SELECT h.id AS document, h.dated, h.publisher, s.speaker, s.quotation, s.manner, s.stance,
           s.hedged, s.source, s.cue, s.content, s.via, s.basis, h.title
    FROM statements s JOIN held h ON h.number = s.document;
