#include "read/transcript_reader.h"

#include "read/source_kind.h"
#include "text/encoding.h"
#include "text/html/html_entities.h"
#include "text/html/html_tags.h"
#include "text/tokens.h"
#include "text/unicode.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

namespace kompass::read {
namespace {

bool begins_with_one_blank(std::string_view line) {
    return line.starts_with(' ') && !line.starts_with("  ");
}

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& names, const text::HtmlTag& tag) {
    return std::find(names.begin(), names.end(), tag.name) != names.end();
}

/// A row of a table, whose cells layout reads with the HTML in them, or a part of one.
bool may_be_of_a_row(std::string_view line) {
    constexpr std::array<std::string_view, 6> of_rows{"li", "ul", "ol", "table", "td", "tr"};
    if (line.find('\t') != std::string_view::npos || line.starts_with('|')) return true;
    bool of_row = false;
    text::each_html_tag(line, [&](const text::HtmlTag& tag) { of_row = of_row || is_one_of(of_rows, tag); });
    return of_row;
}

/// The lines of a web page's line: one ends at "<br />" and where a paragraph or heading begins or ends
/// within it; emphasis is none of its words.
std::vector<std::string> without_markup(std::string_view line) {
    constexpr std::array<std::string_view, 1> line_break{"br"};
    constexpr std::array<std::string_view, 8> blocks{"p", "div", "h1", "h2", "h3", "h4", "h5", "h6"};
    constexpr std::array<std::string_view, 6> emphasis{"strong", "em", "b", "i", "u", "span"};
    constexpr const char* ends = "\n\v"; // which no line holds: of a line, of a block
    const auto marked =
        text::replace_html_tags(line, [&](const text::HtmlTag& tag) -> std::optional<std::string_view> {
            if (is_one_of(line_break, tag)) return "\n";
            if (is_one_of(blocks, tag)) return "\v";
            if (is_one_of(emphasis, tag)) return "";
            return std::nullopt;
        });
    std::string_view plain = marked;
    while (plain.starts_with('\v'))
        plain.remove_prefix(1);
    while (plain.ends_with('\v'))
        plain.remove_suffix(1);
    std::vector<std::string> lines;
    for (std::size_t start = 0; start <= plain.size();) {
        const auto end = std::min(plain.find_first_of(ends, start), plain.size());
        lines.emplace_back(plain.substr(start, end - start));
        start = end + 1;
    }
    if (lines.size() > 1)
        for (auto& text : lines)
            text = text::trimmed(text);
    return lines;
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        auto line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (line.ends_with('\r')) line.remove_suffix(1);
        lines.push_back(line);
    }
    return lines;
}

/// Takes the blank off lines of which several in a row begin with one: they are set in, and begin no pages.
void take_indents(std::vector<std::string_view>& lines) {
    constexpr std::size_t fewest = 3; // no two pages in a row hold a line each
    std::vector<std::size_t> run;
    const auto close = [&] {
        if (run.size() >= fewest)
            for (const auto line : run)
                lines[line].remove_prefix(1);
        run.clear();
    };
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (text::trimmed(lines[i]).empty()) continue;
        if (begins_with_one_blank(lines[i]))
            run.push_back(i);
        else
            close();
    }
    close();
}

/// Collects lines into pages.
class PageBuilder {
public:
    void add_line(std::string_view line) {
        if (begins_with_one_blank(line)) {
            break_page();
            line.remove_prefix(1);
        }
        for (auto feed = line.find('\f'); feed != std::string_view::npos; feed = line.find('\f')) {
            if (feed > 0) add_text(line.substr(0, feed));
            break_page();
            line.remove_prefix(feed + 1);
            if (line.empty()) return; // a feed alone at a line's end is no empty line on the next page
        }
        add_text(line);
    }

    [[nodiscard]] std::vector<Page> take() && { return std::move(pages_); }

private:
    void add_text(std::string_view line) {
        const auto plain = text::without_html_entities(line);
        if (plain.find('<') == std::string::npos || may_be_of_a_row(plain)) {
            current().lines.push_back(plain);
            return;
        }
        for (auto& text : without_markup(plain))
            current().lines.push_back(std::move(text));
    }

    /// Two breaks in a row have an empty page between them; one before all text is where page 1 begins.
    void break_page() {
        if (pages_.empty()) return;
        if (!open_) add_page(Reading::empty, "transcript: nothing between two page breaks");
        open_ = false;
    }

    Page& current() {
        if (!open_) add_page(Reading::transcript, "transcript: lines as given");
        open_ = true;
        return pages_.back();
    }

    void add_page(Reading reading, const char* why) {
        Page page;
        page.number = static_cast<int>(pages_.size()) + 1;
        page.reading = reading;
        page.why = why;
        pages_.push_back(std::move(page));
    }

    std::vector<Page> pages_;
    bool open_ = false;
};

/// The text behind the page's number with which a web page's copy begins a page: "3 Sveriges Kommuner …".
std::optional<std::string_view> after_page_number(std::string_view line, std::size_t number) {
    const auto sign = std::to_string(number) + " ";
    if (!line.starts_with(sign)) return std::nullopt;
    return line.substr(sign.size());
}

/// Where a web page's copy gives pages no break but their numbers, 1, 2, 3 … before the text of each: the
/// pages. What stands before them is of the first. The page itself if it is no such copy.
std::vector<Page> parted_by_numbers(Page whole) {
    std::vector<Page> pages;
    const auto begin_page = [&] {
        Page page;
        page.number = static_cast<int>(pages.size()) + 1;
        page.reading = whole.reading;
        page.why = "transcript: pages by the numbers before their texts";
        pages.push_back(std::move(page));
    };
    begin_page();
    std::size_t next = 1;
    for (const auto& line : whole.lines) {
        const auto text = after_page_number(line, next);
        if (text && next > 1) begin_page();
        if (text) ++next;
        pages.back().lines.emplace_back(text.value_or(line));
    }
    constexpr std::size_t fewest = 3; // pages; a list of two is soon numbered
    if (pages.size() < fewest) return {std::move(whole)};
    return pages;
}

} // namespace

std::vector<Page> transcript_pages(std::string_view text) {
    auto lines = lines_of(text);
    take_indents(lines);
    PageBuilder builder;
    for (const auto line : lines)
        builder.add_line(line);
    auto pages = std::move(builder).take();
    if (pages.size() == 1 && has_lost_its_lines(pages.front()))
        return parted_by_numbers(std::move(pages.front()));
    return pages;
}

void read_transcript(std::string_view text, const ReadOptions& options, const ReadEvents& events,
                     Document& document) {
    const auto undone = text::undo_windows_1252(text::without_bom(text));
    if (undone.signs > 0)
        add_trouble(
            document, Severity::note, "misread-encoding",
            fmt::format("the file is UTF-8 that was read as Windows-1252 (\"Ã¤\" for \"ä\"): {} signs "
                        "were made right again",
                        undone.signs));
    auto pages = transcript_pages(unicode::nfc(undone.text));
    const int count = static_cast<int>(pages.size());
    if (events.opened) events.opened(count);
    if (refuse_too_many_pages(document, count, options)) return;
    for (auto& page : pages)
        if (page.number >= options.first_page) add_page(document, std::move(page), count, events);
    if (has_lost_its_lines(document))
        add_trouble(document, Severity::warning, "lines-lost",
                    "the text has lost its lines, as a web page's copy does: rows and heads were found by "
                    "their numbers and wordings, and where a finding ends is a guess; take in the PDF "
                    "that it is of, if it can be had");
}

} // namespace kompass::read
