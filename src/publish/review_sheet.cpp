#include "publish/review_sheet.h"

#include "publish/assets.h"
#include "text/fitting.h"
#include "text/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace kompass::publish {
namespace {

std::string escaped(std::string_view text) {
    std::string html;
    for (const char sign : text) {
        switch (sign) {
        case '&':
            html += "&amp;";
            break;
        case '<':
            html += "&lt;";
            break;
        case '>':
            html += "&gt;";
            break;
        case '"':
            html += "&quot;";
            break;
        default:
            html += sign;
        }
    }
    return html;
}

std::string in_shell(const std::string& text) {
    std::string quoted = "'";
    for (const char sign : text)
        quoted += sign == '\'' ? std::string("'\\''") : std::string(1, sign);
    return quoted + "'";
}

std::string on_page(const ReviewItem& item) {
    return item.places.empty() ? "" : fmt::format(", page {}", item.places.front().page);
}

std::string why(const ReviewItem& item) {
    return "seen in the source" + on_page(item);
}

std::string numbers(const std::vector<Decimal>& values) {
    return fmt::format("{}", fmt::join(values, ", "));
}

/// Which part of the picture's width the figure takes. Of a row the place of all three figures is known; they
/// stand at its left, in its middle and at its right.
std::pair<double, double> marked(const Picture& picture, int column) {
    constexpr double margin = 0.006;
    const double width = picture.right - picture.left;
    const auto part = [&](double from, double to) {
        return std::pair(picture.left + from * width - margin, picture.left + to * width + margin);
    };
    if (column == 0) return part(0, 0.3);
    if (column == 1) return part(0.3, 0.66);
    return column == 2 ? part(0.66, 1) : part(0, 1);
}

class Sheet {
public:
    explicit Sheet(const std::string& archive) : archive_(archive) {}

    std::string html(const std::vector<ReviewedReport>& reports) {
        std::size_t count = 0;
        for (const auto& report : reports)
            count += report.items.size();
        add_head(reports, count);
        for (std::size_t i = 0; i < reports.size(); ++i)
            add_report(reports[i], i + 1);
        html_ +=
            fmt::format("</main>\n<footer><p class=\"note\">Keys: n and p go to the next and the previous "
                        "figure, the arrows choose.</p></footer>\n<script>\n{}</script>\n</body>\n</html>\n",
                        assets::review_js);
        return std::move(html_);
    }

private:
    void add_head(const std::vector<ReviewedReport>& reports, std::size_t count) {
        html_ += fmt::format(
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            "<title>Figures to review</title>\n<link rel=\"icon\" "
            "href=\"data:,\">\n<style>\n{}</style>\n</head>\n"
            "<body>\n<a class=\"skip\" href=\"#figures\">To the figures</a>\n<header>\n"
            "<h1>Figures to review</h1>\n<p>{} in {}. Each shows the place in the source, what was read and "
            "what "
            "the report's other figures allow. Choose, save, and give the file to <code>kompass corrections "
            "import</code>.</p>\n",
            assets::review_css, text::counted(count, "figure"), text::counted(reports.size(), "report"));
        html_ += "<nav aria-label=\"Reports\"><ul>";
        for (std::size_t i = 0; i < reports.size(); ++i)
            html_ +=
                fmt::format("<li><a href=\"#report-{}\">{}</a> ({}{})</li>", i + 1, escaped(reports[i].title),
                            reports[i].items.size(), reports[i].faults.empty() ? "" : ", not whole");
        html_ += "</ul></nav>\n<div class=\"bar\"><label for=\"by\">Who decides"
                 "<input type=\"text\" id=\"by\" autocomplete=\"name\"></label>"
                 "<button type=\"button\" id=\"save\">Save decisions</button>"
                 "<span id=\"status\" role=\"status\"></span></div>\n</header>\n<main id=\"figures\">\n";
    }

    void add_report(const ReviewedReport& report, std::size_t number) {
        html_ += fmt::format(
            "<section aria-labelledby=\"report-{0}\">\n<h2 id=\"report-{0}\">{1}</h2>\n"
            "<p class=\"note\">{2}{3}</p>\n",
            number, escaped(report.title), escaped(report.file),
            report.at_hand || report.items.empty() ? "" : ": the file is not at hand, see --sources");
        add_parts(report);
        for (std::size_t i = 0; i < report.items.size(); ++i)
            add_item(report, report.items[i], fmt::format("item-{}-{}", number, i + 1));
        html_ += "</section>\n";
    }

