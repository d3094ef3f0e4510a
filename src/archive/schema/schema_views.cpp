#include "archive/schema/schema_views.h"

namespace kompass::archive {

const char* const schema_views = R"sql(

CREATE VIEW passage_text AS
SELECT p.id, p.evaluation_id, p.area, p.chapter, p.kind, p.position,
       coalesce(p.decided,
           CASE p.kind
           WHEN 'text' THEN (SELECT x.text FROM paragraph x WHERE x.area_score_id = p.area_from AND x.position = p.position)
           WHEN 'heading' THEN (SELECT x.text FROM box_heading x WHERE x.area_score_id = p.area_from AND x.position = p.position)
           WHEN 'question' THEN (SELECT x.text FROM question_score x WHERE x.area_score_id = p.area_from
                                 AND x.position = p.position)
           WHEN 'role-model' THEN (SELECT x.name FROM role_model x WHERE x.area_score_id = p.area_from
                                   AND x.position = p.position)
           WHEN 'chapter-heading' THEN (SELECT x.heading FROM chapter x WHERE x.id = p.chapter_from)
           WHEN 'chapter' THEN (SELECT x.text FROM chapter_paragraph x WHERE x.chapter_id = p.chapter_from
                                AND x.position = p.position)
           ELSE (SELECT x.text FROM finding x WHERE x.area_score_id = p.area_from AND x.kind = p.kind
                 AND x.position = p.position)
           END) AS text, p.code, p.state, p.area_from, p.chapter_from
FROM passage p;

CREATE VIEW scores AS
SELECT e.key AS evaluation, e.municipality, e.year, e.edition, x.area, x.number AS question, x.position, x.text,
       x.points, x.max, x.percent, x.state, x.points_state, x.max_state, x.percent_state, x.text_state,
       s.sha256 AS document, s.file AS source, e.report_id AS report
FROM evaluation e
JOIN question_result x ON x.evaluation_id = e.id
JOIN question_score q ON q.id = x.question_from
JOIN area_score a ON a.id = q.area_score_id
JOIN report r ON r.id = a.report_id
JOIN source s ON s.id = r.source_id;

CREATE VIEW area_totals AS
SELECT e.key AS evaluation, e.municipality, e.year, e.edition, x.area, x.title, x.points, x.max, x.percent, x.box_points,
       x.state, x.points_state, x.max_state, x.percent_state, x.box_points_state, x.title_state,
       s.sha256 AS document, s.file AS source, e.report_id AS report
FROM evaluation e
JOIN area_result x ON x.evaluation_id = e.id
JOIN area_score t ON t.id = x.table_from
JOIN report r ON r.id = t.report_id
JOIN source s ON s.id = r.source_id;

CREATE VIEW grand_totals AS
SELECT e.key AS evaluation, e.municipality, e.year, e.edition, e.points, e.max,
       (SELECT count(x.points) FROM area_result x WHERE x.evaluation_id = e.id) AS areas,
       e.points_state AS state, s.sha256 AS document, s.file AS source, e.report_id AS report
FROM evaluation e
JOIN report r ON r.id = e.report_id
JOIN source s ON s.id = r.source_id;

CREATE VIEW findings AS
SELECT e.key AS evaluation, e.municipality, e.year, e.edition, p.area, p.kind, p.position, p.text, p.state,
       s.sha256 AS document, s.file AS source, e.report_id AS report
FROM evaluation e
JOIN passage_text p ON p.evaluation_id = e.id
JOIN area_score a ON a.id = p.area_from
JOIN report r ON r.id = a.report_id
JOIN source s ON s.id = r.source_id
WHERE p.kind IN ('strength', 'improvement', 'weakness');

CREATE VIEW role_models AS
SELECT e.key AS evaluation, e.municipality, e.year, e.edition, p.area, a.title, p.position,
       p.text AS role_model, p.code AS role_model_code, p.state,
       s.sha256 AS document, s.file AS source, e.report_id AS report
FROM evaluation e
JOIN passage_text p ON p.evaluation_id = e.id AND p.kind = 'role-model'
JOIN area_result a ON a.evaluation_id = e.id AND a.area = p.area
JOIN area_score f ON f.id = p.area_from
JOIN report r ON r.id = f.report_id
JOIN source s ON s.id = r.source_id;

CREATE VIEW history AS
SELECT e.key AS evaluation, e.municipality, e.year AS printed_in, e.edition AS printed_in_edition, x.year, x.area, x.points, x.state,
       s.sha256 AS document, s.file AS source, e.report_id AS report
FROM evaluation e
JOIN history_result x ON x.evaluation_id = e.id AND x.area > 0
JOIN history_column h ON h.id = x.column_from
JOIN report r ON r.id = h.report_id
JOIN source s ON s.id = r.source_id;

CREATE VIEW history_totals AS
SELECT e.key AS evaluation, e.municipality, e.year AS printed_in, e.edition AS printed_in_edition, x.year, x.points, x.state,
       s.sha256 AS document, s.file AS source, e.report_id AS report
FROM evaluation e
JOIN history_result x ON x.evaluation_id = e.id AND x.area = 0
JOIN history_column h ON h.id = x.column_from
JOIN report r ON r.id = h.report_id
JOIN source s ON s.id = r.source_id;

CREATE VIEW other_scores AS
SELECT e.key AS evaluation, e.municipality, e.year, g.edition, x.scoring, x.area, x.question, x.position, x.text,
       x.points, x.max, x.percent, x.state, x.points_state, x.max_state, x.percent_state, g.edition_state,
       s.sha256 AS document, s.file AS source, e.report_id AS report
FROM evaluation e
JOIN scoring_result g ON g.evaluation_id = e.id
JOIN scoring_row_result x ON x.evaluation_id = e.id AND x.scoring = g.scoring
JOIN scoring f ON f.id = g.scoring_from
JOIN report r ON r.id = f.report_id
JOIN source s ON s.id = r.source_id
WHERE x.question IS NOT NULL;

CREATE VIEW other_area_totals AS
SELECT e.key AS evaluation, e.municipality, e.year, g.edition, x.scoring, x.area, x.text AS title,
       x.points, x.max, x.percent, x.state, x.points_state, x.max_state, x.percent_state, g.edition_state,
       s.sha256 AS document, s.file AS source, e.report_id AS report
FROM evaluation e
JOIN scoring_result g ON g.evaluation_id = e.id
JOIN scoring_row_result x ON x.evaluation_id = e.id AND x.scoring = g.scoring
JOIN scoring f ON f.id = g.scoring_from
JOIN report r ON r.id = f.report_id
JOIN source s ON s.id = r.source_id
WHERE x.area IS NOT NULL AND x.question IS NULL;

CREATE VIEW other_grand_totals AS
SELECT e.key AS evaluation, e.municipality, e.year, g.edition, x.scoring, g.points, x.points AS printed, x.max, x.percent,
       g.points_state AS state, x.points_state AS printed_state, g.edition_state,
       s.sha256 AS document, s.file AS source, e.report_id AS report
FROM evaluation e
JOIN scoring_result g ON g.evaluation_id = e.id
JOIN scoring_row_result x ON x.evaluation_id = e.id AND x.scoring = g.scoring
JOIN scoring f ON f.id = g.scoring_from
JOIN report r ON r.id = f.report_id
JOIN source s ON s.id = r.source_id
WHERE x.area IS NULL;

CREATE VIEW other_history AS
SELECT e.key AS evaluation, e.municipality, e.year AS printed_in, g.edition, x.scoring, x.year,
       nullif(x.area, 0) AS area, x.points, x.state, g.edition_state,
       s.sha256 AS document, s.file AS source, e.report_id AS report
FROM evaluation e
JOIN scoring_result g ON g.evaluation_id = e.id
JOIN scoring_past_result x ON x.evaluation_id = e.id AND x.scoring = g.scoring
JOIN scoring f ON f.id = g.scoring_from
JOIN report r ON r.id = f.report_id
JOIN source s ON s.id = r.source_id;

CREATE VIEW reports AS
SELECT e.key AS evaluation, e.municipality, e.municipality_code, c.name AS county, e.year, e.month, e.ordinal, e.edition,
       d.instrument, e.interviewees, e.document_date, e.parts, e.accounted,
       (SELECT count(*) FROM evidence v WHERE v.evaluation_id = e.id) AS documents,
       e.state, s.sha256 AS document, s.file AS source, s.kind, o.url, o.publisher, o.retrieved, o.licence, o.note,
       e.report_id AS report
FROM evaluation e
JOIN report r ON r.id = e.report_id
JOIN source s ON s.id = r.source_id
LEFT JOIN origin o ON o.sha256 = s.sha256
LEFT JOIN edition d ON d.id = e.edition
LEFT JOIN municipality m ON m.code = e.municipality_code
LEFT JOIN county c ON c.code = m.county_code;

CREATE VIEW documents AS
SELECT e.key AS evaluation, e.municipality, e.year, e.edition, v.rank AS position,
       CASE v.rank WHEN 1 THEN 'current' ELSE 'former' END AS state, v.why,
       s.sha256 AS document, s.file AS source, s.kind, o.url, o.publisher, o.retrieved, o.licence, o.note,
       e.report_id AS report
FROM evaluation e
JOIN evidence v ON v.evaluation_id = e.id
JOIN report r ON r.id = v.report_id
JOIN source s ON s.id = r.source_id
LEFT JOIN origin o ON o.sha256 = s.sha256;

CREATE VIEW evaluators AS
SELECT e.key AS evaluation, e.municipality, e.year, e.edition, p.position, coalesce(p.name, p.printed) AS name,
       p.role, p.employer, p.printed, p.state, p.name_state, p.role_state, p.employer_state,
       s.sha256 AS document, s.file AS source, e.report_id AS report
FROM evaluation e
JOIN evaluator_result p ON p.evaluation_id = e.id
JOIN fact f ON f.evaluation_id = e.id AND f.field = 'evaluators'
JOIN report r ON r.id = f.report_id
JOIN source s ON s.id = r.source_id;

CREATE VIEW chapters AS
SELECT e.key AS evaluation, e.municipality, e.year, e.edition, c.position AS chapter, nullif(c.heading, '') AS heading,
       p.position, p.text, coalesce(p.page, c.page) AS page,
       CASE WHEN f.report_id <> e.report_id THEN 'from another file' ELSE 'sound' END AS state,
       s.sha256 AS document, s.file AS source, e.report_id AS report
FROM evaluation e
JOIN fact f ON f.evaluation_id = e.id AND f.field = 'chapters'
JOIN chapter c ON c.report_id = f.report_id
LEFT JOIN chapter_paragraph p ON p.chapter_id = c.id
JOIN report r ON r.id = f.report_id
JOIN source s ON s.id = r.source_id;

CREATE VIEW known_totals AS
WITH compared AS (
    SELECT e.key, k.municipality_code, k.year, k.month, e.edition, k.source AS publication, k.area, k.points AS known,
           CASE k.area WHEN 0 THEN e.points ELSE a.points END AS points,
           CASE k.area WHEN 0 THEN e.points_state ELSE a.points_state END AS points_state, e.report_id
    FROM known_total k
    LEFT JOIN evaluation e ON e.municipality_code = k.municipality_code AND e.year = k.year
        AND (k.month IS NULL OR e.month IS NULL OR e.month = k.month)
    LEFT JOIN area_result a ON a.evaluation_id = e.id AND a.area = k.area
)
SELECT c.key AS evaluation,
       coalesce((SELECT n.name FROM municipality_period n WHERE n.code = c.municipality_code
                 AND coalesce(n.valid_from, '') <= printf('%04d-%02d-31', c.year, coalesce(c.month, 12))
                 AND coalesce(n.valid_to, '9999') >= printf('%04d-%02d-31', c.year, coalesce(c.month, 12))),
                m.name) AS municipality, c.year, c.edition, c.municipality_code, c.month,
       nullif(c.area, 0) AS area, c.known, c.points, c.points_state,
       CASE WHEN round(c.points - c.known, 1) = CAST(c.points - c.known AS INTEGER) THEN CAST(c.points - c.known AS INTEGER)
            ELSE round(c.points - c.known, 1) END AS difference,
       CASE WHEN c.key IS NULL THEN 'no report' WHEN c.points IS NULL THEN 'no figure'
            WHEN c.points = c.known THEN 'agrees' ELSE 'differs' END AS state,
       c.publication, s.sha256 AS document, s.file AS source, c.report_id AS report
FROM compared c
JOIN municipality m ON m.code = c.municipality_code
LEFT JOIN report r ON r.id = c.report_id
LEFT JOIN source s ON s.id = r.source_id;

CREATE VIEW completeness AS
SELECT e.key AS evaluation, e.municipality, e.year, e.edition, p.position, p.part, p.area, p.scoring, p.state, p.why,
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
       s.sha256 AS document, s.file AS source, e.report_id AS report
FROM evaluation e
JOIN part_result p ON p.evaluation_id = e.id
JOIN report r ON r.id = p.report_id
JOIN source s ON s.id = r.source_id
LEFT JOIN area_score a ON a.report_id = p.report_id AND a.area = p.area;

CREATE VIEW inconsistencies AS
SELECT e.key AS evaluation, e.municipality, e.year, e.edition, x.position, x.area, x.cell, x.kind, x.stands AS printed,
       x.expected, x.explanation,
       CASE WHEN x.published AND x.effective THEN 'published and effective'
            WHEN x.published THEN 'published' ELSE 'effective' END AS layer,
       s.sha256 AS document, s.file AS source, e.report_id AS report
FROM evaluation e
JOIN check_result x ON x.evaluation_id = e.id
JOIN report r ON r.id = x.report_id
JOIN source s ON s.id = r.source_id
WHERE x.verdict = 'inconsistent';

CREATE VIEW figures AS
WITH stated AS (
    SELECT e.id, e.key, e.report_id, e.municipality, e.year, e.edition, x.area, k.name AS cell, k.note,
           CASE k.field WHEN 'points' THEN q.points WHEN 'max' THEN q.max ELSE q.percent END AS value,
           CASE k.field WHEN 'points' THEN x.points WHEN 'max' THEN x.max ELSE x.percent END AS effective,
           CASE k.field WHEN 'points' THEN x.points_state WHEN 'max' THEN x.max_state ELSE x.percent_state END AS state,
           q.id AS entry
    FROM evaluation e
    CROSS JOIN question_result x ON x.evaluation_id = e.id
    CROSS JOIN question_score q ON q.id = x.question_from
    CROSS JOIN cell k ON k.question = x.number AND k.field IN ('points', 'max', 'percent') AND k.scoring IS NULL
    UNION ALL
    SELECT e.id, e.key, e.report_id, e.municipality, e.year, e.edition, x.area, k.name, k.note,
           CASE k.field WHEN 'points' THEN t.points WHEN 'max' THEN t.max ELSE t.percent END,
           CASE k.field WHEN 'points' THEN x.points WHEN 'max' THEN x.max ELSE x.percent END,
           CASE k.field WHEN 'points' THEN x.points_state WHEN 'max' THEN x.max_state ELSE x.percent_state END,
           t.total_id
    FROM evaluation e
    CROSS JOIN area_result x ON x.evaluation_id = e.id
    CROSS JOIN area_score t ON t.id = x.table_from
    CROSS JOIN cell k ON k.kind = 'total' AND k.area = x.area AND k.field IN ('points', 'max', 'percent')
               AND k.scoring IS NULL
    UNION ALL
    SELECT e.id, e.key, e.report_id, e.municipality, e.year, e.edition, x.area, k.name, k.note,
           b.box_points, x.box_points, x.box_points_state, b.id
    FROM evaluation e
    CROSS JOIN area_result x ON x.evaluation_id = e.id
    CROSS JOIN area_score b ON b.id = x.box_from
    CROSS JOIN cell k ON k.kind = 'area' AND k.area = x.area AND k.field = 'box points' AND k.scoring IS NULL
    UNION ALL
    SELECT e.id, e.key, e.report_id, e.municipality, e.year, e.edition, x.area, k.name, k.note,
           s.points, x.points, x.points_state, x.column_from
    FROM evaluation e
    CROSS JOIN history_result x ON x.evaluation_id = e.id
    CROSS JOIN history_score s ON s.column_id = x.column_from AND s.area = x.area
    CROSS JOIN cell k ON k.year = x.year AND k.area = x.area AND k.scoring IS NULL
    UNION ALL
    SELECT e.id, e.key, e.report_id, e.municipality, e.year, e.edition, NULL, k.name, k.note,
           h.total, x.points, x.points_state, x.column_from
    FROM evaluation e
    CROSS JOIN history_result x ON x.evaluation_id = e.id
    CROSS JOIN history_column h ON h.id = x.column_from
    CROSS JOIN cell k ON k.year = x.year AND k.area IS NULL AND k.field = 'points' AND k.scoring IS NULL
    WHERE x.area = 0
    UNION ALL
    SELECT e.id, e.key, e.report_id, e.municipality, e.year, g.edition, x.area, k.name, k.note,
           CASE k.field WHEN 'points' THEN q.points WHEN 'max' THEN q.max ELSE q.percent END,
           CASE k.field WHEN 'points' THEN x.points WHEN 'max' THEN x.max ELSE x.percent END,
           CASE k.field WHEN 'points' THEN x.points_state WHEN 'max' THEN x.max_state ELSE x.percent_state END,
           q.id
    FROM evaluation e
    CROSS JOIN scoring_result g ON g.evaluation_id = e.id
    CROSS JOIN scoring_row_result x ON x.evaluation_id = e.id AND x.scoring = g.scoring
    CROSS JOIN scoring_row q ON q.id = x.row_from
    CROSS JOIN cell k ON k.scoring = x.scoring AND k.kind = CASE WHEN x.question IS NULL THEN 'total' ELSE 'question' END
               AND k.area IS x.area AND k.question IS x.question AND k.field IN ('points', 'max', 'percent')
    UNION ALL
    SELECT e.id, e.key, e.report_id, e.municipality, e.year, g.edition, nullif(x.area, 0), k.name, k.note,
           CASE x.area WHEN 0 THEN c.total
                       ELSE (SELECT p.points FROM scoring_past p WHERE p.column_id = c.id AND p.area = x.area) END,
           x.points, x.points_state, c.id
    FROM evaluation e
    CROSS JOIN scoring_result g ON g.evaluation_id = e.id
    CROSS JOIN scoring_past_result x ON x.evaluation_id = e.id AND x.scoring = g.scoring
    CROSS JOIN scoring_column c ON c.id = x.column_from
    CROSS JOIN cell k ON k.scoring = x.scoring AND k.year = x.year AND k.area IS nullif(x.area, 0) AND k.field = 'points'
)
SELECT stated.key AS evaluation, stated.municipality, stated.year, stated.edition, stated.area, stated.cell,
       coalesce((SELECT p.read FROM score_repair p WHERE p.entry_id = stated.entry AND p.field = stated.note
                 ORDER BY p.position LIMIT 1), CAST(stated.value AS TEXT)) AS read,
       stated.value,
       CASE stated.state WHEN 'decided' THEN stated.effective END AS corrected,
       stated.effective, stated.state,
       (SELECT group_concat(value, ', ') FROM (SELECT d.value FROM candidate d
        WHERE d.entry_id = stated.entry AND d.field = stated.note ORDER BY d.position)) AS candidates,
       coalesce((SELECT t.why FROM settled_figure t WHERE t.evaluation_id = stated.id AND t.cell = stated.cell),
                (SELECT p.why FROM score_repair p WHERE p.entry_id = stated.entry AND p.field = stated.note
                 ORDER BY p.position LIMIT 1)) AS why,
       s.sha256 AS document, s.file AS source, stated.entry, stated.report_id AS report
FROM stated
CROSS JOIN entry n ON n.id = stated.entry
CROSS JOIN source s ON s.id = n.source_id
WHERE stated.state IS NOT NULL;

CREATE VIEW comparable_scores AS
SELECT e.key AS evaluation, e.municipality, e.year, e.edition, x.area, x.number AS question, x.text, x.points, x.max,
       x.percent, x.state, e.edition AS compared_edition, x.number AS compared_question,
       s.sha256 AS document, s.file AS source, e.report_id AS report
FROM evaluation e
JOIN question_result x ON x.evaluation_id = e.id
JOIN question_score q ON q.id = x.question_from
JOIN area_score a ON a.id = q.area_score_id
JOIN report r ON r.id = a.report_id
JOIN source s ON s.id = r.source_id
WHERE x.question_id IS NOT NULL
UNION ALL
SELECT e.key, e.municipality, e.year, e.edition, x.area, x.number, x.text, x.points, x.max,
       x.percent, x.state, oa.edition, o.number, s.sha256, s.file, e.report_id
FROM evaluation e
JOIN question_result x ON x.evaluation_id = e.id
JOIN concordance c ON c.question_id = x.question_id AND c.kind = 'same'
JOIN question o ON o.id = c.other_id
JOIN area oa ON oa.id = o.area_id
JOIN question_score q ON q.id = x.question_from
JOIN area_score a ON a.id = q.area_score_id
JOIN report r ON r.id = a.report_id
JOIN source s ON s.id = r.source_id;

CREATE VIEW question_versions AS
WITH printed AS (
    SELECT e.edition, x.area, x.number, x.text, CASE WHEN x.max_state <> 'doubtful' THEN x.max END AS max, e.year, e.id
    FROM evaluation e
    JOIN question_result x ON x.evaluation_id = e.id
    UNION ALL
    SELECT g.edition, x.area, x.question, x.text, CASE WHEN x.max_state <> 'doubtful' THEN x.max END, e.year, e.id
    FROM evaluation e
    JOIN scoring_result g ON g.evaluation_id = e.id AND g.edition_state IS NOT 'doubtful'
    JOIN scoring_row_result x ON x.evaluation_id = e.id AND x.scoring = g.scoring
    WHERE x.question IS NOT NULL
)
SELECT edition, area, number AS question, nullif(text, '') AS wording, max, min(year) AS first_year, max(year) AS last_year,
       count(DISTINCT id) AS evaluations
FROM printed
GROUP BY edition, area, number, text, max;

CREATE VIEW sources_of_values AS
WITH stated AS (
    SELECT e.key, e.municipality, e.year, e.edition, e.report_id, v.rank, v.report_id AS told_by, p.cell, p.item, p.rule,
           p.id AS entry
    FROM evaluation e
    CROSS JOIN evidence v ON v.evaluation_id = e.id
    CROSS JOIN provenance p ON p.report_id = v.report_id
    UNION ALL
    SELECT e.key, e.municipality, e.year, e.edition, e.report_id, v.rank, v.report_id, q.number, NULL, NULL, q.id
    FROM evaluation e
    CROSS JOIN evidence v ON v.evaluation_id = e.id
    CROSS JOIN area_score a ON a.report_id = v.report_id
    CROSS JOIN question_score q ON q.area_score_id = a.id
    UNION ALL
    SELECT e.key, e.municipality, e.year, e.edition, e.report_id, v.rank, v.report_id, k.whole, NULL, NULL, a.total_id
    FROM evaluation e
    CROSS JOIN evidence v ON v.evaluation_id = e.id
    CROSS JOIN area_score a ON a.report_id = v.report_id
    CROSS JOIN cell k ON k.kind = 'total' AND k.area = a.area AND k.field = 'points' AND k.scoring IS NULL
    UNION ALL
    SELECT e.key, e.municipality, e.year, e.edition, e.report_id, v.rank, v.report_id, k.name, NULL, NULL, f.id
    FROM evaluation e
    CROSS JOIN evidence v ON v.evaluation_id = e.id
    CROSS JOIN area_score a ON a.report_id = v.report_id
    CROSS JOIN finding f ON f.area_score_id = a.id
    CROSS JOIN cell k ON k.kind = 'area' AND k.area = a.area AND k.field = f.kind AND k.position = f.position
               AND k.scoring IS NULL
    UNION ALL
    SELECT e.key, e.municipality, e.year, e.edition, e.report_id, v.rank, v.report_id, k.whole, NULL, NULL, h.id
    FROM evaluation e
    CROSS JOIN evidence v ON v.evaluation_id = e.id
    CROSS JOIN history_column h ON h.report_id = v.report_id
    CROSS JOIN cell k ON k.year = h.year AND k.area IS NULL AND k.field = 'points' AND k.scoring IS NULL
    UNION ALL
    SELECT e.key, e.municipality, e.year, e.edition, e.report_id, v.rank, v.report_id, k.whole, NULL, NULL, w.id
    FROM evaluation e
    CROSS JOIN evidence v ON v.evaluation_id = e.id
    CROSS JOIN scoring g ON g.report_id = v.report_id
    CROSS JOIN scoring_row w ON w.scoring_id = g.id
    CROSS JOIN cell k ON k.scoring = g.number AND k.kind = CASE WHEN w.question IS NULL THEN 'total' ELSE 'question' END
               AND k.area IS w.area AND k.question IS w.question AND k.field = 'points'
)
SELECT stated.key AS evaluation, stated.municipality, stated.year, stated.edition, stated.cell, stated.item, stated.rule, l.page, g.reading,
       l.x0, l.y0, l.x1, l.y1, CASE stated.rank WHEN 1 THEN 'current' ELSE 'former' END AS state,
       s.sha256 AS document, s.file AS source, stated.entry, stated.report_id AS report
FROM stated
CROSS JOIN report r ON r.id = stated.told_by
CROSS JOIN source s ON s.id = r.source_id
LEFT JOIN place l ON l.entry_id = stated.entry
LEFT JOIN page g ON g.source_id = s.id AND g.number = l.page;

CREATE VIEW area_means AS
SELECT e.edition, x.area, count(x.points) AS evaluations, round(avg(x.points), 1) AS points,
       sum(x.points IS NOT NULL AND x.points_state = 'doubtful') AS doubtful
FROM evaluation e JOIN area_result x ON x.evaluation_id = e.id
GROUP BY e.edition, x.area;

CREATE VIEW edition_means AS
SELECT e.edition, count(*) AS evaluations, round(avg(e.points), 1) AS points,
       sum(e.points_state = 'doubtful') AS doubtful
FROM evaluation e
WHERE e.points IS NOT NULL
GROUP BY e.edition;

)sql";

} // namespace kompass::archive
