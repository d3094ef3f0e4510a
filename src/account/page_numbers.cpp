#include "account/page_numbers.h"

#include "text/line_shape.h"
#include "text/tokens.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>

namespace kompass::account {

namespace {

struct Printed {
    std::size_t at = 0; ///< index of the page
    int number = 0;
    std::optional<int> of; ///< how many there are, as printed
};

bool is_number(std::string_view text) {
    return !text.empty() && text.size() <= 3 &&
           std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
}

int value_of(std::string_view digits) {
    return std::stoi(std::string(digits));
}

/// "(34)" -> 34.
std::optional<int> in_brackets(std::string_view token) {
    if (token.size() < 3 || token.front() != '(' || token.back() != ')') return std::nullopt;
    token = token.substr(1, token.size() - 2);
    return is_number(token) ? std::optional(value_of(token)) : std::nullopt;
}

/// "3/20" -> 3 of 20.
std::optional<std::pair<int, int>> of_many(std::string_view token) {
    const auto slash = token.find('/');
    if (slash == std::string_view::npos) return std::nullopt;
    const auto number = token.substr(0, slash);
    const auto of = token.substr(slash + 1);
    if (!is_number(number) || !is_number(of)) return std::nullopt;
    return std::pair{value_of(number), value_of(of)};
}

/// "19 (34)", "19(34)", "Sida 3 av 20", "Sida 3", "3/20" in a line of a page's head or foot.
std::optional<Printed> told(std::size_t at, const std::string& line) {
    const auto tokens = text::tokens(line);
    if (tokens.size() == 1)
        if (const auto slashed = of_many(tokens.front())) return Printed{at, slashed->first, slashed->second};
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const auto& token = tokens[i];
        const bool page_word =
            i > 0 && (tokens[i - 1] == "Sida" || tokens[i - 1] == "Sid" || tokens[i - 1] == "Sid." ||
                      tokens[i - 1] == "sid." || tokens[i - 1] == "sida");
        if (is_number(token)) {
            if (i + 1 < tokens.size())
                if (const auto of = in_brackets(tokens[i + 1])) return Printed{at, value_of(token), of};
            const bool of = i + 2 < tokens.size() && tokens[i + 1] == "av" && is_number(tokens[i + 2]);
            if (of && (page_word || tokens.size() == 3))
                return Printed{at, value_of(token), value_of(tokens[i + 2])};
            if (page_word && i + 1 == tokens.size()) return Printed{at, value_of(token), std::nullopt};
        }
        const auto bracket = token.find('(');
        if (bracket != std::string::npos && bracket > 0 &&
            is_number(std::string_view(token).substr(0, bracket)))
            if (const auto of = in_brackets(std::string_view(token).substr(bracket)))
                return Printed{at, value_of(std::string_view(token).substr(0, bracket)), of};
    }
    return std::nullopt;
}

/// The text with its only number taken out, and the number; nothing if it holds none or several.
std::optional<std::pair<std::string, int>> parted(const std::string& line) {
    std::string shape;
    std::optional<int> number;
    for (const auto& token : text::tokens(line)) {
        if (is_number(token)) {
            if (number) return std::nullopt;
            number = value_of(token);
            shape += "# ";
        } else {
            shape += token + " ";
        }
    }
    if (!number) return std::nullopt;
    return std::pair{shape, *number};
}

struct MarginLine {
    std::string text;
    bool in_foot = false;
};

/// The lines at a page's head and foot.
std::vector<MarginLine> margin_lines(const Page& page) {
    constexpr double margin = 0.12;
    constexpr std::size_t outermost = 2; // of a transcript's lines
    std::vector<MarginLine> lines;
    std::map<long, std::vector<const Word*>> words; // by height
    for (const auto& word : page.words)
        if (word.box.y1 < margin * page.height || word.box.y0 > (1 - margin) * page.height)
            words[std::lround(word.box.y1 / 3)].push_back(&word);
    for (auto& [height, line] : words) {
        std::sort(line.begin(), line.end(), [](auto* a, auto* b) { return a->box.x0 < b->box.x0; });
        lines.push_back({"", line.front()->box.y0 > page.height / 2});
        auto& text = lines.back().text;
        for (const auto* word : line)
            text += (text.empty() ? "" : " ") + word->text;
    }
    std::vector<std::string> written;
    for (const auto& line : page.lines)
        if (const auto bare = text::trimmed(line); !bare.empty()) written.emplace_back(bare);
    for (std::size_t i = 0; i < written.size(); ++i)
        if (i < outermost || i + outermost >= written.size()) lines.push_back({written[i], i >= outermost});
    return lines;
}

/// What a page tells of its number, and the shape of the line that does.
struct Told {
    Printed printed;
    std::string shape;
};

/// Rows of figures at a page's head or foot may read like its number ("8 (15)"): where most pages tell theirs
/// in a line of one shape, a line like no other is none.
void drop_rows_of_figures(std::vector<Told>& list, std::size_t pages) {
    std::map<std::string, std::set<std::size_t>> pages_of;
    for (const auto& told : list)
        pages_of[told.shape].insert(told.printed.at);
    const bool one_shape = std::any_of(pages_of.begin(), pages_of.end(),
                                       [&](const auto& entry) { return entry.second.size() * 2 >= pages; });
    if (one_shape) std::erase_if(list, [&](const Told& told) { return pages_of[told.shape].size() == 1; });
}

int ahead(const Printed& printed) {
    return printed.number - static_cast<int>(printed.at);
}

/// How many numbers are that far ahead of their pages.
std::map<int, std::size_t> counts_by_lead(const std::vector<Printed>& list) {
    std::map<int, std::size_t> counts;
    for (const auto& printed : list)
        ++counts[ahead(printed)];
    return counts;
}

/// Of several numbers of a page, the one that counts as most others do: a chapter's number may stand beside.
void keep_one_a_page(std::vector<Printed>& list) {
    auto counts = counts_by_lead(list);
    std::vector<Printed> kept;
    for (const auto& printed : list) {
        if (kept.empty() || kept.back().at != printed.at)
            kept.push_back(printed);
        else if (counts[ahead(printed)] > counts[ahead(kept.back())])
            kept.back() = printed;
    }
    list = std::move(kept);
}

/// Most numbers grow as their pages do: one line in a margin may hold anything, and one page may be lost.
bool count_with_pages(const std::vector<Printed>& list) {
    std::size_t steady = 0;
    for (std::size_t i = 1; i < list.size(); ++i)
        if (ahead(list[i]) == ahead(list[i - 1])) ++steady;
    return steady > 0 && steady * 2 >= list.size() - 1;
}

/// "3 (20)", "2 (20)" on most pages of about twenty: page numbers, in whatever order they stand.
bool tell_how_many_there_are(const std::vector<Printed>& list, std::size_t pages) {
    const auto of = list.empty() ? std::nullopt : list.front().of;
    const bool same =
        std::all_of(list.begin(), list.end(), [&](const Printed& each) { return each.of == of; });
    if (!of || !same || list.size() * 2 < pages) return false;
    const auto told = static_cast<std::size_t>(*of);
    return told * 2 >= pages && told <= pages * 2;
}

/// Numbers that stand in the same line of most pages and count with them.
std::vector<Printed> counting(const std::vector<std::vector<MarginLine>>& margins) {
    std::map<std::pair<bool, std::string>, std::vector<Printed>> by_shape;
    for (std::size_t p = 0; p < margins.size(); ++p)
        for (const auto& line : margins[p])
            if (const auto found = parted(line.text))
                by_shape[{line.in_foot, found->first}].push_back({p, found->second, {}});
    std::vector<Printed> best;
    constexpr std::size_t fewest = 4;
    for (auto& [shape, list] : by_shape) {
        keep_one_a_page(list);
        if (list.size() >= fewest && list.size() * 2 >= margins.size() && count_with_pages(list) &&
            list.size() > best.size())
            best = list;
    }
    return best;
}

std::vector<Printed> printed_numbers(const Document& document) {
    std::vector<std::vector<MarginLine>> margins;
    margins.reserve(document.pages.size());
    for (const auto& page : document.pages)
        margins.push_back(margin_lines(page));
    std::vector<Told> list;
    for (std::size_t p = 0; p < margins.size(); ++p)
        for (const auto& line : margins[p])
            if (const auto number = told(p, line.text))
                list.push_back({*number, text::line_shape(line.text)});
    drop_rows_of_figures(list, margins.size());
    std::vector<Printed> numbers;
    numbers.reserve(list.size());
    for (const auto& told : list)
        numbers.push_back(told.printed);
    keep_one_a_page(numbers);
    if (!tell_how_many_there_are(numbers, margins.size()) && !count_with_pages(numbers)) numbers.clear();
    if (numbers.size() * 2 >= margins.size()) return numbers;
    auto counted = counting(margins);
    return counted.size() > numbers.size() ? counted : numbers;
}

/// OCR misreads a number now and then: one that its neighbours contradict, who agree, is none.
void drop_misread(std::vector<Printed>& numbers, const Document& document) {
    const auto agree = [](const Printed& a, const Printed& b) {
        return b.number - a.number == static_cast<int>(b.at - a.at);
    };
    for (std::size_t i = 0; i < numbers.size();) {
        const bool scanned = document.pages[numbers[i].at].reading != Reading::text_layer;
        const bool before = i > 0 && agree(numbers[i - 1], numbers[i]);
        const bool after = i + 1 < numbers.size() && agree(numbers[i], numbers[i + 1]);
        const bool others =
            i > 0 && i + 1 < numbers.size() ? agree(numbers[i - 1], numbers[i + 1]) : numbers.size() > 2;
        if (scanned && !before && !after && others)
            numbers.erase(numbers.begin() + static_cast<std::ptrdiff_t>(i));
        else
            ++i;
    }
}

class Walk {
public:
    Walk(const Document& document, std::vector<Printed> numbers)
        : document_(document), numbers_(std::move(numbers)) {
        for (const auto& number : numbers_)
            seen_.insert(number.number);
    }

