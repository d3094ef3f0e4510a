#include "publish/site/page.h"

#include "enquiry/distribution.h"
#include "publish/site/wordings.h"
#include "publish/state_sign.h"

#include <algorithm>

namespace kompass::publish::site {
namespace {

using archive::State;

/// Of its explanation at the foot: "tecken-doubtful".
std::string id_of(State state) {
    return "tecken-" + class_of(state);
}

} // namespace

std::string class_of(State state) {
    std::string name = archive::name_of(state);
    std::replace(name.begin(), name.end(), ' ', '-');
    return name;
}

std::string_view meaning_of(State state) {
    switch (state) {
    case State::sound:
        break;
    case State::from_another_file:
        return say("sign.other");
    case State::decided:
        return say("sign.decided");
    case State::repaired:
        return say("sign.repaired");
    case State::inconsistent:
        return say("sign.inconsistent");
    case State::doubtful:
        return say("sign.doubtful");
    }
    return "";
}

std::string swedish(Decimal number) {
    auto text = number.text();
    std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

std::string with_sign(Decimal difference) {
    if (difference == Decimal()) return "0";
    return difference < Decimal() ? "−" + swedish(Decimal() - difference) : "+" + swedish(difference);
}

std::string with_tenth(double number) {
    const auto tenths = enquiry::to_a_tenth(number);
    return swedish(tenths) + (tenths.is_whole() ? ",0" : "");
}

std::string in_script(std::string_view json) {
    std::string text;
    for (const char sign : json)
        text += sign == '<' ? std::string("\\u003c") : std::string(1, sign);
    return text;
}

std::string counted_reports(int count) {
    return count == 1 ? fmt::format(say("reports.1"), count) : fmt::format(say("reports.n"), count);
}

std::string counted_municipalities(std::size_t count) {
    return count == 1 ? fmt::format(say("municipalities.1"), count)
                      : fmt::format(say("municipalities.n"), count);
}

std::string_view word_of(const std::optional<State>& state) {
    switch (state.value_or(State::sound)) {
    case State::sound:
        break;
    case State::from_another_file:
        return say("state.other");
    case State::decided:
        return say("state.decided");
    case State::repaired:
        return say("state.repaired");
    case State::inconsistent:
        return say("state.inconsistent");
    case State::doubtful:
        return say("state.doubtful");
    }
    return say("state.sound");
}

std::string Page::anchor(std::string_view address, std::string_view text) const {
    if (!head_.style.empty()) return escaped(text);
    return fmt::format(R"(<a href="{}">{}</a>)", link(address), escaped(text));
}

std::string Page::comparison_of(const std::vector<std::string>& keys, std::string_view text) const {
    return fmt::format(R"(<a href="{}?u={}">{}</a>)", link("jamfor/"),
                       escaped(fmt::format("{}", fmt::join(keys, ","))), text);
}

std::string Page::figure(const FigureView& view) {
    auto html = view.number ? swedish(*view.number) + view.behind : std::string("–");
    if (!view.place.empty())
        html = fmt::format(R"(<a class="place" href="{}">{}</a>)", escaped(view.place), html);
    return html + sign(view.state, view.why, view.why_at);
}

std::string Page::sign(const std::optional<State>& state, const std::string& why, const std::string& why_at) {
    const std::string sign = sign_of(state);
    if (sign.empty()) return "";
    signs_.insert(*state);
    return fmt::format(R"(<a class="sign {}" href="#{}" title="{}">{}</a>)", class_of(*state),
                       why_at.empty() ? id_of(*state) : why_at,
                       why.empty() ? meaning_of(*state) : escaped(why), sign);
}

std::string Page::difference(const FigureView& from, const FigureView& to) {
    if (!from.number || !to.number) return "–";
    const auto state = archive::foremost({from.state, to.state});
    return with_sign(*to.number - *from.number) + (archive::is_unsound(state) ? sign(state) : "");
}

std::string Page::cell(std::string_view field, const FigureView& view) {
    return fmt::format(R"(<td data-field="{}">{}</td>)", field, figure(view));
}

void Page::add_without_script(std::string_view words) {
    add("<noscript><p class=\"notice\">{}</p><ul><li><a href=\"{}#omraden\">{}</a></li><li><a "
        "href=\"{}#kommuner\">{}</a></li></ul></noscript>\n",
        words, link(""), say("start.areas"), link(""), say("start.counties"));
}

std::string Page::head() const {
    const auto top = way_up(head_.address);
    auto html = fmt::format(
        R"(<!DOCTYPE html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{0}{1}</title>
<meta name="description" content="{2}">
<meta property="og:title" content="{0}">
<meta property="og:description" content="{2}">
<meta property="og:type" content="{3}">
<meta property="og:site_name" content="{4}">
<meta property="og:locale" content="sv_SE">
)",
        escaped(head_.title), head_.address.empty() ? std::string() : fmt::format(" – {}", say("site.name")),
        escaped(head_.description), head_.address.empty() ? "website" : "article", say("site.name"));
    if (!head_.base_url.empty())
        html +=
            fmt::format("<link rel=\"canonical\" href=\"{0}\">\n<meta property=\"og:url\" content=\"{0}\">\n",
                        escaped(head_.base_url + head_.address));
    html += "<link rel=\"icon\" href=\"data:,\">\n" +
            (head_.style.empty() ? fmt::format("<link rel=\"stylesheet\" href=\"{}stil.css\">\n", top)
                                 : "<style>" + head_.style + "</style>\n");
    for (const auto& script : head_.scripts)
        html += fmt::format("<script src=\"{}\" defer></script>\n", script);
    if (!head_.data.empty()) html += "<script type=\"application/ld+json\">" + head_.data + "</script>\n";
    return html + "</head>\n";
}

std::string Page::top() const {
    const auto main = fmt::format("<main id=\"innehall\" tabindex=\"-1\"{}>\n", head_.attributes);
    if (!head_.style.empty()) return "<body>\n" + main;
    auto html = fmt::format(R"(<body>
<a class="skip" href="#innehall">{}</a>
<header class="site">
<div><a class="name" href="{}">{}</a>
<nav aria-label="{}"><ul>)",
                            say("site.skip"), link(""), say("site.name"), say("site.nav"));
    for (const auto& [anchor, words] :
         {std::pair{"kommuner", say("site.municipalities")}, std::pair{"omraden", say("site.areas")},
          std::pair{"utgavor", say("site.editions")}})
        html += fmt::format(R"(<li><a href="{}#{}">{}</a></li>)", link(""), anchor, words);
    for (const auto& [address, words] :
         {std::pair{"jamfor/", say("site.compare")}, std::pair{"sok/", say("site.search")},
          std::pair{"om/", say("site.about")}})
        html += fmt::format("<li>{}</li>", anchor(address, words));
    html += "</ul></nav></div>\n</header>\n";
    if (!head_.way.empty()) {
        html += fmt::format(R"(<nav class="way" aria-label="{}"><ol><li>{}</li>)", say("site.crumbs"),
                            anchor("", say("site.start")));
        for (const auto& [address, name] : head_.way)
            html += fmt::format("<li>{}</li>", anchor(address, name));
        html += "</ol></nav>\n";
    }
    return html + main;
}

std::string Page::foot() const {
    std::string html;
    if (!signs_.empty()) {
        html += fmt::format(R"(<aside class="signs" aria-labelledby="tecken"><h2 id="tecken">{}</h2><ul>)",
                            say("signs.head"));
        std::for_each(signs_.rbegin(), signs_.rend(), [&](State state) {
            html += fmt::format(R"(<li id="{}"><span class="sign {}">{}</span> {}</li>)", id_of(state),
                                class_of(state), sign_of(state), meaning_of(state));
        });
        html += "</ul></aside>\n";
    }
    if (!head_.style.empty()) return html + "</main>\n</body>\n</html>\n";
    return html + fmt::format("</main>\n<footer class=\"site\"><p>{} {}.</p></footer>\n</body>\n</html>\n",
                              say("site.footer"), anchor("om/", say("site.about")));
}

std::string Page::take() && {
    return head() + top() + body_ + foot();
}

} // namespace kompass::publish::site
