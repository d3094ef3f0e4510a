#include "archive/schema/schema_chapters.h"

namespace kompass::archive {

const char* const schema_chapters = R"sql(

-- What a report says outside its eight areas: introduction, method, "Kommunens styrkor", conclusions.
CREATE TABLE chapter (
    id          INTEGER PRIMARY KEY,         -- key
    report_id   INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE, -- the report it is of
    position    INTEGER NOT NULL CHECK (position >= 1), -- order in the report, 1 is the first
    heading     TEXT    NOT NULL,            -- as printed; empty: the text stands before any heading
    page        INTEGER NOT NULL,            -- page number in the file where it begins, 1 is the first
    UNIQUE (report_id, position)
) STRICT;

-- What such a chapter says, one row a paragraph or item of a list.
CREATE TABLE chapter_paragraph (
    chapter_id  INTEGER NOT NULL REFERENCES chapter (id) ON DELETE CASCADE, -- the chapter it stands in
    position    INTEGER NOT NULL CHECK (position >= 1), -- order in the chapter, 1 is the first
    text        TEXT    NOT NULL,            -- joined over line ends, repaired
    page        INTEGER NOT NULL,            -- page number in the file where it begins, 1 is the first
    PRIMARY KEY (chapter_id, position)
) STRICT, WITHOUT ROWID;

)sql";

} // namespace kompass::archive
