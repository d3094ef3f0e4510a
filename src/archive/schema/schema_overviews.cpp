#include "archive/schema/schema_overviews.h"

namespace kompass::archive {

const char* const schema_overviews = R"sql(

CREATE VIEW reports AS
SELECT r.id AS report,
       r.municipality, r.municipality_code, c.name AS county,
       r.year, stated.month, r.edition,
       (SELECT CASE WHEN count(points) = 8 THEN sum(points) END FROM area_totals WHERE report = r.id) AS points,
       (SELECT CASE WHEN count(max) = 8 THEN sum(max) END FROM area_totals WHERE report = r.id) AS max,
       (SELECT group_concat(field, ', ')
        FROM (SELECT field FROM doubt WHERE entry_id = r.entry_id
              UNION ALL
              SELECT 'points' WHERE EXISTS (SELECT 1 FROM area_totals WHERE report = r.id AND
                                            ', ' || coalesce(doubtful, '') || ', ' LIKE '%, points, %'))) AS doubtful,
       s.file, s.kind, s.sha256
FROM report_in_force r
JOIN report stated ON stated.id = r.id
JOIN source s ON s.id = r.source_id
LEFT JOIN municipality m ON m.code = r.municipality_code
LEFT JOIN county c ON c.code = m.county_code
ORDER BY 2, r.year, r.id;

CREATE VIEW edition_means AS
SELECT edition, area, count(points) AS reports, round(avg(points), 1) AS points,
       sum(points IS NOT NULL AND ', ' || coalesce(doubtful, '') || ', ' LIKE '%, points, %') AS doubtful
FROM area_totals GROUP BY edition, area
UNION ALL
SELECT edition, NULL, count(*), round(avg(points), 1), sum(doubtful)
FROM (SELECT edition, sum(points) AS points,
             max(', ' || coalesce(doubtful, '') || ', ' LIKE '%, points, %') AS doubtful
      FROM area_totals GROUP BY report HAVING count(points) = 8)
GROUP BY edition;

CREATE VIEW role_models_list AS
SELECT coalesce(named.name, x.name) AS role_model, x.municipality_code AS role_model_code, a.area, a.title,
       r.municipality, r.year, r.edition, r.id AS report
FROM role_model x
JOIN area_score a ON a.id = x.area_score_id
JOIN report_in_force r ON r.id = a.report_id
LEFT JOIN municipality named ON named.code = x.municipality_code
ORDER BY 1, a.area, 5, r.year, r.id, x.position;

CREATE VIEW history_list AS
SELECT r.municipality,
       h.year, s.area, s.points, r.year AS printed_in, r.id AS report
FROM (SELECT column_id, area, points FROM history_score
      UNION ALL SELECT id, NULL, total FROM history_column) s
JOIN history_column h ON h.id = s.column_id
JOIN report_in_force r ON r.id = h.report_id
ORDER BY 1, r.year, r.id, h.position, s.area IS NULL, s.area;

CREATE VIEW notable_figures AS
SELECT * FROM figures WHERE status <> 'consistent'
ORDER BY municipality, year, report, area IS NULL, area, cell;

)sql";

} // namespace kompass::archive
