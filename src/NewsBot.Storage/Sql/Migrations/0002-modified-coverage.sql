-- When the outlet last changed an article, as published has it, all null where it does not say; and how much of the
-- article its text has: 0 full, 1 headline only, 2 paywalled.

ALTER TABLE article ADD COLUMN modified BIGINT NULL;
ALTER TABLE article ADD COLUMN modified_utc_offset INTEGER NULL;
ALTER TABLE article ADD COLUMN modified_precision INTEGER NULL;
ALTER TABLE article ADD COLUMN coverage INTEGER NOT NULL DEFAULT 0;
