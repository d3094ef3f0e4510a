#include "archive/schema/schema_cells.h"

namespace kompass::archive {

const char* const schema_cells = R"sql(

-- The cells that reports have, findings are about or people decided, by the names that the program gives them.
-- A row is never changed or taken away, and is no report's own.
CREATE TABLE cell (
    name        TEXT    PRIMARY KEY,         -- e.g. '4.4 percent'
    kind        TEXT    NOT NULL             -- what it belongs to; 'total': the last row of an area's score table
                CHECK (kind IN ('report', 'area', 'total', 'question', 'history')),
    year        INTEGER,                     -- of the history's column; NULL: not of the history
    area        INTEGER CHECK (area BETWEEN 1 AND 8), -- number of the area, 1 to 8; NULL: not of one area
    question    TEXT,                        -- number of the question as printed, e.g. '4.4'; NULL: of none
    field       TEXT,                        -- which thing, e.g. 'percent', 'box points'; NULL: all that belongs to it
    position    INTEGER CHECK (position >= 1), -- of a finding in its list, 1 is the first; NULL: no finding
    whole       TEXT    NOT NULL,            -- name of the row, column or area that it is part of, e.g. '4.4'
    short_name  TEXT    NOT NULL,            -- name within its question or area, e.g. 'percent', 'total points'
    note        TEXT    NOT NULL             -- what doubt, candidate and score_repair call it beside its entry
) STRICT, WITHOUT ROWID;
CREATE INDEX cell_by_question ON cell (question, field);
CREATE INDEX cell_by_area ON cell (kind, area, field, position);
CREATE INDEX cell_by_year ON cell (year, area);

DROP VIEW figures;
DROP VIEW scores;
DROP VIEW area_totals;
DROP VIEW findings_list;

CREATE VIEW figures AS
WITH stated (report, area, name, whole, entry_id, note, value) AS (
    SELECT a.report_id, a.area, k.name, k.whole, q.id, k.note,
           CASE k.field WHEN 'points' THEN q.points WHEN 'max' THEN q.max ELSE q.percent END
    FROM area_score a
    CROSS JOIN question_score q ON q.area_score_id = a.id
    CROSS JOIN cell k ON k.question = q.number AND k.field IN ('points', 'max', 'percent')
    UNION ALL
    SELECT a.report_id, a.area, k.name, k.whole, a.total_id, k.note,
           CASE k.field WHEN 'points' THEN a.points WHEN 'max' THEN a.max ELSE a.percent END
    FROM area_score a
    CROSS JOIN cell k ON k.kind = 'total' AND k.area = a.area AND k.field IN ('points', 'max', 'percent')
    UNION ALL
    SELECT a.report_id, a.area, k.name, k.whole, a.id, k.note, a.box_points
    FROM area_score a
    CROSS JOIN cell k ON k.kind = 'area' AND k.area = a.area AND k.field = 'box points'
    UNION ALL
    SELECT h.report_id, s.area, k.name, k.whole, h.id, k.note, s.points
    FROM history_column h
    CROSS JOIN history_score s ON s.column_id = h.id
    CROSS JOIN cell k ON k.year = h.year AND k.area = s.area
    UNION ALL
    SELECT h.report_id, NULL, k.name, k.whole, h.id, k.note, h.total
    FROM history_column h
    CROSS JOIN cell k ON k.year = h.year AND k.area IS NULL AND k.field = 'points'
),
noted AS (
    SELECT c.*, r.municipality, r.year, r.edition, k.value AS corrected,
           EXISTS (SELECT 1 FROM doubt d WHERE d.entry_id = c.entry_id AND d.field = c.note) AS doubtful,
           (SELECT p.read FROM score_repair p WHERE p.entry_id = c.entry_id AND p.field = c.note
            ORDER BY p.position LIMIT 1) AS misread
    FROM stated c
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
                         AND x.cell IN (noted.name, noted.whole)) THEN 'inconsistent'
            ELSE 'consistent' END AS status,
       (SELECT group_concat(value, ', ') FROM (SELECT d.value FROM candidate d
        WHERE d.entry_id = noted.entry_id AND d.field = noted.note ORDER BY d.position)) AS candidates,
       (SELECT p.why FROM score_repair p WHERE p.entry_id = noted.entry_id AND p.field = noted.note
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
            (SELECT 1 FROM cell n JOIN correction k ON k.cell = n.name
             WHERE n.question = q.number AND n.note = d.field AND k.sha256 = r.sha256)) AS doubtful,
       (SELECT group_concat(DISTINCT field) FROM score_repair p WHERE p.entry_id = q.id) AS repaired,
       (SELECT group_concat(n.short_name, ', ') FROM correction_in_force k JOIN cell n ON n.name = k.cell
        WHERE k.sha256 = r.sha256 AND n.question = q.number) AS corrected,
       r.id AS report
FROM question_score q
JOIN area_score a ON a.id = q.area_score_id
JOIN report_in_force r ON r.id = a.report_id
LEFT JOIN cell np ON np.question = q.number AND np.field = 'points'
LEFT JOIN cell nm ON nm.question = q.number AND nm.field = 'max'
LEFT JOIN cell nc ON nc.question = q.number AND nc.field = 'percent'
LEFT JOIN cell nt ON nt.question = q.number AND nt.field = 'text'
LEFT JOIN correction_in_force cp ON cp.sha256 = r.sha256 AND cp.cell = np.name
LEFT JOIN correction_in_force cm ON cm.sha256 = r.sha256 AND cm.cell = nm.name
LEFT JOIN correction_in_force cc ON cc.sha256 = r.sha256 AND cc.cell = nc.name
LEFT JOIN correction_in_force ct ON ct.sha256 = r.sha256 AND ct.cell = nt.name
ORDER BY 1, r.year, r.id, a.area, q.position;

CREATE VIEW area_totals AS
SELECT r.municipality, r.year, r.edition, a.area, coalesce(ct.value, a.title) AS title,
       coalesce(CAST(cp.value AS INTEGER), a.points) AS points,
       coalesce(CAST(cm.value AS INTEGER), a.max) AS max,
       coalesce(CAST(cc.value AS INTEGER), a.percent) AS percent,
       coalesce(CAST(cb.value AS INTEGER), a.box_points) AS box_points,
       (SELECT group_concat(field, ', ') FROM doubt d WHERE d.entry_id IN (a.id, a.total_id) AND NOT EXISTS
            (SELECT 1 FROM cell n JOIN correction k ON k.cell = n.name
             WHERE n.kind = CASE d.entry_id WHEN a.total_id THEN 'total' ELSE 'area' END
             AND n.area = a.area AND n.note = d.field AND k.sha256 = r.sha256)) AS doubtful,
       (SELECT group_concat(DISTINCT field) FROM score_repair p WHERE p.entry_id IN (a.id, a.total_id)) AS repaired,
       (SELECT group_concat(n.short_name, ', ') FROM correction_in_force k JOIN cell n ON n.name = k.cell
        WHERE k.sha256 = r.sha256 AND n.area = a.area
        AND (n.kind = 'total' OR n.kind = 'area' AND n.position IS NULL)) AS corrected,
       r.id AS report
FROM area_score a
JOIN report_in_force r ON r.id = a.report_id
LEFT JOIN cell np ON np.kind = 'total' AND np.area = a.area AND np.field = 'points'
LEFT JOIN cell nm ON nm.kind = 'total' AND nm.area = a.area AND nm.field = 'max'
LEFT JOIN cell nc ON nc.kind = 'total' AND nc.area = a.area AND nc.field = 'percent'
LEFT JOIN cell nb ON nb.kind = 'area' AND nb.area = a.area AND nb.field = 'box points'
LEFT JOIN cell nt ON nt.kind = 'area' AND nt.area = a.area AND nt.field = 'title'
LEFT JOIN correction_in_force cp ON cp.sha256 = r.sha256 AND cp.cell = np.name
LEFT JOIN correction_in_force cm ON cm.sha256 = r.sha256 AND cm.cell = nm.name
LEFT JOIN correction_in_force cc ON cc.sha256 = r.sha256 AND cc.cell = nc.name
LEFT JOIN correction_in_force cb ON cb.sha256 = r.sha256 AND cb.cell = nb.name
LEFT JOIN correction_in_force ct ON ct.sha256 = r.sha256 AND ct.cell = nt.name
ORDER BY 1, r.year, r.id, a.area;

CREATE VIEW findings_list AS
SELECT r.municipality, r.year, a.area, f.kind, f.position, coalesce(c.value, f.text) AS text,
       r.id AS report, f.id AS finding
FROM finding f
JOIN area_score a ON a.id = f.area_score_id
JOIN report_in_force r ON r.id = a.report_id
LEFT JOIN cell n ON n.kind = 'area' AND n.area = a.area AND n.field = f.kind AND n.position = f.position
LEFT JOIN correction_in_force c ON c.sha256 = r.sha256 AND c.cell = n.name
ORDER BY 1, r.year, r.id, a.area, f.kind = 'weakness', f.kind = 'improvement', f.position;

)sql";

} // namespace kompass::archive
