-- The user took this photo out of its burst; later looks leave it out.
ALTER TABLE bursts ADD COLUMN apart INTEGER NOT NULL DEFAULT 0;
