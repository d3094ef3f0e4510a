// The language in which the program talks to people: English, or Swedish by the catalogue po/sv.po.
//
// A text for people is written in English where it is needed, and `tr` gives it in the language that is
// spoken; what has no translation stays English. `tr` with arguments is fmt::format: the English text is
// checked when it is compiled, and a test (tools/messages --check) holds each translation to the same
// arguments, and the catalogue to every text of the sources.
//
// What is stored, exported, logged or compared stays English whoever asks: it is made without `tr`, or within
// `in_english`. The catalogue is compiled into the program (GNU gettext's .mo, read by Boost.Locale), so that
// no locale need be installed.
//
// `speak` is called once, before there are threads; all else is thread safe.
#pragma once

#include <fmt/format.h>

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kompass::text {

enum class Language { english, swedish };

/// "en", "sv": what --lang takes.
[[nodiscard]] const std::vector<std::string>& language_names();
/// Throws std::invalid_argument for another name.
[[nodiscard]] Language language_from(const std::string& name);
[[nodiscard]] const std::string& name_of(Language language);

/// What the environment asks for: the first of LC_ALL, LC_MESSAGES and LANG that is set decides; else
/// English.
[[nodiscard]] Language language_of_locale();

void speak(Language language);
/// What is spoken here: English within `in_english`.
[[nodiscard]] Language spoken();

/// The text in the language that is spoken. The text itself, if the catalogue has it not.
[[nodiscard]] std::string tr(std::string_view text);

/// "9.5", in Swedish "9,5".
[[nodiscard]] std::string number(double value, int decimals);

/// A number that knows its tenths: Decimal, of the stage to the right.
template <typename T>
concept WithTenths = requires(const T& value) {
    value.is_whole();
    value.real();
};

/// As it stands in a text for people: a Decimal as its number is written.
template <typename T>
[[nodiscard]] decltype(auto) spoken_argument(const T& value) {
    if constexpr (WithTenths<T>)
        return number(value.real(), value.is_whole() ? 0 : 1);
    else
        return (value);
}

/// The same with arguments, as fmt::format.
template <typename First, typename... Rest>
[[nodiscard]] std::string tr(fmt::format_string<First, Rest...> text, First&& first, Rest&&... rest) {
    const fmt::string_view english(text);
    const auto format = [](const std::string& spoken_text, const auto&... arguments) {
        return fmt::vformat(spoken_text, fmt::make_format_args(arguments...));
    };
    return format(tr(std::string_view(english.data(), english.size())), spoken_argument(first),
                  spoken_argument(rest)...);
}

/// The form of a text of the catalogue for so many; the text itself, if the catalogue has it not.
[[nodiscard]] std::string form_for(std::int64_t count, std::string_view text);

/// "1 report", "2 reports": the plural of an English noun that takes an s, or ies for y.
[[nodiscard]] std::string counted(std::size_t count, std::string_view noun);

/// A text whose words depend on how many there are: in English "1 doubtful" and "2 doubtful" alike, in
/// Swedish by the catalogue's plural forms "1 tveksam" and "2 tveksamma". Of a noun itself: `counted`.
template <typename First, typename... Rest>
[[nodiscard]] std::string tr_many(std::integral auto count, fmt::format_string<First, Rest...> text,
                                  First&& first, Rest&&... rest) {
    const fmt::string_view english(text);
    const auto format = [](const std::string& spoken_text, const auto&... arguments) {
        return fmt::vformat(spoken_text, fmt::make_format_args(arguments...));
    };
    return format(form_for(static_cast<std::int64_t>(count), {english.data(), english.size()}),
                  spoken_argument(first), spoken_argument(rest)...);
}

/// Names a text to the catalogue that is given to `tr` elsewhere.
[[nodiscard]] constexpr const char* message(const char* text) {
    return text;
}

/// While it lives, its thread speaks English.
class English {
public:
    English();
    English(const English&) = delete;
    English& operator=(const English&) = delete;
    ~English();
};

/// What `make` gives in English: for what is stored, exported or logged.
template <typename Make>
[[nodiscard]] auto in_english(const Make& make) {
    const English english;
    return make();
}

} // namespace kompass::text
