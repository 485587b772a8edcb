CREATE TABLE notifications (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  -- What makes two calls the same notification: a hash of the sender's id, or of the body when the sender gives none.
  same_as BLOB NOT NULL UNIQUE,
  sender_id TEXT,
  body_sha256 BLOB NOT NULL,
  conflicts_with INTEGER REFERENCES notifications (seq),
  received_at TEXT NOT NULL,
  last_received_at TEXT NOT NULL,
  times_received INTEGER NOT NULL DEFAULT 1,
  remote_address TEXT,
  credential TEXT NOT NULL,
  content_type TEXT,
  headers TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'converted', 'quarantined')),
  reason TEXT,
  profile TEXT,
  location TEXT,
  body BLOB NOT NULL,
  bytes INTEGER NOT NULL GENERATED ALWAYS AS (length(body)) VIRTUAL
) STRICT;

CREATE INDEX notifications_pending ON notifications (seq) WHERE state = 'pending';
CREATE INDEX notifications_quarantined ON notifications (seq) WHERE state = 'quarantined';

CREATE TABLE inserts (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('delivery', 'inventory')),
  terminal_code TEXT NOT NULL,
  tank_number TEXT NOT NULL,
  product_code TEXT NOT NULL,
  -- The site's wall clock, as ATIONET takes it.
  occurred_at TEXT NOT NULL,
  volume TEXT,
  invoice_number TEXT,
  state TEXT NOT NULL CHECK (
    state IN ('pending', 'sending', 'accepted', 'accepted-with-warnings', 'refused', 'held', 'dry-run', 'withdrawn')
  ),
  reason TEXT,
  attempts INTEGER NOT NULL DEFAULT 0,
  due_at TEXT NOT NULL,
  created_at TEXT NOT NULL,
  -- Converted while no host was configured: never sent to one as it stands.
  is_dry INTEGER NOT NULL CHECK (is_dry IN (0, 1)),
  row TEXT NOT NULL
) STRICT;

CREATE INDEX inserts_due ON inserts (due_at) WHERE state = 'pending';
CREATE INDEX inserts_open ON inserts (seq) WHERE state IN ('sending', 'refused', 'held');
CREATE INDEX inserts_invoice ON inserts (invoice_number, terminal_code) WHERE invoice_number IS NOT NULL;

-- Which rows of which notification an insert stands for; several when the same document came more than once.
-- The line is null where a conversion of today no longer yields what an earlier one did.
CREATE TABLE notification_inserts (
  notification INTEGER NOT NULL REFERENCES notifications (seq),
  insert_seq INTEGER NOT NULL REFERENCES inserts (seq),
  line INTEGER,
  PRIMARY KEY (notification, insert_seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX notification_inserts_by_insert ON notification_inserts (insert_seq);

CREATE TABLE attempts (
  insert_seq INTEGER NOT NULL REFERENCES inserts (seq),
  number INTEGER NOT NULL,
  started_at TEXT NOT NULL,
  finished_at TEXT,
  -- Null in a dry run: nothing left this machine.
  address TEXT,
  request TEXT NOT NULL,
  outcome TEXT,
  status INTEGER,
  detail TEXT,
  reply TEXT,
  PRIMARY KEY (insert_seq, number)
) STRICT, WITHOUT ROWID;

-- What operators did by hand.
CREATE TABLE acts (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  act TEXT NOT NULL,
  subject TEXT NOT NULL
) STRICT;
