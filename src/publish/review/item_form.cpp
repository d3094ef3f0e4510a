#include "publish/review/item_form.h"

#include "model/cell_value.h"
#include "publish/review/reviewed_report.h"
#include "text/language.h"
#include "text/retelling.h"
#include "text/xml_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace kompass::publish {
namespace {

using text::xml_escaped;

std::string in_shell(const std::string& text) {
    std::string quoted = "'";
    for (const char sign : text)
        quoted += sign == '\'' ? std::string("'\\''") : std::string(1, sign);
    return quoted + "'";
}

/// A box of a page in pixels of its picture.
Box in_pixels(const Picture& picture, const Box& box) {
    const double scale = picture.width / picture.band.width();
    return {(box.x0 - picture.band.x0) * scale, (box.y0 - picture.band.y0) * scale,
            (box.x1 - picture.band.x0) * scale, (box.y1 - picture.band.y0) * scale};
}

/// The figure and what stands next to it, cut out of the picture; empty: it is not shown.
std::string close_up(const ReviewItem& item, const Topic& topic) {
    constexpr double beside = 60; // points: the neighbouring columns
    constexpr double above_and_below = 10;
    for (const auto& sight : topic.sights)
        for (const auto& mark : sight.marks) {
            if (mark.cell != item.cell || !sight.picture) continue;
            const auto& picture = *sight.picture;
            const auto& band = picture.band;
            // Of one width, so that all are cut out at one scale.
            const double width = std::min(mark.box.width() + 2 * beside, band.width());
            const double left = std::clamp(mark.box.x0 - beside, band.x0, band.x1 - width);
            const Box cut{left, std::max(band.y0, mark.box.y0 - above_and_below), left + width,
                          std::min(band.y1, mark.box.y1 + above_and_below)};
            const auto view = in_pixels(picture, cut);
            constexpr double margin = 2;
            const auto box = in_pixels(picture, {mark.box.x0 - margin, mark.box.y0 - margin,
                                                 mark.box.x1 + margin, mark.box.y1 + margin});
            return fmt::format(
                R"(<svg class="closeup" role="img" aria-label="{}" viewBox="{:.0f} {:.0f} {:.0f} {:.0f}"><image href="pictures/{}" width="{}" height="{}"/><rect x="{:.0f}" y="{:.0f}" width="{:.0f}" height="{:.0f}"/></svg>
)",
                text::tr("{} in the source", xml_escaped(name_of(item.cell))), view.x0, view.y0, view.width(),
                view.height(), xml_escaped(picture.file), picture.width, picture.height, box.x0, box.y0,
                box.width(), box.height());
        }
    return {};
}

std::string rule_attributes(const Cell& cell) {
    if (cell == report_cell(CellField::municipality)) return R"(data-kind="municipality")";
    if (cell == report_cell(CellField::edition)) return R"(data-kind="edition")";
    const auto rule = rule_of(cell);
    switch (rule.kind) {
    case ValueRule::Kind::number:
        return fmt::format(R"(data-kind="number" data-least="{}" data-most="{}" data-decimal="{}")",
                           rule.least, rule.most, rule.decimal ? 1 : 0);
    case ValueRule::Kind::date:
        return fmt::format(R"(data-kind="date" data-least="{}" data-most="{}")", rule.least, rule.most);
    case ValueRule::Kind::text:
        break;
    }
    return R"(data-kind="text")";
}

std::string as_it_is(const ReviewItem& item) {
    return item.status == "inconsistent" ? text::tr("as published") : text::tr("as read");
}

/// Where "another value" is typed.
std::string field(const ItemForm& form) {
    const auto label = xml_escaped(name_of(form.item.cell));
    const auto common = fmt::format(R"(class="other" aria-label="{}" aria-describedby="{}-fault")",
                                    text::tr("{}, another value", label), form.id);
    const auto rule = rule_of(form.item.cell);
    if (form.item.cell == report_cell(CellField::municipality))
        return fmt::format(R"(<input type="text" {} list="municipalities">)", common);
    if (form.item.cell == report_cell(CellField::edition))
        return fmt::format(R"(<input type="text" {} list="editions">)", common);
    if (rule.kind == ValueRule::Kind::number)
        return fmt::format(R"(<input type="text" inputmode="decimal" autocomplete="off" size="6" {}>)",
                           common);
    if (rule.kind == ValueRule::Kind::date)
        return fmt::format(R"(<input type="text" autocomplete="off" placeholder="2019-02-08" size="10" {}>)",
                           common);
    return fmt::format(R"(<textarea rows="2" {}>{}</textarea>)", common,
                       xml_escaped(form.item.read.value_or("")));
}

