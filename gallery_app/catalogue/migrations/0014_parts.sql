-- The part of the photo that a tag is about, where the user drew a box: JSON of left, top, width,
-- height, in fractions of the upright photo as nobody turned it. NULL: the whole photo.
ALTER TABLE photo_tags ADD COLUMN part TEXT;
CREATE INDEX photo_tags_of_parts ON photo_tags(tag_id, photo_id) WHERE part NOT NULL;

-- One vector for each part and encoder, made from the pixels when it is first needed.
CREATE TABLE part_vectors (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given twice: a new one tells of changes
    encoder_id  INTEGER NOT NULL REFERENCES encoders(id) ON DELETE CASCADE,
    photo_id    INTEGER NOT NULL REFERENCES photos(id) ON DELETE CASCADE,
    part        TEXT NOT NULL,
    vector      BLOB NOT NULL,               -- float32, little endian
    UNIQUE (encoder_id, photo_id, part)
);
CREATE INDEX part_vectors_by_photo ON part_vectors(photo_id);
