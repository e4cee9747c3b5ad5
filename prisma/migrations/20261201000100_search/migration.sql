-- The words of all that search finds, made by the application. Who may see it is asked of the rows themselves.
CREATE TABLE search_documents (
  id        serial PRIMARY KEY,
  course_id integer NOT NULL REFERENCES courses ON DELETE CASCADE,
  block_id  integer REFERENCES blocks ON DELETE CASCADE,
  thread_id integer REFERENCES threads ON DELETE CASCADE,
  reply_id  integer REFERENCES replies ON DELETE CASCADE,
  pin_id    integer REFERENCES pins ON DELETE CASCADE,
  term_id   integer REFERENCES terms ON DELETE CASCADE,
  made_of   text NOT NULL,
  words     tsvector NOT NULL,
  CHECK (num_nonnulls(block_id, thread_id, reply_id, pin_id, term_id) = 1)
);

CREATE INDEX search_documents_words ON search_documents USING gin (words);
CREATE INDEX search_documents_course ON search_documents (course_id);
CREATE UNIQUE INDEX search_documents_block ON search_documents (block_id) WHERE block_id IS NOT NULL;
CREATE UNIQUE INDEX search_documents_thread ON search_documents (thread_id) WHERE thread_id IS NOT NULL;
CREATE UNIQUE INDEX search_documents_reply ON search_documents (reply_id) WHERE reply_id IS NOT NULL;
CREATE UNIQUE INDEX search_documents_pin ON search_documents (pin_id) WHERE pin_id IS NOT NULL;
CREATE UNIQUE INDEX search_documents_term ON search_documents (term_id) WHERE term_id IS NOT NULL;
