#include "archive/schema/schema_provenance.h"

namespace kompass::archive {

const char* const schema_provenance = R"sql(

-- Vocabularies: the words that several tables use alike. Nothing is ever taken out of them.
CREATE TABLE state (
    name        TEXT PRIMARY KEY,            -- e.g. 'sound'
    rank        INTEGER NOT NULL UNIQUE,     -- of several states that of a whole is the one of the highest rank
    meaning     TEXT NOT NULL                -- in words
) STRICT, WITHOUT ROWID;
INSERT INTO state VALUES
    ('sound', 1, 'nothing speaks against it'),
    ('from another file', 2, 'sound, and the preferred document does not have it; of rows alone'),
    ('decided', 3, 'a person decided it'),
    ('repaired', 4, 'it was misread, and the arithmetic tells what it is'),
    ('inconsistent', 5, 'it stands as published, and other figures contradict it'),
    ('doubtful', 6, 'a person should look');

CREATE TABLE check_kind (
    name        TEXT PRIMARY KEY,            -- e.g. 'sum'
    meaning     TEXT NOT NULL                -- which arithmetic is checked
) STRICT, WITHOUT ROWID;
INSERT INTO check_kind VALUES
    ('row', 'points, maximum and percent of a question or a total agree'),
    ('sum', 'the questions'' points give the area''s total, the areas'' that of a scoring'),
    ('maxima', 'the questions'' maxima sum to the printed maximum'),
    ('hundred', 'the area''s maximum is a hundred'),
    ('box', 'the points box agrees with the score table'),
    ('history_sum', 'a column of earlier evaluations sums to its total'),
    ('history_year', 'the column of the report''s own year equals its areas');

CREATE TABLE part_kind (
    name        TEXT PRIMARY KEY,            -- e.g. 'score_table'
    meaning     TEXT NOT NULL                -- what it is of a report
) STRICT, WITHOUT ROWID;
INSERT INTO part_kind VALUES
    ('title', 'the heading of an area'),
    ('box', 'the box with an area''s headings and points'),
    ('score_table', 'the questions of an area with their points'),
    ('strengths', 'an area''s strengths'),
    ('improvements', 'what an area may improve'),
    ('weaknesses', 'an area''s weaknesses'),
    ('role_models', 'municipalities that an area names as models'),
    ('history', 'the table of earlier evaluations'),
    ('key_facts', 'facts about the municipality'),
    ('identity', 'who was evaluated, and when'),
    ('page', 'a page, by the number printed on it');

-- Where a value of a report stands and what found it there, beside figures and findings, which are entries of their
-- own: the report's identity, titles, headings, role models and key facts. What follows from all of the report (its
-- edition) has no row.
CREATE TABLE provenance (
    id          INTEGER PRIMARY KEY REFERENCES entry (id) ON DELETE CASCADE, -- key; its places hang here
    report_id   INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE, -- the report that says it
    position    INTEGER NOT NULL CHECK (position >= 1), -- order in the record, 1 is the first
    cell        TEXT    NOT NULL REFERENCES cell (name), -- the value, e.g. 'year', 'area 4 role model 2', or the list that it is one of
    item        INTEGER CHECK (item >= 1),   -- which of that list, 1 is the first; NULL: the value has a cell of its own
    rule        TEXT CHECK (rule <> ''),     -- id of the rule that found it; NULL: its place in a table or list does
    UNIQUE (report_id, position)
) STRICT;
CREATE INDEX provenance_by_cell ON provenance (cell);
CREATE INDEX provenance_by_rule ON provenance (rule);

-- The checks that tell what a repaired figure is.
CREATE TABLE score_repair_check (
    entry_id    INTEGER NOT NULL,            -- what the repaired figure is of
    position    INTEGER NOT NULL,            -- of the repair
    kind        TEXT    NOT NULL REFERENCES check_kind (name), -- which arithmetic: it breaks with what was read, or is made with this figure alone
    PRIMARY KEY (entry_id, position, kind),
    FOREIGN KEY (entry_id, position) REFERENCES score_repair (entry_id, position) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- What compares with what between the questions of two editions, as the rules have it. Questions without a row
-- compare with none of another edition.
CREATE TABLE concordance (
    question_id INTEGER NOT NULL REFERENCES question (id), -- the question; of split and merged the older edition's
    other_id    INTEGER NOT NULL REFERENCES question (id), -- that of the other edition
    kind        TEXT    NOT NULL             -- 'same': in both directions, also by way of a third edition; 'split': the other is one of
                CHECK (kind IN ('same', 'split', 'merged')), -- those it was parted into; 'merged': it went into the other, with more
    PRIMARY KEY (question_id, other_id),
    CHECK (question_id <> other_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX concordance_by_other ON concordance (other_id);

PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql,
    '''scoring-column'', ''evaluator''))',
    '''scoring-column'', ''evaluator'', ''provenance''))')
WHERE type = 'table' AND name = 'entry';
UPDATE sqlite_schema SET sql = replace(sql,
    'run_id      INTEGER REFERENCES run (id)  -- the run that applied them; NULL: outside of a run' || char(10),
    'run_id      INTEGER REFERENCES run (id), -- the run that applied them, or took a record made elsewhere; NULL: outside of a run' || char(10) ||
    '    rules       TEXT CHECK (rules <> '''')     -- checksum of all files of those rules; NULL: not known' || char(10))
WHERE type = 'table' AND name = 'extraction';
UPDATE sqlite_schema SET sql = replace(sql,
    'kind        TEXT    NOT NULL             -- which arithmetic was checked' || char(10) ||
    '                CHECK (kind IN (''row'', ''sum'', ''maxima'', ''hundred'', ''box'', ''history_sum'', ''history_year'')),',
    'kind        TEXT    NOT NULL REFERENCES check_kind (name), -- which arithmetic was checked')
WHERE type = 'table' AND name = 'audit_finding';
UPDATE sqlite_schema SET sql = replace(sql,
    'part        TEXT    NOT NULL             -- what it is; ''page'': a page by its printed number' || char(10) ||
    '                CHECK (part IN (''title'', ''box'', ''score_table'', ''strengths'', ''improvements'', ''weaknesses'',' || char(10) ||
    '                                ''role_models'', ''history'', ''key_facts'', ''identity'', ''page'')),',
    'part        TEXT    NOT NULL REFERENCES part_kind (name), -- what it is; ''page'': a page by its printed number')
WHERE type = 'table' AND name = 'account_part';
PRAGMA writable_schema = RESET;

-- Who keeps what was read extracted it here; a record that was loaded says nothing of its rules.
UPDATE extraction SET rules = (SELECT p.version FROM run_part p WHERE p.run_id = extraction.run_id AND p.part = 'rules')
WHERE EXISTS (SELECT 1 FROM reading JOIN source USING (sha256) WHERE source.id = extraction.source_id);

)sql";

} // namespace kompass::archive
