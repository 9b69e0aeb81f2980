-- Folders that the user removed, with what their photos had, for undo. Vectors are made again.
CREATE TABLE removed_folders (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    path     TEXT NOT NULL,
    added    TEXT NOT NULL,
    columns  TEXT NOT NULL                   -- JSON: the names of each table's columns then
);
CREATE TABLE removed_photos (
    removal_id  INTEGER NOT NULL REFERENCES removed_folders(id) ON DELETE CASCADE,
    photo_id    INTEGER NOT NULL,
    rows        TEXT NOT NULL,               -- JSON: its rows in each table
    PRIMARY KEY (removal_id, photo_id)
) WITHOUT ROWID;
