#include "model/key_fact.h"

#include "model/cell_value.h"

#include <fmt/format.h>

#include <charconv>
#include <set>
#include <vector>

namespace kompass {
namespace {

bool is_digit(char sign) {
    return sign >= '0' && sign <= '9';
}

/// Runs of digits and what stands between them: "31/3-2017" is "", 31, "/", 3, "-", 2017, "".
struct Digits {
    std::vector<std::string> runs, between; ///< `between` has one more: before, between and behind
};

Digits digits_of(std::string_view text) {
    Digits digits{{}, {""}};
    bool inside = false;
    for (const char sign : text) {
        if (is_digit(sign)) {
            if (!inside) {
                digits.runs.emplace_back();
                digits.between.emplace_back();
            }
            digits.runs.back() += sign;
        } else {
            digits.between.back() += sign;
        }
        inside = is_digit(sign);
    }
    return digits;
}

bool is_year(const std::string& run) {
    return run.size() == 4 && (run.starts_with("19") || run.starts_with("20"));
}

/// The date of day, month and year; of a day that is in no calendar the year.
std::string date_of(const std::string& year, const std::string& month, const std::string& day) {
    auto date = fmt::format("{}-{:0>2}-{:0>2}", year, month, day);
    return is_date(date) ? date : year;
}

/// The time that the i-th run of digits, a year, is the year of.
std::string time_at(const Digits& digits, std::size_t i) {
    const auto is_short = [&](std::size_t run) {
        return run < digits.runs.size() && digits.runs[run].size() <= 2;
    };
    const auto joint = [&](std::size_t before) -> const std::string& { return digits.between[before]; };
    const bool after = i >= 2 && is_short(i - 1) && is_short(i - 2);
    if (after && (joint(i) == "-" || joint(i) == " " || joint(i) == "/" || joint(i) == ".") &&
        (joint(i - 1) == "/" || joint(i - 1) == "."))
        return date_of(digits.runs[i], digits.runs[i - 1], digits.runs[i - 2]);
    if (is_short(i + 1) && is_short(i + 2) && joint(i + 1) == "-" && joint(i + 2) == "-")
        return date_of(digits.runs[i], digits.runs[i + 1], digits.runs[i + 2]);
    return digits.runs[i];
}

/// The times that a text tells of.
std::set<std::string> times_in(std::string_view text) {
    std::set<std::string> times;
    const auto digits = digits_of(text);
    for (std::size_t i = 0; i < digits.runs.size(); ++i)
        if (is_year(digits.runs[i])) times.insert(time_at(digits, i));
    return times;
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(' ');
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// The blanks that part thousands: the plain one, the one that does not break, the thin ones.
std::size_t blank_at(std::string_view text) {
    for (const std::string_view blank : {" ", "\u00A0", "\u2009", "\u202F"})
        if (text.starts_with(blank)) return blank.size();
    return 0;
}

std::size_t digits_at(std::string_view text) {
    std::size_t count = 0;
    while (count < text.size() && is_digit(text[count]))
        ++count;
    return count;
}

/// The sign of a number at the head, which is taken off: "-" of every sort of minus.
std::string take_sign(std::string_view& text) {
    for (const auto& [sign, meant] :
         {std::pair<std::string_view, const char*>{"+", ""}, {"-", "-"}, {"\u2212", "-"}, {"\u2013", "-"}})
        if (text.starts_with(sign)) {
            text.remove_prefix(sign.size());
            text = trimmed(text);
            return meant;
        }
    return "";
}

/// The number at the head, which is taken off, as C++ writes it: "-21435.5"; empty: there is none.
std::string take_number(std::string_view& text) {
    constexpr std::size_t group = 3;
    auto number = take_sign(text);
    auto count = digits_at(text);
    if (count == 0) return "";
    number += text.substr(0, count);
    text.remove_prefix(count);
    while (count <= group) {
        const auto blank = blank_at(text);
        if (blank == 0 || digits_at(text.substr(blank)) != group) break;
        number += text.substr(blank, group);
        text.remove_prefix(blank + group);
    }
    if (text.starts_with(',') && (count = digits_at(text.substr(1))) > 0) {
        number += '.';
        number += text.substr(1, count);
        text.remove_prefix(1 + count);
    }
    return number;
}

/// Without what stands in brackets at its end.
std::string_view without_brackets(std::string_view text) {
    const auto open = text.find('(');
    return open != std::string_view::npos && text.ends_with(')') ? trimmed(text.substr(0, open)) : text;
}

} // namespace

KeyFactFigures key_fact_figures(std::string_view label, std::string_view value) {
    KeyFactFigures figures;
    auto times = times_in(label);
    auto rest = trimmed(value);
    const auto bare = without_brackets(rest);
    if (times.empty()) times = times_in(rest.substr(bare.size()));
    if (times.size() == 1) figures.as_of = *times.begin();

    rest = bare;
    const auto number = take_number(rest);
    const auto unit = trimmed(rest);
    constexpr std::size_t most_signs = 15; // what a double holds of them
    if (number.empty() || number.size() > most_signs || digits_of(unit).runs.size() > 0) return figures;
    double read = 0;
    const auto* end = number.data() + number.size();
    if (std::from_chars(number.data(), end, read).ptr != end) return figures;
    figures.number = read;
    figures.unit = unit;
    return figures;
}

} // namespace kompass
