-- Whether a note is to be checked again, so that the desk finds these among thousands. Counted by the rows, like the others.
ALTER TABLE pins ADD COLUMN to_check boolean NOT NULL DEFAULT false;
UPDATE pins p SET to_check = true FROM blocks b, replies r
WHERE b.id = p.block_id AND r.id = p.reply_id
  AND (b.position IS NULL OR b.revision > p.lesson_revision OR r.version > p.reply_version);
CREATE INDEX pins_to_check ON pins (lesson_id) WHERE to_check AND unpinned_at IS NULL;
