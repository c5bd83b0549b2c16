-- What bibliographies beside the files say of a document, as JSON; its body is what the file itself says.
ALTER TABLE document ADD COLUMN description VARCHAR;

PRAGMA user_version = 2;
