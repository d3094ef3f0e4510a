#include "extractors/score_tables.h"

#include "extractors/question_places.h"
#include "extractors/readings.h"
#include "extractors/score_columns.h"
#include "model/figure_row.h"
#include "model/instrument.h"
#include "model/printed_tokens.h"
#include "text/likeness.h"
#include "text/tokens.h"
#include "text/unicode.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace kompass {

namespace {

std::optional<Decimal> value_at(const TableRow& row, std::size_t column) {
    if (column >= row.size()) return std::nullopt;
    const auto figure = printed::figure(row[column].text);
    return figure ? std::optional(figure->value) : std::nullopt;
}

/// Of a column whose figures are whole.
std::optional<Decimal> whole_at(const TableRow& row, std::size_t column) {
    const auto value = value_at(row, column);
    return value && value->is_whole() ? value : std::nullopt;
}

void mark_doubtful(Score& score, const ScoreColumns& columns) {
    const auto missing = [&](const std::optional<Decimal>& value, std::size_t column, const char* field) {
        if (!value && column != ScoreColumns::kNone) score.doubtful.emplace_back(field);
    };
    if (!score.points) score.doubtful.emplace_back("points"); // which every table has
    missing(score.max, columns.max, "max");
    missing(score.percent, columns.percent, "percent");
    const bool above_max = score.points && score.max && *score.points > *score.max;
    if (above_max) score.doubtful.insert(score.doubtful.end(), {"points", "max"});
    if (score.percent && *score.percent > most_percent) score.doubtful.emplace_back("percent");
    // Which column is which was not to be told: each figure may be another.
    if (!columns.certain) score.doubtful = {"points", "max", "percent"};
}

Score score_of(const TableRow& row, const ScoreColumns& columns) {
    Score score;
    score.points = value_at(row, columns.points);
    score.max = whole_at(row, columns.max);
    score.percent = whole_at(row, columns.percent);
    for (const auto& figure : FigureRow(row).figures())
        for (const auto& place : figure.places)
            add_place(score.places, place);
    mark_doubtful(score, columns);
    return score;
}

bool has_figures(const TableRow& row) {
    const auto figures = FigureRow(row).figures();
    return std::any_of(figures.begin(), figures.end(),
                       [](const TableCell& cell) { return !cell.text.empty(); });
}

/// Titles and the word for sums stand among the questions, or as the only text of their row.
const std::string& title_of(const FigureRow& row) {
    return row.wording().text.empty() ? row.label().text : row.wording().text;
}

/// What one table says of one area.
struct TableArea {
    Area area;
    bool totalled = false;
    Places title_places{}; ///< of the title of its table
};

bool is_sum(const TableRow& row, const rules::RuleSet& rules) {
    const auto label = text::trimmed(title_of(FigureRow(row)));
    return label.empty() || rules.matches("score_sum", label);
}

std::vector<std::string> wordings_of(const std::vector<const TableRow*>& rows) {
    std::vector<std::string> wordings;
    wordings.reserve(rows.size());
    for (const auto* row : rows)
        wordings.push_back(FigureRow(*row).wording().text);
    return wordings;
}

/// The areas that what stands around a table names, 0 for none.
struct Surrounding {
    int named = 0;  ///< by a heading or a caption
    int within = 0; ///< by the part of the report that the table stands in
};

/// Reads a table row by row; the sums belong to the area of the questions above them.
class TableReading {
public:
    TableReading(const Table& table, const Surrounding& around, const ScoreColumns& columns,
                 const rules::Knowledge& knowledge, audit::Evidence& evidence)
        : table_(table), knowledge_(knowledge), evidence_(evidence), columns_(columns), above_(around.named),
          within_(around.within) {}

    std::map<int, TableArea> areas() {
        if (const int named = area_in_head()) above_ = named;
        for (std::size_t r = table_.has_head ? 1 : 0; r < table_.rows.size(); ++r)
            take(r);
        place_waiting();
        if (table_.has_head && !areas_.empty()) {
            const auto title = text::trimmed(FigureRow(table_.rows.front()).wording().text);
            if (!title.empty()) set_title(std::string(title), table_.rows.front(), areas_.begin()->second);
        }
        return std::move(areas_);
    }

private:
    static void set_title(std::string title, const TableRow& row, TableArea& entry) {
        entry.area.table_title = std::move(title);
        entry.title_places = FigureRow(row).wording().places;
    }

