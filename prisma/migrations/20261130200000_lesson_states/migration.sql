-- Lessons and courses that are not shown yet, or no longer; and where a lesson stands among the shown ones.
CREATE TYPE publication AS ENUM ('shown', 'draft', 'hidden');

ALTER TABLE lessons ADD COLUMN state publication NOT NULL DEFAULT 'shown',
  ADD COLUMN removed_at timestamptz(3),
  ADD COLUMN is_shown boolean NOT NULL GENERATED ALWAYS AS (state = 'shown' AND removed_at IS NULL) STORED,
  ADD COLUMN place integer;

UPDATE lessons l SET place = placed.place FROM (
  SELECT id, row_number() OVER (PARTITION BY course_id ORDER BY position, id) AS place FROM lessons
) placed WHERE placed.id = l.id;

CREATE INDEX lessons_not_shown ON lessons (course_id, position, id) WHERE NOT is_shown;

ALTER TABLE courses ADD COLUMN state publication NOT NULL DEFAULT 'shown',
  ADD COLUMN removed_at timestamptz(3),
  ADD COLUMN is_shown boolean NOT NULL GENERATED ALWAYS AS (state = 'shown' AND removed_at IS NULL) STORED;

CREATE INDEX courses_not_shown ON courses (id) WHERE NOT is_shown;
