-- Documents are named by calls and fetched, listed by catch-up, dismissed by operators; deliveries are corrected.

CREATE TABLE notifications_new (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  -- What makes two the same: a hash of the sender's id, of the body where the sender gives none, or of a fetched
  -- document's path and content.
  same_as BLOB NOT NULL UNIQUE,
  origin TEXT NOT NULL CHECK (origin IN ('call', 'fetch', 'catch-up')),
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
  -- Where Petrosoft keeps the document, and under which type and business unit it was named; of fetched ones alone.
  path TEXT,
  document_type TEXT,
  business_unit TEXT,
  state TEXT NOT NULL CHECK (
    state IN ('pending', 'fetching', 'converted', 'fetched', 'noted', 'quarantined', 'dismissed')
  ),
  reason TEXT,
  -- What it turned out to be, once it was looked at: a document, or which way of naming some.
  shape TEXT,
  profile TEXT,
  location TEXT,
  -- Seen again at its path after a later one: where it stands then in the order of arrivals. Null is where it arrived.
  seen_seq INTEGER,
  -- What its later versions have too, as the profile says; null where the profile does not say.
  identity TEXT,
  body BLOB NOT NULL,
  bytes INTEGER NOT NULL GENERATED ALWAYS AS (length(body)) VIRTUAL
) STRICT;

INSERT INTO notifications_new
  (seq, same_as, origin, sender_id, body_sha256, conflicts_with, received_at, last_received_at, times_received,
   remote_address, credential, content_type, headers, state, reason, shape, profile, location, body)
SELECT seq, same_as, 'call', sender_id, body_sha256, conflicts_with, received_at, last_received_at, times_received,
       remote_address, credential, content_type, headers, state, reason,
       -- Until now only documents were converted.
       CASE state WHEN 'converted' THEN 'document' END, profile, location, body
FROM notifications;

DROP TABLE notifications;
ALTER TABLE notifications_new RENAME TO notifications;

CREATE INDEX notifications_pending ON notifications (seq) WHERE state = 'pending';
CREATE INDEX notifications_quarantined ON notifications (seq) WHERE state = 'quarantined';
CREATE INDEX notifications_fetching ON notifications (seq) WHERE state = 'fetching';
CREATE INDEX notifications_path ON notifications (path) WHERE path IS NOT NULL;
CREATE INDEX notifications_identity ON notifications (identity) WHERE identity IS NOT NULL;
-- A document that a call carried under an id of its sender's is found by content here; without an id, same_as finds it.
CREATE INDEX notifications_content ON notifications (body_sha256)
WHERE origin = 'call' AND shape = 'document' AND sender_id IS NOT NULL;

CREATE TABLE inserts_new (
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
    state IN (
      'pending', 'sending', 'accepted', 'accepted-with-warnings', 'refused', 'held', 'dry-run', 'withdrawn', 'dismissed'
    )
  ),
  reason TEXT,
  attempts INTEGER NOT NULL DEFAULT 0,
  -- Its last attempt left open whether ATIONET has it, and no operator has told since.
  outcome_unknown INTEGER NOT NULL DEFAULT 0 CHECK (outcome_unknown IN (0, 1)),
  due_at TEXT NOT NULL,
  created_at TEXT NOT NULL,
  -- Converted while no host was configured: never sent to one as it stands.
  is_dry INTEGER NOT NULL CHECK (is_dry IN (0, 1)),
  -- The delivery of an earlier version of the same document that this one corrects.
  corrects INTEGER REFERENCES inserts (seq),
  row TEXT NOT NULL,
  -- What the document says, where an operator had only the difference to an earlier version sent; null otherwise.
  document_row TEXT
) STRICT;

INSERT INTO inserts_new
  (seq, key, kind, terminal_code, tank_number, product_code, occurred_at, volume, invoice_number, state, reason,
   attempts, outcome_unknown, due_at, created_at, is_dry, row)
