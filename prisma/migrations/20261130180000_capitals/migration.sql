-- Words in capitals match capitals only, so every lesson is searched again.
UPDATE glossaries SET version = version + 1;
