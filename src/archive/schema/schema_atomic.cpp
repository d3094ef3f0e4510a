#include "archive/schema/schema_atomic.h"

namespace kompass::archive {

const char* const schema_atomic = R"sql(

-- Long texts lie closer in a table of rows than in an index.
CREATE TABLE paragraph_of_rows (
    area_score_id INTEGER NOT NULL REFERENCES area_score (id) ON DELETE CASCADE, -- the area it stands in
    position    INTEGER NOT NULL CHECK (position >= 1), -- order in the area, 1 is the first
    text        TEXT    NOT NULL,            -- joined over line ends, repaired
    page        INTEGER NOT NULL,            -- page number in the file where it begins, 1 is the first
    PRIMARY KEY (area_score_id, position)
) STRICT;
INSERT INTO paragraph_of_rows SELECT area_score_id, position, text, page FROM paragraph ORDER BY area_score_id, position;
DROP TABLE paragraph;
ALTER TABLE paragraph_of_rows RENAME TO paragraph;

-- Columns are added as ALTER TABLE does it, but with comments.
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(replace(sql,
    'text_repairs INTEGER NOT NULL CHECK (text_repairs >= 0) --', 'text_repairs INTEGER NOT NULL CHECK (text_repairs >= 0), --'),
    'how many words the text repair changed
)', 'how many words the text repair changed
    exact_checks INTEGER NOT NULL DEFAULT 0 CHECK (exact_checks >= 0) -- how many checks of its arithmetic are not stored, being exact: its figures tell them
)')
WHERE type = 'table' AND name = 'report';
UPDATE sqlite_schema SET sql = replace(sql, '-- the page''s words, for the program only',
    '-- the page''s words, for the program only; compressed with zlib')
WHERE type = 'table' AND name = 'ocr_page';
PRAGMA writable_schema = RESET;

)sql";

} // namespace kompass::archive
