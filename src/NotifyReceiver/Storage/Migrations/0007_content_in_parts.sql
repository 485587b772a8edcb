-- A document that a call carried under an id of its sender's is found by its content. A random key in an index of all of them dirties a
-- page of its own with nearly every conversion, the more so the longer the history; so they stand there in parts, by the order of
-- arrival: what comes goes into the last part, and who looks for content looks into each.
DROP INDEX notifications_content;
CREATE INDEX notifications_content ON notifications (seq / 65536, body_sha256)
WHERE origin = 'call' AND shape = 'document' AND sender_id IS NOT NULL;
