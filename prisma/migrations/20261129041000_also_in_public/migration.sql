-- Everybody sees how many wonder too: private questions that an answer settles no longer count there.

UPDATE threads x SET also_count = (
  SELECT count(DISTINCT v.voter_id) FROM threads t
  JOIN replies r ON r.id = t.closed_by_reply_id AND r.thread_id = x.id
  JOIN thread_votes v ON v.thread_id = t.id
  WHERE NOT t.is_private AND v.voter_id IS DISTINCT FROM x.author_id
    AND NOT EXISTS (SELECT FROM thread_votes o WHERE o.thread_id = x.id AND o.voter_id = v.voter_id)
) WHERE x.settled_count > 0;
