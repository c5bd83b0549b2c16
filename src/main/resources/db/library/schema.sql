-- The library of collections made from files. Times are milliseconds since 1970; documents are JSON.
CREATE TABLE collection (
  id          VARCHAR(64) PRIMARY KEY,
  title       VARCHAR NOT NULL,
  last_number INTEGER NOT NULL DEFAULT 0,
  sequence    BIGINT NOT NULL DEFAULT 0,
  changed     BIGINT NOT NULL
);

CREATE TABLE place (
  collection VARCHAR(64) NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
  location   VARCHAR NOT NULL,
  PRIMARY KEY (collection, location)
);

-- Files that were taken out of a collection though they are still in one of its places.
CREATE TABLE left_out (
  collection VARCHAR(64) NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
  location   VARCHAR NOT NULL,
  PRIMARY KEY (collection, location)
);

CREATE TABLE file (
  collection         VARCHAR(64) NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
  path               VARCHAR NOT NULL,
  location           VARCHAR NOT NULL,
  place              VARCHAR NOT NULL,
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
  duplicate_of       VARCHAR,
  reader             VARCHAR NOT NULL,
  PRIMARY KEY (collection, path)
);

CREATE INDEX file_by_content ON file (collection, sha256);

CREATE TABLE document (
  collection VARCHAR(64) NOT NULL,
  number     INTEGER NOT NULL,
  path       VARCHAR NOT NULL,
  part       VARCHAR NOT NULL,
  body       BLOB NOT NULL,
  layout     BLOB NOT NULL,
  PRIMARY KEY (collection, number),
  FOREIGN KEY (collection, path) REFERENCES file (collection, path) ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE INDEX document_by_path ON document (collection, path);

PRAGMA user_version = 1;
