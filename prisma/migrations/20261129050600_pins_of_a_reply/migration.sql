-- A pin as it was before it was taken away.
CREATE INDEX pins_reply ON pins (reply_id);
