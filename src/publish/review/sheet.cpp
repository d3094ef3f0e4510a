#include "publish/review/sheet.h"

#include "publish/assets.h"
#include "publish/review/item_form.h"
#include "text/fitting.h"
#include "text/language.h"
#include "text/retelling.h"
#include "text/xml_writer.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <utility>

namespace kompass::publish {
namespace {

using text::xml_escaped;

/// The cells that a topic asks for.
std::set<Cell> asked_in(const Topic& topic) {
    std::set<Cell> cells;
    for (const auto& item : topic.items)
        cells.insert(item.cell);
    for (const auto& part : topic.parts)
        for (const auto& item : part.missing)
            cells.insert(item.cell);
    return cells;
}

std::string options(const char* id, const std::vector<std::string>& values) {
    auto html = fmt::format(R"(<datalist id="{}">)", id);
    for (const auto& value : values)
        html += fmt::format(R"(<option value="{}">)", xml_escaped(value));
    return html + "</datalist>\n";
}

/// What the page's script says, by what it says in English: none in English.
std::string script_texts() {
    using text::message;
    nlohmann::ordered_json texts = nlohmann::ordered_json::object();
    if (text::spoken() != text::Language::english)
        for (const auto* english :
             {message("It holds a number from {} to {} with one decimal at most."),
              message("It holds a whole number from {} to {}."),
              message("It holds a date of {} to {} such as 2019-02-08."),
              message("There is no such edition."), message("No register has a municipality of that name."),
              message("It needs a value."), message("{} of {} done"), message("{} of {}"),
              message("Say first who decides."), message("Mend first: {}. {}"), message("seen in the source"),
              message("1 decision saved: kompass corrections import decisions.csv"),
              message("{} decisions saved: kompass corrections import decisions.csv"),
              message("1 decision taken from {}."), message("{} decisions taken from {}."),
              message("Copy it by hand."), message("Copied."), message("Nothing is open.")})
            texts[english] = text::tr(english);
    return "const texts = " + texts.dump() + ";\n";
}

class Sheet {
public:
    explicit Sheet(const ReviewContext& context) : context_(context) {}

    std::string html(const std::vector<ReviewedReport>& reports) {
        add_head(reports);
        for (std::size_t i = 0; i < reports.size(); ++i)
            add_report(reports[i], i + 1);
        if (reports.empty())
            add("<p>{}</p>\n", text::tr("Nothing is in doubt, contradicted, missing or unclaimed."));
        add_foot();
        return std::move(html_);
    }

private:
    template <typename... Args>
    void add(fmt::format_string<Args...> format, Args&&... args) {
        html_ += fmt::format(format, std::forward<Args>(args)...);
    }

