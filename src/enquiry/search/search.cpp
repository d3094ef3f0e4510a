#include "enquiry/search/search.h"

#include "enquiry/search/related_words.h"
#include "text/unicode.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>
#include <stdexcept>
#include <utility>

namespace kompass::enquiry {

namespace {

constexpr auto exact_index = "passage_search";
constexpr auto folded_index = "passage_search_folded";

/// A word or phrase with its star, as FTS5 wants it.
struct Term {
    std::string expression;
    bool has_diacritics = false;
    std::string word;   ///< in lower case; empty: a phrase, or with a star
    std::string before; ///< what is joined to the word by a sign: "e " of "e-tjänst"

    [[nodiscard]] std::string with(const std::string& other) const {
        return fmt::format("\"{}{}\"", before, other);
    }
    /// What was typed, for people and to be searched for.
    [[nodiscard]] std::string typed() const { return word.empty() || !before.empty() ? expression : word; }
};

/// As FTS5 tells them from signs: letters and digits, and the marks upon them.
bool is_of_word(std::string_view sign) {
    constexpr auto first_mark = U'\u0300';
    constexpr auto last_mark = U'\u036F';
    const auto point = unicode::first_sign(sign).point;
    return unicode::has_letter_or_digit(sign) || (point >= first_mark && point <= last_mark);
}

/// "(e-tjänst)" is e and tjänst.
std::vector<std::string> words_in(std::string_view text) {
    std::vector<std::string> words;
    bool inside = false;
    while (!text.empty()) {
        const auto sign = text.substr(0, unicode::first_sign(text).size);
        const bool before = std::exchange(inside, is_of_word(sign));
        if (inside && !before) words.emplace_back();
        if (inside) words.back() += sign;
        text.remove_prefix(sign.size());
    }
    return words;
}

/// Quoted, so that no sign in it is taken for an operator. `words` are not empty.
Term term_of(const std::vector<std::string>& words, bool any_ending, bool phrase) {
    Term term;
    for (std::size_t i = 0; i + 1 < words.size(); ++i)
        term.before += unicode::lower(words[i]) + ' ';
    const auto last = unicode::lower(words.back());
    term.expression = term.with(last) + (any_ending ? "*" : "");
    term.has_diacritics = unicode::folded(term.before + last) != term.before + last;
    if (!any_ending && !phrase) term.word = last;
    return term;
}

std::vector<Term> terms_of(std::string_view words) {
    std::vector<Term> terms;
    for (std::size_t at = 0; at < words.size();) {
        const bool phrase = words[at] == '"';
        const auto start = at + (phrase ? 1 : 0);
        const auto end = std::min(words.find_first_of(phrase ? "\"" : " \t\"", start), words.size());
        const std::string text{words.substr(start, end - start)};
        at = end + (phrase || end == start ? 1 : 0);
        bool any_ending = phrase && at < words.size() && words[at] == '*';
        if (any_ending) ++at;
        const auto parts = words_in(text);
        if (parts.empty()) continue;
        const auto star = phrase ? std::string::npos : text.rfind('*');
        if (star != std::string::npos && star > text.rfind(parts.back())) any_ending = true; // "dialog*,"
        terms.push_back(term_of(parts, any_ending, phrase));
    }
    return terms;
}

std::string expression_of(const std::vector<Term>& terms, bool with_diacritics_only = false) {
    std::string expression;
    for (const auto& term : terms)
        if (term.has_diacritics || !with_diacritics_only)
            expression += (expression.empty() ? "" : " ") + term.expression;
    return expression;
}

/// The part of a statement that chooses passages, and its values.
struct Choice {
    std::string sql;
    archive::Values values;

