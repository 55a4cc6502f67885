"""Documents to structure: turns and exchanges of transcripts, parts of stories, dates."""