    void add_head(const std::vector<ReviewedReport>& reports) {
        const auto archive = xml_escaped(context_.archive);
        add(R"(<!DOCTYPE html>
<html lang="{0}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{1}</title>
<link rel="icon" href="data:,">
<style>
{2}{3}{4}</style>
</head>
<body>
<a class="skip" href="#reports">{5}</a>
<header>
<p class="eyebrow">kompass review</p>
<h1>{6}</h1>
<p class="lead">{7} <code>kompass corrections import</code>.</p>
)",
            text::name_of(text::spoken()), text::tr("Review of {}", archive), assets::tokens_css,
            assets::page_css, assets::review_css, text::tr("To the reports"),
            text::tr("What wants a person’s eye in {}", archive),
            text::tr("Compare each picture with what the archive holds beside it, and decide. Then save the "
                     "decisions "
                     "and give the file to"));
        ReviewCounts counts;
        for (const auto& report : reports)
            counts += count(report);
        add_summary(counts);
        add_lacking(reports);
        add(R"(<p class="notice" id="storage" hidden>{}</p>
<noscript><p class="notice">{}</p></noscript>
)",
            text::tr("This browser keeps nothing for pages that are opened as files. Save your decisions "
                     "before you close "
                     "the page; “Continue from a file” takes them up again."),
            text::tr("Without JavaScript nothing can be chosen here: fill in review.csv, which lies beside "
                     "this page."));
        add(R"(<div class="who"><label for="by">{} <input type="text" id="by" autocomplete="name"></label>
<label class="button quiet" for="continue">{}<input type="file" id="continue" accept=".csv,text/csv"></label></div>
)",
            text::tr("Who decides"), text::tr("Continue from a file"));
        add_contents(reports);
        html_ += "</header>\n";
        add_bar();
        html_ += R"(<main id="reports">
)";
    }

    void add_summary(const ReviewCounts& counts) {
        html_ += R"(<dl class="summary">)";
        const auto entry = [&](std::size_t number, const char* what) {
            add("<div><dt>{}</dt><dd>{}</dd></div>", text::tr(what), number);
        };
        entry(counts.doubtful, "doubtful");
        entry(counts.inconsistent, "inconsistent");
        entry(counts.parts, text::message("parts missing or damaged"));
        entry(counts.unclaimed, text::message("pages with unclaimed text"));
        html_ += "</dl>\n";
    }

    void add_lacking(const std::vector<ReviewedReport>& reports) {
        std::string list;
        for (const auto& report : reports)
            for (const auto& lacking : report.lacking)
                list += fmt::format(R"(<li><span class="file">{}</span>: {}</li>)", xml_escaped(lacking.file),
                                    xml_escaped(lacking.why));
        if (list.empty()) return;
        add(R"(<div class="notice"><p>{} {}</p><ul>{}</ul></div>
)",
            text::tr("There are no pictures of some files."), xml_escaped(context_.advice), list);
    }

    void add_contents(const std::vector<ReviewedReport>& reports) {
        add(R"(<nav aria-label="{}"><ul>)", text::tr("Reports"));
        for (std::size_t i = 0; i < reports.size(); ++i)
            add(R"(<li><a href="#report-{0}">{1}</a> <span class="note" data-count-of="report-{0}"></span></li>)",
                i + 1, xml_escaped(reports[i].title));
        html_ += "</ul></nav>\n";
    }

    void add_bar() {
        add(R"(<div class="bar" role="region" aria-label="{}">
<div class="progress"><progress id="progress" aria-label="{}" max="1" value="0"></progress><span id="done"></span></div>
<button type="button" id="next" class="quiet">{}</button>
<button type="button" id="save">{}</button>
<p id="status" role="status"></p>
</div>
)",
            text::tr("Decisions"), text::tr("Reviewed"), text::tr("Next open"), text::tr("Save decisions"));
    }

    void add_report(const ReviewedReport& report, std::size_t number) {
        add(R"(<section class="report" id="report-{0}" aria-labelledby="report-{0}-head">
<h2 id="report-{0}-head">{1}</h2>
<p class="note"><span class="file">{2}</span> · {3}</p>
)",
            number, xml_escaped(report.title), xml_escaped(report.file),
            xml_escaped(text::retold(report.parts)));
        for (std::size_t i = 0; i < report.topics.size(); ++i)
            add_topic(report, report.topics[i], fmt::format("topic-{}-{}", number, i + 1));
        html_ += "</section>\n";
    }

    void add_topic(const ReviewedReport& report, const Topic& topic, const std::string& id) {
        add(R"(<section class="topic" aria-labelledby="{0}">
<h3 id="{0}">{1}</h3>
)",
            id, xml_escaped(topic.title));
        number_items(topic, id);
        add_evidence(topic, id);
        for (const auto& item : topic.items)
            add_item(report, item, topic);
        for (const auto& part : topic.parts)
            add_part(report, part, topic);
        if (!topic.unclaimed.empty()) add_unclaimed(report, topic, id);
        html_ += "</section>\n";
    }

    void add_evidence(const Topic& topic, const std::string& id) {
        if (topic.sights.empty())
            add(R"(<p class="note">{}</p>
)",
                text::tr("Where it would stand in the source is not known."));
        html_ += R"(<div class="evidence">
