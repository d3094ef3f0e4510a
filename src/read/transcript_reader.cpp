#include "read/transcript_reader.h"

#include "read/source_kind.h"
#include "text/encoding.h"
#include "text/unicode.h"

#include <string>
#include <utility>

namespace kompass::read {
namespace {

bool begins_with_one_blank(std::string_view line) {
    return line.starts_with(' ') && !line.starts_with("  ");
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
            if (feed > 0) current().lines.emplace_back(line.substr(0, feed));
            break_page();
            line.remove_prefix(feed + 1);
            if (line.empty()) return; // a feed alone at a line's end is no empty line on the next page
        }
        current().lines.emplace_back(line);
    }

    [[nodiscard]] std::vector<Page> take() && { return std::move(pages_); }

private:
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
    auto pages = transcript_pages(unicode::nfc(text::without_bom(text)));
    const int count = static_cast<int>(pages.size());
    if (events.opened) events.opened(count);
    if (refuse_too_many_pages(document, count, options)) return;
    for (auto& page : pages)
        if (page.number >= options.first_page) add_page(document, std::move(page), count, events);
}

} // namespace kompass::read
