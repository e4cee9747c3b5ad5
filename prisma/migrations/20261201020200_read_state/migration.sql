-- How far an account has read a thread: the last reply that was there when it saw the thread, 0 for none. No times.
CREATE TABLE thread_reads (
  user_id   integer NOT NULL REFERENCES users ON DELETE CASCADE,
  thread_id integer NOT NULL REFERENCES threads ON DELETE CASCADE,
  read_to   integer NOT NULL,
  PRIMARY KEY (user_id, thread_id)
);

CREATE INDEX thread_reads_thread ON thread_reads (thread_id);
