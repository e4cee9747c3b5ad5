-- Which terms of the glossary stand in a lesson: found by the application, kept until the lesson or the glossary changes.

-- A course has its row once it has words; the transaction that changes them raises the version, as the last of its locks.
CREATE TABLE glossaries (
  course_id integer PRIMARY KEY REFERENCES courses,
  version   integer NOT NULL DEFAULT 1
);
INSERT INTO glossaries (course_id) SELECT DISTINCT course_id FROM terms;

CREATE TABLE lesson_terms (
  lesson_id        integer PRIMARY KEY REFERENCES lessons,
  -- of the lesson and of the glossary, as they were looked at: where either is another, they are looked at again
  revision         integer NOT NULL,
  glossary_version integer NOT NULL,
  -- numbers; read as they stand, where making text of arrays takes most of the time of a page
  term_ids         json NOT NULL
);
