-- What the bot must still know about Discord after a restart. Ids are Discord's, as signed 64-bit numbers; times are
-- seconds since 1970 (UTC).

-- Interactions and messages that were taken, so that one delivered twice is answered once.
CREATE TABLE taken (
    id INTEGER NOT NULL PRIMARY KEY,
    at INTEGER NOT NULL
);

-- Answers that were given, for the buttons under them.
CREATE TABLE answer (
    id TEXT NOT NULL PRIMARY KEY,
    asker INTEGER NOT NULL,
    server INTEGER NULL,
    question INTEGER NULL,         -- the message that asked; null for commands
    message INTEGER NULL,          -- the message that answers it
    content TEXT NOT NULL,         -- JSON: what was asked and what was answered
    at INTEGER NOT NULL
);

CREATE INDEX answer_question ON answer (question);
CREATE INDEX answer_server ON answer (server);
CREATE INDEX answer_at ON answer (at);

-- One vote for each answer and user.
CREATE TABLE vote (
    answer TEXT NOT NULL,
    voter INTEGER NOT NULL,
    up INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (answer, voter)
);

-- Deferred interactions that have no answer yet, so that the next start can end those that a crash left open.
CREATE TABLE open_interaction (
    id INTEGER NOT NULL PRIMARY KEY,
    application INTEGER NOT NULL,
    token TEXT NOT NULL,
    at INTEGER NOT NULL
);

-- Servers that removed the bot: their data go when the stated time is over.
CREATE TABLE left_server (
    id INTEGER NOT NULL PRIMARY KEY,
    at INTEGER NOT NULL
);

-- Notices that are given once in a while at most, by what they are about.
CREATE TABLE notice (
    topic TEXT NOT NULL PRIMARY KEY,
    at INTEGER NOT NULL
);
