-- When this database was put back from a copy. What was sent in between is unknown to it.
CREATE TABLE restores (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  restored_at TEXT NOT NULL,
  -- Until when the copy knows what happened.
  copied_at TEXT NOT NULL,
  -- A delivery of an earlier wall clock, in ATIONET's form, may have been sent in between, and is looked up before it is sent.
  deliveries_until TEXT NOT NULL
) STRICT;
