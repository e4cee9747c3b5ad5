-- The file that a lesson was last imported from: links between files and repeated imports find it.
ALTER TABLE lessons ADD COLUMN imported_name text CHECK (char_length(imported_name) BETWEEN 1 AND 500);
