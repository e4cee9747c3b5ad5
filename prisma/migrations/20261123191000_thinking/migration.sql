-- Thinking questions: positions, "write first, then read"; check-ins, and what each learner has read.

ALTER TABLE threads
  -- what one may say to the question; none: it asks for no position
  ADD COLUMN positions text[] NOT NULL DEFAULT '{}',
  -- others' replies open to a learner after one's own
  ADD COLUMN write_first boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT threads_positions CHECK (
    positions = '{}'
    OR (kind = 'thinking' AND cardinality(positions) BETWEEN 2 AND 4 AND array_position(positions, NULL) IS NULL)
  ),
  ADD CONSTRAINT threads_write_first CHECK (NOT write_first OR kind = 'thinking');

ALTER TABLE replies
  -- in its own words, so that another choice of positions changes nobody's
  ADD COLUMN position text CHECK (char_length(position) BETWEEN 1 AND 20),
  -- says only that its author has been here
  ADD COLUMN is_check_in boolean NOT NULL DEFAULT false,
  -- code points, blanks left out
  ADD COLUMN characters integer NOT NULL GENERATED ALWAYS AS (
    char_length(regexp_replace(source, '[\s\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]', '', 'g'))
  ) STORED,
  ADD CONSTRAINT replies_top_level CHECK (root_id IS NULL OR (position IS NULL AND NOT is_check_in)),
  -- a check-in that nobody answered is folded away from the pages
  DROP CONSTRAINT replies_check2,
  ADD CONSTRAINT replies_unlisted CHECK (listed OR removed_at IS NOT NULL OR is_check_in);
CREATE INDEX replies_own ON replies (thread_id, author_id) WHERE author_id IS NOT NULL;
CREATE INDEX replies_positions ON replies (thread_id, author_id, created_at DESC, id DESC) INCLUDE (position) WHERE position IS NOT NULL AND removed_at IS NULL;

-- Everybody's own, shown to nobody else.
CREATE TABLE lesson_reads (
  lesson_id integer NOT NULL REFERENCES lessons,
  user_id   integer NOT NULL REFERENCES users ON DELETE CASCADE,
  read_at   timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (lesson_id, user_id)
);
CREATE INDEX lesson_reads_user ON lesson_reads (user_id);
