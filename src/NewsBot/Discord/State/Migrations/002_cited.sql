-- What answers rest on, so that they can say when it changes.

-- The articles that an answer cites, as they were then: the hash of Article.ContentHash.
CREATE TABLE cited (
    answer TEXT NOT NULL,
    article TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (answer, article)
);

ALTER TABLE answer ADD COLUMN channel INTEGER NULL;          -- where the message that answers is
ALTER TABLE answer ADD COLUMN marked INTEGER NOT NULL DEFAULT 0; -- 1 once the message says that a source has changed

-- Single values by name.
CREATE TABLE fact (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);
