#include "archive/schema/schema_search.h"

namespace kompass::archive {

const char* const schema_search = R"sql(

DROP TRIGGER finding_inserted;
DROP TRIGGER finding_deleted;
DROP TRIGGER finding_updated;
DROP TABLE finding_search;
DROP TRIGGER question_score_inserted;
DROP TRIGGER question_score_deleted;
DROP TRIGGER question_score_updated;
DROP TABLE question_search;

-- Search ----------------------------------------------------------------------------------------------------

CREATE TABLE paragraph (
    area_score_id INTEGER NOT NULL REFERENCES area_score (id) ON DELETE CASCADE, -- the area it stands in
    position    INTEGER NOT NULL CHECK (position >= 1), -- order in the area, 1 is the first
    text        TEXT    NOT NULL,            -- joined over line ends, repaired
    page        INTEGER NOT NULL,            -- page number in the file where it begins, 1 is the first
    PRIMARY KEY (area_score_id, position)
) STRICT, WITHOUT ROWID;

-- What can be found, one row a text. Triggers keep it equal to the tables it is taken from; what belongs to an
-- area goes with the area.
CREATE TABLE passage (
    id          INTEGER PRIMARY KEY,         -- key; rowid in both search tables
    area_score_id INTEGER NOT NULL REFERENCES area_score (id) ON DELETE CASCADE, -- the area it stands in
    kind        TEXT    NOT NULL             -- where in the area
                CHECK (kind IN ('strength', 'improvement', 'weakness', 'question', 'heading', 'role-model', 'text')),
    position    INTEGER NOT NULL CHECK (position >= 1), -- order among those of its kind, 1 is the first
    text        TEXT    NOT NULL,            -- as in the table it is taken from
    UNIQUE (area_score_id, kind, position)
) STRICT;

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

CREATE TRIGGER finding_inserted AFTER INSERT ON finding BEGIN
    INSERT INTO passage (area_score_id, kind, position, text)
    VALUES (new.area_score_id, new.kind, new.position, new.text);
END;
CREATE TRIGGER finding_deleted AFTER DELETE ON finding BEGIN
    DELETE FROM passage
    WHERE area_score_id = old.area_score_id AND kind = old.kind AND position = old.position;
END;
CREATE TRIGGER finding_updated AFTER UPDATE ON finding BEGIN
    UPDATE passage
    SET area_score_id = new.area_score_id, kind = new.kind, position = new.position, text = new.text
    WHERE area_score_id = old.area_score_id AND kind = old.kind AND position = old.position;
END;

CREATE TRIGGER question_score_inserted AFTER INSERT ON question_score BEGIN
    INSERT INTO passage (area_score_id, kind, position, text)
    VALUES (new.area_score_id, 'question', new.position, new.text);
END;
CREATE TRIGGER question_score_deleted AFTER DELETE ON question_score BEGIN
    DELETE FROM passage
    WHERE area_score_id = old.area_score_id AND kind = 'question' AND position = old.position;
END;
CREATE TRIGGER question_score_updated AFTER UPDATE OF area_score_id, position, text ON question_score BEGIN
    UPDATE passage SET area_score_id = new.area_score_id, position = new.position, text = new.text
    WHERE area_score_id = old.area_score_id AND kind = 'question' AND position = old.position;
END;

CREATE TRIGGER box_heading_inserted AFTER INSERT ON box_heading BEGIN
    INSERT INTO passage (area_score_id, kind, position, text)
    VALUES (new.area_score_id, 'heading', new.position, new.text);
END;
CREATE TRIGGER box_heading_deleted AFTER DELETE ON box_heading BEGIN
    DELETE FROM passage
    WHERE area_score_id = old.area_score_id AND kind = 'heading' AND position = old.position;
END;
CREATE TRIGGER box_heading_updated AFTER UPDATE ON box_heading BEGIN
    UPDATE passage SET area_score_id = new.area_score_id, position = new.position, text = new.text
    WHERE area_score_id = old.area_score_id AND kind = 'heading' AND position = old.position;
END;

CREATE TRIGGER role_model_inserted AFTER INSERT ON role_model BEGIN
    INSERT INTO passage (area_score_id, kind, position, text)
    VALUES (new.area_score_id, 'role-model', new.position, new.name);
END;
CREATE TRIGGER role_model_deleted AFTER DELETE ON role_model BEGIN
    DELETE FROM passage
    WHERE area_score_id = old.area_score_id AND kind = 'role-model' AND position = old.position;
END;
CREATE TRIGGER role_model_updated AFTER UPDATE ON role_model BEGIN
    UPDATE passage SET area_score_id = new.area_score_id, position = new.position, text = new.name
    WHERE area_score_id = old.area_score_id AND kind = 'role-model' AND position = old.position;
END;

CREATE TRIGGER paragraph_inserted AFTER INSERT ON paragraph BEGIN
    INSERT INTO passage (area_score_id, kind, position, text)
    VALUES (new.area_score_id, 'text', new.position, new.text);
END;
CREATE TRIGGER paragraph_deleted AFTER DELETE ON paragraph BEGIN
    DELETE FROM passage
    WHERE area_score_id = old.area_score_id AND kind = 'text' AND position = old.position;
END;
CREATE TRIGGER paragraph_updated AFTER UPDATE ON paragraph BEGIN
    UPDATE passage SET area_score_id = new.area_score_id, position = new.position, text = new.text
    WHERE area_score_id = old.area_score_id AND kind = 'text' AND position = old.position;
END;

INSERT INTO passage (area_score_id, kind, position, text)
SELECT area_score_id, kind, position, text FROM finding
UNION ALL SELECT area_score_id, 'question', position, text FROM question_score
UNION ALL SELECT area_score_id, 'heading', position, text FROM box_heading
UNION ALL SELECT area_score_id, 'role-model', position, name FROM role_model;

)sql";

} // namespace kompass::archive
