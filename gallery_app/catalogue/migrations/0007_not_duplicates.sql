-- Pairs that the user called "not duplicates"; by content hash, so that moves keep it, ``one`` not
-- above ``other``. Both are the same hash for copies, byte for byte, of which all are wanted.
CREATE TABLE not_duplicates (
    one    TEXT NOT NULL,
    other  TEXT NOT NULL,
    PRIMARY KEY (one, other)
) WITHOUT ROWID;
