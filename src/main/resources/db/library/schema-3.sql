-- A document's card is all but its text, as JSON: who lists documents reads no texts. Its state is the SHA-256 of body
-- and layout.
ALTER TABLE document ADD COLUMN card VARCHAR NOT NULL DEFAULT '{}';
ALTER TABLE document ADD COLUMN state VARCHAR(64) NOT NULL DEFAULT '';

-- Texts that an update has replaced or removed, for whoever still searches the index as it was before.
CREATE TABLE replaced (
  collection VARCHAR(64) NOT NULL,
  number     INTEGER NOT NULL,
  state     VARCHAR(64) NOT NULL,
  body       BLOB NOT NULL,
  layout     BLOB NOT NULL,
  at         BIGINT NOT NULL,
  PRIMARY KEY (collection, number, state)
);

-- Not where the collection itself is removed.
CREATE TRIGGER document_replaced BEFORE DELETE ON document
WHEN EXISTS (SELECT 1 FROM collection WHERE id = old.collection)
BEGIN INSERT OR REPLACE INTO replaced VALUES (old.collection, old.number, old.state, old.body, old.layout,
  1000 * CAST(strftime('%s', 'now') AS INTEGER)); END;

PRAGMA user_version = 3;
