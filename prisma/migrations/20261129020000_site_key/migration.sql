-- One row: what the site's servers sign with, so that each knows what another has given out, after a restart too.
CREATE TABLE site_key (
	only_one BOOLEAN PRIMARY KEY DEFAULT true CHECK (only_one),
	key TEXT NOT NULL DEFAULT gen_random_uuid()::text || gen_random_uuid()::text
);
INSERT INTO site_key DEFAULT VALUES;
