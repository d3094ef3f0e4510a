#include "text/retelling.h"

#include "text/catalogues.h"
#include "text/language.h"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <map>
#include <vector>

namespace kompass::text {
namespace {

std::size_t letters_in(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](unsigned char sign) { return std::isalpha(sign) != 0; }));
}

/// "9.5" as "9,5".
std::string with_comma(std::string_view figure) {
    std::string text(figure);
    std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

/// A text with arguments: one literal more than there are fields, what stands before, between and behind
/// them.
struct Template {
    std::vector<std::string> literals{""};
    std::vector<std::size_t> fields; ///< number of each argument
    std::vector<bool> figures;       ///< whether it is one, {:n}: 9.5, not question 9.5

    /// How much of a sentence it explains.
    [[nodiscard]] std::size_t weight() const {
        std::size_t letters = 0;
        for (const auto& literal : literals)
            letters += letters_in(literal);
        return letters;
    }
};

/// Of {fmt}'s syntax: "{}", "{1}", "{:n}", "{{".
Template parsed(std::string_view text) {
    Template made;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool doubled = at + 1 < text.size() && text[at] == text[at + 1];
        if ((text[at] == '{' || text[at] == '}') && doubled) {
            made.literals.back() += text[at++];
        } else if (text[at] == '{') {
            const auto end = text.find('}', at);
            const auto digits = text.substr(at + 1, text.find_first_of(":}", at) - at - 1);
            made.fields.push_back(digits.empty() ? made.fields.size() : std::stoul(std::string(digits)));
            made.figures.push_back(text.substr(at, end - at).ends_with(":n"));
            made.literals.emplace_back();
            at = end;
        } else {
            made.literals.back() += text[at];
        }
    }
    return made;
}

struct Sentence {
    Template english, translation;
};

/// The sentences that are kept, of a catalogue as GNU gettext compiles it: two tables of length and offset,
/// the texts' and the translations'. A text of a context is "CONTEXT\4TEXT".
std::vector<Sentence> sentences_in(std::string_view catalogue) {
    constexpr std::string_view context = "kept\4";
    constexpr std::size_t count_at = 8;
    constexpr std::size_t texts_at = 12;
    constexpr std::size_t translations_at = 16;
    constexpr std::size_t entry = 8;
    const auto number = [&](std::size_t at) {
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < sizeof value; ++i)
            value |= std::uint32_t{static_cast<unsigned char>(catalogue.at(at + i))} << (8 * i);
        return value;
    };
    const auto text = [&](std::size_t table, std::size_t i) {
        return catalogue.substr(number(table + i * entry + 4), number(table + i * entry));
    };
    std::vector<Sentence> sentences;
    for (std::size_t i = 0; i < number(count_at); ++i) {
        const auto english = text(number(texts_at), i);
        if (english.starts_with(context))
            sentences.push_back(
                {parsed(english.substr(context.size())), parsed(text(number(translations_at), i))});
    }
    return sentences;
}

const std::vector<Sentence>& sentences() {
    static const auto all = sentences_in(catalogues::sv_mo);
    return all;
}

struct Telling {
    std::string text;
    std::size_t weight = 0; ///< letters that are of the catalogue
};

/// Tells one sentence; a piece that is met again is not told again.
class Retelling {
public:
    const Telling& tell(std::string_view sentence) {
        const auto known = told_.find(sentence);
        if (known != told_.end()) return known->second;
        auto& best = told_.emplace(sentence, Telling{std::string(sentence), 0}).first->second;
        if (depth_ == deepest || letters_in(sentence) == 0) return best;
        ++depth_;
        for (const auto& candidate : sentences())
            try_template(sentence, candidate, best);
        for (const std::string_view between : {"; ", ": ", ", "})
            try_list(sentence, between, best);
        try_sentences(sentence, best);
        --depth_;
        return best;
    }

private:
    static constexpr int deepest = 12; ///< sentences within each other, and pieces of lists

    void try_template(std::string_view sentence, const Sentence& candidate, Telling& best) {
        const auto& literals = candidate.english.literals;
        if (!sentence.starts_with(literals.front()) || !sentence.ends_with(literals.back())) return;
        if (literals.size() == 1) {
            if (sentence == literals.front() && candidate.english.weight() > best.weight)
                best = {candidate.translation.literals.front(), candidate.english.weight()};
            return;
        }
        if (sentence.size() < literals.front().size() + literals.back().size()) return;
        std::vector<std::string_view> arguments;
        fit(sentence.substr(literals.front().size(),
                            sentence.size() - literals.front().size() - literals.back().size()),
            candidate, arguments, best);
    }

