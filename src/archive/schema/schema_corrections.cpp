#include "archive/schema/schema_corrections.h"

namespace kompass::archive {

const char* const schema_corrections = R"sql(

-- What a person corrected: keyed by what does not change when a source is read again, so without a link; only
-- ever added to.
ALTER TABLE correction RENAME TO correction_before;
CREATE TABLE correction (
    id          INTEGER PRIMARY KEY AUTOINCREMENT, -- the latest correction of a cell is the one with the highest id
    sha256      TEXT NOT NULL                -- of the source, lower-case hex
                CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    cell        TEXT NOT NULL,               -- what is corrected, e.g. '4.4 percent'
    was         TEXT,                        -- what the archive held when it was made; NULL: nothing
    value       TEXT NOT NULL,               -- what it is, in the cell's unit
    author      TEXT NOT NULL,               -- who decided
    why         TEXT NOT NULL,               -- on what grounds
    made_at     TEXT NOT NULL                -- UTC, ISO 8601, e.g. 2021-03-01T12:00:00Z
) STRICT;
INSERT INTO correction (id, sha256, cell, value, author, why, made_at)
    SELECT id, sha256, cell, value, author, why, made_at FROM correction_before;
DROP TABLE correction_before;
CREATE INDEX correction_by_cell ON correction (sha256, cell);
CREATE INDEX correction_of_edition ON correction (value) WHERE cell = 'edition';

DROP VIEW scores;
DROP VIEW area_totals;
DROP VIEW findings_list;
DROP VIEW inconsistencies;

CREATE VIEW correction_in_force AS
SELECT c.id, c.sha256, c.cell, c.was, c.value, c.author, c.why, c.made_at
FROM correction c
WHERE NOT EXISTS (SELECT 1 FROM correction n WHERE n.sha256 = c.sha256 AND n.cell = c.cell AND n.id > c.id);

CREATE VIEW report_in_force AS
SELECT r.id, r.source_id, r.entry_id, s.sha256,
       CASE WHEN cm.value IS NULL THEN r.municipality_code
            ELSE (SELECT min(code) FROM municipality WHERE name = cm.value) END AS municipality_code,
       coalesce(cm.value, m.name, r.municipality) AS municipality,
       coalesce(CAST(cy.value AS INTEGER), r.year) AS year,
       coalesce(ce.value, r.edition) AS edition
FROM report r
JOIN source s ON s.id = r.source_id
LEFT JOIN municipality m ON m.code = r.municipality_code
LEFT JOIN correction_in_force cm ON cm.sha256 = s.sha256 AND cm.cell = 'municipality'
LEFT JOIN correction_in_force cy ON cy.sha256 = s.sha256 AND cy.cell = 'year'
LEFT JOIN correction_in_force ce ON ce.sha256 = s.sha256 AND ce.cell = 'edition';

CREATE VIEW figures AS
WITH cell (report, area, name, entry_id, field, value) AS (
    SELECT a.report_id, a.area, q.number || ' points', q.id, 'points', q.points
    FROM question_score q JOIN area_score a ON a.id = q.area_score_id
    UNION ALL SELECT a.report_id, a.area, q.number || ' max', q.id, 'max', q.max
    FROM question_score q JOIN area_score a ON a.id = q.area_score_id
    UNION ALL SELECT a.report_id, a.area, q.number || ' percent', q.id, 'percent', q.percent
    FROM question_score q JOIN area_score a ON a.id = q.area_score_id
    UNION ALL SELECT report_id, area, 'area ' || area || ' total points', total_id, 'points', points FROM area_score
    UNION ALL SELECT report_id, area, 'area ' || area || ' total max', total_id, 'max', max FROM area_score
    UNION ALL SELECT report_id, area, 'area ' || area || ' total percent', total_id, 'percent', percent FROM area_score
    UNION ALL SELECT report_id, area, 'area ' || area || ' box points', id, 'box_points', box_points FROM area_score
    UNION ALL SELECT h.report_id, s.area, 'history ' || h.year || ' area ' || s.area, h.id, 'area ' || s.area, s.points
    FROM history_score s JOIN history_column h ON h.id = s.column_id
    UNION ALL SELECT report_id, NULL, 'history ' || year || ' total', id, 'total', total FROM history_column
),
noted AS (
    SELECT c.*, r.municipality, r.year, r.edition, k.value AS corrected,
           EXISTS (SELECT 1 FROM doubt d WHERE d.entry_id = c.entry_id AND d.field = c.field) AS doubtful,
           (SELECT p.read FROM score_repair p WHERE p.entry_id = c.entry_id AND p.field = c.field
            ORDER BY p.position LIMIT 1) AS misread
    FROM cell c
    JOIN report_in_force r ON r.id = c.report
    LEFT JOIN correction_in_force k ON k.sha256 = r.sha256 AND k.cell = c.name
)
SELECT municipality, year, edition, area, name AS cell,
       coalesce(misread, CAST(value AS TEXT)) AS read,
       value,
       CAST(corrected AS INTEGER) AS corrected,
       coalesce(CAST(corrected AS INTEGER), value) AS effective,
       CASE WHEN corrected IS NOT NULL THEN 'decided'
            WHEN doubtful THEN 'doubtful'
            WHEN misread IS NOT NULL THEN 'repaired'
            WHEN EXISTS (SELECT 1 FROM audit_finding x
                         WHERE x.report_id = noted.report AND x.verdict = 'inconsistent'
                         AND (x.cell = noted.name OR noted.name LIKE x.cell || ' %')) THEN 'inconsistent'
            ELSE 'consistent' END AS status,
       (SELECT group_concat(value, ', ') FROM (SELECT d.value FROM candidate d
        WHERE d.entry_id = noted.entry_id AND d.field = noted.field ORDER BY d.position)) AS candidates,
       (SELECT p.why FROM score_repair p WHERE p.entry_id = noted.entry_id AND p.field = noted.field
        ORDER BY p.position LIMIT 1) AS why,
       report, entry_id AS entry
FROM noted
WHERE value IS NOT NULL OR doubtful OR corrected IS NOT NULL;

CREATE VIEW scores AS
SELECT r.municipality, r.year, r.edition, a.area, q.number AS question,
       coalesce(CAST(cp.value AS INTEGER), q.points) AS points,
       coalesce(CAST(cm.value AS INTEGER), q.max) AS max,
       coalesce(CAST(cc.value AS INTEGER), q.percent) AS percent,
       coalesce(ct.value, q.text) AS text,
       (SELECT group_concat(field, ', ') FROM doubt d WHERE d.entry_id = q.id AND NOT EXISTS
            (SELECT 1 FROM correction k WHERE k.sha256 = r.sha256 AND k.cell = q.number || ' ' || d.field)) AS doubtful,
       (SELECT group_concat(DISTINCT field) FROM score_repair p WHERE p.entry_id = q.id) AS repaired,
       (SELECT group_concat(substr(k.cell, length(q.number) + 2), ', ') FROM correction_in_force k
        WHERE k.sha256 = r.sha256
        AND k.cell IN (q.number || ' points', q.number || ' max', q.number || ' percent', q.number || ' text')) AS corrected,
       r.id AS report
FROM question_score q
JOIN area_score a ON a.id = q.area_score_id
JOIN report_in_force r ON r.id = a.report_id
LEFT JOIN correction_in_force cp ON cp.sha256 = r.sha256 AND cp.cell = q.number || ' points'
LEFT JOIN correction_in_force cm ON cm.sha256 = r.sha256 AND cm.cell = q.number || ' max'
LEFT JOIN correction_in_force cc ON cc.sha256 = r.sha256 AND cc.cell = q.number || ' percent'
LEFT JOIN correction_in_force ct ON ct.sha256 = r.sha256 AND ct.cell = q.number || ' text'
ORDER BY 1, r.year, r.id, a.area, q.position;

CREATE VIEW area_totals AS
SELECT r.municipality, r.year, r.edition, a.area, coalesce(ct.value, a.title) AS title,
       coalesce(CAST(cp.value AS INTEGER), a.points) AS points,
       coalesce(CAST(cm.value AS INTEGER), a.max) AS max,
       coalesce(CAST(cc.value AS INTEGER), a.percent) AS percent,
       coalesce(CAST(cb.value AS INTEGER), a.box_points) AS box_points,
       (SELECT group_concat(field, ', ') FROM doubt d WHERE d.entry_id IN (a.id, a.total_id) AND NOT EXISTS
            (SELECT 1 FROM correction k WHERE k.sha256 = r.sha256
             AND k.cell = 'area ' || a.area || CASE WHEN d.entry_id = a.total_id THEN ' total ' || d.field
                                                    ELSE ' ' || replace(d.field, '_', ' ') END)) AS doubtful,
       (SELECT group_concat(DISTINCT field) FROM score_repair p WHERE p.entry_id IN (a.id, a.total_id)) AS repaired,
       (SELECT group_concat(substr(k.cell, 8), ', ') FROM correction_in_force k
        WHERE k.sha256 = r.sha256
        AND k.cell IN ('area ' || a.area || ' title', 'area ' || a.area || ' total points',
                       'area ' || a.area || ' total max', 'area ' || a.area || ' total percent',
                       'area ' || a.area || ' box points')) AS corrected,
       r.id AS report
FROM area_score a
JOIN report_in_force r ON r.id = a.report_id
LEFT JOIN correction_in_force cp ON cp.sha256 = r.sha256 AND cp.cell = 'area ' || a.area || ' total points'
LEFT JOIN correction_in_force cm ON cm.sha256 = r.sha256 AND cm.cell = 'area ' || a.area || ' total max'
LEFT JOIN correction_in_force cc ON cc.sha256 = r.sha256 AND cc.cell = 'area ' || a.area || ' total percent'
LEFT JOIN correction_in_force cb ON cb.sha256 = r.sha256 AND cb.cell = 'area ' || a.area || ' box points'
LEFT JOIN correction_in_force ct ON ct.sha256 = r.sha256 AND ct.cell = 'area ' || a.area || ' title'
ORDER BY 1, r.year, r.id, a.area;

CREATE VIEW findings_list AS
SELECT r.municipality, r.year, a.area, f.kind, f.position, coalesce(c.value, f.text) AS text,
       r.id AS report, f.id AS finding
FROM finding f
JOIN area_score a ON a.id = f.area_score_id
JOIN report_in_force r ON r.id = a.report_id
LEFT JOIN correction_in_force c ON c.sha256 = r.sha256
     AND c.cell = 'area ' || a.area || ' ' || f.kind || ' ' || f.position
ORDER BY 1, r.year, r.id, a.area, f.kind = 'weakness', f.kind = 'improvement', f.position;

CREATE VIEW inconsistencies AS
SELECT r.municipality, r.year, x.area, x.cell, x.kind, x.printed, x.expected, x.explanation, r.id AS report
FROM audit_finding x
JOIN report_in_force r ON r.id = x.report_id
WHERE x.verdict = 'inconsistent'
ORDER BY 1, r.year, r.id, x.position;

)sql";

} // namespace kompass::archive
