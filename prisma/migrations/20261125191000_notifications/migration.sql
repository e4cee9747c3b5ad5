-- Told besides: that staff answered one's question, and that they propose to publish it; once until it is read.

ALTER TABLE notifications
  DROP CONSTRAINT notifications_kind_check,
  ADD CONSTRAINT notifications_kind_check CHECK (kind IN ('closed', 'answered', 'proposed'));
CREATE UNIQUE INDEX notifications_once ON notifications (user_id, kind, thread_id)
  WHERE read_at IS NULL AND kind <> 'closed';
