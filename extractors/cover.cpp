#include "extractors/cover.h"

#include "layout/text_line.h"
#include "text/tokens.h"
#include "text/unicode.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace kompass {

namespace {

/// The two cells of a line that a wide gap parts, where both are of words alone.
std::optional<std::pair<std::string, std::string>> side_by_side(std::string_view line) {
    constexpr std::string_view wide_gap = "    ";
    constexpr std::string_view of_figures_and_leaders = "0123456789.|\t";
    const auto gap = line.find(wide_gap);
    if (gap == std::string_view::npos || gap == 0) return std::nullopt;
    if (line.find_first_of(of_figures_and_leaders) != std::string_view::npos) return std::nullopt;
    const auto right = text::trimmed(line.substr(gap));
    if (right.empty() || right.find(wide_gap) != std::string_view::npos) return std::nullopt;
    return std::pair(std::string(line.substr(0, gap)), std::string(right));
}

/// Two lines or more of two cells each are two columns, as names above their employers: read one behind the
/// other.
std::vector<std::string> with_columns_parted(const std::vector<std::string>& lines) {
    std::vector<std::string> parted, left, right;
    const auto close = [&] {
        const bool columns = left.size() > 1;
        for (std::size_t i = 0; i < left.size(); ++i)
            parted.push_back(columns ? left[i] : left[i] + " " + right[i]);
        if (columns) parted.insert(parted.end(), right.begin(), right.end());
        left.clear();
        right.clear();
    };
    for (const auto& line : lines) {
        if (auto cells = side_by_side(line)) {
            left.push_back(std::move(cells->first));
            right.push_back(std::move(cells->second));
            continue;
        }
        close();
        parted.push_back(line);
    }
    close();
    return parted;
}

std::vector<SourceLine> lines_of(const Page& page) {
    const Place on_page{page.number, std::nullopt};
    std::vector<std::string> printed;
    for (const auto& line : page.lines)
        if (const auto bare = text::trimmed(line); !bare.empty()) printed.emplace_back(bare);
    std::vector<SourceLine> lines;
    for (auto& line : with_columns_parted(printed))
        lines.push_back({std::move(line), on_page});
    for (const auto& line : layout::text_lines(page))
        lines.push_back({line.text, line.place()});
    return lines;
}

/// Transcripts may have lost their page breaks; a front is short, with its list of contents.
constexpr std::size_t kMostLines = 120;

/// Undoes hyphenation, that of double names too: "Per-" and "Olof". Days ("10-", "11 mars") stay as they are.
void append(const std::string& line, const Place& place, std::string& front, FrontPlaces& places) {
    constexpr std::string_view no_letter_before = " 0123456789";
    if (front.size() > 2 && front.ends_with("-\n") &&
        no_letter_before.find(front[front.size() - 3]) == std::string_view::npos) {
        const bool keeps_hyphen = unicode::starts_with_upper(line);
        if (keeps_hyphen || unicode::starts_with_lower(line))
            front.resize(front.size() - (keeps_hyphen ? 1 : 2));
    }
    places.add(front.size(), place);
    front += line + "\n";
}

/// Where a run of small words begins (the word before it with them), and how many they are.
struct Run {
    std::size_t begin = 0;
    int words = 0;
};

/// The runs of small words that no figure, capital or stop breaks, over line ends: what sentences have and
/// covers have not.
std::vector<Run> runs_of_small_words(std::string_view text) {
    constexpr std::string_view blanks = " \t\n";
    constexpr std::string_view stops = ".:?!";
    std::vector<Run> runs;
    Run run;
    const auto close = [&](std::size_t next) {
        if (run.words > 0) runs.push_back(run);
        run = {next, 0};
    };
    for (auto at = text.find_first_not_of(blanks); at != std::string_view::npos;) {
        const auto end = std::min(text.find_first_of(blanks, at), text.size());
        const auto word = text.substr(at, end - at);
        if (unicode::starts_with_lower(word))
            ++run.words;
        else
            close(at);
        if (stops.find(word.back()) != std::string_view::npos) close(end);
        at = text.find_first_not_of(blanks, end);
    }
    close(text.size());
    return runs;
}

/// At the first long sentence, or the second that may be one: a subtitle may be a sentence too.
std::size_t begin_of_running_text(std::string_view text) {
    constexpr int surely_a_sentence = 10;
    constexpr int perhaps_a_sentence = 6;
    bool met = false;
    for (const auto& run : runs_of_small_words(text)) {
        if (run.words < perhaps_a_sentence) continue;
        if (met || run.words >= surely_a_sentence) return run.begin;
        met = true;
    }
    return text.size();
}

/// Without what a web site that shares documents says of an upload: whose it was, and how long ago.
std::string without_upload(std::string_view front, const rules::RuleSet& rules) {
    constexpr std::size_t most_words = 5; // of a name
    std::string kept;
    std::size_t last = 0; // where the last line that says something begins in it
    for (std::size_t start = 0; start < front.size();) {
        const auto end = std::min(front.find('\n', start), front.size() - 1) + 1;
        const auto line = front.substr(start, end - start);
        start = end;
        if (rules.matches("upload_age", text::trimmed(line))) {
            if (text::tokens(std::string_view(kept).substr(last)).size() <= most_words) kept.resize(last);
            continue;
        }
        if (!text::trimmed(line).empty()) last = kept.size();
        kept += line;
    }
    return kept;
}

} // namespace

