-- Shots seconds apart that look alike. A row for each photo that was looked at.
CREATE TABLE bursts (
    photo_id  INTEGER PRIMARY KEY REFERENCES photos(id) ON DELETE CASCADE,
    burst     INTEGER,                      -- the id of its first shot; NULL for a photo by itself
    cover     INTEGER NOT NULL DEFAULT 0    -- the user chose it to stand for its burst
);
CREATE INDEX bursts_by_burst ON bursts(burst) WHERE burst NOT NULL;
