-- Coarse to fine: 0 is the level shown first, less is coarser, more is finer.
ALTER TABLE clusters ADD COLUMN level INTEGER NOT NULL DEFAULT 0;
-- The user merged or split it: later runs keep its photos together.
ALTER TABLE clusters ADD COLUMN own INTEGER NOT NULL DEFAULT 0;
-- Cosine with the middle of the rest of the cluster; the places follow it.
ALTER TABLE cluster_photos ADD COLUMN typicality REAL NOT NULL DEFAULT 1;
-- Where a photo in no cluster would go, at the level shown first.
CREATE TABLE closest_clusters (
    encoder_id  INTEGER NOT NULL REFERENCES encoders(id) ON DELETE CASCADE,
    photo_id    INTEGER NOT NULL REFERENCES photos(id) ON DELETE CASCADE,
    cluster_id  INTEGER NOT NULL REFERENCES clusters(id) ON DELETE CASCADE,
    PRIMARY KEY (encoder_id, photo_id)
) WITHOUT ROWID;
CREATE INDEX closest_clusters_by_cluster ON closest_clusters(cluster_id);
CREATE INDEX closest_clusters_by_photo ON closest_clusters(photo_id);
-- Photos that the user took out of a cluster.
CREATE TABLE cluster_refusals (
    cluster_id  INTEGER NOT NULL REFERENCES clusters(id) ON DELETE CASCADE,
    photo_id    INTEGER NOT NULL REFERENCES photos(id) ON DELETE CASCADE,
    PRIMARY KEY (cluster_id, photo_id)
) WITHOUT ROWID;
CREATE INDEX cluster_refusals_by_photo ON cluster_refusals(photo_id);
-- What the user called "not a group"; by content hash, so that moves and other encoders keep it.
CREATE TABLE dismissals (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    created  TEXT NOT NULL
);
CREATE TABLE dismissed_photos (
    dismissal_id  INTEGER NOT NULL REFERENCES dismissals(id) ON DELETE CASCADE,
    content_hash  TEXT NOT NULL,
    PRIMARY KEY (dismissal_id, content_hash)
) WITHOUT ROWID;
