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

constexpr auto index_of_passages = "passage_search";

std::string quoted(const std::vector<std::string>& words, bool any_ending) {
    return fmt::format("\"{}\"{}", fmt::join(words, " "), any_ending ? "*" : "");
}

/// A word or phrase with its star; signs join words, as in "e-tjänst".
struct Term {
    std::vector<std::string> words; ///< in lower case; not empty
    bool any_ending = false;        ///< of the last word
    bool is_phrase = false;
    bool has_diacritics = false;

    /// As FTS5 wants it: quoted, so that no sign in it is taken for an operator.
    [[nodiscard]] std::string expression() const { return quoted(words, any_ending); }
    [[nodiscard]] std::string with(const std::string& last) const {
        auto others = words;
        others.back() = last;
        return quoted(others, false);
    }
    /// The word of which there may be other forms; empty: none of a phrase, or with a star.
    [[nodiscard]] std::string word() const { return is_phrase || any_ending ? "" : words.back(); }
    [[nodiscard]] bool is_one_word() const { return !word().empty() && words.size() == 1; }
    /// What was typed, for people and to be searched for.
    [[nodiscard]] std::string typed() const { return is_one_word() ? words.back() : expression(); }
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

/// `words` are not empty.
Term term_of(const std::vector<std::string>& words, bool any_ending, bool phrase) {
    Term term{.words = {}, .any_ending = any_ending, .is_phrase = phrase};
    for (const auto& word : words) {
        term.words.push_back(unicode::lower(word));
        if (unicode::folded(term.words.back()) != term.words.back()) term.has_diacritics = true;
    }
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

std::string expression_of(const std::vector<Term>& terms) {
    std::string expression;
    for (const auto& term : terms)
        expression += (expression.empty() ? "" : " ") + term.expression();
    return expression;
}

/// The ways to spell a term that was typed without diacritics, it first. A phrase of words with many
/// spellings is tried in no more than FTS5 takes: then its last words stand as typed.
std::vector<std::string> spellings_of(const Term& term, const RelatedWords& related) {
    constexpr std::size_t most = 200;
    std::vector<std::vector<std::string>> phrases{{}};
    for (std::size_t i = 0; i < term.words.size(); ++i) {
        const auto& word = term.words[i];
        auto spellings = term.any_ending && i + 1 == term.words.size()
                             ? related.beginnings_with_diacritics(word)
                             : related.spelt_with_diacritics(word);
        spellings.insert(word);
        if (phrases.size() * spellings.size() > most) spellings = {word};
        std::vector<std::vector<std::string>> longer;
        for (const auto& phrase : phrases)
            for (const auto& spelling : spellings) {
                longer.push_back(phrase);
                longer.back().push_back(spelling);
            }
        phrases = std::move(longer);
    }
    std::vector<std::string> expressions;
    expressions.reserve(phrases.size());
    for (const auto& phrase : phrases)
        expressions.push_back(quoted(phrase, term.any_ending));
    return expressions;
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
Choice matching(const std::string& expression, const SearchQuery& query, const std::string& evaluations) {
    Choice choice{fmt::format(" FROM {} s", index_of_passages), {expression}};
    if (asks_for_reports(query) || query.area || !query.kinds.empty())
        choice.sql += " CROSS JOIN passage p ON p.id = s.rowid";
    choice.sql += fmt::format(" WHERE {} MATCH ?", index_of_passages);
    if (query.area) choice.narrow("p.area = ?", query.area);
    if (asks_for_reports(query))
        choice.narrow("p.evaluation_id IN (SELECT value FROM json_each(?))", evaluations);
    if (!query.kinds.empty())
        choice.narrow("p.kind IN (SELECT value FROM json_each(?))", json_of(query.kinds));
    return choice;
}

const auto not_among_those =
    fmt::format("s.rowid NOT IN (SELECT rowid FROM {0} WHERE {0} MATCH ?)", index_of_passages);

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
        const auto typed = expression_of(terms_);
        const auto exact = matching(typed, query_, evaluations_);
        result_.as_typed = count(exact);
        take(exact, typed, Spelling::as_typed);
        const auto folded = folded_expression();
        if (folded != typed) find_folded(typed, folded);
        find_related(folded);
        return std::move(result_);
    }

private:
    /// As typed, or with other diacritics where a term was typed with none.
    [[nodiscard]] std::string folded_expression() const {
        const RelatedWords words(connection_);
        if (std::all_of(terms_.begin(), terms_.end(), [](const Term& term) { return term.has_diacritics; }))
            return expression_of(terms_);
        std::vector<std::string> expressions;
        for (const auto& term : terms_) {
            const auto spellings =
                term.has_diacritics ? std::vector{term.expression()} : spellings_of(term, words);
            expressions.push_back(spellings.size() == 1 ? spellings.front()
                                                        : fmt::format("({})", fmt::join(spellings, " OR ")));
        }
        return fmt::format("{}", fmt::join(expressions, " AND "));
    }

    void find_folded(const std::string& typed, const std::string& expression) {
        auto folded = matching(expression, query_, evaluations_);
        folded.narrow(not_among_those, typed);
        result_.folded = count(folded);
        if (result_.folded > 0) take(folded, expression, Spelling::other_diacritics);
    }

    /// What neither of these finds.
    void find_related(const std::string& found) {
        const auto expression = related_expression();
        if (expression.empty()) return;
        auto related = matching(expression, query_, evaluations_);
        related.narrow(not_among_those, found);
        result_.related = count(related);
        take(related, expression, Spelling::related);
    }

    /// Each word, or one that is akin to it; empty if there is none such.
    [[nodiscard]] std::string related_expression() const {
        RelatedWords words(connection_);
        std::string expression;
        bool any = false;
        for (const auto& term : terms_) {
            std::string choice = term.expression();
            for (const auto& word : akin_to(term, words)) {
                choice += " OR " + term.with(word);
                any = true;
            }
            expression += fmt::format("{}({})", expression.empty() ? "" : " AND ", choice);
        }
        return any ? expression : "";
    }

    [[nodiscard]] static std::set<std::string> akin_to(const Term& term, RelatedWords& words) {
        const auto asked = term.word();
        if (asked.empty()) return {};
        auto akin = term.has_diacritics ? std::set<std::string>() : words.spelt_with_diacritics(asked);
        akin.insert(asked);
        for (const auto& word : std::set<std::string>(akin)) {
            const auto related = words.of(word);
            akin.insert(related.begin(), related.end());
        }
        akin.erase(asked);
        return akin;
    }

    [[nodiscard]] std::int64_t count(const Choice& choice) const {
        return connection_.number("SELECT count(*)" + choice.sql, choice.values).value_or(0);
    }

    void take(Choice choice, const std::string& expression, Spelling spelling) {
        const auto room = query_.limit - static_cast<int>(result_.passages.size());
        if (room <= 0) return;
        choice.values.emplace_back(room);
        std::vector<std::int64_t> ids;
        connection_.each(ids_of + choice.sql + best_first, choice.values,
                         [&](const archive::Row& row) { ids.push_back(row.id("passage")); });
        for (const auto id : ids) {
            auto& passage = result_.passages.emplace_back(passage_of(id));
            passage.spelling = spelling;
            passage.snippet = snippet_of(id, expression);
        }
    }

    [[nodiscard]] Passage passage_of(std::int64_t id) const {
        Passage passage;
        connection_.each("SELECT e.key AS evaluation, e.report_id AS report, e.municipality, e.year, "
                         "e.edition, p.area, p.kind, p.text, p.state, p.chapter, c.heading "
                         "FROM passage_text p JOIN evaluation e ON e.id = p.evaluation_id "
                         "LEFT JOIN chapter c ON c.id = p.chapter_from WHERE p.id = ?",
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

    [[nodiscard]] std::string snippet_of(std::int64_t id, const std::string& expression) const {
        constexpr int words = 32;
        const auto found = connection_.texts(
            fmt::format("SELECT snippet({0}, 0, ?, ?, '…', {1}) FROM {0} WHERE {0} MATCH ? AND rowid = ?",
                        index_of_passages, words),
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
    auto folded = matching("", query, "");
    folded.narrow(not_among_those, "");
    return {ids_of + matching("", query, "").sql + best_first, ids_of + folded.sql + best_first};
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
        if (hint.passages == 0 && term.is_one_word()) hint.meant = words.meant_by(term.word());
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
