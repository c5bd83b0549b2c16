-- What a language model says in an answer in its own words, as JSON; turns of earlier versions have none.
ALTER TABLE turn ADD COLUMN claims VARCHAR;
