-- How many photos an encoder was last seen to encode in a second here, decoding and all; NULL before.
ALTER TABLE encoders ADD COLUMN photos_per_s REAL;
