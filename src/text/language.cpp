#include "text/language.h"

#include "text/catalogues.h"
#include "text/unicode.h"

#include <boost/locale/gnu_gettext.hpp>

#include <algorithm>
#include <cstdlib>
#include <locale>
#include <stdexcept>

namespace kompass::text {
namespace {

using Messages = boost::locale::message_format<char>;

// What is spoken is asked for everywhere, and is of the whole process.
// NOLINTBEGIN(cppcoreguidelines-avoid-non-const-global-variables)
const Messages* messages = nullptr; ///< null: English
thread_local int english_scopes = 0;
// NOLINTEND(cppcoreguidelines-avoid-non-const-global-variables)

/// Owns the messages of the catalogue. Boost looks for a file below a folder, and is given the embedded one.
const std::locale& swedish() {
    static const std::locale locale = [] {
        boost::locale::gnu_gettext::messages_info info;
        info.language = "sv";
        info.encoding = "UTF-8";
        info.domains.emplace_back("kompass");
        info.paths.emplace_back();
        info.callback = [](const std::string& /*file*/, const std::string& /*encoding*/) {
            return std::vector<char>(catalogues::sv_mo.begin(), catalogues::sv_mo.end());
        };
        return std::locale(std::locale::classic(),
                           boost::locale::gnu_gettext::create_messages_facet<char>(info));
    }();
    return locale;
}

constexpr int domain = 0; ///< the only one

std::string english_plural(std::string_view noun) {
    if (noun.ends_with('y')) return fmt::format("{}ies", noun.substr(0, noun.size() - 1));
    return fmt::format("{}s", noun);
}

} // namespace

const std::vector<std::string>& language_names() {
    static const std::vector<std::string> names{"en", "sv"};
    return names;
}

Language language_from(const std::string& name) {
    const auto& names = language_names();
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) throw std::invalid_argument("unknown language '" + name + "'");
    return static_cast<Language>(found - names.begin());
}

const std::string& name_of(Language language) {
    return language_names()[static_cast<std::size_t>(language)];
}

Language language_of_locale() {
    for (const auto* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(variable);
        if (value == nullptr || *value == '\0') continue;
        const std::string_view locale(value);
        const auto language = locale.substr(0, locale.find_first_of("_.@"));
        return language == "sv" ? Language::swedish : Language::english;
    }
    return Language::english;
}

void speak(Language language) {
    messages = language == Language::swedish ? &std::use_facet<Messages>(swedish()) : nullptr;
}

Language spoken() {
    return messages != nullptr && english_scopes == 0 ? Language::swedish : Language::english;
}

std::string tr(std::string_view text) {
    std::string own(text);
    if (spoken() == Language::english || own.empty()) return own;
    const char* translated = messages->get(domain, nullptr, own.c_str());
    return translated == nullptr ? own : translated;
}

std::string number(double value, int decimals) {
    return spoken() == Language::english ? fmt::format("{:.{}f}", value, decimals)
                                         : unicode::swedish_number(value, decimals);
}

std::string form_for(std::int64_t count, std::string_view text) {
    std::string own(text);
    if (spoken() == Language::english) return own;
    const char* translated = messages->get(domain, nullptr, own.c_str(), static_cast<int>(count));
    return translated == nullptr ? own : translated;
}

std::string counted(std::size_t count, std::string_view noun) {
    if (spoken() == Language::english)
        return fmt::format("{} {}", count, count == 1 ? std::string(noun) : english_plural(noun));
    const char* translated =
        messages->get(domain, "counted", std::string(noun).c_str(), static_cast<int>(count));
    return fmt::format("{} {}", count, translated == nullptr ? english_plural(noun) : translated);
}

English::English() {
    ++english_scopes;
}

English::~English() {
    --english_scopes;
}

} // namespace kompass::text