    void add_parts(const ReviewedReport& report) {
        html_ += fmt::format("<p>{}</p>\n", escaped(report.parts));
        if (report.faults.empty()) return;
        html_ += "<ul class=\"faults\">\n";
        for (const auto& fault : report.faults)
            html_ += fmt::format("<li>{}</li>\n", escaped(fault));
        html_ += "</ul>\n";
    }

    void add_item(const ReviewedReport& report, const ShownItem& shown, const std::string& id) {
        const auto& item = shown.item;
        html_ +=
            fmt::format("<article class=\"item {}\" id=\"{}\" tabindex=\"-1\" data-sha256=\"{}\" "
                        "data-cell=\"{}\" data-why=\"{}\" data-command=\"{}\" aria-labelledby=\"{}-head\">\n",
                        item.status, id, report.sha256, escaped(name_of(item.cell)), escaped(why(item)),
                        escaped(command()), id);
        html_ += fmt::format(
            "<h3 id=\"{}-head\">{} <span class=\"note\">{}{}</span></h3>\n<p class=\"note\">{}</p>\n", id,
            escaped(name_of(item.cell)), item.status, on_page(item), escaped(item.label));
        add_place(shown);
        for (const auto& check : item.checks)
            html_ += fmt::format("<p>{}</p>\n", escaped(check));
        add_choices(item, id);
        html_ +=
            "<div class=\"command\"><code></code><button type=\"button\" class=\"quiet\">Copy the command"
            "</button></div>\n</article>\n";
    }

    void add_place(const ShownItem& shown) {
        if (shown.picture) {
            const auto& picture = *shown.picture;
            const auto [left, right] = marked(picture, shown.item.column);
            constexpr double margin = 0.04;
            html_ += fmt::format(
                "<div class=\"place\"><img src=\"pictures/{}\" width=\"{}\" height=\"{}\" alt=\"{} in the "
                "source, "
                "read as {}\"><span "
                "style=\"left:{:.2f}%;top:{:.2f}%;width:{:.2f}%;height:{:.2f}%\"></span></div>\n",
                escaped(picture.file), picture.width, picture.height, escaped(name_of(shown.item.cell)),
                escaped(shown.item.read.value_or("nothing")), 100 * left, 100 * (picture.top - margin),
                100 * (right - left), 100 * (picture.bottom - picture.top + 2 * margin));
        }
        if (shown.lines.empty()) return;
        html_ += "<pre>";
        for (const auto& line : shown.lines)
            html_ += escaped(line) + "\n";
        html_ += "</pre>\n";
    }

    void add_choices(const ReviewItem& item, const std::string& id) {
        html_ += fmt::format("<fieldset><legend>{} is</legend>\n", escaped(name_of(item.cell)));
        const auto add = [&](const std::string& value, const std::string& note) {
            html_ += fmt::format("<label><input type=\"radio\" name=\"{0}\" value=\"{1}\"> {1}{2}</label>\n",
                                 id, escaped(value), note);
        };
        for (const auto candidate : item.candidates) {
            const auto value = candidate.text();
            add(value, item.read == value ? " (as read)" : "");
        }
        const bool listed =
            item.read && std::any_of(item.candidates.begin(), item.candidates.end(),
                                     [&](Decimal value) { return value.text() == *item.read; });
        if (item.read && !listed)
            add(*item.read, item.status == "inconsistent" ? " (as published)" : " (as read)");
        html_ += fmt::format("<label><input type=\"radio\" name=\"{0}\" value=\"\"> another</label>"
                             "<input type=\"text\" aria-label=\"{1}, another value\"></fieldset>\n",
                             id, escaped(name_of(item.cell)));
    }

    /// What the page's script adds to for each figure.
    [[nodiscard]] std::string command() const { return "kompass correct --archive " + in_shell(archive_); }

    const std::string& archive_;
    std::string html_;
};

} // namespace

std::string review_html(const std::vector<ReviewedReport>& reports, const std::string& archive) {
    return Sheet(archive).html(reports);
}

std::string review_csv(const std::vector<ReviewedReport>& reports) {
    text::Table table({{"sha256"},
                       {"file"},
                       {"report"},
                       {"page"},
                       {"cell"},
                       {"status"},
                       {"read"},
                       {"candidates"},
                       {"value"},
                       {"by"},
                       {"why"}});
    for (const auto& report : reports)
        for (const auto& [item, picture, lines] : report.items)
            table.add({report.sha256, report.file, report.title,
                       item.places.empty() ? text::Value{} : text::Value{item.places.front().page},
                       name_of(item.cell), item.status, text::value_of(item.read.value_or("")),
                       text::value_of(numbers(item.candidates)), text::Value{}, text::Value{}, why(item)});
    return table.text(text::Format::csv);
}

} // namespace kompass::publish
