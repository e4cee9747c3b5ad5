-- Staff's word on a popular reply: right with a caveat, or popular but not right. It stays with the reply, and keeps it
-- from standing first.

CREATE TYPE staff_word AS ENUM ('caveat', 'wrong');

ALTER TABLE replies
  ADD COLUMN staff_word staff_word,
  ADD COLUMN staff_word_text text CHECK (char_length(staff_word_text) BETWEEN 1 AND 300),
  ADD COLUMN staff_word_by_id integer REFERENCES users ON DELETE SET NULL,
  ADD COLUMN staff_word_at timestamptz(3),
  ADD CHECK ((staff_word IS NULL) = (staff_word_text IS NULL)),
  ADD CHECK ((staff_word IS NULL) = (staff_word_at IS NULL));

ALTER TABLE replies ADD COLUMN rank smallint NOT NULL GENERATED ALWAYS AS (
  CASE WHEN staff_word IS NOT NULL THEN 2 WHEN endorsed_at IS NOT NULL THEN 0 ELSE 1 END
) STORED;

DROP INDEX replies_best;
CREATE INDEX replies_best ON replies (thread_id, rank, votes DESC, created_at, id) WHERE root_id IS NULL AND listed;