SELECT seq, key, kind, terminal_code, tank_number, product_code, occurred_at, volume, invoice_number, state, reason,
       attempts,
       state = 'held' AND EXISTS (
         SELECT 1
         FROM attempts AS last
         WHERE insert_seq = seq AND number = inserts.attempts
           AND (finished_at IS NULL OR outcome IN ('unknown', 'conflict'))
       ),
       due_at, created_at, is_dry, row
FROM inserts;

DROP TABLE inserts;
ALTER TABLE inserts_new RENAME TO inserts;

CREATE INDEX inserts_due ON inserts (due_at) WHERE state = 'pending';
CREATE INDEX inserts_open ON inserts (seq) WHERE state IN ('sending', 'refused', 'held');
CREATE INDEX inserts_invoice ON inserts (invoice_number, terminal_code) WHERE invoice_number IS NOT NULL;
CREATE INDEX inserts_corrects ON inserts (corrects) WHERE corrects IS NOT NULL;
CREATE INDEX attempts_unfinished ON attempts (insert_seq) WHERE finished_at IS NULL;

-- What a notification names and what is to be fetched for it; or the address that confirms a subscription.
CREATE TABLE fetches (
  notification INTEGER NOT NULL REFERENCES notifications (seq),
  -- Petrosoft's path of the document, or the address.
  path TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('document', 'subscription')),
  line INTEGER NOT NULL,
  document_type TEXT,
  business_unit TEXT,
  -- Amazon S3's order of the changes of one path.
  sequencer TEXT,
  state TEXT NOT NULL CHECK (state IN ('pending', 'done', 'superseded', 'failed')),
  reason TEXT,
  attempts INTEGER NOT NULL DEFAULT 0,
  due_at TEXT NOT NULL,
  -- A fetch that was begun for an earlier wish does not fulfil a later one.
  wanted_at TEXT NOT NULL,
  PRIMARY KEY (notification, path)
) STRICT, WITHOUT ROWID;

CREATE INDEX fetches_due ON fetches (due_at) WHERE state = 'pending';
CREATE INDEX fetches_path ON fetches (path);

-- The documents that a fetch brought: one, or as many as an archive holds.
CREATE TABLE fetched_documents (
  notification INTEGER NOT NULL REFERENCES notifications (seq),
  path TEXT NOT NULL,
  document INTEGER NOT NULL REFERENCES notifications (seq),
  PRIMARY KEY (notification, path, document)
) STRICT, WITHOUT ROWID;

CREATE INDEX fetched_documents_by_document ON fetched_documents (document);

-- How far catch-up has seen all that was published for a station and a document type.
CREATE TABLE watermarks (
  location TEXT NOT NULL,
  document_type TEXT NOT NULL,
  -- Nothing that was published before this day is looked for, unless an operator asks.
  first_day TEXT NOT NULL,
  -- The run that began then came to its end: all that was published before is here.
  caught_up_at TEXT,
  tried_at TEXT,
  -- Why the last run did not come to its end; null when it did.
  failure TEXT,
  PRIMARY KEY (location, document_type)
) STRICT, WITHOUT ROWID;

-- Runs that are under way or were interrupted; one that comes to its end moves the watermark and is gone.
CREATE TABLE catch_up_runs (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  location TEXT NOT NULL,
  document_type TEXT NOT NULL,
  since_day TEXT NOT NULL,
  started_at TEXT NOT NULL,
  UNIQUE (location, document_type, since_day)
) STRICT;

-- What such a run has been through, so that it goes on where it was interrupted.
CREATE TABLE catch_up_seen (
  run INTEGER NOT NULL REFERENCES catch_up_runs (seq) ON DELETE CASCADE,
  path TEXT NOT NULL,
  taken_in INTEGER NOT NULL CHECK (taken_in IN (0, 1)),
  PRIMARY KEY (run, path)
) STRICT, WITHOUT ROWID;
