-- Several inserts share a request; a delivery that ATIONET may have is looked up there; terminals take turns.

CREATE TABLE requests (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  terminal_code TEXT NOT NULL,
  -- What it does at ATIONET: inserts, or looks up whether it has a delivery.
  purpose TEXT NOT NULL CHECK (purpose IN ('insert', 'verify')),
  started_at TEXT NOT NULL,
  finished_at TEXT,
  -- Null in a dry run: nothing left this machine.
  address TEXT,
  body TEXT NOT NULL,
  outcome TEXT,
  status INTEGER,
  detail TEXT,
  reply TEXT
) STRICT;

CREATE TABLE request_inserts (
  request INTEGER NOT NULL REFERENCES requests (seq),
  insert_seq INTEGER NOT NULL REFERENCES inserts (seq),
  -- What a look at ATIONET showed of this insert; null for a request that sends.
  found TEXT,
  PRIMARY KEY (insert_seq, request)
) STRICT, WITHOUT ROWID;

INSERT INTO requests (seq, terminal_code, purpose, started_at, finished_at, address, body, outcome, status, detail, reply)
SELECT row_number() OVER (ORDER BY started_at, insert_seq, number), terminal_code, 'insert', started_at, finished_at,
       address, request, outcome, status, detail, reply
FROM attempts JOIN inserts ON inserts.seq = insert_seq;

INSERT INTO request_inserts (request, insert_seq)
SELECT row_number() OVER (ORDER BY started_at, insert_seq, number), insert_seq
FROM attempts;

DROP TABLE attempts;

CREATE INDEX request_inserts_by_request ON request_inserts (request);
CREATE INDEX requests_unfinished ON requests (seq) WHERE finished_at IS NULL;

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
      'pending', 'sending', 'verifying', 'accepted', 'accepted-with-warnings', 'refused', 'held', 'dry-run', 'withdrawn',
      'dismissed'
    )
  ),
  reason TEXT,
  -- How many times it was sent.
  attempts INTEGER NOT NULL DEFAULT 0,
  -- How many tries to send it failed in passing since it was put out, and how long it has waited in between.
  tries INTEGER NOT NULL DEFAULT 0,
  waited_seconds INTEGER NOT NULL DEFAULT 0,
  -- With how many it may share a request, where fewer than usual: one that was refused is split until the culprit is found.
  most_together INTEGER,
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
   attempts, outcome_unknown, due_at, created_at, is_dry, corrects, row, document_row)
SELECT seq, key, kind, terminal_code, tank_number, product_code, occurred_at, volume, invoice_number, state, reason,
       attempts, outcome_unknown, due_at, created_at, is_dry, corrects, row, document_row
FROM inserts;

-- The host failed at these, which does not tell that it took nothing: they are looked up before they are sent again.
UPDATE inserts_new
SET state = 'verifying', outcome_unknown = 1
WHERE state = 'pending' AND kind = 'delivery' AND NOT is_dry AND EXISTS (
  SELECT 1
  FROM request_inserts JOIN requests ON requests.seq = request
  WHERE insert_seq = inserts_new.seq AND address IS NOT NULL AND status >= 500 AND status <> 503
);

DROP TABLE inserts;
ALTER TABLE inserts_new RENAME TO inserts;

-- The terminals that have something to send, and what each of them sends next.
CREATE INDEX inserts_waiting ON inserts (terminal_code, occurred_at, seq) WHERE state = 'pending';
CREATE INDEX inserts_verifying ON inserts (terminal_code, due_at) WHERE state = 'verifying';
CREATE INDEX inserts_invoice ON inserts (invoice_number, terminal_code) WHERE invoice_number IS NOT NULL;
CREATE INDEX inserts_corrects ON inserts (corrects) WHERE corrects IS NOT NULL;
-- What was sent of a terminal in a time, to be compared with what ATIONET has.
CREATE INDEX inserts_terminal ON inserts (terminal_code, kind, occurred_at);

-- At most one sender a terminal, whatever process it is in; and when a terminal that fails is tried again.
CREATE TABLE terminals (
  terminal_code TEXT PRIMARY KEY,
  -- Who has the turn and until when at most; null when nobody has.
  turn TEXT,
  turn_until TEXT,
  -- Requests in a row that failed in passing.
  failures INTEGER NOT NULL DEFAULT 0,
  due_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Where ATIONET refused the credentials: nothing is sent there, or looked up, until they change or an operator says so.
CREATE TABLE stops (
  destination TEXT NOT NULL,
  purpose TEXT NOT NULL CHECK (purpose IN ('insert', 'verify')),
  stopped_at TEXT NOT NULL,
  reason TEXT NOT NULL,
  -- Tells whether the credentials are others now, and not what they are: a slow salted hash.
  credentials TEXT NOT NULL,
  PRIMARY KEY (destination, purpose)
) STRICT, WITHOUT ROWID;
