-- Members, staff first, and people by how their handle or name begins.
CREATE INDEX memberships_role ON memberships (course_id, role DESC, created_at DESC, user_id DESC);
CREATE INDEX users_handle_start ON users (handle text_pattern_ops);
CREATE INDEX users_name_start ON users (lower(name) text_pattern_ops);
