#include "archive/schema/schema_evaluations.h"

namespace kompass::archive {

const char* const schema_evaluations = R"sql(

DROP VIEW notable_figures;
DROP VIEW history_list;
DROP VIEW role_models_list;
DROP VIEW edition_means;
DROP VIEW reports;
DROP VIEW completeness;
DROP VIEW inconsistencies;
DROP VIEW findings_list;
DROP VIEW area_totals;
DROP VIEW scores;
DROP VIEW figures;
DROP VIEW report_in_force;
DROP VIEW correction_in_force;

-- Evaluations -----------------------------------------------------------------------------------------------

-- A municipality's evaluation, as it is in effect: read from the documents that are evidence of it, with what
-- people decided. All that refers to it is written anew with it.
CREATE TABLE evaluation (
    id          INTEGER PRIMARY KEY,         -- key in this file, for the time being; `key` names it everywhere
    key         TEXT    NOT NULL UNIQUE CHECK (key <> ''), -- lasting name: country, municipality, period, e.g. 'se-1983-2017-10'
    report_id   INTEGER NOT NULL UNIQUE REFERENCES report (id) ON DELETE CASCADE, -- of the document that is preferred
    municipality_code TEXT REFERENCES municipality (code), -- NULL: not recognised
    municipality TEXT,                       -- the name it was taken under, or decided; NULL: none was found
    year        INTEGER CHECK (year BETWEEN 1000 AND 9999), -- when the municipality was evaluated; NULL: not stated
    month       INTEGER CHECK (month BETWEEN 1 AND 12), -- NULL: not stated
    ordinal     INTEGER CHECK (ordinal >= 1), -- 1: the municipality's first evaluation; NULL: not stated
    interviewees INTEGER CHECK (interviewees >= 0), -- persons, in round figures as printed; NULL: not stated
    document_date TEXT,                      -- date of the document, ISO 8601; NULL: not stated
    edition     TEXT REFERENCES edition (id), -- of the instrument it was scored with; NULL: not to be told
    points      INTEGER CHECK (points >= 0), -- sum of the eight areas, points; NULL unless all eight are stated
    max         INTEGER CHECK (max >= 0),    -- sum of their maxima, points; NULL unless all eight are stated
    parts       TEXT    NOT NULL,            -- what of it was found, in one line, e.g. '41 of 41 parts'
    accounted   REAL CHECK (accounted BETWEEN 0 AND 1) -- share of the preferred document's words, 0 to 1; NULL: not accounted for
) STRICT;
CREATE INDEX report_by_name ON report (municipality, year);
CREATE INDEX evaluation_by_municipality ON evaluation (municipality_code, year);
CREATE INDEX evaluation_by_name ON evaluation (municipality, year);
CREATE INDEX evaluation_by_edition ON evaluation (edition);

CREATE TABLE evidence (
    report_id   INTEGER PRIMARY KEY REFERENCES report (id) ON DELETE CASCADE, -- what a document says of it
    evaluation_id INTEGER NOT NULL REFERENCES evaluation (id) ON DELETE CASCADE, -- the evaluation
    rank        INTEGER NOT NULL CHECK (rank >= 1), -- 1: the preferred document
    reason      TEXT                         -- why the preferred one goes before it; NULL: it is the preferred one
                CHECK (reason IN ('file-replaced', 'later-edition', 'more-complete', 'fewer-doubts',
                                  'nearer-source', 'no-difference')),
    why         TEXT,                        -- the same in words
    UNIQUE (evaluation_id, rank),
    CHECK ((rank = 1) = (reason IS NULL) AND (reason IS NULL) = (why IS NULL))
) STRICT;

-- Two evaluations that may be one: a person has to say.
CREATE TABLE unsure_match (
    evaluation_id INTEGER NOT NULL REFERENCES evaluation (id) ON DELETE CASCADE, -- the one
    other_id    INTEGER NOT NULL REFERENCES evaluation (id) ON DELETE CASCADE, -- the other
    why         TEXT    NOT NULL,            -- what speaks for it, and what against
    PRIMARY KEY (evaluation_id, other_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX unsure_match_by_other ON unsure_match (other_id);

-- A file was found with other content: keyed by what does not change, so without a link.
CREATE TABLE replacement (
    sha256      TEXT    PRIMARY KEY          -- of the bytes that lay there before, lower-case hex
                CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    by_sha256   TEXT    NOT NULL             -- of the bytes found in their place
                CHECK (length(by_sha256) = 64 AND by_sha256 NOT GLOB '*[^0-9a-f]*')
) STRICT, WITHOUT ROWID;
CREATE INDEX replacement_by_successor ON replacement (by_sha256);
INSERT OR IGNORE INTO replacement (sha256, by_sha256)
SELECT old.sha256, new.sha256 FROM former_report f JOIN source old ON old.id = f.source_id
JOIN source new ON new.id = f.superseded_by WHERE f.reason = 'file-replaced';

-- Decisions -------------------------------------------------------------------------------------------------

-- What a person decided of an evaluation, in a document of it; only ever added to. Of several decisions of one
-- cell the latest counts.
CREATE TABLE decision (
    id          INTEGER PRIMARY KEY AUTOINCREMENT, -- order of entering
    sha256      TEXT    NOT NULL             -- of a document of the evaluation, which may yet come; lower-case hex
                CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    cell        TEXT    NOT NULL REFERENCES cell (name), -- what is decided: its area, question and field are in cell
    stated      INTEGER NOT NULL CHECK (stated IN (0, 1)), -- 0: the report does not state it
    number      INTEGER CHECK (number >= 0), -- what it is, in the cell's unit; NULL: no figure
    text        TEXT CHECK (text <> ''),     -- what it is; NULL: no text
    was         TEXT,                        -- what the archive held when it was made; NULL: nothing
    author      TEXT    NOT NULL,            -- who decided
    why         TEXT    NOT NULL,            -- on what grounds
    made_at     TEXT    NOT NULL,            -- UTC, ISO 8601, e.g. 2021-03-01T12:00:00Z
    CHECK ((number IS NOT NULL) + (text IS NOT NULL) = stated)
) STRICT;
CREATE INDEX decision_by_source ON decision (sha256, cell);
CREATE INDEX decision_by_cell ON decision (cell);
CREATE TRIGGER decision_is_of_its_cell BEFORE INSERT ON decision
WHEN new.stated AND (new.number IS NULL) =
     (SELECT field IN ('points', 'max', 'percent', 'box points', 'year', 'month', 'ordinal', 'interviewees')
      FROM cell WHERE name = new.cell) BEGIN
    SELECT RAISE(ABORT, 'a decision of a figure needs a number, any other a text');
END;
CREATE TRIGGER decision_stays BEFORE UPDATE ON decision BEGIN
    SELECT RAISE(ABORT, 'a decision is never changed; a later one goes before it');
END;
CREATE TRIGGER decision_is_kept BEFORE DELETE ON decision BEGIN
    SELECT RAISE(ABORT, 'a decision is never taken away; a later one goes before it');
END;

-- What an earlier version of the program took as a correction and no cell can hold. Nothing reads it.
CREATE TABLE refused_correction (
    id          INTEGER PRIMARY KEY,         -- order of entering
    sha256      TEXT    NOT NULL,            -- of the source, lower-case hex
    cell        TEXT    NOT NULL,            -- what was to be corrected
    was         TEXT,                        -- what the archive held when it was made; NULL: nothing
    value       TEXT    NOT NULL,            -- what was entered, e.g. 'tolv' for a number
    author      TEXT    NOT NULL,            -- who entered it
    why         TEXT    NOT NULL,            -- on what grounds
    made_at     TEXT    NOT NULL             -- when
) STRICT;

-- Of each cell of an evaluation the decision that counts.
CREATE TABLE decision_in_force (
    evaluation_id INTEGER NOT NULL REFERENCES evaluation (id) ON DELETE CASCADE, -- the evaluation
    cell        TEXT    NOT NULL REFERENCES cell (name), -- what is decided; of a finding where it stands now
    decision_id INTEGER NOT NULL REFERENCES decision (id), -- the decision
    applied     INTEGER NOT NULL CHECK (applied IN (0, 1)), -- 0: no document of the evaluation has such a cell
    PRIMARY KEY (evaluation_id, cell, decision_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX decision_in_force_by_decision ON decision_in_force (decision_id);
CREATE INDEX decision_in_force_by_cell ON decision_in_force (cell);

-- What is in effect -----------------------------------------------------------------------------------------

-- States of a figure or fact. 'consistent': nothing speaks against it; 'inconsistent': it stands as published,
-- and others contradict it; 'repaired': misread, and the arithmetic tells what it is; 'doubtful': a person should look;
-- 'decided': a person did. NULL: it is not stated, and nobody misses it.

CREATE TABLE fact (
    evaluation_id INTEGER NOT NULL REFERENCES evaluation (id) ON DELETE CASCADE, -- the evaluation
    field       TEXT    NOT NULL             -- what the evaluation's row, or the document, says
                CHECK (field IN ('municipality', 'year', 'month', 'ordinal', 'interviewees', 'document date',
                                 'edition', 'evaluators', 'key facts')),
    state       TEXT    NOT NULL CHECK (state IN ('consistent', 'doubtful', 'decided')), -- as above
    report_id   INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE, -- the document it is from
    PRIMARY KEY (evaluation_id, field)
) STRICT, WITHOUT ROWID;
CREATE INDEX fact_by_report ON fact (report_id);

CREATE TABLE area_result (
    evaluation_id INTEGER NOT NULL REFERENCES evaluation (id) ON DELETE CASCADE, -- the evaluation
    area        INTEGER NOT NULL CHECK (area BETWEEN 1 AND 8), -- number of the area, 1 to 8
    area_id     INTEGER REFERENCES area (id), -- its definition; NULL: the edition has no area of this number and title
    title       TEXT    NOT NULL,            -- as in the area's heading; empty: none was found
    points      INTEGER CHECK (points >= 0), -- total reached, points; NULL: not stated
    max         INTEGER CHECK (max >= 0),    -- total that can be reached, points; NULL: not stated
    percent     INTEGER CHECK (percent >= 0), -- points of max, per cent, whole; NULL: not stated
    box_points  INTEGER CHECK (box_points >= 0), -- points in the box Rubriker/Poäng; NULL: not stated
    points_state TEXT CHECK (points_state IN ('consistent', 'inconsistent', 'repaired', 'doubtful', 'decided')), -- of points
    max_state   TEXT CHECK (max_state IN ('consistent', 'inconsistent', 'repaired', 'doubtful', 'decided')), -- of max
    percent_state TEXT CHECK (percent_state IN ('consistent', 'inconsistent', 'repaired', 'doubtful', 'decided')), -- of percent
    box_points_state TEXT CHECK (box_points_state IN ('consistent', 'inconsistent', 'repaired', 'doubtful', 'decided')), -- of box_points
    table_from  INTEGER NOT NULL REFERENCES area_score (id) ON DELETE CASCADE, -- the area of the document that the score table is from
    box_from    INTEGER NOT NULL REFERENCES area_score (id) ON DELETE CASCADE, -- … that title and box are from
    PRIMARY KEY (evaluation_id, area)
) STRICT, WITHOUT ROWID;
CREATE INDEX area_result_by_definition ON area_result (area_id);
CREATE INDEX area_result_by_table ON area_result (table_from);
CREATE INDEX area_result_by_box ON area_result (box_from);

CREATE TABLE question_result (
    evaluation_id INTEGER NOT NULL REFERENCES evaluation (id) ON DELETE CASCADE, -- the evaluation
    area        INTEGER NOT NULL CHECK (area BETWEEN 1 AND 8), -- number of the area, 1 to 8
    position    INTEGER NOT NULL CHECK (position >= 1), -- order in the table, 1 is the first
    number      TEXT    NOT NULL,            -- as printed, e.g. '4.2'
    text        TEXT    NOT NULL,            -- the question
    question_id INTEGER REFERENCES question (id), -- its definition; NULL: the edition has no such question
    points      INTEGER CHECK (points >= 0), -- reached, points; NULL: not stated
    max         INTEGER CHECK (max >= 0),    -- can be reached, points; NULL: not stated
    percent     INTEGER CHECK (percent >= 0), -- points of max, per cent, whole; NULL: not stated
    points_state TEXT CHECK (points_state IN ('consistent', 'inconsistent', 'repaired', 'doubtful', 'decided')), -- of points
    max_state   TEXT CHECK (max_state IN ('consistent', 'inconsistent', 'repaired', 'doubtful', 'decided')), -- of max
    percent_state TEXT CHECK (percent_state IN ('consistent', 'inconsistent', 'repaired', 'doubtful', 'decided')), -- of percent
    question_from INTEGER NOT NULL REFERENCES question_score (id) ON DELETE CASCADE, -- the row of the document
    PRIMARY KEY (evaluation_id, area, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX question_result_by_number ON question_result (number);
CREATE INDEX question_result_by_definition ON question_result (question_id);
CREATE INDEX question_result_by_source ON question_result (question_from);

CREATE TABLE history_result (
    evaluation_id INTEGER NOT NULL REFERENCES evaluation (id) ON DELETE CASCADE, -- the evaluation whose report prints it
    position    INTEGER NOT NULL CHECK (position >= 1), -- order of the column, 1 is the first
    area        INTEGER NOT NULL CHECK (area BETWEEN 0 AND 8), -- number of the area, 1 to 8; 0: all together
    year        INTEGER NOT NULL,            -- of the evaluation the column tells of
    points      INTEGER CHECK (points >= 0), -- that year's, points; NULL: not stated
    state       TEXT CHECK (state IN ('consistent', 'inconsistent', 'repaired', 'doubtful', 'decided')), -- of points
    column_from INTEGER NOT NULL REFERENCES history_column (id) ON DELETE CASCADE, -- the column of the document
    PRIMARY KEY (evaluation_id, position, area)
) STRICT, WITHOUT ROWID;
CREATE INDEX history_result_by_column ON history_result (column_from);

CREATE TABLE check_result (
    evaluation_id INTEGER NOT NULL REFERENCES evaluation (id) ON DELETE CASCADE, -- the evaluation
    position    INTEGER NOT NULL CHECK (position >= 1), -- order of audit, 1 is the first
    published   INTEGER NOT NULL CHECK (published IN (0, 1)), -- 1: so it is with the figures that the report prints
    effective   INTEGER NOT NULL CHECK (effective IN (0, 1)), -- 1: so it is with the figures in effect
    kind        TEXT    NOT NULL             -- which arithmetic was checked
                CHECK (kind IN ('row', 'sum', 'maxima', 'hundred', 'box', 'history_sum', 'history_year')),
    verdict     TEXT    NOT NULL CHECK (verdict IN ('rounding', 'inconsistent')), -- what is exact is not kept
    area        INTEGER CHECK (area BETWEEN 1 AND 8), -- NULL: not of one area
    cell        TEXT    NOT NULL,            -- what was checked, e.g. '4.4 percent'
    stands      TEXT    NOT NULL,            -- what stands there: printed, or in effect
    expected    TEXT    NOT NULL,            -- what follows from the rest, e.g. '51' or '50–51'
    explanation TEXT    NOT NULL,            -- a sentence for people
    PRIMARY KEY (evaluation_id, position),
    CHECK (published + effective > 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE part_result (
    evaluation_id INTEGER NOT NULL REFERENCES evaluation (id) ON DELETE CASCADE, -- the evaluation
    position    INTEGER NOT NULL CHECK (position >= 1), -- order, 1 is the first
    part        TEXT    NOT NULL             -- what it is; 'page': a page by its printed number
                CHECK (part IN ('title', 'box', 'score_table', 'strengths', 'improvements', 'weaknesses',
                                'role_models', 'history', 'key_facts', 'identity', 'page')),
    area        INTEGER CHECK (area BETWEEN 1 AND 8), -- number of the area, 1 to 8; NULL: of no area
    printed_page INTEGER,                    -- of part 'page': the number printed on it; NULL: another part
    state       TEXT    NOT NULL             -- what became of it
                CHECK (state IN ('found', 'damaged', 'missing', 'not_in_report')),
    why         TEXT,                        -- what is wrong, why it is expected, or why not; NULL: found
    report_id   INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE, -- the document it is taken from, or missed in
    PRIMARY KEY (evaluation_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX part_result_by_report ON part_result (report_id);

-- Texts: what can be found, one row a text -------------------------------------------------------------------

DROP TRIGGER finding_inserted;
DROP TRIGGER finding_deleted;
DROP TRIGGER finding_updated;
DROP TRIGGER question_score_inserted;
DROP TRIGGER question_score_deleted;
DROP TRIGGER question_score_updated;
DROP TRIGGER box_heading_inserted;
DROP TRIGGER box_heading_deleted;
DROP TRIGGER box_heading_updated;
DROP TRIGGER role_model_inserted;
DROP TRIGGER role_model_deleted;
DROP TRIGGER role_model_updated;
DROP TRIGGER paragraph_inserted;
DROP TRIGGER paragraph_deleted;
DROP TRIGGER paragraph_updated;
DROP TABLE passage_search;
DROP TABLE passage_search_folded;
DROP TABLE passage;

CREATE TABLE passage (
    id          INTEGER PRIMARY KEY,         -- key; rowid in both search tables
    evaluation_id INTEGER NOT NULL REFERENCES evaluation (id) ON DELETE CASCADE, -- the evaluation it is of
    area        INTEGER NOT NULL CHECK (area BETWEEN 1 AND 8), -- number of the area it stands in, 1 to 8
    kind        TEXT    NOT NULL             -- where in the area
                CHECK (kind IN ('strength', 'improvement', 'weakness', 'question', 'heading', 'role-model', 'text')),
    position    INTEGER NOT NULL CHECK (position >= 1), -- order among those of its kind, 1 is the first
    text        TEXT    NOT NULL,            -- joined over line ends, repaired, or as a person decided
    decided     INTEGER NOT NULL CHECK (decided IN (0, 1)), -- 1: a person did
    area_from   INTEGER NOT NULL REFERENCES area_score (id) ON DELETE CASCADE, -- the area of the document it is from
    UNIQUE (evaluation_id, area, kind, position)
) STRICT;
CREATE INDEX passage_by_source ON passage (area_from);

-- å ä ö are letters of their own.
CREATE VIRTUAL TABLE passage_search USING fts5 (
    text, content = 'passage', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3'
);
-- For words typed without them.
CREATE VIRTUAL TABLE passage_search_folded USING fts5 (
    text, content = 'passage', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
CREATE TRIGGER passage_inserted AFTER INSERT ON passage BEGIN
    INSERT INTO passage_search (rowid, text) VALUES (new.id, new.text);
    INSERT INTO passage_search_folded (rowid, text) VALUES (new.id, new.text);
END;
CREATE TRIGGER passage_deleted AFTER DELETE ON passage BEGIN
    INSERT INTO passage_search (passage_search, rowid, text) VALUES ('delete', old.id, old.text);
    INSERT INTO passage_search_folded (passage_search_folded, rowid, text) VALUES ('delete', old.id, old.text);
END;
CREATE TRIGGER passage_updated AFTER UPDATE ON passage BEGIN
    INSERT INTO passage_search (passage_search, rowid, text) VALUES ('delete', old.id, old.text);
    INSERT INTO passage_search_folded (passage_search_folded, rowid, text) VALUES ('delete', old.id, old.text);
    INSERT INTO passage_search (rowid, text) VALUES (new.id, new.text);
    INSERT INTO passage_search_folded (rowid, text) VALUES (new.id, new.text);
END;

)sql";

const char* const schema_evaluation_views = R"sql(

CREATE VIEW scores AS
SELECT e.municipality, e.year, e.edition, x.area, x.number AS question, x.points, x.max, x.percent, x.text,
       (SELECT group_concat(d.field, ', ') FROM doubt d WHERE d.entry_id = x.question_from AND
            'doubtful' = CASE d.field WHEN 'points' THEN x.points_state WHEN 'max' THEN x.max_state
                                      WHEN 'percent' THEN x.percent_state ELSE 'doubtful' END) AS doubtful,
       (SELECT group_concat(DISTINCT p.field) FROM score_repair p WHERE p.entry_id = x.question_from) AS repaired,
       (SELECT group_concat(n.short_name, ', ') FROM cell n CROSS JOIN decision_in_force k
            ON k.evaluation_id = e.id AND k.cell = n.name AND k.applied
        WHERE n.question = x.number) AS corrected,
       e.report_id AS report, e.key AS evaluation, s.sha256 AS document
FROM evaluation e
JOIN question_result x ON x.evaluation_id = e.id
JOIN question_score q ON q.id = x.question_from
JOIN area_score a ON a.id = q.area_score_id
JOIN report r ON r.id = a.report_id
JOIN source s ON s.id = r.source_id
ORDER BY e.municipality, e.year, e.report_id, x.area, x.position;

CREATE VIEW area_totals AS
SELECT e.municipality, e.year, e.edition, x.area, x.title, x.points, x.max, x.percent, x.box_points,
       (SELECT group_concat(d.field, ', ') FROM doubt d WHERE d.entry_id IN (x.box_from, t.total_id) AND
            'doubtful' = CASE d.field WHEN 'points' THEN x.points_state WHEN 'max' THEN x.max_state
                                      WHEN 'percent' THEN x.percent_state WHEN 'box_points' THEN x.box_points_state
                                      ELSE 'doubtful' END
            AND NOT EXISTS (SELECT 1 FROM cell n JOIN decision_in_force k ON k.evaluation_id = e.id AND k.cell = n.name
                            WHERE k.applied AND n.kind = 'area' AND n.area = x.area AND n.note = d.field
                            AND n.position IS NULL)) AS doubtful,
       (SELECT group_concat(DISTINCT p.field) FROM score_repair p WHERE p.entry_id IN (x.box_from, t.total_id)) AS repaired,
       (SELECT group_concat(n.short_name, ', ') FROM cell n CROSS JOIN decision_in_force k
            ON k.evaluation_id = e.id AND k.cell = n.name AND k.applied
        WHERE n.area = x.area AND n.kind IN ('total', 'area') AND n.position IS NULL) AS corrected,
       e.report_id AS report, e.key AS evaluation, s.sha256 AS document
FROM evaluation e
JOIN area_result x ON x.evaluation_id = e.id
JOIN area_score t ON t.id = x.table_from
JOIN report r ON r.id = t.report_id
JOIN source s ON s.id = r.source_id
ORDER BY e.municipality, e.year, e.report_id, x.area;

CREATE VIEW findings_list AS
SELECT e.municipality, e.year, p.area, p.kind, p.position, p.text,
       e.report_id AS report, f.id AS finding, e.key AS evaluation, s.sha256 AS document
FROM evaluation e
JOIN passage p ON p.evaluation_id = e.id
JOIN finding f ON f.area_score_id = p.area_from AND f.kind = p.kind AND f.position = p.position
JOIN area_score a ON a.id = p.area_from
JOIN report r ON r.id = a.report_id
JOIN source s ON s.id = r.source_id
WHERE p.kind IN ('strength', 'improvement', 'weakness')
ORDER BY e.municipality, e.year, e.report_id, p.area, p.kind = 'weakness', p.kind = 'improvement', p.position;

CREATE VIEW inconsistencies AS
SELECT e.municipality, e.year, x.area, x.cell, x.kind, x.stands AS printed, x.expected, x.explanation,
       CASE WHEN x.published AND x.effective THEN 'published and effective'
            WHEN x.published THEN 'published' ELSE 'effective' END AS layer,
       e.report_id AS report, e.key AS evaluation
FROM evaluation e
JOIN check_result x ON x.evaluation_id = e.id
WHERE x.verdict = 'inconsistent'
ORDER BY e.municipality, e.year, e.report_id, x.position;

CREATE VIEW figures AS
WITH stated AS (
    SELECT e.municipality, e.year, e.edition, x.area, k.name AS cell, k.note,
           CASE k.field WHEN 'points' THEN q.points WHEN 'max' THEN q.max ELSE q.percent END AS value,
           CASE k.field WHEN 'points' THEN x.points WHEN 'max' THEN x.max ELSE x.percent END AS effective,
           CASE k.field WHEN 'points' THEN x.points_state WHEN 'max' THEN x.max_state ELSE x.percent_state END AS status,
           e.report_id AS report, q.id AS entry, e.key AS evaluation
    FROM evaluation e
    CROSS JOIN question_result x ON x.evaluation_id = e.id
    CROSS JOIN question_score q ON q.id = x.question_from
    CROSS JOIN cell k ON k.question = x.number AND k.field IN ('points', 'max', 'percent')
    UNION ALL
    SELECT e.municipality, e.year, e.edition, x.area, k.name, k.note,
           CASE k.field WHEN 'points' THEN t.points WHEN 'max' THEN t.max ELSE t.percent END,
           CASE k.field WHEN 'points' THEN x.points WHEN 'max' THEN x.max ELSE x.percent END,
           CASE k.field WHEN 'points' THEN x.points_state WHEN 'max' THEN x.max_state ELSE x.percent_state END,
           e.report_id, t.total_id, e.key
    FROM evaluation e
    CROSS JOIN area_result x ON x.evaluation_id = e.id
    CROSS JOIN area_score t ON t.id = x.table_from
    CROSS JOIN cell k ON k.kind = 'total' AND k.area = x.area AND k.field IN ('points', 'max', 'percent')
    UNION ALL
    SELECT e.municipality, e.year, e.edition, x.area, k.name, k.note, b.box_points, x.box_points, x.box_points_state,
           e.report_id, b.id, e.key
    FROM evaluation e
    CROSS JOIN area_result x ON x.evaluation_id = e.id
    CROSS JOIN area_score b ON b.id = x.box_from
    CROSS JOIN cell k ON k.kind = 'area' AND k.area = x.area AND k.field = 'box points'
    UNION ALL
    SELECT e.municipality, e.year, e.edition, x.area, k.name, k.note, s.points, x.points, x.state,
           e.report_id, x.column_from, e.key
    FROM evaluation e
    CROSS JOIN history_result x ON x.evaluation_id = e.id
    CROSS JOIN history_score s ON s.column_id = x.column_from AND s.area = x.area
    CROSS JOIN cell k ON k.year = x.year AND k.area = x.area
    UNION ALL
    SELECT e.municipality, e.year, e.edition, NULL, k.name, k.note, h.total, x.points, x.state,
           e.report_id, x.column_from, e.key
    FROM evaluation e
    CROSS JOIN history_result x ON x.evaluation_id = e.id
    CROSS JOIN history_column h ON h.id = x.column_from
    CROSS JOIN cell k ON k.year = x.year AND k.area IS NULL AND k.field = 'points'
    WHERE x.area = 0
)
SELECT municipality, year, edition, area, cell,
       coalesce((SELECT p.read FROM score_repair p WHERE p.entry_id = f.entry AND p.field = f.note
                 ORDER BY p.position LIMIT 1), CAST(value AS TEXT)) AS read,
       value,
       CASE status WHEN 'decided' THEN effective END AS corrected,
       effective, status,
       (SELECT group_concat(value, ', ') FROM (SELECT d.value FROM candidate d
        WHERE d.entry_id = f.entry AND d.field = f.note ORDER BY d.position)) AS candidates,
       (SELECT p.why FROM score_repair p WHERE p.entry_id = f.entry AND p.field = f.note
        ORDER BY p.position LIMIT 1) AS why,
       report, entry, evaluation,
       (SELECT s.sha256 FROM entry n JOIN source s ON s.id = n.source_id WHERE n.id = f.entry) AS document
FROM stated f
WHERE status IS NOT NULL;

CREATE VIEW notable_figures AS
SELECT * FROM figures WHERE status <> 'consistent'
ORDER BY municipality, year, report, area IS NULL, area, cell;

CREATE VIEW completeness AS
SELECT e.report_id AS report, e.municipality, e.year, p.area, p.part, p.state, p.why,
       CASE p.part WHEN 'page' THEN 'printed page ' || p.printed_page
       ELSE 'page ' || coalesce(
           CASE p.part
           WHEN 'score_table' THEN (SELECT min(l.page) FROM place l WHERE l.entry_id = a.total_id)
           WHEN 'history' THEN (SELECT min(l.page) FROM history_column h JOIN place l ON l.entry_id = h.id
                                WHERE h.report_id = p.report_id)
           ELSE (SELECT min(l.page) FROM finding f JOIN place l ON l.entry_id = f.id
                 WHERE f.area_score_id = a.id AND f.kind = CASE p.part WHEN 'strengths' THEN 'strength'
                       WHEN 'improvements' THEN 'improvement' WHEN 'weaknesses' THEN 'weakness' END)
           END,
           (SELECT min(l.page) FROM place l WHERE l.entry_id = a.id)) END AS place,
       e.key AS evaluation, s.sha256 AS document
FROM evaluation e
JOIN part_result p ON p.evaluation_id = e.id
JOIN report r ON r.id = p.report_id
JOIN source s ON s.id = r.source_id
LEFT JOIN area_score a ON a.report_id = p.report_id AND a.area = p.area
ORDER BY e.municipality, e.year, e.report_id, p.position;

CREATE VIEW reports AS
SELECT e.report_id AS report, e.municipality, e.municipality_code, c.name AS county, e.year, e.month, e.edition,
       e.points, e.max,
       (SELECT group_concat(field, ', ') FROM (
            SELECT d.field FROM report p JOIN doubt d ON d.entry_id = p.entry_id
            WHERE p.id = e.report_id AND NOT EXISTS (SELECT 1 FROM fact f WHERE f.evaluation_id = e.id
                AND f.field = replace(d.field, '_', ' ') AND f.state = 'decided')
            UNION ALL
            SELECT 'points' WHERE EXISTS (SELECT 1 FROM area_result x WHERE x.evaluation_id = e.id
                AND x.points_state = 'doubtful'))) AS doubtful,
       e.parts, e.accounted, s.file, s.kind, s.sha256, e.key AS evaluation
FROM evaluation e
JOIN report r ON r.id = e.report_id
JOIN source s ON s.id = r.source_id
LEFT JOIN municipality m ON m.code = e.municipality_code
LEFT JOIN county c ON c.code = m.county_code
ORDER BY e.municipality, e.year, e.report_id;

CREATE VIEW edition_means AS
SELECT e.edition, x.area, count(x.points) AS reports, round(avg(x.points), 1) AS points,
       sum(x.points IS NOT NULL AND x.points_state = 'doubtful') AS doubtful
FROM evaluation e JOIN area_result x ON x.evaluation_id = e.id GROUP BY e.edition, x.area
UNION ALL
SELECT e.edition, NULL, count(*), round(avg(e.points), 1),
       sum(EXISTS (SELECT 1 FROM area_result x WHERE x.evaluation_id = e.id AND x.points_state = 'doubtful'))
FROM evaluation e WHERE e.points IS NOT NULL
GROUP BY e.edition;

CREATE VIEW role_models_list AS
SELECT coalesce(named.name, p.text) AS role_model, x.municipality_code AS role_model_code, p.area, a.title,
       e.municipality, e.year, e.edition, e.report_id AS report, e.key AS evaluation
FROM evaluation e
JOIN passage p ON p.evaluation_id = e.id AND p.kind = 'role-model'
JOIN area_result a ON a.evaluation_id = e.id AND a.area = p.area
JOIN role_model x ON x.area_score_id = p.area_from AND x.position = p.position
LEFT JOIN municipality named ON named.code = x.municipality_code
ORDER BY 1, p.area, e.municipality, e.year, e.report_id, p.position;

CREATE VIEW history_list AS
SELECT e.municipality, x.year, nullif(x.area, 0) AS area, x.points, e.year AS printed_in, e.report_id AS report,
       x.state, e.key AS evaluation
FROM evaluation e
JOIN history_result x ON x.evaluation_id = e.id
ORDER BY e.municipality, e.year, e.report_id, x.position, x.area = 0, x.area;

)sql";

} // namespace kompass::archive