    void take(std::size_t at) {
        const auto row = with_point(at);
        const auto number = printed::question_number(FigureRow(row).label().text);
        if (!number.empty()) {
            current_ = number.front() - '0';
            add_question(number, row);
        } else if (!has_figures(row)) {
            take_title(row);
        } else if (is_sum(row, knowledge_.rules) || titled_area(row) != 0) {
            place_waiting();
            take_sums(row);
        } else if (numbered_) {
            take_sums(row);
        } else {
            auto waiting = row;
            if (const int named = take_leading_title(FigureRowToFill(waiting).wording().text)) {
                place_waiting();
                above_ = named;
            }
            waiting_.push_back(std::move(waiting));
        }
    }

    [[nodiscard]] std::string printed_number(std::size_t at) const {
        if (at >= table_.rows.size()) return {};
        return printed::question_number(FigureRow(table_.rows[at]).label().text);
    }

    /// A number whose point a scan lost ("74", as a label or before the wording) is known by the row before
    /// or behind it; it is put right.
    [[nodiscard]] TableRow with_point(std::size_t at) const {
        auto row = table_.rows[at];
        const FigureRowToFill filled(row);
        auto& label = filled.label().text;
        auto& wording = filled.wording().text;
        const auto digits = text::trimmed(label).empty() ? wording.substr(0, wording.find(' '))
                                                         : std::string(text::trimmed(label));
        if (digits.size() != 2 || digits.find_first_not_of("0123456789") != std::string::npos) return row;
        const auto number_by = [&](int step) {
            return std::string{digits[0]} + '.' + static_cast<char>(digits[1] + step);
        };
        const bool counted =
            (at > 0 && printed_number(at - 1) == number_by(-1)) || printed_number(at + 1) == number_by(1);
        if (!counted) return row;
        if (text::trimmed(label).empty())
            wording = std::string(text::trimmed(std::string_view(wording).substr(digits.size())));
        label = number_by(0);
        return row;
    }

    void add_question(const std::string& number, const TableRow& row) {
        numbered_ = true;
        auto& area = areas_[current_].area;
        area.number = current_;
        const bool known = std::any_of(area.questions.begin(), area.questions.end(),
                                       [&](const Question& q) { return q.number == number; });
        if (known) return;
        auto& question = area.questions.emplace_back(Question{
            number, std::string(text::trimmed(FigureRow(row).wording().text)), score_of(row, columns_)});
        note_unsure(row, question_cell(number, CellField::whole), question.score);
    }

    [[nodiscard]] int titled_area(const TableRow& row) const {
        return area_named_in(title_of(FigureRow(row)), knowledge_);
    }

    /// The area whose title stands in the head: the row of a title may be taken for a part of the head, above
    /// or below what heads the columns.
    [[nodiscard]] int area_in_head() const {
        if (!table_.has_head) return 0;
        constexpr std::size_t longest = 12; // words: titles have up to eight
        const auto words = text::tokens(FigureRow(table_.rows.front()).wording().text);
        for (std::size_t count = std::min(longest, words.size()); count > 0; --count)
            for (std::size_t first = 0; first + count <= words.size(); ++first)
                if (const int named =
                        area_named_in(text::with_blanks(words, first, first + count), knowledge_))
                    return named;
        return 0;
    }

    /// The area with whose title the text begins, where that stood as a line of its own; takes it off.
    int take_leading_title(std::string& text) const {
        for (auto blank = text.find(' '); blank != std::string::npos; blank = text.find(' ', blank + 1)) {
            const auto rest = std::string_view(text).substr(blank + 1);
            if (!unicode::starts_with_upper(rest)) continue;
            const int named = area_named_in(std::string_view(text).substr(0, blank), knowledge_);
            if (named == 0) continue;
            text = std::string(rest);
            return named;
        }
        return 0;
    }