    void narrow(const std::string& condition, archive::Value value) {
        sql += " AND " + condition;
        values.push_back(std::move(value));
    }
};

bool asks_for_reports(const SearchQuery& query) {
    return !query.evaluations.empty() || query.year;
}

std::string json_of(const std::vector<std::string>& texts) {
    return fmt::format("[\"{}\"]", fmt::join(texts, "\",\""));
}

/// The evaluations of these keys and that year as a JSON array of ids.
std::string evaluations_of(const archive::Connection& connection, const SearchQuery& query) {
    std::vector<std::int64_t> ids;
    std::optional<std::string> keys;
    if (!query.evaluations.empty()) keys = json_of(query.evaluations);
    connection.each("SELECT id FROM evaluation WHERE (year = ?1 OR ?1 IS NULL) "
                    "AND (?2 IS NULL OR key IN (SELECT value FROM json_each(?2)))",
                    {query.year, keys}, [&](const archive::Row& row) { ids.push_back(row.id("id")); });
    return fmt::format("[{}]", fmt::join(ids, ","));
}

/// Only tables that a filter needs are joined: a common word has many passages. `evaluations` is what
/// evaluations_of gives, where the query asks for it.
Choice matching(const std::string& index, const std::string& expression, const SearchQuery& query,
                const std::string& evaluations) {
    Choice choice{" FROM " + index + " s", {expression}};
    if (asks_for_reports(query) || query.area || !query.kinds.empty())
        choice.sql += " CROSS JOIN passage p ON p.id = s.rowid";
    choice.sql += fmt::format(" WHERE {} MATCH ?", index);
    if (query.area) choice.narrow("p.area = ?", query.area);
    if (asks_for_reports(query))
        choice.narrow("p.evaluation_id IN (SELECT value FROM json_each(?))", evaluations);
    if (!query.kinds.empty())
        choice.narrow("p.kind IN (SELECT value FROM json_each(?))", json_of(query.kinds));
    return choice;
}

const auto in_exact_index = fmt::format("(SELECT rowid FROM {0} WHERE {0} MATCH ?)", exact_index);
const auto in_folded_index = fmt::format("(SELECT rowid FROM {0} WHERE {0} MATCH ?)", folded_index);

constexpr auto ids_of = "SELECT s.rowid AS passage";
constexpr auto best_first = " ORDER BY s.rank, s.rowid LIMIT ?";

class Search {
public:
    Search(const archive::Connection& connection, const SearchQuery& query)
        : connection_(connection), query_(query), terms_(terms_of(unicode::nfc(query.words))) {
        if (terms_.empty()) throw std::invalid_argument("'" + query.words + "' has no word to search for");
        if (asks_for_reports(query)) evaluations_ = evaluations_of(connection, query);
    }

    SearchResult run() {
        const auto exact = matching(exact_index, expression_of(terms_), query_, evaluations_);
        result_.as_typed = count(exact);
        take(exact, exact_index, expression_of(terms_), Spelling::as_typed);
        const bool all_typed_with_diacritics =
            std::all_of(terms_.begin(), terms_.end(), [](const Term& term) { return term.has_diacritics; });
        if (!all_typed_with_diacritics) find_folded();
        find_related();
        return std::move(result_);
    }

private:
    /// What the folded index finds, the exact one's passages among it. Terms typed with diacritics must stand
    /// as typed.
    void find_folded() {
        auto folded = matching(folded_index, expression_of(terms_), query_, evaluations_);
        if (const auto as_typed = expression_of(terms_, true); !as_typed.empty())
            folded.narrow("s.rowid IN " + in_exact_index, as_typed);
        result_.folded = count(folded) - result_.as_typed;
        if (result_.folded == 0) return;
        folded.narrow("s.rowid NOT IN " + in_exact_index, expression_of(terms_));
        take(folded, folded_index, expression_of(terms_), Spelling::other_diacritics);
    }

    /// What neither of these finds.
    void find_related() {
        const auto expression = related_expression();
        if (expression.empty()) return;
        auto related = matching(exact_index, expression, query_, evaluations_);
        related.narrow("s.rowid NOT IN " + in_exact_index, expression_of(terms_));
        related.sql += " AND NOT (s.rowid IN " + in_folded_index;
        related.values.emplace_back(expression_of(terms_));
        if (const auto as_typed = expression_of(terms_, true); !as_typed.empty())
            related.narrow("s.rowid IN " + in_exact_index, as_typed);
        related.sql += ")";
        result_.related = count(related);
        take(related, exact_index, expression, Spelling::related);
    }

    /// Each word, or one that is akin to it; empty if there is none such.
    [[nodiscard]] std::string related_expression() const {
        RelatedWords words(connection_);
        std::string expression;
        bool any = false;
        for (const auto& term : terms_) {
            std::string choice = term.expression;
            for (const auto& word : akin_to(term, words)) {
                choice += " OR " + term.with(word);
                any = true;
            }
            expression += fmt::format("{}({})", expression.empty() ? "" : " AND ", choice);
        }
        return any ? expression : "";
    }

    [[nodiscard]] static std::set<std::string> akin_to(const Term& term, RelatedWords& words) {
        if (term.word.empty()) return {};
        const auto spelt =
            term.has_diacritics ? std::vector{term.word} : words.spelt_with_diacritics(term.word);
        std::set<std::string> akin(spelt.begin(), spelt.end());
        akin.insert(term.word);
        for (const auto& word : std::set<std::string>(akin)) {
            const auto related = words.of(word);
            akin.insert(related.begin(), related.end());
        }
        akin.erase(term.word);
        return akin;
    }

    [[nodiscard]] std::int64_t count(const Choice& choice) const {
        return connection_.number("SELECT count(*)" + choice.sql, choice.values).value_or(0);
    }

