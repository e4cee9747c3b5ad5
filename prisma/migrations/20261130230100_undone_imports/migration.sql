-- What an import found in each lesson that it wrote, so that it can be undone; without `before` the lesson came with it.
CREATE TABLE import_changes (
  import_id integer NOT NULL REFERENCES imports,
  lesson_id integer NOT NULL REFERENCES lessons,
  revision  integer NOT NULL CHECK (revision > 0),
  before    jsonb,
  PRIMARY KEY (import_id, lesson_id)
);

CREATE INDEX import_changes_lesson ON import_changes (lesson_id, import_id);

-- `lesson_order`: of the lessons' ids before the import, if it moved some of them.
ALTER TABLE imports ADD COLUMN lesson_order integer[] NOT NULL DEFAULT '{}',
  ADD COLUMN undone_at timestamptz(3),
  ADD COLUMN undone_by_id integer REFERENCES users ON DELETE SET NULL;

-- Removed because its import was undone: the same import brings it back.
ALTER TABLE lessons ADD COLUMN is_undone boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT lessons_undone CHECK (NOT is_undone OR removed_at IS NOT NULL);

-- Imported comments and questions that nobody touched can go; what people wrote, voted for or chose still holds them.
ALTER TABLE events DROP CONSTRAINT events_thread_id_fkey, DROP CONSTRAINT events_reply_id_fkey,
  ADD FOREIGN KEY (thread_id) REFERENCES threads ON DELETE SET NULL,
  ADD FOREIGN KEY (reply_id) REFERENCES replies ON DELETE SET NULL;
ALTER TABLE reply_edits DROP CONSTRAINT reply_edits_reply_id_fkey,
  ADD FOREIGN KEY (reply_id) REFERENCES replies ON DELETE CASCADE;
ALTER TABLE pins DROP CONSTRAINT pins_reply_id_fkey,
  ADD FOREIGN KEY (reply_id) REFERENCES replies ON DELETE CASCADE;

CREATE INDEX events_reply ON events (reply_id) WHERE reply_id IS NOT NULL;
CREATE INDEX notifications_reply ON notifications (reply_id) WHERE reply_id IS NOT NULL;
CREATE INDEX threads_promoted_from ON threads (promoted_from_id) WHERE promoted_from_id IS NOT NULL;
CREATE INDEX replies_promoted_to ON replies (promoted_to_id) WHERE promoted_to_id IS NOT NULL;
