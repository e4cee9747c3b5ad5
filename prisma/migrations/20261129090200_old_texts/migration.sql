-- What an older renderer rendered. Each start looks for the lowest version; where there is a lower one than its own, the
-- texts are found here.
CREATE INDEX threads_renderer ON threads (renderer) WHERE source <> '';
CREATE INDEX replies_renderer ON replies (renderer) WHERE source <> '';
CREATE INDEX users_renderer ON users (bio_renderer) WHERE bio <> '';
CREATE INDEX blocks_renderer ON blocks (renderer) WHERE position IS NOT NULL;