    std::vector<PageFault> faults() {
        if (numbers_.empty()) return {};
        before_first();
        for (std::size_t i = 1; i < numbers_.size(); ++i)
            step(numbers_[i - 1], numbers_[i]);
        after_last();
        return std::move(faults_);
    }

private:
    [[nodiscard]] int page(const Printed& number) const { return document_.pages[number.at].number; }

    void missing(int number, int page, std::string why) {
        if (seen_.insert(number).second)
            faults_.push_back({PageFault::Kind::missing, number, page, std::move(why)});
    }

    void before_first() {
        // Numbers may count a cover that is no page of the file, but no more.
        const auto& first = numbers_.front();
        const int lacking = first.number - static_cast<int>(first.at) - 1;
        const bool short_of = first.of && *first.of > static_cast<int>(document_.pages.size());
        if (lacking < (short_of ? 1 : 2)) return;
        for (int number = 1; number < first.number - static_cast<int>(first.at); ++number)
            missing(number, 0, fmt::format("the first printed page number is {}", first.number));
    }

    void step(const Printed& a, const Printed& b) {
        const int grown = b.number - a.number;
        const int pages = static_cast<int>(b.at - a.at);
        if (grown == pages) return;
        if (grown > pages) {
            // Where pages between bear no number, the last of the lacking ones are as likely as the first.
            for (int number = a.number + 1; number + pages - 1 < b.number; ++number)
                missing(number, page(a),
                        fmt::format("printed page numbers jump from {} to {}", a.number, b.number));
        } else if (grown == 0) {
            faults_.push_back({PageFault::Kind::twice, b.number, page(b),
                               fmt::format("printed page number {} stands on two pages", b.number)});
        } else if (grown < 0) {
            faults_.push_back({PageFault::Kind::out_of_order, b.number, page(b),
                               fmt::format("printed page number {} stands behind {}", b.number, a.number)});
        }
    }

