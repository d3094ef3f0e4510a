#include "enquiry/standings.h"

#include "model/instrument.h"
#include "text/unicode.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace kompass::enquiry {

namespace {

Figures figures_of(const archive::Row& row) {
    return {row.optional_decimal("points"), row.optional_decimal("max"), row.optional_decimal("percent"),
            row.integer("is_doubtful") != 0};
}

constexpr auto doubtful_points = "(points_state IS 'doubtful') AS is_doubtful";
/// A question may be ranked by its percent.
constexpr auto doubtful_score = "(points_state IS 'doubtful' OR percent_state IS 'doubtful') AS is_doubtful";

/// The eight areas' sum; doubtful if any of them is.
std::optional<Line> sum_of(const std::vector<Line>& areas) {
    if (areas.size() != area_count) return std::nullopt;
    Line all;
    all.figures = {Decimal(), Decimal(), std::nullopt, false};
    for (const auto& area : areas) {
        if (!area.figures.points) return std::nullopt;
        *all.figures.points += *area.figures.points;
        all.figures.max = all.figures.max && area.figures.max
                              ? std::optional(*all.figures.max + *area.figures.max)
                              : std::nullopt;
        all.figures.doubtful = all.figures.doubtful || area.figures.doubtful;
    }
    return all;
}

archive::Values values_of(const std::string& edition, const Subject& subject) {
    archive::Values values{edition};
    if (subject.area) values.emplace_back(*subject.area);
    if (!subject.question.empty()) values.emplace_back(subject.question);
    return values;
}

} // namespace

std::vector<std::string> editions_in_use(const archive::Connection& connection) {
    return connection.texts("SELECT id FROM edition WHERE EXISTS (SELECT 1 FROM evaluation WHERE edition = "
                            "edition.id) ORDER BY id");
}

std::vector<Line> area_lines(const archive::Connection& connection, std::int64_t report) {
    std::vector<Line> lines;
    connection.each(std::string("SELECT area, title, points, max, percent, ") + doubtful_points +
                        " FROM area_totals WHERE report = ? ORDER BY area",
                    {report}, [&](const archive::Row& row) {
                        lines.push_back({row.text("area"), row.text("title"), figures_of(row)});
                    });
    if (auto sum = sum_of(lines)) lines.insert(lines.begin(), *std::move(sum));
    return lines;
}

std::vector<Line> question_lines(const archive::Connection& connection, std::int64_t report, int area) {
    std::vector<Line> lines;
    connection.each(std::string("SELECT question, text, points, max, percent, ") + doubtful_score +
                        " FROM scores WHERE report = ? AND area = ? ORDER BY position",
                    {report, area}, [&](const archive::Row& row) {
                        lines.push_back({row.text("question"), row.text("text"), figures_of(row)});
                    });
    return lines;
}

std::string ranking_statement(const Subject& subject) {
    const std::string of_edition = "edition = ?1";
    const std::string report = "SELECT report, municipality, year, edition, points, max, percent, ";
    if (!subject.question.empty())
        return report + doubtful_score + " FROM scores WHERE " + of_edition +
               " AND area = ?2 AND question = ?3 "
               "ORDER BY municipality, year, report";
    return report + doubtful_points + " FROM area_totals WHERE " + of_edition +
           (subject.area ? " AND area = ?2" : "") + " ORDER BY municipality, year, report";
}

namespace {

/// The rows as they come, those of one report made one: its areas' sum, if all eight are stated.
class Rows {
public:
    explicit Rows(const Subject& subject) : sums_(!subject.area) {}

    void add(const archive::Row& row) {
        const Figures figures = figures_of(row);
        if (!sums_ || reports_.empty() || reports_.back().report.id != row.id("report")) {
            finish();
            reports_.push_back({std::nullopt, report_name_of(row), figures});
            areas_.clear();
        }
        areas_.push_back({"", "", figures});
    }

    std::vector<RankedReport> take() {
        finish();
        return std::move(reports_);
    }

private:
    void finish() {
        if (!sums_ || reports_.empty()) return;
        const auto sum = sum_of(areas_);
        reports_.back().figures = sum ? sum->figures : Figures{};
    }

    bool sums_;
    std::vector<RankedReport> reports_;
    std::vector<Line> areas_; ///< of the last report
};

/// What reports are ranked by.
std::optional<Decimal> measure(const Figures& figures, const Subject& subject) {
    if (subject.question.empty()) return figures.points;
    if (figures.percent || !figures.points || figures.max.value_or(0) <= 0) return figures.percent;
    return (200 * figures.points->tenths() + figures.max->tenths()) / (2 * figures.max->tenths());
}

} // namespace