    /// A row without figures that names the area of the rows below.
    void take_title(const TableRow& row) {
        const int titled = titled_area(row);
        if (titled == 0) return;
        place_waiting();
        above_ = titled;
    }

    /// The rows above hold what the last one sums: its maximum is theirs together, or where none are printed,
    /// its points are.
    [[nodiscard]] bool sums_up(const std::vector<TableRow>& rows) const {
        constexpr std::size_t fewest = 3; // with two rows the second may equal the first
        if (rows.size() < fewest || title_of(FigureRow(rows.back())).ends_with('?')) return false;
        const auto column = columns_.max != ScoreColumns::kNone ? columns_.max : columns_.points;
        Decimal sum;
        for (auto row = rows.begin(); row + 1 != rows.end(); ++row) {
            const auto value = value_at(*row, column);
            if (!value) return false;
            sum += *value;
        }
        return value_at(rows.back(), column) == sum && (column != columns_.max || sum == points_an_area);
    }

    /// Gives the rows without numbers theirs: by their wordings, or by their place among those of the area.
    void place_waiting() {
        if (waiting_.empty()) return;
        auto rows = std::exchange(waiting_, {});
        std::optional<TableRow> sums;
        if (sums_up(rows)) {
            sums = std::move(rows.back());
            rows.pop_back();
        }
        std::vector<const TableRow*> questions;
        questions.reserve(rows.size());
        for (const auto& row : rows)
            questions.push_back(&row);
        const auto wordings = wordings_of(questions);
        current_ = area_of(wordings);
        if (current_ == 0) return;
        const auto places = places_of_questions(wordings, current_, knowledge_.editions);
        // Questions of one wording recur with other matters in them: one alone may read like one that is
        // known.
        const bool most_are_known = places.known * 2 >= rows.size();
        int place = 0;
        for (std::size_t r = 0; r < rows.size(); ++r) {
            const auto& row = rows[r];
            const int known = most_are_known ? places.of_wordings[r] : 0;
            const auto counted = printed::figure(FigureRow(row).label().text);
            place = counted ? static_cast<int>(counted->value.whole()) : known > place ? known : place + 1;
            add_question(std::to_string(current_) + "." + std::to_string(place), row);
        }
        if (sums) take_sums(*sums);
        numbered_ = false;
    }

    /// By the questions, if most are known; else by what stands above, and then by where the table stands.
    [[nodiscard]] int area_of(const std::vector<std::string>& wordings) const {
        const auto asked = area_of_questions(wordings, knowledge_.editions);
        if (asked.known * 2 >= wordings.size() && asked.number != 0) return asked.number;
        if (above_ != 0) return above_;
        return asked.number != 0 ? asked.number : within_;
    }

    /// The last area's table may end with the sums of all areas.
    [[nodiscard]] bool sums_all_areas(const TableRow& row, const Area& area) const {
        Decimal maxima;
        for (const auto& question : area.questions)
            maxima += question.score.max.value_or(points_an_area);
        const auto of_area = std::max(maxima, Decimal(points_an_area));
        const auto max = value_at(row, columns_.max);
        return !area.questions.empty() && max && *max >= of_area + of_area;
    }

    /// A row of figures without a number: the sums of the questions above, or, if its text is the title of
    /// another area, of those below.
    void take_sums(const TableRow& row) {
        const int titled = titled_area(row);
        const int number = titled != 0 ? titled : current_;
        if (number == 0) return;
        auto& entry = areas_[number];
        entry.area.number = number;
        if (entry.totalled || sums_all_areas(row, entry.area)) return;
        if (titled != 0) set_title(FigureRow(row).wording().text, row, entry);
        entry.area.total = score_of(row, columns_);
        note_unsure(row, total_cell(number, CellField::whole), entry.area.total);
        entry.totalled = true;
    }

    void note_unsure(const TableRow& row, Cell figure, Score& score) {
        const auto note = [&](std::size_t column, CellField field) {
            figure.field = field;
            if (column < row.size())
                note_if_unsure(row[column], figure, {score.doubtful, score.candidates}, evidence_);
        };
        note(columns_.points, CellField::points);
        note(columns_.max, CellField::max);
        note(columns_.percent, CellField::percent);
    }

