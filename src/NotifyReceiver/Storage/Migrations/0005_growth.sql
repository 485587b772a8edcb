-- Finished history is pruned, and what is in a rare state is listed without reading through it.

-- Whoever deletes a notification must not look through all others for one that conflicts with it.
CREATE INDEX notifications_conflicts ON notifications (conflicts_with) WHERE conflicts_with IS NOT NULL;

-- Written out with OR: of an IN, SQLite does not see that one of its values is meant.
CREATE INDEX notifications_rare ON notifications (state, seq)
WHERE state = 'fetched' OR state = 'noted' OR state = 'dismissed';
CREATE INDEX inserts_rare ON inserts (state, seq)
WHERE state = 'accepted-with-warnings' OR state = 'refused' OR state = 'held' OR state = 'dry-run' OR state = 'withdrawn'
  OR state = 'dismissed';

-- One row, from the first pass on.
CREATE TABLE retention (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  -- How far time has come, as far as it can be trusted: a clock that jumps ahead takes it along only slowly.
  time TEXT NOT NULL,
  passed_at TEXT NOT NULL,
  -- Notifications that were pruned so far, and those of them that stay without their bodies.
  pruned INTEGER NOT NULL,
  emptied INTEGER NOT NULL
) STRICT;