std::string choices(const ItemForm& form) {
    const auto& item = form.item;
    const auto radio = [&](const std::string& attributes, const std::string& words) {
        return fmt::format(R"(<label><input type="radio" name="{}" {}> {}</label>
)",
                           form.id, attributes, words);
    };
    const auto value = [&](const std::string& text, const std::string& note) {
        return radio(fmt::format(R"(value="{}")", xml_escaped(text)),
                     fmt::format(R"(<span class="value">{}</span>{})", xml_escaped(text),
                                 note.empty() ? "" : fmt::format(R"( <span class="note">{}</span>)", note)));
    };
    auto html = fmt::format(R"(<fieldset><legend class="unseen">{}</legend>
)",
                            text::tr("{} is", xml_escaped(name_of(item.cell))));
    bool listed = false;
    for (const auto candidate : item.candidates) {
        const bool same = item.read == candidate.text();
        listed = listed || same;
        html += value(candidate.text(), same ? as_it_is(item) : "");
    }
    if (item.read && !listed) html += value(*item.read, as_it_is(item));
    html += R"(<span class="another">)" +
            radio(R"(value="" data-other)",
                  item.read || !item.candidates.empty() ? text::tr("another") : text::tr("it is")) +
            field(form) + "</span>\n";
    html += radio(R"(value="" data-unstated)", text::tr("not in the report"));
    return html + fmt::format(R"(</fieldset>
<p class="fault" id="{}-fault" aria-live="polite"></p>
)",
                              form.id);
}

std::string checks(const ReviewItem& item) {
    if (item.checks.empty()) return {};
    std::string html = R"(<ul class="checks">)";
    for (const auto& check : item.checks)
        html += "<li>" + xml_escaped(text::retold(check)) + "</li>";
    return html + "</ul>\n";
}

std::string head(const ItemForm& form) {
    const auto& item = form.item;
    const auto page = item.places.empty() ? "" : text::tr(", page {}", item.places.back().page);
    const auto read = item.read && rule_of(item.cell).kind != ValueRule::Kind::text
                          ? text::tr(" · the archive holds {}", xml_escaped(*item.read))
                          : "";
    return fmt::format(R"(<h4 id="{0}-head">{1} <span class="tag {2}">{3}</span></h4>
<p class="note">{4}{5}{6}</p>
)",
                       form.id, xml_escaped(name_of(item.cell)), item.status, text::tr(item.status),
                       xml_escaped(item.label), page, read);
}

std::string grounds(const ItemForm& form) {
    return fmt::format(
        R"(<details class="more"><summary>{}</summary>
<label>{}<input type="text" class="why" value="{}"></label>
<div class="command"><code></code><button type="button" class="quiet copy">{}</button></div>
<button type="button" class="quiet leave">{}</button></details>
)",
        text::tr("Grounds and command"), text::tr("On what grounds"), xml_escaped(usual_grounds(form.item)),
        text::tr("Copy the command"), text::tr("Leave it open"));
}

} // namespace

std::string html_of(const ItemForm& form, const Topic& topic) {
    const auto& item = form.item;
    return fmt::format(
               R"(<article class="item {}" id="{}" tabindex="-1" data-sha256="{}" data-cell="{}" {} data-command="{}" aria-labelledby="{}-head">
)",
               item.status, form.id, form.sha256, xml_escaped(name_of(item.cell)), rule_attributes(item.cell),
               xml_escaped("kompass correct --archive " + in_shell(form.archive)), form.id) +
           close_up(item, topic) + R"(<div class="ask">
)" + head(form) +
           checks(item) + choices(form) + grounds(form) + "</div>\n</article>\n";
}

} // namespace kompass::publish
