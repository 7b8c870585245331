-- Articles that carry one story.

-- The sketches that articles are compared by, of all but very short ones.
CREATE TABLE story_sketch (
    article INTEGER NOT NULL PRIMARY KEY,
    sketch BYTEA NOT NULL
);

-- What the articles in use are found by: those without a common hash are not compared.
CREATE TABLE story_key (
    hash INTEGER NOT NULL,
    article INTEGER NOT NULL
);

CREATE INDEX story_key_hash ON story_key (hash, article);

-- Articles that share their story with others, by revision as in table article. A story is named by the smallest key of
-- its articles.
CREATE TABLE story_member (
    article INTEGER NOT NULL,
    story INTEGER NOT NULL,
    added BIGINT NOT NULL,
    removed BIGINT NOT NULL
);

CREATE INDEX story_member_article ON story_member (article, removed);
CREATE INDEX story_member_story ON story_member (story, removed);
