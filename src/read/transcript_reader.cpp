#include "read/transcript_reader.h"

#include "read/source_kind.h"
#include "text/encoding.h"
#include "text/tokens.h"
#include "text/unicode.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace kompass::read {
namespace {

bool begins_with_one_blank(std::string_view line) {
    return line.starts_with(' ') && !line.starts_with("  ");
}

/// The name of the HTML tag at the head of `text` and the tag's size; 0 if none stands there.
struct Tag {
    std::string name;
    std::size_t size = 0;
};

Tag tag_at(std::string_view text) {
    constexpr std::size_t longest = 200; // a "<" with a ">" pages later is no tag
    const auto end = text.substr(0, longest).find_first_of("<>", 1);
    if (end == std::string_view::npos || text[end] == '<') return {};
    const std::size_t begin = text[1] == '/' ? 2 : 1;
    const auto name = text.substr(begin, text.find_first_of(" /\t>", begin) - begin);
    return {unicode::lower(name), end + 1};
}

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& names, const Tag& tag) {
    return tag.size > 0 && std::find(names.begin(), names.end(), tag.name) != names.end();
}

/// A row of a table, whose cells layout reads with the HTML in them, or a part of one.
bool may_be_of_a_row(std::string_view line) {
    constexpr std::array<std::string_view, 6> of_rows{"li", "ul", "ol", "table", "td", "tr"};
    if (line.find('\t') != std::string_view::npos || line.starts_with('|')) return true;
    for (auto at = line.find('<'); at != std::string_view::npos; at = line.find('<', at + 1))
        if (is_one_of(of_rows, tag_at(line.substr(at)))) return true;
    return false;
}

/// The lines of a web page's line: one ends at "<br />", and emphasis is none of its words.
std::vector<std::string> without_markup(std::string_view line) {
    constexpr std::array<std::string_view, 1> line_break{"br"};
    constexpr std::array<std::string_view, 7> emphasis{"strong", "em", "b", "i", "u", "p", "span"};
    std::vector<std::string> lines(1);
    while (!line.empty()) {
        const auto tag = line.front() == '<' ? tag_at(line) : Tag{};
        if (is_one_of(line_break, tag)) {
            lines.emplace_back();
        } else if (!is_one_of(emphasis, tag)) {
            lines.back() += line.front();
            line.remove_prefix(1);
            continue;
        }
        line.remove_prefix(tag.size);
    }
    if (lines.size() > 1)
        for (auto& text : lines)
            text = text::trimmed(text);
    return lines;
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
        if (line.find('<') == std::string_view::npos || may_be_of_a_row(line)) {
            current().lines.emplace_back(line);
            return;
        }
        for (auto& text : without_markup(line))
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

} // namespace

std::vector<Page> transcript_pages(std::string_view text) {
    PageBuilder builder;
    while (!text.empty()) {
        const auto end = text.find('\n');
        auto line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (line.ends_with('\r')) line.remove_suffix(1);
        builder.add_line(line);
    }
    return std::move(builder).take();
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
}

} // namespace kompass::read
