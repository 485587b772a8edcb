// What both peers of Node keep calls with: one commit for each, synced before it returns.
const Database = require('better-sqlite3');

module.exports = (directory) => {
  const db = new Database(`${directory}/calls.db`);
  db.pragma('journal_mode = WAL');
  // The package's own default in WAL is NORMAL, which loses what was answered when the power goes.
  db.pragma('synchronous = FULL');
  db.exec(
    'CREATE TABLE notifications (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, received_at TEXT NOT NULL, body BLOB NOT NULL)'
  );
  const insert = db.prepare('INSERT OR IGNORE INTO notifications (id, received_at, body) VALUES (?, ?, ?)');
  return (id, body) => insert.run(id, new Date().toISOString(), body);
};