    void take(Choice choice, const std::string& index, const std::string& expression, Spelling spelling) {
        const auto room = query_.limit - static_cast<int>(result_.passages.size());
        if (room <= 0) return;
        choice.values.emplace_back(room);
        std::vector<std::int64_t> ids;
        connection_.each(ids_of + choice.sql + best_first, choice.values,
                         [&](const archive::Row& row) { ids.push_back(row.id("passage")); });
        for (const auto id : ids) {
            auto& passage = result_.passages.emplace_back(passage_of(id));
            passage.spelling = spelling;
            passage.snippet = snippet_of(id, index, expression);
        }
    }

    [[nodiscard]] Passage passage_of(std::int64_t id) const {
        Passage passage;
        connection_.each("SELECT e.key AS evaluation, e.report_id AS report, e.municipality, e.year, "
                         "e.edition, p.area, p.kind, p.text, p.state, p.chapter, c.heading "
                         "FROM passage p JOIN evaluation e ON e.id = p.evaluation_id "
                         "LEFT JOIN fact f ON f.evaluation_id = e.id AND f.field = 'chapters' "
                         "LEFT JOIN chapter c ON c.report_id = f.report_id AND c.position = p.chapter "
                         "WHERE p.id = ?",
                         {id}, [&](const archive::Row& row) {
                             passage.report = report_name_of(row);
                             passage.area = row.optional_integer("area");
                             passage.chapter = row.optional_integer("chapter");
                             passage.heading = row.text("heading");
                             passage.kind = row.text("kind");
                             passage.text = row.text("text");
                             passage.state = archive::state_from(row.text("state"));
                         });
        return passage;
    }

    [[nodiscard]] std::string snippet_of(std::int64_t id, const std::string& index,
                                         const std::string& expression) const {
        constexpr int words = 32;
        const auto found = connection_.texts(
            fmt::format("SELECT snippet({0}, 0, ?, ?, '…', {1}) FROM {0} WHERE {0} MATCH ? AND rowid = ?",
                        index, words),
            {query_.before_match, query_.after_match, expression, id});
        return found.empty() ? std::string() : found.front();
    }

    const archive::Connection& connection_;
    const SearchQuery& query_;
    std::vector<Term> terms_;
    std::string evaluations_;
    SearchResult result_;
};

} // namespace

const std::vector<std::string>& passage_kinds() {
    static const std::vector<std::string> kinds{"strength", "improvement",     "weakness",
                                                "question", "heading",         "role-model",
                                                "text",     "chapter-heading", "chapter"};
    return kinds;
}

std::vector<std::string> search_statements(const SearchQuery& query) {
    auto folded = matching(folded_index, "", query, "");
    folded.narrow("s.rowid NOT IN " + in_exact_index, "");
    return {ids_of + matching(exact_index, "", query, "").sql + best_first, ids_of + folded.sql + best_first};
}

SearchResult search(const archive::Connection& connection, const SearchQuery& query) {
    return Search(connection, query).run();
}

namespace {

std::int64_t found_without_filters(const archive::Connection& connection, const std::string& words) {
    SearchQuery query;
    query.words = words;
    query.limit = 0;
    return search(connection, query).all();
}

/// The query without one of its filters, by that one's name.
std::vector<std::pair<std::string, SearchQuery>> loosened(const SearchQuery& query) {
    std::vector<std::pair<std::string, SearchQuery>> all;
    const auto without = [&](const std::string& name, bool set, const auto& loosen) {
        if (!set) return;
        all.emplace_back(name, query);
        all.back().second.limit = 0;
        loosen(all.back().second);
    };
    without("--municipality", !query.evaluations.empty(), [](auto& loose) { loose.evaluations.clear(); });
    without("--year", query.year.has_value(), [](auto& loose) { loose.year.reset(); });
    without("--area", query.area.has_value(), [](auto& loose) { loose.area.reset(); });
    without("--kind", !query.kinds.empty(), [](auto& loose) { loose.kinds.clear(); });
    return all;
}

} // namespace

SearchHints search_hints(const archive::Connection& connection, const SearchQuery& query) {
    SearchHints hints;
    const RelatedWords words(connection);
    for (const auto& term : terms_of(unicode::nfc(query.words))) {
        auto& hint = hints.words.emplace_back();
        hint.word = term.typed();
        hint.passages = found_without_filters(connection, hint.word);
        if (hint.passages == 0 && !term.word.empty() && term.before.empty())
            hint.meant = words.meant_by(term.word);
    }
    const auto loose = loosened(query);
    for (const auto& [name, without] : loose)
        if (const auto passages = search(connection, without).all(); passages > 0)
            hints.filters.push_back({name, passages});
    if (hints.filters.empty() && !loose.empty())
        if (const auto passages = found_without_filters(connection, query.words); passages > 0)
            hints.filters.push_back({"any filter", passages});
    return hints;
}

} // namespace kompass::enquiry