    /// `rest` is what the arguments from here on, and the literals between them, have to fill.
    void fit(std::string_view rest, const Sentence& candidate, std::vector<std::string_view>& arguments,
             Telling& best) {
        const auto& literals = candidate.english.literals;
        if (arguments.size() + 2 == literals.size()) { // the last argument takes what is left
            arguments.push_back(rest);
            weigh(candidate, arguments, best);
            arguments.pop_back();
            return;
        }
        const auto& next = literals[arguments.size() + 1];
        for (auto at = rest.find(next); at != std::string_view::npos && at <= rest.size();
             at = rest.find(next, at + 1)) {
            arguments.push_back(rest.substr(0, at));
            fit(rest.substr(at + next.size()), candidate, arguments, best);
            arguments.pop_back();
        }
    }

    void weigh(const Sentence& candidate, const std::vector<std::string_view>& arguments, Telling& best) {
        auto weight = candidate.english.weight();
        std::vector<std::string> tellings(arguments.size());
        for (std::size_t i = 0; i < arguments.size(); ++i) {
            const bool cited = candidate.english.literals[i].ends_with('"');
            const bool figure = candidate.english.figures[i] && letters_in(arguments[i]) == 0;
            const auto telling = figure  ? Telling{with_comma(arguments[i]), 0}
                                 : cited ? Telling{std::string(arguments[i]), 0}
                                         : tell(arguments[i]);
            weight += telling.weight;
            const auto number = candidate.english.fields[i];
            if (number < tellings.size()) tellings[number] = telling.text;
        }
        if (weight <= best.weight) return;
        std::string text = candidate.translation.literals.front();
        for (std::size_t i = 0; i < candidate.translation.fields.size(); ++i) {
            const auto number = candidate.translation.fields[i];
            if (number < tellings.size()) text += tellings[number];
            text += candidate.translation.literals[i + 1];
        }
        best = {std::move(text), weight};
    }

    void try_list(std::string_view sentence, std::string_view between, Telling& best) {
        const auto at = sentence.find(between);
        if (at == std::string_view::npos) return;
        const auto first = tell(sentence.substr(0, at));
        const auto others = tell(sentence.substr(at + between.size()));
        if (first.weight + others.weight > best.weight)
            best = {first.text + std::string(between) + others.text, first.weight + others.weight};
    }

    /// One sentence behind another, each of which is told for itself.
    void try_sentences(std::string_view sentences, Telling& best) {
        if (sentences.starts_with(' ')) {
            const auto without_blank = tell(sentences.substr(1));
            if (without_blank.weight > best.weight) best = {" " + without_blank.text, without_blank.weight};
        }
        for (auto at = sentences.find(". "); at != std::string_view::npos;
             at = sentences.find(". ", at + 1)) {
            const auto first = tell(sentences.substr(0, at + 1));
            const auto others = tell(sentences.substr(at + 2));
            if (first.weight > 0 && others.weight > 0 && first.weight + others.weight > best.weight)
                best = {first.text + " " + others.text, first.weight + others.weight};
        }
    }

    std::map<std::string, Telling, std::less<>> told_;
    int depth_ = 0;
};

/// Without what is cited: "…".
std::size_t own_letters_in(std::string_view sentence) {
    std::size_t letters = 0;
    char quoted = '\0';
    for (const char sign : sentence) {
        if (quoted == '\0' && letters_in({&sign, 1}) > 0) ++letters;
        if (sign == quoted)
            quoted = '\0';
        else if (quoted == '\0' && sign == '"')
            quoted = sign;
    }
    return letters;
}

} // namespace

std::string retold(std::string_view sentence) {
    if (spoken() == Language::english) return std::string(sentence);
    constexpr std::size_t least_part = 4; // a quarter: names of files and cells are of no language
    Retelling retelling;
    const auto& telling = retelling.tell(sentence);
    return telling.weight * least_part < own_letters_in(sentence) ? std::string(sentence) : telling.text;
}

} // namespace kompass::text
