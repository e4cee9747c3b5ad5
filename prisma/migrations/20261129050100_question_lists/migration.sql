-- Questions, most "me too" first: all and by state, those without a word by staff, one's own, those of a lesson. With
-- what says who may see one, so that they are counted from the index alone.
DROP INDEX threads_questions, threads_questions_state;
CREATE INDEX threads_questions ON threads (course_id, me_too DESC, created_at, number) INCLUDE (is_private, author_id)
  WHERE kind = 'question' AND removed_at IS NULL;
CREATE INDEX threads_questions_state ON threads (course_id, state, me_too DESC, created_at, number) INCLUDE (is_private, author_id)
  WHERE kind = 'question' AND removed_at IS NULL;
CREATE INDEX threads_questions_unanswered ON threads (course_id, me_too DESC, created_at, number) INCLUDE (is_private, author_id)
  WHERE kind = 'question' AND removed_at IS NULL AND staff_replied_at IS NULL AND state <> 'answered';
CREATE INDEX threads_questions_own ON threads (author_id, course_id, me_too DESC, created_at, number)
  WHERE kind = 'question' AND removed_at IS NULL AND author_id IS NOT NULL;
CREATE INDEX threads_questions_lesson ON threads (lesson_id, me_too DESC, created_at, number) INCLUDE (is_private, author_id)
  WHERE kind = 'question' AND removed_at IS NULL AND lesson_id IS NOT NULL;
CREATE INDEX threads_questions_lesson_state ON threads (lesson_id, state, me_too DESC, created_at, number) INCLUDE (is_private, author_id)
  WHERE kind = 'question' AND removed_at IS NULL AND lesson_id IS NOT NULL AND state <> 'answered';
CREATE INDEX threads_questions_lesson_unanswered ON threads (lesson_id, me_too DESC, created_at, number) INCLUDE (is_private, author_id)
  WHERE kind = 'question' AND removed_at IS NULL AND lesson_id IS NOT NULL AND staff_replied_at IS NULL AND state <> 'answered';