std::vector<RankedReport> ranking(const archive::Connection& connection, const std::string& edition,
                                  const Subject& subject) {
    Rows rows(subject);
    connection.each(ranking_statement(subject), values_of(edition, subject),
                    [&](const archive::Row& row) { rows.add(row); });
    auto ranked = rows.take();
    const auto measured = [&](const RankedReport& report) { return measure(report.figures, subject); };
    std::stable_sort(ranked.begin(), ranked.end(), [&](const RankedReport& a, const RankedReport& b) {
        if (measured(a) != measured(b)) return measured(a) > measured(b); // nullopt is less than any figure
        return unicode::compare_swedish(a.report.municipality, b.report.municipality) < 0;
    });
    for (std::size_t i = 0; i < ranked.size(); ++i) {
        if (!measured(ranked[i])) continue;
        const bool tied = i > 0 && measured(ranked[i - 1]) == measured(ranked[i]);
        ranked[i].rank = tied ? ranked[i - 1].rank : static_cast<int>(i) + 1;
        if (!subject.question.empty()) ranked[i].figures.percent = measured(ranked[i]);
    }
    return ranked;
}

std::optional<Mean> mean(const archive::Connection& connection, const std::string& edition,
                         const Subject& subject) {
    Mean mean;
    for (const auto& report : ranking(connection, edition, subject))
        if (const auto value = measure(report.figures, subject)) {
            ++mean.reports;
            mean.points += value->real();
            mean.doubtful += report.figures.doubtful ? 1 : 0;
        }
    if (mean.reports == 0) return std::nullopt;
    mean.points /= mean.reports;
    return mean;
}

std::vector<ReportName> reports_of(const archive::Connection& connection, std::string_view municipality) {
    std::vector<ReportName> reports;
    connection.each(
        "SELECT report_id AS report, municipality, year, edition FROM evaluation WHERE municipality = ?1 "
        "OR municipality_code IN (SELECT municipality_code FROM evaluation WHERE municipality = ?1) "
        "ORDER BY year NULLS LAST, month, report_id",
        {municipality}, [&](const archive::Row& row) { reports.push_back(report_name_of(row)); });
    return reports;
}

namespace {

/// The columns of one report's table.
std::vector<PrintedYear> columns_of(const archive::Connection& connection, const ReportName& report) {
    std::vector<PrintedYear> columns;
    std::map<int, std::size_t> by_year;
    connection.each("SELECT x.year, x.area, x.points FROM evaluation e "
                    "JOIN history_result x ON x.evaluation_id = e.id "
                    "WHERE e.report_id = ? ORDER BY x.position, x.area",
                    {report.id}, [&](const archive::Row& row) {
                        const int year = row.integer("year");
                        const auto [place, is_new] = by_year.try_emplace(year, columns.size());
                        if (is_new) {
                            auto& column = columns.emplace_back();
                            column.year = year;
                            column.areas.resize(area_count);
                            column.printed_in = report;
                        }
                        auto& column = columns.at(place->second);
                        const int area = row.integer("area");
                        auto& points =
                            area == 0 ? column.total : column.areas.at(static_cast<std::size_t>(area) - 1);
                        points = row.optional_decimal("points");
                    });
    return columns;
}

/// True if the report of that year is there and says nothing else.
bool is_told_by_report(const archive::Connection& connection, const PrintedYear& column,
                       const std::vector<ReportName>& reports) {
    const auto own = std::find_if(reports.begin(), reports.end(),
                                  [&](const ReportName& report) { return report.year == column.year; });
    if (own == reports.end()) return false;
    const auto lines = area_lines(connection, own->id);
    return std::all_of(lines.begin(), lines.end(), [&](const Line& line) {
        if (line.number.empty()) return !column.total || column.total == line.figures.points;
        const auto& printed = column.areas.at(std::stoul(line.number) - 1);
        return !printed || printed == line.figures.points;
    });
}

} // namespace

std::vector<PrintedYear> printed_history(const archive::Connection& connection,
                                         const std::vector<ReportName>& reports) {
    std::vector<PrintedYear> history;
    const auto told_already = [&](const PrintedYear& column) {
        return std::any_of(history.begin(), history.end(), [&](const PrintedYear& other) {
            return std::tie(other.year, other.areas, other.total) ==
                   std::tie(column.year, column.areas, column.total);
        });
    };
    for (const auto& report : reports)
        for (auto& column : columns_of(connection, report))
            if (!told_already(column) && !is_told_by_report(connection, column, reports))
                history.push_back(std::move(column));
    std::stable_sort(history.begin(), history.end(),
                     [](const PrintedYear& a, const PrintedYear& b) { return a.year < b.year; });
    return history;
}

} // namespace kompass::enquiry
