-- How far an account has read a thread: the last reply that was there when it saw the thread, 0 for none. No times.
CREATE TABLE thread_reads (
  user_id   integer NOT NULL REFERENCES users ON DELETE CASCADE,
  thread_id integer NOT NULL REFERENCES threads ON DELETE CASCADE,
  read_to   integer NOT NULL,
  PRIMARY KEY (user_id, thread_id)
);

CREATE INDEX thread_reads_thread ON thread_reads (thread_id);

-- What staff wrote, in one thread and in a course.
CREATE INDEX users_owners ON users (id) WHERE owner_at IS NOT NULL;
CREATE INDEX replies_source_staff ON replies (thread_id, created_at, id) WHERE source_answers_id IS NOT NULL;
