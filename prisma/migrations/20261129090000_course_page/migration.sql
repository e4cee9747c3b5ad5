-- Where somebody stopped reading: their latest mark in a course.
DROP INDEX lesson_reads_user;
CREATE INDEX lesson_reads_user ON lesson_reads (user_id, read_at DESC);
