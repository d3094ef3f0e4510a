#include "archive/schema/schema_in_effect.h"

namespace kompass::archive {

const char* const schema_in_effect = R"sql(

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
    document_date TEXT                       -- date of the document, ISO 8601; NULL: not stated, or no date is printed
                CHECK (document_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND document_date IS date(document_date)),
    edition     TEXT REFERENCES edition (id), -- of the instrument it was scored with; NULL: not to be told
    points      ANY CHECK (points >= 0 AND round(points, 1) IS points), -- sum of the eight areas, points; NULL unless all eight are stated
    max         INTEGER CHECK (max >= 0),    -- sum of their maxima, points; NULL unless all eight are stated
    state       TEXT REFERENCES state (name), -- of what it says of itself, its facts; NULL: it says nothing
    points_state TEXT REFERENCES state (name), -- of the sum, or why there is none; NULL: not stated
    parts       TEXT    NOT NULL,            -- what of it was found, in one line, e.g. '41 of 41 parts'
    accounted   REAL CHECK (accounted BETWEEN 0 AND 1), -- share of the preferred document's words, 0 to 1; NULL: not accounted for
    questions   INTEGER NOT NULL CHECK (questions >= 0), -- how many question_result has of it
    findings    INTEGER NOT NULL CHECK (findings >= 0), -- how many strengths, improvements and weaknesses
    inconsistencies INTEGER NOT NULL CHECK (inconsistencies >= 0), -- how many checks of its figures in effect do not hold
    doubtful    INTEGER NOT NULL CHECK (doubtful >= 0) -- how many figures, facts and lists of it a person should check
) STRICT;
CREATE UNIQUE INDEX evaluation_of_edition ON evaluation (id, edition);
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

-- States of a figure, text or fact. 'sound': nothing speaks against it; 'decided': a person did; 'repaired': misread,
-- and the arithmetic tells what it is; 'inconsistent': it stands as published, and others contradict it; 'doubtful': a
-- person should look. NULL: it is not stated, and nobody misses it. Of a row, `state` is the one of these that a person
-- should see first, the last of them; a sound one that the preferred document does not print is 'from another file'.

CREATE TABLE fact (
    evaluation_id INTEGER NOT NULL REFERENCES evaluation (id) ON DELETE CASCADE, -- the evaluation
    field       TEXT    NOT NULL             -- what the evaluation's row, or the document, says
                CHECK (field IN ('municipality', 'year', 'month', 'ordinal', 'interviewees', 'document date',
                                 'edition', 'evaluators', 'key facts', 'chapters')),
    state       TEXT    NOT NULL CHECK (state IN ('sound', 'doubtful', 'decided')), -- of that field
    report_id   INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE, -- the document it is from
    PRIMARY KEY (evaluation_id, field)
) STRICT, WITHOUT ROWID;
CREATE INDEX fact_by_report ON fact (report_id);

