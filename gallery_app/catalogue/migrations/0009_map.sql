-- Where photos lie on the map; x and y in [-1, 1], and they mean nothing by themselves.
CREATE TABLE map_places (
    encoder_id  INTEGER NOT NULL REFERENCES encoders(id) ON DELETE CASCADE,
    photo_id    INTEGER NOT NULL REFERENCES photos(id) ON DELETE CASCADE,
    x           REAL NOT NULL,
    y           REAL NOT NULL,
    PRIMARY KEY (encoder_id, photo_id)
) WITHOUT ROWID;
CREATE INDEX map_places_by_photo ON map_places(photo_id);
