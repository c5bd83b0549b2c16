-- The same as for PostgreSQL, but for how rows are counted. Times are milliseconds since 1970; filters, citations and
-- related documents are JSON.
CREATE TABLE conversation (
  id      VARCHAR(36) PRIMARY KEY,
  title   VARCHAR(200) NOT NULL,
  created BIGINT NOT NULL,
  changed BIGINT NOT NULL
);

CREATE TABLE turn (
  position        INTEGER PRIMARY KEY AUTOINCREMENT,
  id              VARCHAR(36) NOT NULL UNIQUE,
  conversation_id VARCHAR(36) NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  question        VARCHAR NOT NULL,
  filters         VARCHAR NOT NULL,
  max_citations   INTEGER NOT NULL,
  query           VARCHAR NOT NULL,
  status          VARCHAR(20) NOT NULL,
  answer          VARCHAR NOT NULL,
  citations       VARCHAR NOT NULL,
  related         VARCHAR NOT NULL,
  model           VARCHAR NOT NULL,
  degraded        VARCHAR,
  asked           BIGINT NOT NULL,
  elapsed_ms      BIGINT NOT NULL
);

CREATE INDEX turn_of_conversation ON turn (conversation_id, position);
CREATE INDEX conversation_changed ON conversation (changed);