    const Table& table_;
    const rules::Knowledge& knowledge_;
    audit::Evidence& evidence_;
    ScoreColumns columns_;
    std::map<int, TableArea> areas_;
    std::vector<TableRow> waiting_; ///< rows of figures that bear no number
    int above_;                     ///< the area that a title or heading above names
    int within_;                    ///< the area in whose part of the report the table stands
    int current_ = 0;
    bool numbered_ = false; ///< the questions are numbered
};

/// A score table, and the area that stands around it if its rows bear no area's numbers.
struct Found {
    std::size_t block = 0;
    Table table;
    Surrounding around;
};

bool is_numbered(const Table& table) {
    return std::count_if(table.rows.begin(), table.rows.end(), [](const TableRow& row) {
               return !printed::question_number(FigureRow(row).label().text).empty();
           }) >= 2;
}

/// The rows that may be questions without their area's number.
std::vector<const TableRow*> unnumbered(const Table& table) {
    std::vector<const TableRow*> rows;
    for (const auto& row : table.rows)
        if (printed::question_number(FigureRow(row).label().text).empty() &&
            !FigureRow(row).wording().text.empty() && has_figures(row))
            rows.push_back(&row);
    return rows;
}

/// A table of all areas' points.
bool lists_areas(const std::vector<const TableRow*>& rows, const rules::Knowledge& knowledge) {
    return std::count_if(rows.begin(), rows.end(), [&](const TableRow* row) {
               return knowledge.editions.area_of_title(FigureRow(*row).wording().text) != 0;
           }) >= 2;
}

/// What stands around the tables of a report, by the index of their blocks.
class Surroundings {
public:
    Surroundings(const Blocks& blocks, const std::vector<AreaSpan>& spans, const rules::Knowledge& knowledge)
        : blocks_(blocks), spans_(spans), knowledge_(knowledge) {}

    [[nodiscard]] Surrounding of(std::size_t table) const {
        Surrounding around;
        around.named = captions_below_ ? below(table) : above(table);
        for (const auto& span : spans_)
            if (table > span.first && table < span.last) around.within = span.number;
        return around;
    }

    /// Captions stand below the tables if the first table that a caption can be for has none above.
    void learn_from(const std::vector<std::size_t>& tables) {
        if (tables.empty()) return;
        captions_below_ =
            above(tables.front()) == 0 && below(tables.front()) != 0 && below(tables.back()) != 0;
    }

private:
    [[nodiscard]] int above(std::size_t table) const {
        return table == 0 ? 0 : area_named_by(blocks_[table - 1], knowledge_);
    }
    [[nodiscard]] int below(std::size_t table) const {
        return table + 1 >= blocks_.size() ? 0 : area_named_by(blocks_[table + 1], knowledge_);
    }

    const Blocks& blocks_;
    const std::vector<AreaSpan>& spans_;
    const rules::Knowledge& knowledge_;
    bool captions_below_ = false;
};

/// Rows are numbered as questions are, or two at least read like questions that are known, or the figures do
/// what those of a score table do where an area is named.
std::vector<Found> score_tables(const Blocks& blocks, const std::vector<AreaSpan>& spans,
                                const rules::Knowledge& knowledge) {
    std::vector<std::pair<std::size_t, Table>> tables;
    std::vector<std::size_t> without_numbers;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (blocks[i].kind != BlockKind::table || blocks[i].table.figures == 0) continue;
        auto table = with_single_figures(blocks[i].table);
        if (table.figures < 2) continue;
        if (!is_numbered(table)) {
            const auto rows = unnumbered(table);
            const bool known = area_of_questions(wordings_of(rows), knowledge.editions).number != 0;
            if (!known && (lists_areas(rows, knowledge) || !reads_like_scores(table))) continue;
            without_numbers.push_back(i);
        }
        tables.emplace_back(i, std::move(table));
    }
    Surroundings surroundings(blocks, spans, knowledge);
    surroundings.learn_from(without_numbers);
    std::vector<Found> found;
    found.reserve(tables.size());
    for (auto& [at, table] : tables)
        found.push_back({at, std::move(table), surroundings.of(at)});
    return found;
}