<div class="sights">
)";
        for (const auto& sight : topic.sights)
            add_sight(sight, id);
        html_ += "</div>\n";
        if (topic.table) add_table(topic);
        html_ += "</div>\n";
    }

    /// An element's name for each cell, to which marks in pictures lead.
    void number_items(const Topic& topic, const std::string& id) {
        ids_.clear();
        const auto give = [&](const ReviewItem& item) {
            ids_.emplace(item.cell, fmt::format("{}-item-{}", id, ids_.size() + 1));
        };
        for (const auto& item : topic.items)
            give(item);
        for (const auto& part : topic.parts) {
            for (const auto& item : part.missing)
                give(item);
            for (const auto& item : part.texts)
                give(item);
        }
    }

    void add_item(const ReviewedReport& report, const ReviewItem& item, const Topic& topic) {
        html_ += html_of({item, ids_.at(item.cell), report.sha256, context_.archive}, topic);
    }

    void add_sight(const Sight& sight, const std::string& topic) {
        if (!sight.picture && sight.lines.empty()) {
            add(R"(<p class="note">{}</p>
)",
                text::tr("Page {}: there is no picture of it.", sight.page));
            return;
        }
        add(R"(<figure class="sight {}">
)",
            sight.whole ? "page" : "band");
        if (sight.picture)
            add_picture(sight, *sight.picture, topic);
        else
            add_lines(sight);
        html_ += "</figure>\n";
    }

    void add_picture(const Sight& sight, const Picture& picture, const std::string& topic) {
        add(R"(<div class="picture"><img src="pictures/{}" width="{}" height="{}" loading="lazy" alt="{}" aria-describedby="{}">)",
            xml_escaped(picture.file), picture.width, picture.height,
            sight.whole ? text::tr("Page {} of the source", sight.page)
                        : text::tr("The table in the source, page {}", sight.page),
            topic);
        for (const auto& mark : sight.marks)
            add_mark(mark, picture);
        add(R"(</div>
<figcaption><a href="pictures/{}">{}<span class="screen"> {}</span></a></figcaption>
)",
            xml_escaped(picture.file), text::tr("Page {}", sight.page), text::tr("at full size"));
    }

    void add_mark(const Mark& mark, const Picture& picture) {
        const auto id = mark.cell ? ids_.find(*mark.cell) : ids_.end();
        if (id == ids_.end())
            add(R"(<span class="mark" style="{}"></span>)", placed_over(picture, mark.box));
        else
            add(R"(<a class="mark" href="#{0}" data-item="{0}" aria-label="{1}" style="{2}"></a>)",
                id->second, xml_escaped(name_of(*mark.cell)), placed_over(picture, mark.box));
    }

    void add_lines(const Sight& sight) {
        if (sight.whole) add("<details><summary>{}</summary>", text::tr("The text of page {}", sight.page));
        html_ += "<pre>";
        for (const auto& line : sight.lines)
            html_ +=
                (line.marked ? "<mark>" + xml_escaped(line.text) + "</mark>" : xml_escaped(line.text)) + "\n";
        html_ += "</pre>";
        if (sight.whole)
            html_ += "</details>\n";
        else
            add("<figcaption>{}</figcaption>\n", text::tr("Page {} of the text", sight.page));
    }

    void add_table(const Topic& topic) {
        const auto& table = *topic.table;
        const auto asked = asked_in(topic);
        const bool history = table.rows.front().cells.front().cell.kind == CellKind::history;
        add(R"(<table class="held"><caption>{}</caption>
<thead><tr><th scope="col">{}</th>)",
            text::tr("What the archive holds"), history ? text::tr("Area") : text::tr("Question"));
        for (const auto& column : table.columns)
            add(R"(<th scope="col">{}</th>)", xml_escaped(text::tr(column)));
        html_ += "</tr></thead>\n<tbody>\n";
        for (const auto& row : table.rows) {
            if (row.is_sum) add_sums(table);
            add_row(row, asked);
        }
        html_ += "</tbody></table>\n";
    }

    void add_row(const ArchiveRow& row, const std::set<Cell>& asked) {
        add(R"(<tr class="{}"><th scope="row"{}>{}{}</th>)", row.is_sum ? "printed" : "row",
            row.is_sum ? "" : R"( lang="sv")",
            row.number.empty() ? ""
                               : fmt::format(R"(<span class="number">{}</span> )", xml_escaped(row.number)),
            xml_escaped(row.label));
        for (const auto& [cell, value] : row.cells)
            add(R"(<td data-cell="{}"{}>{}</td>)", xml_escaped(name_of(cell)),
                asked.contains(cell) ? fmt::format(R"( class="asked" data-item="{}")", ids_.at(cell)) : "",
                value ? value->text() : "–");
        html_ += "</tr>\n";
    }

    /// What the rows add up to; the page's script reckons it anew with what is chosen.
    void add_sums(const ArchiveTable& table) {
        add(R"(<tr class="reckoned"><th scope="row">{}</th>)", text::tr("The rows add up to"));
        for (std::size_t column = 0; column < table.columns.size(); ++column) {
            Decimal sum;
            for (const auto& row : table.rows)
                if (!row.is_sum) sum += row.cells[column].value.value_or(Decimal());
            add("<td>{}</td>", column < table.summed ? sum.text() : "");
        }
        html_ += "</tr>\n";
    }

    void add_part(const ReviewedReport& report, const ReviewPart& reviewed, const Topic& topic) {
        const auto& part = reviewed.part;
        const std::string state = name_of(part.state);
        const auto id = fmt::format("part-{}", ++parts_);
        add(R"(<article class="part {0}" id="{1}" tabindex="-1" aria-labelledby="{1}-head">
<h4 id="{1}-head">{2} <span class="tag {0}">{3}</span></h4>
)",
            state, id, xml_escaped(reviewed.title), text::tr(state));
        if (!part.why.empty()) add("<p>{}</p>\n", xml_escaped(text::retold(part.why)));
        add(R"(<p class="note">{}</p>
)",
            xml_escaped(reviewed.advice));
        if (reviewed.missing.empty())
            add_looked_at(report.sha256 + " " + reviewed.name, id);
        else
            add(R"(<p><button type="button" class="quiet none">{}</button></p>
)",
                text::tr("None of these is in the report"));
        for (const auto& item : reviewed.missing)
            add_item(report, item, topic);
        if (!reviewed.texts.empty()) add_texts(report, reviewed, topic);
        html_ += "</article>\n";
    }

    void add_texts(const ReviewedReport& report, const ReviewPart& part, const Topic& topic) {
        add(R"(<details class="texts"><summary>{}</summary>
)",
            text::tr("Mend its texts ({})", part.texts.size()));
        for (const auto& item : part.texts)
            add_item(report, item, topic);
        html_ += "</details>\n";
    }

    void add_looked_at(const std::string& what, const std::string& id) {
        add(R"(<p><label class="looked"><input type="checkbox" data-looked="{}" aria-describedby="{}-head"> {}</label> <span class="note">{}</span></p>
)",
            xml_escaped(what), id, text::tr("Looked at"), text::tr("kept in this browser only"));
    }

    void add_unclaimed(const ReviewedReport& report, const Topic& topic, const std::string& id) {
        add(R"(<article class="part unclaimed" id="{0}-text" tabindex="-1" aria-labelledby="{0}-text-head">
<h4 id="{0}-text-head">{1} <span class="tag unclaimed">{2}</span></h4>
<ul>)",
            id, text::tr("What stands there"), text::tr("unclaimed"));
        for (std::size_t i = 0; i < topic.unclaimed.size(); ++i)
            add("<li>{}{}</li>",
                text::tr("{}, looks like a {}",
                         text::counted(static_cast<std::size_t>(topic.unclaimed[i].words), "word"),
                         text::tr(name_of(topic.unclaimed[i].looks_like))),
                topic.words_there[i].empty()
                    ? ""
                    : fmt::format(": <q>{}</q>", xml_escaped(text::shortened(topic.words_there[i], 200))));
        add(R"(</ul>
<p class="note">{}</p>
)",
            text::tr("If it belongs to a part of the report, a rule for its layout (docs/rules.md) makes "
                     "kompass see it; if "
                     "not, nothing is to be done."));
        add_looked_at(report.sha256 + " " + topic.name, id + "-text");
        html_ += "</article>\n";
    }

    void add_foot() {
        html_ += options("municipalities", context_.municipalities) + options("editions", context_.editions);
        add(R"(</main>
<footer><p class="note">{}</p></footer>
<script>
{}{}</script>
</body>
</html>
)",
            text::tr("Keys: <kbd>n</kbd> and <kbd>p</kbd> go to the next and the previous place, "
                     "<kbd>o</kbd> to the next that "
                     "is open; the arrows choose. What the report prints is never changed: a decision is "
                     "laid over it, "
                     "with who made it and why."),
            script_texts(), assets::review_js);
    }

    const ReviewContext& context_;
    std::string html_;
    std::map<Cell, std::string> ids_; ///< of the topic's items
    int parts_ = 0;
};

} // namespace

std::string review_html(const std::vector<ReviewedReport>& reports, const ReviewContext& context) {
    return Sheet(context).html(reports);
}

} // namespace kompass::publish