Places FrontPlaces::of(std::string_view printed) const {
    const auto bare = text::trimmed(printed);
    const auto at = bare.empty() ? std::string::npos : text_.find(bare);
    if (at == std::string::npos) return {};
    Places places;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        const auto end = i + 1 < lines_.size() ? lines_[i + 1].begin : text_.size();
        if (lines_[i].begin < at + bare.size() && at < end) add_place(places, lines_[i].place);
    }
    return places;
}

std::string front_text(const Document& document, std::vector<Respelt>& respelt, FrontPlaces& places) {
    std::string front;
    std::size_t count = 0;
    for (std::size_t p = 0; p < document.pages.size() && p < 2; ++p)
        for (const auto& line : lines_of(document.pages[p])) {
            if (++count > kMostLines) break;
            for (const auto& part : parted(line.text))
                append(legible(part, respelt), line.place, front, places);
        }
    front.resize(begin_of_running_text(front));
    places.set_text(front);
    return front;
}

Front front_of(const Document& document, const rules::RuleSet& rules) {
    std::vector<Respelt> respelt;
    FrontPlaces places;
    auto front = without_upload(front_text(document, respelt, places), rules);
    // Behind the front nothing was read otherwise.
    std::erase_if(respelt, [&](const Respelt& word) { return front.find(word.meant) == std::string::npos; });
    const auto head = rules.match("contents_head", front);
    if (!head) return {std::move(front), "", std::move(respelt), std::move(places)};
    return {head->group("before"), head->group("after"), std::move(respelt), std::move(places)};
}

std::vector<std::string> lines_in(std::string_view text) {
    std::vector<std::string> lines;
    for (std::size_t start = 0; start <= text.size();) {
        const auto end = std::min(text.find('\n', start), text.size());
        lines.emplace_back(text::trimmed(text.substr(start, end - start)));
        start = end + 1;
    }
    return lines;
}

std::vector<SourceLine> margin_lines(const Document& document) {
    std::vector<SourceLine> margins;
    for (const auto& page : document.pages) {
        // Transcripts keep running heads wherever their page broke.
        if (document.kind == SourceKind::transcript) {
            for (const auto& line : page.lines)
                if (line.size() < 120)
                    margins.push_back({std::string(text::trimmed(line)), Place{page.number, std::nullopt}});
            continue;
        }
        const auto lines = layout::text_lines(page);
        for (std::size_t i = 0; i < std::min<std::size_t>(lines.size(), 2); ++i)
            margins.push_back({lines[i].text, lines[i].place()});
        if (lines.size() > 2) margins.push_back({lines.back().text, lines.back().place()});
        if (page.number >= 3) break;
    }
    return margins;
}

} // namespace kompass
