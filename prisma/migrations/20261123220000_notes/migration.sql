-- Notes: their order within a block.

ALTER TABLE pins
  -- null: after those that staff have put in order, oldest first
  ADD COLUMN position integer CHECK (position > 0),
  ADD CHECK (position IS NULL OR block_id IS NOT NULL);
