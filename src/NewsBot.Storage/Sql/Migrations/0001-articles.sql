-- Articles by revision. A row is one version of an article; it is in use in the revisions from `added` up to, but not
-- including, `removed`, so that a reader of an earlier revision still finds what it began with. Nothing is updated in
-- place but `removed`. Written in the SQL that SQLite and PostgreSQL share.

CREATE TABLE corpus (
    id TEXT NOT NULL,              -- names this store, so that an index of another one is never taken for its own
    next_key INTEGER NOT NULL,     -- keys are never used twice, whatever was purged
    purged BIGINT NOT NULL         -- rows removed at this revision or before are gone
);

CREATE TABLE revision (
    number BIGINT NOT NULL PRIMARY KEY,
    committed TEXT NOT NULL,       -- UTC, ISO 8601
    added INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    removed INTEGER NOT NULL,
    articles INTEGER NOT NULL,     -- in use at this revision, and likewise below
    passages INTEGER NOT NULL,
    quotes INTEGER NOT NULL,
    times INTEGER NOT NULL,
    earliest INTEGER NULL,         -- publication days; days are counted from 0001-01-01
    latest INTEGER NULL
);

CREATE TABLE article (
    key INTEGER NOT NULL PRIMARY KEY,
    id TEXT NOT NULL,
    added BIGINT NOT NULL,
    removed BIGINT NOT NULL,       -- 9223372036854775807 while in use
    hash TEXT NOT NULL,
    analyzer INTEGER NOT NULL,     -- version of the analysis that was stored
    title TEXT NOT NULL,
    source TEXT NOT NULL,
    source_key TEXT NOT NULL,      -- source in lower case
    published BIGINT NOT NULL,     -- UTC, in units of 100 ns from 0001-01-01
    utc_offset INTEGER NOT NULL,   -- minutes
    time_precision INTEGER NOT NULL,
    day INTEGER NOT NULL,          -- the calendar day at the outlet
    url TEXT NULL,
    author TEXT NULL,
    language TEXT NOT NULL,
    origin TEXT NOT NULL,
    passages INTEGER NOT NULL,
    quotes INTEGER NOT NULL,
    times INTEGER NOT NULL
);

CREATE UNIQUE INDEX article_id ON article (id, added);
CREATE INDEX article_removed ON article (removed);
CREATE INDEX article_published ON article (published, id);

-- Apart from the rows above, so that a scan over headers does not read the texts.
CREATE TABLE article_text (
    article INTEGER NOT NULL PRIMARY KEY,
    text TEXT NOT NULL,
    analysis BYTEA NOT NULL
);

-- Quotes whose speaker has a resolved name; ordinal is their place in the analysis.
CREATE TABLE quote_speaker (
    article INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    name TEXT NOT NULL,
    title TEXT NULL
);

CREATE INDEX quote_speaker_name ON quote_speaker (name, title, article, ordinal);
CREATE INDEX quote_speaker_article ON quote_speaker (article);

-- Time expressions that have days, datelines left out. An open end is -1 or 2147483647.
CREATE TABLE time_interval (
    article INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    first_day INTEGER NOT NULL,
    last_day INTEGER NOT NULL
);

CREATE INDEX time_interval_first ON time_interval (first_day, last_day, article, ordinal);
CREATE INDEX time_interval_article ON time_interval (article);
