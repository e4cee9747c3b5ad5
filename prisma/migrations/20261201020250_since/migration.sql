-- From when on a reader is told what changed in a lesson: since they marked it as read, or said that they had seen the changes.
ALTER TABLE lesson_reads ADD COLUMN since timestamptz(3) NOT NULL DEFAULT now();
UPDATE lesson_reads SET since = read_at;
