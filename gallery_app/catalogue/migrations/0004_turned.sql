-- Which photos look as if they lie on their side; by content hash, so that moves keep it.
CREATE TABLE turned (
    content_hash  TEXT PRIMARY KEY,
    quarters      INTEGER NOT NULL,            -- clockwise, to set it upright; 0 for one that is
    probability   REAL NOT NULL,
    model         TEXT NOT NULL,               -- the encoder that looked
    refused       INTEGER NOT NULL DEFAULT 0   -- the user said that it is right as it is
) WITHOUT ROWID;
CREATE INDEX turned_to_ask ON turned(probability DESC) WHERE quarters <> 0 AND refused = 0;
