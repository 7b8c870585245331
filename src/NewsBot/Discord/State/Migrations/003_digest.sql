-- Digests: which channels have them, and what is new.

CREATE TABLE digest (
    channel INTEGER NOT NULL PRIMARY KEY,
    server INTEGER NOT NULL,
    asker INTEGER NOT NULL,        -- the admin who wanted it
    schedule TEXT NOT NULL,        -- "daily 08:00 Europe/Berlin", "hourly"
    covered INTEGER NOT NULL       -- what arrived up to then has been told, or was there before
);

-- When articles of the last days were first seen in the archive.
CREATE TABLE arrival (
    article TEXT NOT NULL PRIMARY KEY,
    at INTEGER NOT NULL
);

CREATE INDEX arrival_at ON arrival (at);
