-- A text is shown, held or removed: one state with who, when and why.
CREATE TYPE text_visibility AS ENUM ('shown', 'held', 'removed');

ALTER TABLE threads ADD COLUMN visibility text_visibility NOT NULL DEFAULT 'shown',
  ADD COLUMN hidden_reason text CHECK (char_length(hidden_reason) BETWEEN 1 AND 1000);
ALTER TABLE threads RENAME COLUMN removed_at TO hidden_at;
ALTER TABLE threads RENAME COLUMN removed_by_id TO hidden_by_id;
ALTER TABLE threads RENAME COLUMN removed_by_staff TO hidden_by_staff;
ALTER TABLE threads RENAME CONSTRAINT threads_removed_by_id_fkey TO threads_hidden_by_id_fkey;
UPDATE threads SET visibility = 'removed' WHERE hidden_at IS NOT NULL;
ALTER TABLE threads ADD CONSTRAINT threads_visibility CHECK ((visibility = 'shown') = (hidden_at IS NULL));

ALTER TABLE replies ADD COLUMN visibility text_visibility NOT NULL DEFAULT 'shown',
  ADD COLUMN hidden_reason text CHECK (char_length(hidden_reason) BETWEEN 1 AND 1000);
ALTER TABLE replies RENAME COLUMN removed_at TO hidden_at;
ALTER TABLE replies RENAME COLUMN removed_by_id TO hidden_by_id;
ALTER TABLE replies RENAME COLUMN removed_by_staff TO hidden_by_staff;
ALTER TABLE replies RENAME CONSTRAINT replies_removed_by_id_fkey TO replies_hidden_by_id_fkey;
UPDATE replies SET visibility = 'removed' WHERE hidden_at IS NOT NULL;
ALTER TABLE replies ADD CONSTRAINT replies_visibility CHECK ((visibility = 'shown') = (hidden_at IS NULL));

ALTER TABLE replies DROP CONSTRAINT replies_unlisted,
  ADD CONSTRAINT replies_unlisted CHECK (listed OR visibility <> 'shown' OR is_check_in);

