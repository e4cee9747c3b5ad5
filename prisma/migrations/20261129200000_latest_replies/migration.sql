-- When a thread was last active, anew where a reply leaves it, without reading all of its replies.
CREATE INDEX replies_activity ON replies (thread_id, created_at);

-- When a question's answer was accepted or endorsed, without reading all of its replies.
CREATE INDEX replies_accepted ON replies (thread_id, accepted_at) WHERE accepted_at IS NOT NULL;
CREATE INDEX replies_endorsed ON replies (thread_id, endorsed_at) WHERE endorsed_at IS NOT NULL;

-- What stands under a reply, listed or not: a reply that goes to another thread is looked for there by its foreign key.
DROP INDEX replies_under;
CREATE INDEX replies_under ON replies (root_id, listed, created_at, id) WHERE root_id IS NOT NULL;
