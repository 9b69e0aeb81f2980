-- Sidecars that an export could not write; the next export of the photo, or a try on demand, settles it.
CREATE TABLE waiting_exports (
    photo_id  INTEGER NOT NULL REFERENCES photos(id) ON DELETE CASCADE,
    out       TEXT NOT NULL,                 -- the folder of the sidecars; '' when beside the photos
    minimum   REAL,                          -- suggestions of this probability go along; NULL for none
    reason    TEXT NOT NULL,
    since     TEXT NOT NULL,                 -- ISO 8601, UTC
    PRIMARY KEY (photo_id, out)
) WITHOUT ROWID;
