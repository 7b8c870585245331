-- How the archive came to be what it is. kind: 0 the sources were read, 1 undo, 2 redo.

ALTER TABLE revision ADD COLUMN kind INTEGER NOT NULL DEFAULT 0;

CREATE TABLE reload (
    number INTEGER NOT NULL PRIMARY KEY,
    kind INTEGER NOT NULL,
    started_by TEXT NOT NULL,
    started TEXT NOT NULL,         -- UTC, ISO 8601
    ending INTEGER NOT NULL,       -- 0 running, 1 done, 2 cancelled, 3 failed, 4 interrupted
    elapsed INTEGER NULL,          -- milliseconds
    before BIGINT NOT NULL,        -- the revision that it began with
    revision BIGINT NOT NULL,      -- the revision that served when it ended
    added INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    removed INTEGER NOT NULL,
    unchanged INTEGER NOT NULL,
    failures INTEGER NOT NULL,
    reason TEXT NULL
);
