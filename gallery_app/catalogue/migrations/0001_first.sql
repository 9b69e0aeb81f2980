-- The folders that the user added; they may lie inside each other.
CREATE TABLE folders (
    id      INTEGER PRIMARY KEY,
    path    TEXT NOT NULL UNIQUE,
    added   TEXT NOT NULL
);

-- One row a photo. The path may change (moves, renames); the id does not. A photo belongs to the
-- innermost added folder around it.
CREATE TABLE photos (
    id            INTEGER PRIMARY KEY,
    folder_id     INTEGER NOT NULL REFERENCES folders(id) ON DELETE CASCADE,
    path          TEXT NOT NULL,             -- where it was last seen
    size          INTEGER NOT NULL,
    modified_ns   INTEGER NOT NULL,
    content_hash  TEXT NOT NULL,
    width         INTEGER NOT NULL,
    height        INTEGER NOT NULL,
    orientation   INTEGER NOT NULL,
    taken         TEXT,
    camera        TEXT,
    latitude      REAL,
    longitude     REAL,
    rating        INTEGER,
    sidecars      TEXT NOT NULL DEFAULT '',  -- what the sidecars looked like at the last read
    missing       INTEGER NOT NULL DEFAULT 0,
    thumbnail     INTEGER NOT NULL DEFAULT 0,
    perceptual    INTEGER,                   -- 64-bit perceptual hash, for near duplicates
    added         TEXT NOT NULL
);
-- Two photos are never in one place; a missing one may have been in the place of another.
CREATE UNIQUE INDEX photos_in_place ON photos(path) WHERE missing = 0;
CREATE INDEX photos_by_path ON photos(path);
CREATE INDEX photos_by_hash ON photos(content_hash);
CREATE INDEX photos_by_taken ON photos(taken DESC, path);
CREATE INDEX photos_by_folder ON photos(folder_id, missing);
CREATE INDEX photos_by_state ON photos(missing, thumbnail);

-- Files that look like photos but cannot be read. Retried when size or time changes.
CREATE TABLE problems (
    path         TEXT PRIMARY KEY,
    folder_id    INTEGER NOT NULL REFERENCES folders(id) ON DELETE CASCADE,
    reason       TEXT NOT NULL,
    size         INTEGER NOT NULL,
    modified_ns  INTEGER NOT NULL
);

CREATE TABLE tags (
    id    INTEGER PRIMARY KEY,
    path  TEXT NOT NULL,             -- as the user spells it, "Places/Paris"
    key   TEXT NOT NULL UNIQUE       -- case-folded: equal tags meet here
);

CREATE TABLE photo_tags (
    photo_id     INTEGER NOT NULL REFERENCES photos(id) ON DELETE CASCADE,
    tag_id       INTEGER NOT NULL REFERENCES tags(id) ON DELETE CASCADE,
    source       TEXT NOT NULL CHECK (source IN ('hand', 'file', 'import', 'accepted', 'cluster')),
    probability  REAL,
    model        TEXT,
    created      TEXT NOT NULL,
    PRIMARY KEY (photo_id, tag_id)
) WITHOUT ROWID;
CREATE INDEX photo_tags_by_tag ON photo_tags(tag_id, photo_id);

-- The tags a file and its sidecars held when we last read or wrote them: the base of every merge.
CREATE TABLE file_tags (
    photo_id  INTEGER NOT NULL REFERENCES photos(id) ON DELETE CASCADE,
    tag_id    INTEGER NOT NULL REFERENCES tags(id) ON DELETE CASCADE,
    PRIMARY KEY (photo_id, tag_id)
) WITHOUT ROWID;

CREATE TABLE verdicts (
    content_hash  TEXT NOT NULL,
    tag_id        INTEGER NOT NULL REFERENCES tags(id) ON DELETE CASCADE,
    answer        TEXT NOT NULL CHECK (answer IN ('yes', 'no', 'skip')),
    created       TEXT NOT NULL,
    PRIMARY KEY (content_hash, tag_id)
) WITHOUT ROWID;

CREATE TABLE suggestions (
    photo_id     INTEGER NOT NULL REFERENCES photos(id) ON DELETE CASCADE,
    tag_id       INTEGER NOT NULL REFERENCES tags(id) ON DELETE CASCADE,
    probability  REAL NOT NULL,
    model        TEXT NOT NULL,
    because      TEXT NOT NULL DEFAULT '',   -- photo ids, nearest first, separated by spaces
    created      TEXT NOT NULL,
    PRIMARY KEY (photo_id, tag_id)
) WITHOUT ROWID;
-- For the review: only those that people are asked about, `domain.suggestion.REVIEW_FROM`.
CREATE INDEX suggestions_likely ON suggestions(tag_id, probability DESC) WHERE probability >= 0.5;

CREATE TABLE encoders (
    id      INTEGER PRIMARY KEY,
    name    TEXT NOT NULL UNIQUE,
    dim     INTEGER NOT NULL,
    source  TEXT NOT NULL,
    active  INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX one_active_encoder ON encoders(active) WHERE active = 1;

CREATE TABLE vectors (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given twice: a new one tells of changes
    encoder_id  INTEGER NOT NULL REFERENCES encoders(id) ON DELETE CASCADE,
    photo_id    INTEGER NOT NULL REFERENCES photos(id) ON DELETE CASCADE,
    vector      BLOB NOT NULL,               -- float32, little endian
    UNIQUE (encoder_id, photo_id)            -- not the primary key: rows of 5 KB do not belong in its tree
);
CREATE INDEX vectors_by_photo ON vectors(photo_id);

CREATE TABLE clusters (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,  -- an id is never given twice
    encoder_id  INTEGER NOT NULL REFERENCES encoders(id) ON DELETE CASCADE,
    name        TEXT NOT NULL DEFAULT ''
);
CREATE TABLE cluster_photos (
    cluster_id  INTEGER NOT NULL REFERENCES clusters(id) ON DELETE CASCADE,
    photo_id    INTEGER NOT NULL REFERENCES photos(id) ON DELETE CASCADE,
    place       INTEGER NOT NULL,            -- 0 is the most typical member
    PRIMARY KEY (cluster_id, photo_id)
) WITHOUT ROWID;
CREATE INDEX cluster_photos_by_photo ON cluster_photos(photo_id);

-- What undo takes back: one row an act, one row each thing it touched.
CREATE TABLE acts (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    title    TEXT NOT NULL,
    created  TEXT NOT NULL
);
CREATE TABLE act_steps (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    act_id   INTEGER NOT NULL REFERENCES acts(id) ON DELETE CASCADE,
    kind     TEXT NOT NULL,
    before   TEXT NOT NULL                   -- JSON: what to put back
);
CREATE INDEX act_steps_by_act ON act_steps(act_id);