    void after_last() {
        const auto& last = numbers_.back();
        if (!last.of || *last.of < last.number) return;
        const int highest = *seen_.rbegin();
        const int unnumbered = static_cast<int>(document_.pages.size() - 1 - last.at);
        for (int number = highest + 1 + unnumbered; number <= *last.of; ++number)
            missing(number, document_.pages.back().number,
                    fmt::format("the printed numbers tell of {} pages and end at {}", *last.of, highest));
    }

    const Document& document_;
    std::vector<Printed> numbers_;
    std::set<int> seen_;
    std::vector<PageFault> faults_;
};

} // namespace

std::vector<PageFault> page_faults(const Document& document) {
    auto numbers = printed_numbers(document);
    drop_misread(numbers, document);
    auto faults = Walk(document, std::move(numbers)).faults();
    for (const auto& page : document.pages)
        if (page.reading == Reading::failed)
            faults.push_back({PageFault::Kind::unread, page.number, page.number,
                              fmt::format("page {} of the file could not be read", page.number)});
    return faults;
}

std::vector<int> repeated_pages(const Document& document) {
    constexpr std::size_t fewest_words = 15; // an almost empty page may well look like another
    std::unordered_map<std::string, int> seen;
    std::vector<int> repeated;
    for (const auto& page : document.pages) {
        std::string all;
        for (const auto& word : page.words)
            all += word.text + " ";
        for (const auto& line : page.lines)
            all += line + " ";
        if (static_cast<std::size_t>(std::count(all.begin(), all.end(), ' ')) < fewest_words) continue;
        if (!seen.emplace(std::move(all), page.number).second) repeated.push_back(page.number);
    }
    return repeated;
}

} // namespace kompass::account