bool same_figures(const Score& a, const Score& b) {
    return a.points == b.points && a.max == b.max && a.percent == b.percent;
}

bool same_row(const Question& a, const Question& b) {
    return a.number == b.number && same_figures(a.score, b.score);
}

bool same_figures(const Area& a, const Area& b) {
    return same_figures(a.total, b.total) && std::equal(a.questions.begin(), a.questions.end(),
                                                        b.questions.begin(), b.questions.end(), same_row);
}

/// The area's table says the same of the question.
bool holds(const Area& area, const Question& question) {
    return std::any_of(area.questions.begin(), area.questions.end(),
                       [&](const Question& own) { return same_row(own, question); });
}

bool is_empty(const Score& score) {
    return !score.points && !score.max && !score.percent;
}

/// A table that another page goes on with: none of its questions was seen, and one of both has the sums.
bool go_together(Area& area, const Area& more) {
    const auto seen = [&](const Question& question) {
        return std::any_of(area.questions.begin(), area.questions.end(),
                           [&](const Question& q) { return q.number == question.number; });
    };
    if (std::any_of(more.questions.begin(), more.questions.end(), seen)) return false;
    if (!is_empty(area.total) && !is_empty(more.total)) return false;
    area.questions.insert(area.questions.end(), more.questions.begin(), more.questions.end());
    if (is_empty(area.total)) area.total = more.total;
    return true;
}

void merge(Area& area, const Area& table, Troubles& troubles) {
    if (area.questions.empty()) {
        area.number = table.number;
        area.table_title = table.table_title;
        area.questions = table.questions;
        area.total = table.total;
        return;
    }
    if (same_figures(area, table) || go_together(area, table)) return;
    Trouble trouble;
    trouble.code = "second-score-table";
    trouble.message = "area " + std::to_string(area.number) +
                      " has two score tables that differ; the first is taken, its figures want a look";
    if (!table.total.places.empty()) trouble.place = table.total.places.front();
    troubles.push_back(std::move(trouble));
    const auto doubt = [](Score& score) { score.doubtful = {"points", "max", "percent"}; };
    doubt(area.total);
    for (auto& question : area.questions)
        if (!holds(table, question)) doubt(question.score);
}

} // namespace

std::vector<ScoreTable> read_score_tables(const Blocks& blocks, const std::vector<AreaSpan>& spans,
                                          const rules::Knowledge& knowledge, audit::Evidence& evidence) {
    const auto found = score_tables(blocks, spans, knowledge);
    std::vector<Table> tables;
    tables.reserve(found.size());
    for (const auto& one : found)
        tables.push_back(one.table);
    const auto columns = score_columns(tables, knowledge.rules);
    std::vector<ScoreTable> read;
    for (std::size_t t = 0; t < tables.size(); ++t) {
        TableReading reading(tables[t], found[t].around, columns[t], knowledge, evidence);
        ScoreTable table{found[t].block, {}, {}};
        for (auto& [number, entry] : reading.areas()) {
            if (entry.area.questions.empty()) continue;
            table.areas.emplace(number, std::move(entry.area));
            table.titles.emplace(number, std::move(entry.title_places));
        }
        if (!table.areas.empty()) read.push_back(std::move(table));
    }
    return read;
}

Provenances extract_score_tables(const Blocks& blocks, const std::vector<AreaSpan>& spans,
                                 const rules::Knowledge& knowledge, std::map<int, Area>& areas,
                                 Troubles& troubles, audit::Evidence& evidence) {
    Provenances titles;
    for (const auto& table : read_score_tables(blocks, spans, knowledge, evidence))
        for (const auto& [number, area] : table.areas) {
            if (areas[number].questions.empty() && area.table_title)
                titles.push_back({area_cell(number, CellField::table_title), 0, "", table.titles.at(number)});
            merge(areas[number], area, troubles);
        }
    return titles;
}

} // namespace kompass
