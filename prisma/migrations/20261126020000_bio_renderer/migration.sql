-- What rendered a bio, so that it is rendered again like all other texts. 0: not known.

ALTER TABLE users ADD COLUMN bio_renderer integer NOT NULL DEFAULT 0;
