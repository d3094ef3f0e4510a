#include "enquiry/standings.h"

#include "enquiry/cell_states.h"
#include "model/instrument.h"
#include "text/unicode.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace kompass::enquiry {

namespace {

std::optional<State> state_of(const archive::Row& row, const char* column) {
    return archive::state_from(row.text(column));
}

Figures figures_of(const archive::Row& row) {
    return {row.optional_decimal("points"), row.optional_decimal("max"), row.optional_decimal("percent"),
            state_of(row, "points_state"),  state_of(row, "max_state"),  state_of(row, "percent_state")};
}

/// The columns of an area or a question that figures_of reads.
std::string figure_columns() {
    std::string columns = "points, max, percent";
    for (const std::string field : {"points_state", "max_state", "percent_state"})
        columns += ", " + state_with_file(field, "state <> 'sound'") + " AS " + field;
    return columns;
}

/// The same of all areas together: the state of the points is that of the areas' points and maxima, that of
/// the maximum of these alone, the one that a person should see first.
constexpr auto total_columns =
    "points, max, NULL AS percent, state AS points_state, "
    "(SELECT x.max_state FROM evaluation v JOIN area_result x ON x.evaluation_id = v.id "
    "WHERE v.report_id = grand_totals.report ORDER BY CASE x.max_state WHEN 'doubtful' THEN 4 "
    "WHEN 'inconsistent' THEN 3 WHEN 'repaired' THEN 2 WHEN 'decided' THEN 1 ELSE 0 END DESC LIMIT 1) "
    "AS max_state, NULL AS percent_state";

constexpr auto name_columns = "evaluation, report, municipality, year, edition, ";

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
    connection.each(std::string("SELECT ") + total_columns +
                        " FROM grand_totals WHERE report = ? AND points IS NOT NULL",
                    {report}, [&](const archive::Row& row) {
                        lines.push_back({"", "", figures_of(row), ""});
                    });
    connection.each(
        "SELECT area, title, " + figure_columns() + " FROM area_totals WHERE report = ? ORDER BY area",
        {report}, [&](const archive::Row& row) {
            lines.push_back({row.text("area"), row.text("title"), figures_of(row), row.text("area")});
        });
    return lines;
}

namespace {

/// By what the questions of an area compare, by their numbers.
std::map<std::string, std::string> compared_as_of(const archive::Connection& connection, std::int64_t report,
                                                  int area) {
    std::map<std::string, std::string> compared_as;
    connection.each(
        "SELECT x.number, coalesce(e.edition, '') || ' ' || x.number AS own, "
        "(SELECT min(a.edition || ' ' || q.number) FROM concordance c JOIN question q ON q.id = c.other_id "
        "JOIN area a ON a.id = q.area_id WHERE c.question_id = x.question_id AND c.kind = 'same') AS other "
        "FROM evaluation e JOIN question_result x ON x.evaluation_id = e.id "
        "WHERE e.report_id = ? AND x.area = ?",
        {report, area}, [&](const archive::Row& row) {
            const auto own = row.text("own");
            compared_as[row.text("number")] = std::min(own, row.optional_text("other").value_or(own));
        });
    return compared_as;
}

} // namespace

std::vector<Line> question_lines(const archive::Connection& connection, std::int64_t report, int area) {
    const auto compared_as = compared_as_of(connection, report, area);
    std::vector<Line> lines;
    connection.each("SELECT question, text, " + figure_columns() +
                        " FROM scores WHERE report = ? AND area = ? ORDER BY position",
                    {report, area}, [&](const archive::Row& row) {
                        const auto number = row.text("question");
                        lines.push_back({number, row.text("text"), figures_of(row), compared_as.at(number)});
                    });
    return lines;
}

std::string ranking_statement(const Subject& subject) {
    const std::string select = std::string("SELECT ") + name_columns;
    const std::string in_order = " ORDER BY municipality, year, evaluation";
    if (!subject.question.empty())
        return select + figure_columns() + " FROM scores WHERE edition = ?1 AND area = ?2 AND question = ?3" +
               in_order;
    if (subject.area)
        return select + figure_columns() + " FROM area_totals WHERE edition = ?1 AND area = ?2" + in_order;
    return select + total_columns + " FROM grand_totals WHERE edition = ?1" + in_order;
}

std::optional<Decimal> measure(const Figures& figures, const Subject& subject) {
    if (subject.question.empty()) return figures.points;
    if (figures.percent || !figures.points || figures.max.value_or(0) <= 0) return figures.percent;
    return (200 * figures.points->tenths() + figures.max->tenths()) / (2 * figures.max->tenths());
}

namespace {

/// How sure it is; a percent of a row is no surer than the row.
std::optional<State> state_of_measure(const Figures& figures, const Subject& subject) {
    return subject.question.empty() ? figures.points_state : figures.state();
}

} // namespace

std::optional<State> Mean::state() const {
    if (doubtful > 0) return State::doubtful;
    return inconsistent > 0 ? std::optional(State::inconsistent) : std::nullopt;
}

namespace {

/// How sure it is that each is of the edition.
std::map<std::int64_t, std::optional<State>> edition_states(const archive::Connection& connection,
                                                            const std::string& edition) {
    std::map<std::int64_t, std::optional<State>> states;
    connection.each("SELECT e.report_id, f.state FROM evaluation e JOIN fact f ON f.evaluation_id = e.id "
                    "AND f.field = 'edition' WHERE e.edition = ?",
                    {edition}, [&](const archive::Row& row) {
                        states.emplace(row.id("report_id"), state_of(row, "state"));
                    });
    return states;
}

} // namespace

