-- The highest id ever given to a photo: none gets the id of one that is gone, or undoing an old
-- act would touch a photo that it was not about.
CREATE TABLE photo_numbers (last INTEGER NOT NULL);
INSERT INTO photo_numbers SELECT coalesce(max(id), 0) FROM photos;
