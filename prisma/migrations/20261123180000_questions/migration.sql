-- Questions: a state that follows from what happened, a place in the lesson, and who may see them.

CREATE TYPE question_state AS ENUM ('waiting', 'discussed', 'answered', 'follow_up');

ALTER TABLE threads
  -- seen by its asker and by staff; shown to classmates without the asker's name
  ADD COLUMN is_private boolean NOT NULL DEFAULT false,
  ADD COLUMN is_anonymous boolean NOT NULL DEFAULT false,
  -- staff propose to publish a private question; until its asker agrees it stays private
  ADD COLUMN publish_proposed_at timestamptz(3),
  ADD COLUMN publish_declined_at timestamptz(3),
  -- replies that stand: how many are by others than the asker, and when the asker and staff last wrote
  ADD COLUMN others_count integer NOT NULL DEFAULT 0 CHECK (others_count >= 0),
  ADD COLUMN asker_replied_at timestamptz(3),
  ADD COLUMN staff_replied_at timestamptz(3),
  -- the latest acceptance and endorsement among them
  ADD COLUMN accepted_at timestamptz(3),
  ADD COLUMN endorsed_at timestamptz(3),
  ADD COLUMN solved_at timestamptz(3),
  -- overlapping pairs of Han characters and whole words of the rest, made by the application
  ADD COLUMN title_tokens tsvector,
  ADD CHECK (NOT is_private OR kind = 'question'),
  ADD CHECK (NOT is_anonymous OR kind = 'question');

ALTER TABLE threads ADD COLUMN state question_state GENERATED ALWAYS AS (
  CASE
    WHEN kind <> 'question' THEN NULL
    WHEN greatest(staff_replied_at, accepted_at, endorsed_at) IS NULL THEN
      CASE WHEN others_count = 0 THEN 'waiting'::question_state ELSE 'discussed'::question_state END
    WHEN asker_replied_at > greatest(staff_replied_at, accepted_at, endorsed_at)
      AND (solved_at IS NULL OR solved_at < asker_replied_at) THEN 'follow_up'::question_state
    ELSE 'answered'::question_state
  END
) STORED;

-- One index for the order of the list, with and without a state.
CREATE INDEX threads_questions ON threads (course_id, vote_count DESC, created_at, number) WHERE kind = 'question' AND removed_at IS NULL;
CREATE INDEX threads_questions_state ON threads (course_id, state, vote_count DESC, created_at, number) WHERE kind = 'question' AND removed_at IS NULL;
CREATE INDEX threads_title_tokens ON threads USING gin (title_tokens) WHERE kind = 'question';

ALTER TABLE replies
  ADD COLUMN accepted_at timestamptz(3),
  ADD COLUMN endorsed_by_id integer REFERENCES users ON DELETE SET NULL;

-- The passage of a lesson that a question is about, as it was when it was asked.
CREATE TABLE anchors (
  thread_id integer PRIMARY KEY REFERENCES threads,
  lesson_id integer NOT NULL,
  block_id  integer NOT NULL,
  revision  integer NOT NULL,
  -- characters of the block's text: where the quote begins, the quote, and a little of what stands around it
  start     integer NOT NULL CHECK (start >= 0),
  quote     text NOT NULL CHECK (char_length(quote) BETWEEN 1 AND 2000),
  before    text NOT NULL CHECK (char_length(before) <= 100),
  after     text NOT NULL CHECK (char_length(after) <= 100),
  FOREIGN KEY (lesson_id, block_id) REFERENCES blocks (lesson_id, id),
  FOREIGN KEY (lesson_id, revision) REFERENCES lesson_revisions (lesson_id, number)
);
CREATE INDEX anchors_block ON anchors (lesson_id, block_id);

UPDATE threads t SET others_count = r.others, asker_replied_at = r.asker, staff_replied_at = r.staff, endorsed_at = r.endorsed
FROM (
  SELECT q.id,
    count(*) FILTER (WHERE r.author_id IS DISTINCT FROM q.author_id) AS others,
    max(r.created_at) FILTER (WHERE r.author_id = q.author_id) AS asker,
    max(r.created_at) FILTER (WHERE r.author_id <> q.author_id AND (m.role <> 'learner' OR a.owner_at IS NOT NULL)) AS staff,
    max(r.endorsed_at) AS endorsed
  FROM threads q
  JOIN replies r ON r.thread_id = q.id AND r.removed_at IS NULL
  LEFT JOIN users a ON a.id = r.author_id
  LEFT JOIN memberships m ON m.course_id = q.course_id AND m.user_id = r.author_id
  WHERE q.kind = 'question' GROUP BY q.id
) r WHERE r.id = t.id;
