-- When staff said that a reply asks nothing, so that it can be taken back for a while.

ALTER TABLE replies ADD COLUMN not_asking_at timestamptz(3);
CREATE INDEX replies_not_asking ON replies (thread_id, not_asking_at) WHERE not_asking_at IS NOT NULL;
