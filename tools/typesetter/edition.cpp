#include "edition.h"

#include <array>
#include <fmt/format.h>
#include <stdexcept>
#include <toml++/toml.h>

namespace typesetter {

namespace {

/// The areas of 2002 as a report of February 2002 lists them.
constexpr std::array<std::string_view, 8> titles_of_2002{
    "Offentlighet och demokratisk kontroll",
    "Tillgänglighet och brukarorientering",
    "Klarhet i samspelet mellan politik och administration",
    "Ledning, decentralisering och delegation",
    "Kontroll- och rapporteringssystem",
    "Personalförvaltning",
    "Förnyelsepolitik",
    "Samhällsbyggnad"};

EditionQuestion question(const toml::table& table) {
    EditionQuestion made{static_cast<int>(table["max"].value_or(0L)), {}};
    if (const toml::array* wordings = table["wordings"].as_array())
        for (const toml::node& wording : *wordings)
            made.wordings.push_back(wording.value_or(std::string()));
    return made;
}

EditionArea area(const toml::table& table, Theme theme) {
    EditionArea made{table["title"].value_or(std::string()), theme, {}};
    if (const toml::array* questions = table["question"].as_array())
        for (const toml::node& one : *questions)
            made.questions.push_back(question(*one.as_table()));
    return made;
}

} // namespace

Theme theme_of(const std::string& edition, int area) {
    using enum Theme;
    constexpr std::array<Theme, 8> first{democracy,  service, governance,  leadership,
                                         efficiency, staff,   development, community};
    constexpr std::array<Theme, 8> of_2020{democracy, community,   governance, efficiency,
                                           service,   development, staff,      leadership};
    return (edition == "2020" ? of_2020 : first).at(static_cast<std::size_t>(area - 1) % 8);
}

Edition read_edition(const std::filesystem::path& rules, const std::string& id) {
    const std::filesystem::path file = rules / "editions" / (id + ".toml");
    try {
        const toml::table table = toml::parse_file(file.string());
        Edition made{id,
                     static_cast<int>(table["first_year"].value_or(0L)),
                     static_cast<int>(table["last_year"].value_or(0L)),
                     {}};
        const auto theme = [&](std::size_t index) { return theme_of(id, static_cast<int>(index) + 1); };
        if (const toml::array* areas = table["area"].as_array())
            for (std::size_t i = 0; i < areas->size(); ++i)
                made.areas.push_back(area(*(*areas)[i].as_table(), theme(i)));
        if (made.areas.empty())
            for (std::size_t i = 0; i < titles_of_2002.size(); ++i)
                made.areas.push_back({std::string(titles_of_2002[i]), theme(i), {}});
        return made;
    } catch (const toml::parse_error& trouble) {
        throw std::runtime_error(fmt::format("{}: {}", file.string(), trouble.description()));
    }
}

} // namespace typesetter
