// The search page: what the form asks, and what to use where there is no script. The rest is
// assets/search.js.
#include "publish/site/pages.h"
#include "publish/site/wordings.h"
#include "text/fitting.h"
#include "text/unicode.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace kompass::publish::site {
namespace {

using Options = std::vector<std::pair<std::string, std::string>>; ///< value and words

void add_choice(Page& page, std::string_view name, std::string_view label, std::string_view any,
                const Options& options) {
    page.add(R"(<label>{} <select name="{}"><option value="">{}</option>)", label, name, any);
    for (const auto& [value, words] : options)
        page.add(R"(<option value="{}">{}</option>)", escaped(value), escaped(words));
    page.add_html("</select></label>\n");
}

Options municipalities_of(const SiteContent& content) {
    std::vector<std::string> names;
    for (const auto& town : content.municipalities)
        names.push_back(town.name);
    std::sort(names.begin(), names.end(),
              [](const auto& a, const auto& b) { return unicode::compare_swedish(a, b) < 0; });
    names.erase(std::unique(names.begin(), names.end()), names.end());
    Options options;
    for (const auto& name : names)
        options.emplace_back(name, name);
    return options;
}

Options areas_of(const SiteContent& content) {
    Options options;
    for (int area = 1; area <= area_count; ++area)
        options.emplace_back(std::to_string(area),
                             fmt::format("{} {}", area, text::joined(content.titles_of(area), " / ")));
    return options;
}

Options editions_of(const SiteContent& content) {
    Options options;
    for (const auto& edition : content.editions)
        options.emplace_back(edition.id, fmt::format(say("Edition"), edition.id));
    return options;
}

/// The kinds of passages, one of them as the results name it.
nlohmann::ordered_json words_of_script() {
    return {{"one", say("search.one")},
            {"many", say("search.many")},
            {"none", say("search.none")},
            {"unknown", say("search.unknown")},
            {"without", say("search.without")},
            {"more", say("search.more")},
            {"others", say("search.others")},
            {"what", say("search.what")},
            {"places", say("search.places")},
            {"edition", say("Edition")},
            {"without_edition", say("search.without_edition")},
            {"untitled", say("search.untitled")},
            {"later", say("search.later")},
            {"no_text", say("search.no_text")},
            {"diacritics", say("search.diacritics")},
            {"forms", say("search.forms")},
            {"kinds",
             {{"strength", say("search.strength")},
              {"improvement", say("search.improvement")},
              {"weakness", say("search.weakness")},
              {"question", say("search.question")},
              {"heading", say("search.heading")},
              {"role-model", say("search.model")},
              {"text", say("search.text")},
              {"chapter-heading", say("search.chapter_heading")},
              {"chapter", say("search.chapter")}}}};
}

} // namespace

std::string search_page(const Site& site) {
    const auto& content = site.content;
    Page page({.address = "sok/",
               .title = std::string(say("search.title")),
               .description = std::string(say("search.lead")),
               .way = {{"sok/", std::string(say("search.title"))}},
               .data = {},
               .base_url = site.base_url,
               .scripts = {"stammar.js", "sok.js", "register.js"}});
    page.add("<div class=\"lead\"><h1>{}</h1><p>{}</p></div>\n", say("search.title"), say("search.lead"));
    page.add_without_script(say("search.without_script"));
    page.add(
        R"(<form id="sok" class="asking" role="search" aria-label="{0}" hidden>
<label class="main">{1} <input type="search" name="q" autocomplete="off" spellcheck="false" aria-describedby="hjalp"></label>
<div class="choices">)",
        say("search.title"), say("search.words"));
    add_choice(page, "kommun", say("col.municipality"), say("search.any.municipality"),
               municipalities_of(content));
    add_choice(page, "omrade", say("col.area"), say("search.any.area"), areas_of(content));
    add_choice(page, "typ", say("search.kind"), say("search.any.kind"),
               {{"strength", std::string(say("report.strengths"))},
                {"improvement", std::string(say("report.improvements"))},
                {"weakness", std::string(say("report.weaknesses"))},
                {"question", std::string(say("area.questions"))},
                {"heading", std::string(say("search.headings"))},
                {"role-model", std::string(say("town.models"))},
                {"text", std::string(say("search.text"))},
                {"chapter-heading", std::string(say("search.chapter_headings"))},
                {"chapter", std::string(say("search.chapter"))}});
    add_choice(page, "utgava", say("col.edition"), say("search.any.edition"), editions_of(content));
    page.add(R"(<button type="reset">{}</button></div>
<p id="hjalp" class="note">{}</p>
<p id="laser" class="note">{}</p>
</form>
)",
             say("search.clear"), say("search.help"), say("search.loading"));
    page.add(R"(<p id="antal" class="found" role="status"></p>
<ol id="traffar" class="passages"></ol>
<p><button id="fler" type="button" hidden>{}</button></p>
<script type="application/json" id="ord">{}</script>
)",
             say("search.more"), in_script(words_of_script().dump()));
    return std::move(page).take();
}

} // namespace kompass::publish::site