CREATE TABLE area_result (
    evaluation_id INTEGER NOT NULL REFERENCES evaluation (id) ON DELETE CASCADE, -- the evaluation
    area        INTEGER NOT NULL CHECK (area BETWEEN 1 AND 8), -- number of the area, 1 to 8
    area_id     INTEGER REFERENCES area (id), -- its definition; NULL: the edition has no area of this number and title
    edition     TEXT,                        -- of that definition, the evaluation's; NULL: there is none
    title       TEXT    NOT NULL,            -- as in the area's heading; empty: none was found
    points      ANY CHECK (points >= 0 AND round(points, 1) IS points), -- total reached, points; NULL: not stated
    max         INTEGER CHECK (max >= 0),    -- total that can be reached, points; NULL: not stated
    percent     INTEGER CHECK (percent BETWEEN 0 AND 100), -- points of max, per cent, whole; NULL: not stated, or more than a hundred is printed
    box_points  ANY CHECK (box_points >= 0 AND round(box_points, 1) IS box_points), -- points in the box Rubriker/Poäng; NULL: not stated
    points_state TEXT REFERENCES state (name) CHECK (points_state <> 'from another file'), -- of points
    max_state   TEXT REFERENCES state (name) CHECK (max_state <> 'from another file'), -- of max
    percent_state TEXT REFERENCES state (name) CHECK (percent_state <> 'from another file'), -- of percent
    box_points_state TEXT REFERENCES state (name) CHECK (box_points_state <> 'from another file'), -- of box_points
    title_state TEXT                         -- of title
                CHECK (title_state IN ('sound', 'decided', 'doubtful')),
    state       TEXT REFERENCES state (name), -- of the row; NULL: no figure is stated
    table_from  INTEGER NOT NULL REFERENCES area_score (id) ON DELETE CASCADE, -- the area of the document that the score table is from
    box_from    INTEGER NOT NULL REFERENCES area_score (id) ON DELETE CASCADE, -- … that title and box are from
    PRIMARY KEY (evaluation_id, area),
    CHECK (points <= max OR (points_state = 'decided' AND max_state = 'decided')),
    CHECK ((area_id IS NULL) = (edition IS NULL)),
    FOREIGN KEY (evaluation_id, edition) REFERENCES evaluation (id, edition) ON DELETE CASCADE,
    FOREIGN KEY (area_id, edition, area) REFERENCES area (id, edition, number)
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
    area_id     INTEGER,                     -- of that definition; NULL: there is none
    edition     TEXT,                        -- of that definition, the evaluation's; NULL: there is none
    points      ANY CHECK (points >= 0 AND round(points, 1) IS points), -- reached, points; NULL: not stated
    max         INTEGER CHECK (max >= 0),    -- can be reached, points; NULL: not stated
    percent     INTEGER CHECK (percent BETWEEN 0 AND 100), -- points of max, per cent, whole; NULL: not stated, or more than a hundred is printed
    points_state TEXT REFERENCES state (name) CHECK (points_state <> 'from another file'), -- of points
    max_state   TEXT REFERENCES state (name) CHECK (max_state <> 'from another file'), -- of max
    percent_state TEXT REFERENCES state (name) CHECK (percent_state <> 'from another file'), -- of percent
    text_state  TEXT                         -- of text
                CHECK (text_state IN ('sound', 'decided')),
    state       TEXT REFERENCES state (name), -- of the row; NULL: no figure is stated
    question_from INTEGER NOT NULL REFERENCES question_score (id) ON DELETE CASCADE, -- the row of the document
    PRIMARY KEY (evaluation_id, area, position),
    CHECK (points <= max OR (points_state = 'decided' AND max_state = 'decided')),
    CHECK ((question_id IS NULL) = (area_id IS NULL) AND (question_id IS NULL) = (edition IS NULL)),
    FOREIGN KEY (evaluation_id, edition) REFERENCES evaluation (id, edition) ON DELETE CASCADE,
    FOREIGN KEY (area_id, edition, area) REFERENCES area (id, edition, number),
    FOREIGN KEY (question_id, area_id, number) REFERENCES question (id, area_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX question_result_by_number ON question_result (number);
CREATE INDEX question_result_by_definition ON question_result (question_id);
CREATE INDEX question_result_by_area ON question_result (area_id);
CREATE INDEX question_result_by_source ON question_result (question_from);

CREATE TABLE history_result (
    evaluation_id INTEGER NOT NULL REFERENCES evaluation (id) ON DELETE CASCADE, -- the evaluation whose report prints it
    position    INTEGER NOT NULL CHECK (position >= 1), -- order of the column, 1 is the first
    area        INTEGER NOT NULL CHECK (area BETWEEN 0 AND 8), -- number of the area, 1 to 8; 0: all together
    year        INTEGER NOT NULL,            -- of the evaluation the column tells of
    points      ANY CHECK (points >= 0 AND round(points, 1) IS points), -- that year's, points; NULL: not stated
    points_state TEXT REFERENCES state (name) CHECK (points_state <> 'from another file'), -- of points
    state       TEXT REFERENCES state (name), -- of the row; NULL: not stated
    column_from INTEGER NOT NULL REFERENCES history_column (id) ON DELETE CASCADE, -- the column of the document
    PRIMARY KEY (evaluation_id, position, area)
) STRICT, WITHOUT ROWID;
CREATE INDEX history_result_by_column ON history_result (column_from);

-- Scores by another edition, beside the report's own: no query of those meets them.
CREATE TABLE scoring_result (
    evaluation_id INTEGER NOT NULL REFERENCES evaluation (id) ON DELETE CASCADE, -- the evaluation whose report prints it
    scoring     INTEGER NOT NULL CHECK (scoring >= 2), -- its number; the report's own scoring is the first
    edition     TEXT REFERENCES edition (id), -- of the instrument; NULL: not to be told
    edition_state TEXT                       -- of edition
                CHECK (edition_state IN ('sound', 'decided', 'doubtful')),
    points      ANY CHECK (points >= 0 AND round(points, 1) IS points), -- sum of the eight areas, points; NULL unless all eight are stated
    points_state TEXT REFERENCES state (name), -- of the sum, or why there is none; NULL: not stated
    scoring_from INTEGER NOT NULL REFERENCES scoring (id) ON DELETE CASCADE, -- the scoring of the document
    PRIMARY KEY (evaluation_id, scoring)
) STRICT, WITHOUT ROWID;
CREATE INDEX scoring_result_by_edition ON scoring_result (edition);
CREATE INDEX scoring_result_by_source ON scoring_result (scoring_from);

CREATE TABLE scoring_row_result (
    evaluation_id INTEGER NOT NULL REFERENCES evaluation (id) ON DELETE CASCADE, -- the evaluation
    scoring     INTEGER NOT NULL CHECK (scoring >= 2), -- number of the scoring
    position    INTEGER NOT NULL CHECK (position >= 1), -- order, 1 is the first; an area before its questions
    area        INTEGER CHECK (area BETWEEN 1 AND 8), -- number of the area, 1 to 8; NULL: all areas together
    question    TEXT,                        -- number as printed, e.g. '4.2'; NULL: the area's total, or all areas'
    text        TEXT,                        -- the question, or the area's title; NULL: of all areas together
    points      ANY CHECK (points >= 0 AND round(points, 1) IS points), -- reached, points; NULL: not stated
    max         INTEGER CHECK (max >= 0),    -- can be reached, points; NULL: not stated
    percent     INTEGER CHECK (percent BETWEEN 0 AND 100), -- points of max, per cent, whole; NULL: not stated, or more than a hundred is printed
    points_state TEXT REFERENCES state (name) CHECK (points_state <> 'from another file'), -- of points
    max_state   TEXT REFERENCES state (name) CHECK (max_state <> 'from another file'), -- of max
    percent_state TEXT REFERENCES state (name) CHECK (percent_state <> 'from another file'), -- of percent
    state       TEXT REFERENCES state (name), -- of the row; NULL: no figure is stated
    row_from    INTEGER NOT NULL REFERENCES scoring_row (id) ON DELETE CASCADE, -- the row of the document
    PRIMARY KEY (evaluation_id, scoring, position),
    CHECK (points <= max OR (points_state = 'decided' AND max_state = 'decided'))
) STRICT, WITHOUT ROWID;
CREATE INDEX scoring_row_result_by_source ON scoring_row_result (row_from);

CREATE TABLE scoring_past_result (
    evaluation_id INTEGER NOT NULL REFERENCES evaluation (id) ON DELETE CASCADE, -- the evaluation whose report prints it
    scoring     INTEGER NOT NULL CHECK (scoring >= 2), -- number of the scoring
    position    INTEGER NOT NULL CHECK (position >= 1), -- order of the column, 1 is the first
    area        INTEGER NOT NULL CHECK (area BETWEEN 0 AND 8), -- number of the area, 1 to 8; 0: all together
    year        INTEGER NOT NULL,            -- of the evaluation the column tells of
    points      ANY CHECK (points >= 0 AND round(points, 1) IS points), -- that year's, points; NULL: not stated
    points_state TEXT REFERENCES state (name) CHECK (points_state <> 'from another file'), -- of points
    state       TEXT REFERENCES state (name), -- of the row; NULL: not stated
    column_from INTEGER NOT NULL REFERENCES scoring_column (id) ON DELETE CASCADE, -- the column of the document
    PRIMARY KEY (evaluation_id, scoring, position, area)
) STRICT, WITHOUT ROWID;
CREATE INDEX scoring_past_result_by_column ON scoring_past_result (column_from);

CREATE TABLE check_result (
    evaluation_id INTEGER NOT NULL REFERENCES evaluation (id) ON DELETE CASCADE, -- the evaluation
    position    INTEGER NOT NULL CHECK (position >= 1), -- order of audit, 1 is the first
    published   INTEGER NOT NULL CHECK (published IN (0, 1)), -- 1: so it is with the figures that the report prints
    effective   INTEGER NOT NULL CHECK (effective IN (0, 1)), -- 1: so it is with the figures in effect
    kind        TEXT    NOT NULL REFERENCES check_kind (name), -- which arithmetic was checked
    verdict     TEXT    NOT NULL CHECK (verdict IN ('rounding', 'inconsistent')), -- what is exact is not kept
    area        INTEGER CHECK (area BETWEEN 1 AND 8), -- NULL: not of one area
    cell        TEXT    NOT NULL,            -- what was checked, e.g. '4.4 percent'
    stands      TEXT    NOT NULL,            -- what stands there: printed, or in effect
    points      ANY CHECK (points >= 0 AND round(points, 1) IS points), -- of that, points; NULL: it names none
    max         INTEGER CHECK (max >= 0),    -- of that, the maximum in points; NULL: it names none
    percent     INTEGER CHECK (percent >= 0), -- of that, per cent; NULL: it names none
    expected    TEXT    NOT NULL,            -- what follows from the rest, e.g. '51' or '50–51'
    points_from ANY CHECK (points_from >= 0 AND round(points_from, 1) IS points_from), -- the least points that the rest allows; NULL: it says none
    points_to   ANY CHECK (points_to >= points_from AND round(points_to, 1) IS points_to), -- the most points that it allows
    max_from    INTEGER CHECK (max_from >= 0), -- the least maximum that the rest allows, points; NULL: it says none
    max_to      INTEGER CHECK (max_to >= max_from), -- the greatest maximum that it allows, points
    percent_from INTEGER CHECK (percent_from >= 0), -- the least per cent that the rest allows; NULL: it says none
    percent_to  INTEGER CHECK (percent_to >= percent_from), -- the most per cent that it allows
    explanation TEXT    NOT NULL,            -- a sentence for people
    report_id   INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE, -- the document that what was checked is from
    PRIMARY KEY (evaluation_id, position),
    CHECK (published + effective > 0),
    CHECK ((points_from IS NULL) = (points_to IS NULL) AND (max_from IS NULL) = (max_to IS NULL)
           AND (percent_from IS NULL) = (percent_to IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX check_result_by_report ON check_result (report_id);

CREATE TABLE part_result (
    evaluation_id INTEGER NOT NULL REFERENCES evaluation (id) ON DELETE CASCADE, -- the evaluation
    position    INTEGER NOT NULL CHECK (position >= 1), -- order, 1 is the first
    part        TEXT    NOT NULL REFERENCES part_kind (name), -- what it is; 'page': a page by its printed number
    area        INTEGER CHECK (area BETWEEN 1 AND 8), -- number of the area, 1 to 8; NULL: of no area
    printed_page INTEGER,                    -- of part 'page': the number printed on it; NULL: another part
    scoring     INTEGER CHECK (scoring >= 2), -- number of the scoring it is of; NULL: of the report's own
    state       TEXT    NOT NULL             -- what became of it
                CHECK (state IN ('found', 'damaged', 'missing', 'not_in_report')),
    why         TEXT,                        -- what is wrong, why it is expected, or why not; NULL: found
    report_id   INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE, -- the document it is taken from, or missed in
    PRIMARY KEY (evaluation_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX part_result_by_report ON part_result (report_id);

-- Figures that were doubtful, and that the arithmetic tells since a person decided another.
CREATE TABLE settled_figure (
    evaluation_id INTEGER NOT NULL REFERENCES evaluation (id) ON DELETE CASCADE, -- the evaluation
    cell        TEXT    NOT NULL REFERENCES cell (name), -- the figure
    value       ANY     NOT NULL CHECK (value >= 0 AND round(value, 1) IS value), -- what it is, in the cell's unit
    why         TEXT    NOT NULL,            -- the checks that leave nothing else, in words
    PRIMARY KEY (evaluation_id, cell)
) STRICT, WITHOUT ROWID;
CREATE INDEX settled_figure_by_cell ON settled_figure (cell);

-- The checks that leave nothing else; none: all figures of the area together do.
CREATE TABLE settled_figure_check (
    evaluation_id INTEGER NOT NULL,          -- the evaluation
    cell        TEXT    NOT NULL,            -- the figure
    kind        TEXT    NOT NULL REFERENCES check_kind (name), -- which arithmetic
    PRIMARY KEY (evaluation_id, cell, kind),
    FOREIGN KEY (evaluation_id, cell) REFERENCES settled_figure (evaluation_id, cell) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Who evaluated.
CREATE TABLE evaluator_result (
    evaluation_id INTEGER NOT NULL REFERENCES evaluation (id) ON DELETE CASCADE, -- the evaluation
    position    INTEGER NOT NULL CHECK (position >= 1), -- order in the report, 1 is the first
    printed     TEXT    NOT NULL,            -- the person as printed, or as decided
    name        TEXT,                        -- of the person; NULL: not taken apart
    role        TEXT,                        -- as printed; NULL: not printed
    employer    TEXT,                        -- as printed; NULL: not printed
    state       TEXT    NOT NULL             -- of the person
                CHECK (state IN ('sound', 'from another file', 'decided', 'doubtful')),
    name_state  TEXT CHECK (name_state IN ('sound', 'decided', 'doubtful')), -- of name
    role_state  TEXT CHECK (role_state IN ('sound', 'decided', 'doubtful')), -- of role; NULL: not printed
    employer_state TEXT CHECK (employer_state IN ('sound', 'decided', 'doubtful')), -- of employer; NULL: not printed
    PRIMARY KEY (evaluation_id, position)
) STRICT, WITHOUT ROWID;

-- Texts: what can be found, one row a text -------------------------------------------------------------------

-- The texts themselves stand with the documents; view passage_text has them together.
CREATE TABLE passage (
    id          INTEGER PRIMARY KEY,         -- key; rowid in passage_search
    evaluation_id INTEGER NOT NULL REFERENCES evaluation (id) ON DELETE CASCADE, -- the evaluation it is of
    area        INTEGER CHECK (area BETWEEN 1 AND 8), -- number of the area it stands in, 1 to 8; NULL: in a chapter outside them
    chapter     INTEGER CHECK (chapter >= 1), -- position of the chapter it stands in; NULL: in an area
    kind        TEXT    NOT NULL             -- where in the area; 'chapter-heading', 'chapter': heading and text of a chapter
                CHECK (kind IN ('strength', 'improvement', 'weakness', 'question', 'heading', 'role-model', 'text',
                                'chapter-heading', 'chapter')),
    position    INTEGER NOT NULL CHECK (position >= 1), -- order among those of its kind, 1 is the first
    decided     TEXT,                        -- what it is by what people decided; NULL: as the document has it
    code        TEXT REFERENCES municipality (code), -- of a role model: the municipality; NULL: not recognised, or none
    state       TEXT    NOT NULL             -- of the text
                CHECK (state IN ('sound', 'from another file', 'decided', 'doubtful')),
    area_from   INTEGER REFERENCES area_score (id) ON DELETE CASCADE, -- the area of the document it is from; NULL: in a chapter
    chapter_from INTEGER REFERENCES chapter (id) ON DELETE CASCADE, -- the chapter of the document it is from; NULL: in an area
    UNIQUE (evaluation_id, area, kind, position),
    CHECK ((area IS NULL) = (kind IN ('chapter-heading', 'chapter'))),
    CHECK ((chapter IS NULL) = (area IS NOT NULL) AND (area_from IS NULL) = (area IS NULL)
           AND (chapter_from IS NULL) = (chapter IS NULL))
) STRICT;
CREATE UNIQUE INDEX passage_of_chapter ON passage (evaluation_id, chapter, kind, position) WHERE chapter IS NOT NULL;
CREATE INDEX passage_by_code ON passage (code);
CREATE INDEX passage_by_source ON passage (area_from);
CREATE INDEX passage_by_chapter ON passage (chapter_from);

-- å ä ö are letters of their own. What is found by words typed without them is asked of its words.
CREATE VIRTUAL TABLE passage_search USING fts5 (
    text, content = 'passage_text', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 0'
);
-- The words of passage_search, each with the number of passages that it stands in.
CREATE VIRTUAL TABLE passage_word USING fts5vocab (passage_search, row);
CREATE TRIGGER passage_inserted AFTER INSERT ON passage BEGIN
    INSERT INTO passage_search (rowid, text) SELECT id, text FROM passage_text WHERE id = new.id;
END;
CREATE TRIGGER passage_deleted BEFORE DELETE ON passage BEGIN
    INSERT INTO passage_search (passage_search, rowid, text)
    SELECT 'delete', id, text FROM passage_text WHERE id = old.id;
END;
CREATE TRIGGER passage_updated BEFORE UPDATE ON passage BEGIN
    INSERT INTO passage_search (passage_search, rowid, text)
    SELECT 'delete', id, text FROM passage_text WHERE id = old.id;
END;
CREATE TRIGGER passage_was_updated AFTER UPDATE ON passage BEGIN
    INSERT INTO passage_search (rowid, text) SELECT id, text FROM passage_text WHERE id = new.id;
END;

)sql";

} // namespace kompass::archive
