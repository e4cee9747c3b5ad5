-- One word for it, also in the columns: an answer settles a question.
ALTER TABLE threads RENAME COLUMN closed_by_reply_id TO settled_by_reply_id;
ALTER TABLE threads RENAME COLUMN closed_by_id TO settled_by_id;
ALTER TABLE threads RENAME COLUMN closed_at TO settled_at;
ALTER TABLE threads RENAME COLUMN also_count TO settled_voters;
ALTER INDEX threads_closed_by RENAME TO threads_settled_by;

-- The kinds are listed in the application alone, so that a new one needs no migration.
ALTER TABLE notifications
  DROP CONSTRAINT notifications_kind_check,
  ADD CONSTRAINT notifications_kind_check CHECK (char_length(kind) BETWEEN 1 AND 50);
DROP INDEX notifications_once;
UPDATE notifications SET kind = 'settled' WHERE kind = 'closed';
CREATE UNIQUE INDEX notifications_once ON notifications (user_id, kind, thread_id)
  WHERE read_at IS NULL AND kind <> 'settled';
UPDATE events SET kind = 'question.unsettled' WHERE kind = 'question.reopened';
