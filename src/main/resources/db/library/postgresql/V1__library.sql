-- The library of collections made from files, as in SQLite. Times are milliseconds since 1970; documents are JSON.
-- Texts are in the order of their bytes, whatever the language of the database.
CREATE TABLE collection (
  id          VARCHAR(64) COLLATE "C" PRIMARY KEY,
  title       VARCHAR NOT NULL,
  last_number INTEGER NOT NULL DEFAULT 0,
  sequence    BIGINT NOT NULL DEFAULT 0,
  changed     BIGINT NOT NULL
);

CREATE TABLE place (
  collection VARCHAR(64) COLLATE "C" NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
  location   VARCHAR COLLATE "C" NOT NULL,
  PRIMARY KEY (collection, location)
);

-- Files that were taken out of a collection though they are still in one of its places.
CREATE TABLE left_out (
  collection VARCHAR(64) COLLATE "C" NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
  location   VARCHAR COLLATE "C" NOT NULL,
  PRIMARY KEY (collection, location)
);

CREATE TABLE file (
  collection         VARCHAR(64) COLLATE "C" NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
  path               VARCHAR COLLATE "C" NOT NULL,
  location           VARCHAR COLLATE "C" NOT NULL,
  place              VARCHAR COLLATE "C" NOT NULL,
  size               BIGINT NOT NULL,
  modified           BIGINT NOT NULL,
  status             VARCHAR(20) NOT NULL,
  message            VARCHAR NOT NULL,
  sha256             VARCHAR(64) NOT NULL,
  media_type         VARCHAR NOT NULL,
  title              VARCHAR,
  language           VARCHAR,
  pages              INTEGER NOT NULL,
  pages_without_text VARCHAR NOT NULL,
  duplicate_of       VARCHAR COLLATE "C",
  reader             VARCHAR NOT NULL,
  PRIMARY KEY (collection, path)
);

CREATE INDEX file_by_content ON file (collection, sha256);

CREATE TABLE document (
  collection  VARCHAR(64) COLLATE "C" NOT NULL,
  number      INTEGER NOT NULL,
  path        VARCHAR COLLATE "C" NOT NULL,
  part        VARCHAR COLLATE "C" NOT NULL,
  card        VARCHAR NOT NULL,
  state       VARCHAR(64) NOT NULL,
  description VARCHAR,
  body        BYTEA NOT NULL,
  layout      BYTEA NOT NULL,
  PRIMARY KEY (collection, number),
  FOREIGN KEY (collection, path) REFERENCES file (collection, path) ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE INDEX document_by_path ON document (collection, path);

-- Bodies and layouts are packed already.
ALTER TABLE document ALTER COLUMN body SET STORAGE EXTERNAL, ALTER COLUMN layout SET STORAGE EXTERNAL;

-- Texts that an update has replaced or removed, for whoever still searches the index as it was before.
CREATE TABLE replaced (
  collection VARCHAR(64) COLLATE "C" NOT NULL,
  number     INTEGER NOT NULL,
  state      VARCHAR(64) NOT NULL,
  body       BYTEA NOT NULL,
  layout     BYTEA NOT NULL,
  at         BIGINT NOT NULL,
  PRIMARY KEY (collection, number, state)
);

ALTER TABLE replaced ALTER COLUMN body SET STORAGE EXTERNAL, ALTER COLUMN layout SET STORAGE EXTERNAL;

CREATE INDEX replaced_at ON replaced (at);

-- Not where the collection itself is removed.
CREATE FUNCTION keep_replaced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO replaced
    SELECT old.collection, old.number, old.state, old.body, old.layout,
      CAST(1000 * extract(epoch FROM clock_timestamp()) AS BIGINT)
    FROM collection WHERE id = old.collection
  ON CONFLICT (collection, number, state) DO UPDATE SET at = excluded.at;
  RETURN old;
END $$;

CREATE TRIGGER document_replaced BEFORE DELETE ON document FOR EACH ROW EXECUTE FUNCTION keep_replaced();

-- Files that were sent to a collection, whichever server took them: another may be the one that reads them.
CREATE TABLE sent (
  collection VARCHAR(64) COLLATE "C" NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
  name       VARCHAR COLLATE "C" NOT NULL,
  size       BIGINT NOT NULL,
  modified   BIGINT NOT NULL,
  looked     BOOLEAN NOT NULL DEFAULT FALSE,
  PRIMARY KEY (collection, name)
);

CREATE INDEX sent_waiting ON sent (collection) WHERE NOT looked;

-- Their content in pieces, so that no file is ever whole in memory.
CREATE TABLE sent_piece (
  collection VARCHAR(64) COLLATE "C" NOT NULL,
  name       VARCHAR COLLATE "C" NOT NULL,
  position   INTEGER NOT NULL,
  bytes      BYTEA NOT NULL,
  PRIMARY KEY (collection, name, position),
  FOREIGN KEY (collection, name) REFERENCES sent (collection, name) ON DELETE CASCADE
);

ALTER TABLE sent_piece ALTER COLUMN bytes SET STORAGE EXTERNAL;
