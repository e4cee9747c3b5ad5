-- After a new role, whose replies count as staff's is counted anew, question by question: this far; null when all are.

ALTER TABLE memberships ADD COLUMN recounted_to integer CHECK (recounted_to >= 0);
CREATE INDEX memberships_recount ON memberships (course_id, user_id) WHERE recounted_to IS NOT NULL;
