-- Accounts, the teachers of each course, and a session for each account that sends requests in the run.
-- Course 1 is the big one. Staff are the first accounts: a fifth of them teach course 1, the rest the others. Ten are
-- instructors of course 1, and the very first owns the site. Everybody's password is "correct horse".
INSERT INTO users (id, handle, name, name_skeleton, email, password_hash, owner_at, created_at)
SELECT i, 'member-' || i, pg_temp.name(i), 'member-' || i, 'member-' || i || '@example.org',
	'$argon2id$v=19$m=19456,t=2,p=1$+/5BIuB2ynKFPeH3eNgrVw$aedee+3KwoZ0/gWUSqKx7Av0iGGORlG/cvalF3/U7Ao', CASE WHEN i = 1 THEN now() END,
	now() - interval '400 days' - i * interval '1 second'
FROM size, generate_series(1, size.people) i;

INSERT INTO courses (id, slug, title, description, created_at)
SELECT i, CASE i WHEN 1 THEN 'big' ELSE 'course-' || i END, pg_temp.title(i, 1), left(pg_temp.text(i, 1), 80),
	now() - interval '400 days' - i * interval '1 minute'
FROM size, generate_series(1, size.courses) i;

INSERT INTO memberships (course_id, user_id, role, created_at)
SELECT 1, i, (CASE WHEN i > size.staff / 5 THEN 'learner' WHEN i <= 10 THEN 'instructor' ELSE 'assistant' END)::role,
	now() - interval '390 days' + i * interval '1 second'
FROM size, generate_series(1, size.people) i
UNION ALL
SELECT 2 + i % (size.courses - 1), i, (CASE i / (size.courses - 1) % 10 WHEN 0 THEN 'instructor' ELSE 'assistant' END)::role, now() - interval '390 days'
FROM size, generate_series(size.staff / 5 + 1, size.staff) i
UNION ALL
SELECT 2 + i % (size.courses - 1), i, 'learner', now() - interval '380 days' + i * interval '1 second'
FROM size, generate_series(size.staff + 1, size.people) i WHERE i % 2 = 0;

-- The value in the cookie `session=bench-ID` (bench/cast.mjs).
INSERT INTO sessions (id, user_id, expires_at)
SELECT encode(sha256(convert_to('bench-' || i, 'UTF8')), 'hex'), i, now() + interval '30 days'
FROM size, generate_series(1, size.people) i;
