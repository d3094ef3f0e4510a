#include "tests/support/typeset_page.h"

#include "text/unicode.h"

#include <algorithm>

namespace kompass::testing {

namespace {

constexpr double kOverhang = 2; ///< how far a word reaches into the blank behind it, points

std::string_view without_first_line_end(std::string_view text) {
    if (text.starts_with('\n')) text.remove_prefix(1);
    return text;
}

Word word_at(std::u32string_view text, double x, double y, Type type) {
    const double width = static_cast<double>(text.size()) * kColumnWidth * type.size / 10;
    Word word;
    word.text = unicode::utf8(text);
    word.box = {x, y, x + width + kOverhang, y + 1.2 * type.size};
    word.font_size = type.size;
    word.bold = type.bold;
    return word;
}

} // namespace

TypesetPage::TypesetPage(int number) {
    page_.number = number;
    page_.width = 595;
    page_.height = 842;
    page_.reading = Reading::text_layer;
}

void TypesetPage::set_line(std::string_view line, Type type) {
    const auto points = unicode::code_points(line);
    const double column = kColumnWidth * type.size / 10;
    for (std::size_t i = 0; i < points.size();) {
        if (points[i] == U' ') {
            ++i;
            continue;
        }
        const auto end = std::min(points.find(U' ', i), points.size());
        page_.words.push_back(word_at(std::u32string_view(points).substr(i, end - i),
                                      50 + static_cast<double>(i) * column, y_, type));
        i = end;
    }
    y_ += kLineHeight * type.size / 10;
}

TypesetPage& TypesetPage::text(std::string_view lines, Type type) {
    lines = without_first_line_end(lines);
    while (!lines.empty()) {
        const auto end = std::min(lines.find('\n'), lines.size());
        set_line(lines.substr(0, end), type);
        lines.remove_prefix(std::min(end + 1, lines.size()));
    }
    return *this;
}

TypesetPage& TypesetPage::word(std::string_view word, double x, Type type) {
    page_.words.push_back(word_at(unicode::code_points(word), x, y_, type));
    return *this;
}

TypesetPage& TypesetPage::space(double points) {
    y_ += points;
    return *this;
}

TypesetPage& TypesetPage::at(double y) {
    y_ = y;
    return *this;
}

Document typeset(const std::vector<TypesetPage>& pages) {
    Document document;
    document.file = "set.pdf";
    document.kind = SourceKind::pdf;
    for (const auto& page : pages)
        document.pages.push_back(page.page());
    return document;
}

Document typeset(std::string_view lines) {
    return typeset({TypesetPage(1).text(lines)});
}

} // namespace kompass::testing
