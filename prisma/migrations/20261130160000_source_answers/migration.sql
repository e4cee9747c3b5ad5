-- The imported comment that this one answers in the source, where its staff wrote it. It stays when the reply is moved.
ALTER TABLE replies ADD COLUMN source_answers_id integer REFERENCES replies,
  ADD CONSTRAINT replies_source_answers CHECK (source_answers_id IS NULL OR imported_name IS NOT NULL);
CREATE INDEX replies_source_answers ON replies (source_answers_id) WHERE source_answers_id IS NOT NULL;

-- A comment without a date had the time of its import, and was the latest activity of its thread.
UPDATE replies SET created_at = 'epoch' WHERE imported_name IS NOT NULL AND imported_on IS NULL;
UPDATE threads t SET last_activity_at = coalesce(
  (SELECT max(r.created_at) FROM replies r WHERE r.thread_id = t.id AND r.created_at > 'epoch'), t.created_at)
WHERE t.id IN (SELECT thread_id FROM replies WHERE created_at = 'epoch');
