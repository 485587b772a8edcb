#!/bin/sh
# The id and the body come as arguments. FULL is what the shell's SQLite does when it is not told otherwise.
sqlite3 -cmd '.timeout 30000' "$PEER_DIRECTORY/calls.db" \
    "INSERT OR IGNORE INTO notifications (id, received_at, body) VALUES ('$1', datetime(), '$2')"