Ranking ranking(const archive::Connection& connection, const std::string& edition, const Subject& subject,
                Among among) {
    Ranking result;
    auto& ranked = result.reports;
    const auto measured = [&](const RankedReport& report) { return measure(report.figures, subject); };
    const auto editions = edition_states(connection, edition);
    connection.each(ranking_statement(subject), values_of(edition, subject), [&](const archive::Row& row) {
        const auto told = editions.find(row.id("report"));
        ranked.push_back({std::nullopt, report_name_of(row), figures_of(row),
                          told == editions.end() ? std::nullopt : told->second});
        if (among == Among::all || !archive::is_unsound(state_of_measure(ranked.back().figures, subject)))
            return;
        if (measured(ranked.back())) ++result.left_out;
        ranked.pop_back();
    });
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
    return result;
}

std::optional<Mean> mean_of(const Ranking& ranking, const Subject& subject) {
    Mean mean;
    mean.left_out = ranking.left_out;
    for (const auto& report : ranking.reports)
        if (const auto value = measure(report.figures, subject)) {
            const auto state = state_of_measure(report.figures, subject);
            ++mean.reports;
            mean.points += value->real();
            mean.doubtful += state == State::doubtful ? 1 : 0;
            mean.inconsistent += state == State::inconsistent ? 1 : 0;
        }
    if (mean.reports == 0 && mean.left_out == 0) return std::nullopt;
    if (mean.reports > 0) mean.points /= mean.reports;
    return mean;
}

std::optional<Mean> mean(const archive::Connection& connection, const std::string& edition,
                         const Subject& subject, Among among) {
    return mean_of(ranking(connection, edition, subject, among), subject);
}

std::vector<ReportName> reports_of(const archive::Connection& connection,
                                   const archive::LastingMunicipalities& municipalities,
                                   const std::string& municipality) {
    struct Dated {
        std::optional<int> year, month;
        ReportName report;
    };
    std::vector<Dated> found;
    const auto add = [&](const std::string& condition, const std::string& value) {
        connection.each("SELECT key AS evaluation, report_id AS report, municipality, year, month, edition "
                        "FROM evaluation WHERE " +
                            condition,
                        {value}, [&](const archive::Row& row) {
                            found.push_back({row.optional_integer("year"), row.optional_integer("month"),
                                             report_name_of(row)});
                        });
    };
    const auto* lasting = municipalities.of("", municipality);
    if (lasting == nullptr) lasting = municipalities.of(municipality, "");
    if (lasting == nullptr) {
        add("municipality = ?", municipality);
    } else {
        for (const auto& code : lasting->codes)
            add("municipality_code = ?", code);
        for (const auto& name : lasting->names)
            add("municipality = ? AND municipality_code IS NULL", name);
    }
    std::sort(found.begin(), found.end(), [](const Dated& a, const Dated& b) {
        return std::tuple(!a.year, a.year, a.month, a.report.id) <
               std::tuple(!b.year, b.year, b.month, b.report.id);
    });
    std::vector<ReportName> reports;
    reports.reserve(found.size());
    for (auto& one : found)
        reports.push_back(std::move(one.report));
    return reports;
}

namespace {

/// The columns of one report's table.
std::vector<PrintedYear> columns_of(const archive::Connection& connection, const ReportName& report) {
    std::vector<PrintedYear> columns;
    std::map<int, std::size_t> by_year;
    connection.each("SELECT x.year, x.area, x.points, x.state FROM evaluation e "
                    "JOIN history_result x ON x.evaluation_id = e.id "
                    "WHERE e.report_id = ? ORDER BY x.position, x.area",
                    {report.id}, [&](const archive::Row& row) {
                        const int year = row.integer("year");
                        const auto [place, is_new] = by_year.try_emplace(year, columns.size());
                        if (is_new) {
                            auto& column = columns.emplace_back();
                            column.year = year;
                            column.total.max = points_of_all_areas;
                            column.areas.assign(area_count, {std::nullopt, points_an_area, std::nullopt});
                            column.printed_in = report;
                        }
                        auto& column = columns.at(place->second);
                        const int area = row.integer("area");
                        auto& figures =
                            area == 0 ? column.total : column.areas.at(static_cast<std::size_t>(area) - 1);
                        figures.points = row.optional_decimal("points");
                        figures.points_state = state_of(row, "state");
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
        const auto& printed =
            line.number.empty() ? column.total : column.areas.at(std::stoul(line.number) - 1);
        return !printed.points || printed.points == line.figures.points;
    });
}

bool says_the_same(const PrintedYear& a, const PrintedYear& b) {
    return a.year == b.year && a.total.points == b.total.points &&
           std::equal(a.areas.begin(), a.areas.end(), b.areas.begin(), b.areas.end(),
                      [](const Figures& one, const Figures& other) { return one.points == other.points; });
}

} // namespace

std::vector<PrintedYear> printed_history(const archive::Connection& connection,
                                         const std::vector<ReportName>& reports) {
    std::vector<PrintedYear> history;
    const auto told_already = [&](const PrintedYear& column) {
        return std::any_of(history.begin(), history.end(),
                           [&](const PrintedYear& other) { return says_the_same(other, column); });
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
