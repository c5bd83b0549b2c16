-- What a collection says of itself, as JSON: its title and what a reference needs, and the names in it.
ALTER TABLE collection ADD COLUMN texts VARCHAR;
ALTER TABLE collection ADD COLUMN names VARCHAR;
