-- A photo carries at most one of the tags below different children of such a tag.
ALTER TABLE tags ADD COLUMN exclusive INTEGER NOT NULL DEFAULT 0;
