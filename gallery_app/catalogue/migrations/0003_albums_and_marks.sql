-- Albums hold photos by hand; one with a query, a saved search, holds whatever the query finds.
CREATE TABLE albums (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,  -- an id is never given twice
    name   TEXT NOT NULL,
    key    TEXT NOT NULL UNIQUE,               -- case-folded: equal names meet here
    query  TEXT
);
CREATE TABLE album_photos (
    album_id  INTEGER NOT NULL REFERENCES albums(id) ON DELETE CASCADE,
    photo_id  INTEGER NOT NULL REFERENCES photos(id) ON DELETE CASCADE,
    PRIMARY KEY (album_id, photo_id)
) WITHOUT ROWID;
CREATE INDEX album_photos_by_photo ON album_photos(photo_id);

ALTER TABLE photos ADD COLUMN picked INTEGER NOT NULL DEFAULT 0;
-- Quarter turns clockwise that the user gave the photo, on top of what its file says.
ALTER TABLE photos ADD COLUMN turn INTEGER NOT NULL DEFAULT 0;
-- What file and sidecars held when we last read or wrote them: the base of every merge.
ALTER TABLE photos ADD COLUMN file_rating INTEGER;
ALTER TABLE photos ADD COLUMN file_turn INTEGER NOT NULL DEFAULT 0;
UPDATE photos SET file_rating = rating;
CREATE INDEX photos_picked ON photos(picked) WHERE picked = 1;
