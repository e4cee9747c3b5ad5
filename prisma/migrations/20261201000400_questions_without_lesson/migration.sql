-- The end of the order by place in the text.
CREATE INDEX threads_questions_without_lesson ON threads (course_id, number) INCLUDE (is_private, author_id)
	WHERE kind = 'question' AND visibility = 'shown' AND lesson_id IS NULL;
