-- Counts up whenever an encoder is replaced: the one replaced last is where going back leads.
ALTER TABLE encoders ADD COLUMN replaced INTEGER;