DROP INDEX replies_asking;
CREATE INDEX replies_asking ON replies (thread_id, created_at) WHERE (asks AND (promoted_to_id IS NULL) AND (visibility = 'shown'));
DROP INDEX replies_author;
CREATE INDEX replies_author ON replies (author_id, created_at DESC, id DESC) INCLUDE (thread_id, cast_votes) WHERE ((author_id IS NOT NULL) AND (visibility = 'shown') AND (promoted_to_id IS NULL));
DROP INDEX replies_check_ins;
CREATE INDEX replies_check_ins ON replies (thread_id, created_at DESC, id DESC) WHERE ((NOT listed) AND (visibility = 'shown'));
DROP INDEX replies_positions;
CREATE INDEX replies_positions ON replies (thread_id, position, rank, votes DESC, created_at, id) INCLUDE (author_id) WHERE ((position IS NOT NULL) AND (visibility = 'shown'));
DROP INDEX replies_unlisted;
CREATE INDEX replies_unlisted ON replies (thread_id, hidden_at DESC) WHERE ((NOT listed) AND (visibility <> 'shown'));
DROP INDEX replies_unlisted_own;
CREATE INDEX replies_unlisted_own ON replies (thread_id, author_id, hidden_at DESC) WHERE ((NOT listed) AND (visibility <> 'shown') AND (author_id IS NOT NULL));
DROP INDEX replies_unseen;
CREATE INDEX replies_unseen ON replies (thread_id, created_at) WHERE ((votes >= 3) AND (visibility = 'shown') AND (endorsed_at IS NULL) AND (staff_word IS NULL) AND (promoted_to_id IS NULL));
DROP INDEX threads_author_removed;
CREATE INDEX threads_author_removed ON threads (author_id, course_id, last_activity_at DESC, id DESC) WHERE ((author_id IS NOT NULL) AND (visibility <> 'shown'));
DROP INDEX threads_course_activity;
CREATE INDEX threads_course_activity ON threads (course_id, last_activity_at DESC, id DESC) WHERE (visibility = 'shown');
DROP INDEX threads_course_kind_activity;
CREATE INDEX threads_course_kind_activity ON threads (course_id, kind, last_activity_at DESC, id DESC) WHERE (visibility = 'shown');
DROP INDEX threads_hidden;
CREATE INDEX threads_hidden ON threads (id) INCLUDE (author_id, visibility, is_private) WHERE ((visibility <> 'shown') OR is_private OR is_anonymous);
DROP INDEX threads_lesson_activity;
CREATE INDEX threads_lesson_activity ON threads (lesson_id, last_activity_at DESC, id DESC) WHERE ((lesson_id IS NOT NULL) AND (visibility = 'shown'));
DROP INDEX threads_lesson_removed;
CREATE INDEX threads_lesson_removed ON threads (lesson_id, last_activity_at DESC, id DESC) WHERE ((lesson_id IS NOT NULL) AND (visibility <> 'shown'));
DROP INDEX threads_questions;
CREATE INDEX threads_questions ON threads (course_id, me_too DESC, created_at, number) INCLUDE (is_private, author_id) WHERE ((kind = 'question') AND (visibility = 'shown'));
DROP INDEX threads_questions_answered;
CREATE INDEX threads_questions_answered ON threads (course_id, created_at) INCLUDE (staff_first_at, closed_at) WHERE ((kind = 'question') AND (visibility = 'shown') AND ((staff_first_at IS NOT NULL) OR (closed_at IS NOT NULL)));
DROP INDEX threads_questions_lesson;
CREATE INDEX threads_questions_lesson ON threads (lesson_id, me_too DESC, created_at, number) INCLUDE (is_private, author_id) WHERE ((kind = 'question') AND (visibility = 'shown') AND (lesson_id IS NOT NULL));
DROP INDEX threads_questions_lesson_state;
CREATE INDEX threads_questions_lesson_state ON threads (lesson_id, state, me_too DESC, created_at, number) INCLUDE (is_private, author_id) WHERE ((kind = 'question') AND (visibility = 'shown') AND (lesson_id IS NOT NULL) AND (state <> 'answered'));
DROP INDEX threads_questions_lesson_unanswered;
CREATE INDEX threads_questions_lesson_unanswered ON threads (lesson_id, me_too DESC, created_at, number) INCLUDE (is_private, author_id) WHERE ((kind = 'question') AND (visibility = 'shown') AND (lesson_id IS NOT NULL) AND (staff_replied_at IS NULL) AND (state <> 'answered'));
DROP INDEX threads_questions_new;
CREATE INDEX threads_questions_new ON threads (course_id, created_at) WHERE ((kind = 'question') AND (visibility = 'shown'));
DROP INDEX threads_questions_open;
CREATE INDEX threads_questions_open ON threads (course_id, ( CASE state WHEN 'follow_up' THEN asker_replied_at ELSE created_at END), number) WHERE ((kind = 'question') AND (visibility = 'shown') AND (state <> 'answered'));
DROP INDEX threads_questions_own;
CREATE INDEX threads_questions_own ON threads (author_id, course_id, me_too DESC, created_at, number) WHERE ((kind = 'question') AND (visibility = 'shown') AND (author_id IS NOT NULL));
DROP INDEX threads_questions_state;
CREATE INDEX threads_questions_state ON threads (course_id, state, me_too DESC, created_at, number) INCLUDE (is_private, author_id) WHERE ((kind = 'question') AND (visibility = 'shown'));
DROP INDEX threads_questions_unanswered;
CREATE INDEX threads_questions_unanswered ON threads (course_id, me_too DESC, created_at, number) INCLUDE (is_private, author_id) WHERE ((kind = 'question') AND (visibility = 'shown') AND (staff_replied_at IS NULL) AND (state <> 'answered'));
DROP INDEX threads_removed;
CREATE INDEX threads_removed ON threads (course_id, last_activity_at DESC, id DESC) WHERE (visibility <> 'shown');
