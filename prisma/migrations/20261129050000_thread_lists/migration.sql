-- Each list of threads has its index, in the list's own order, of what the list can show. The unique index on submissions
-- finds the threads of an author as well.
DROP INDEX threads_course_activity, threads_course_kind_activity, threads_lesson, threads_author;
CREATE INDEX threads_course_activity ON threads (course_id, last_activity_at DESC, id DESC) WHERE removed_at IS NULL;
CREATE INDEX threads_course_kind_activity ON threads (course_id, kind, last_activity_at DESC, id DESC) WHERE removed_at IS NULL;
CREATE INDEX threads_lesson_activity ON threads (lesson_id, last_activity_at DESC, id DESC) WHERE lesson_id IS NOT NULL AND removed_at IS NULL;
CREATE INDEX threads_lesson_kind_activity ON threads (lesson_id, kind, last_activity_at DESC, id DESC) WHERE lesson_id IS NOT NULL;
CREATE INDEX threads_removed ON threads (course_id, last_activity_at DESC, id DESC) WHERE removed_at IS NOT NULL;
CREATE INDEX threads_lesson_removed ON threads (lesson_id, last_activity_at DESC, id DESC) WHERE lesson_id IS NOT NULL AND removed_at IS NOT NULL;
CREATE INDEX threads_author_removed ON threads (author_id, course_id, last_activity_at DESC, id DESC) WHERE author_id IS NOT NULL AND removed_at IS NOT NULL;
