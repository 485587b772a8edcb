-- What was seen before is found in a table of its own, into which notifications are filed many at a time, in the order of its
-- keys: a random key in an index dirties a page of it for nearly every row.

CREATE TABLE notifications_new (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  -- What makes two the same: a hash of the sender's id, of the body where the sender gives none, or of a fetched
  -- document's path and content. Each is there once; table seen tells.
  same_as BLOB NOT NULL,
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
  -- When body and headers were taken out, because only that it came must be remembered; null while it is whole.
  pruned_at TEXT,
  -- Behind all others: what stands behind a large one is read through it.
  body BLOB NOT NULL,
  bytes INTEGER NOT NULL GENERATED ALWAYS AS (length(body)) VIRTUAL
) STRICT;

INSERT INTO notifications_new
  (seq, same_as, origin, sender_id, body_sha256, conflicts_with, received_at, last_received_at, times_received,
   remote_address, credential, content_type, headers, path, document_type, business_unit, state, reason, shape, profile,
   location, seen_seq, identity, body)
SELECT seq, same_as, origin, sender_id, body_sha256, conflicts_with, received_at, last_received_at, times_received,
       remote_address, credential, content_type, headers, path, document_type, business_unit, state, reason, shape, profile,
       location, seen_seq, identity, body
FROM notifications;

-- Places in the order of arrivals are taken from here too, so the number may be beyond the last notification.
UPDATE sqlite_sequence
SET seq = (SELECT seq FROM sqlite_sequence WHERE name = 'notifications')
WHERE name = 'notifications_new' AND EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'notifications');

DROP TABLE notifications;
ALTER TABLE notifications_new RENAME TO notifications;

CREATE INDEX notifications_pending ON notifications (seq) WHERE state = 'pending';
CREATE INDEX notifications_quarantined ON notifications (seq) WHERE state = 'quarantined';
CREATE INDEX notifications_fetching ON notifications (seq) WHERE state = 'fetching';
CREATE INDEX notifications_path ON notifications (path) WHERE path IS NOT NULL;
CREATE INDEX notifications_identity ON notifications (identity) WHERE identity IS NOT NULL;
-- A document that a call carried under an id of its sender's is found by content here; without an id, table seen finds it.
CREATE INDEX notifications_content ON notifications (body_sha256)
WHERE origin = 'call' AND shape = 'document' AND sender_id IS NOT NULL;

CREATE TABLE seen (
  same_as BLOB PRIMARY KEY,
  notification INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO seen (same_as, notification) SELECT same_as, seq FROM notifications ORDER BY same_as;

-- One row. The notifications up to this one are filed in table seen; those after it are looked through themselves.
CREATE TABLE seen_filed (
  up_to INTEGER NOT NULL
) STRICT;

INSERT INTO seen_filed (up_to) SELECT coalesce(max(seq), 0) FROM notifications;
