-- What an account chooses, and a course, in one column each: accounts/settings.ts and courses/settings.ts say what may
-- stand there, so a further setting needs no migration.
ALTER TABLE users ADD COLUMN settings jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(settings) = 'object');
UPDATE users SET settings = jsonb_strip_nulls(jsonb_build_object('language', language, 'theme', theme, 'timeZone', time_zone))
  WHERE num_nonnulls(language, theme, time_zone) > 0;
ALTER TABLE users DROP COLUMN language, DROP COLUMN theme, DROP COLUMN time_zone;
ALTER TABLE courses ADD COLUMN settings jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(settings) = 'object');
