// Swedish for the reports: word lists and a small grammar of sentences, all of them our own; and where a word
// may be divided. No sentence comes from a published report.
//
// A theme is what an area is about, whatever the edition calls it.
#pragma once

#include "dice.h"

#include <string>
#include <string_view>
#include <vector>

namespace typesetter {

enum class Theme { democracy, service, governance, leadership, efficiency, staff, development, community };

/// Places in the word, in bytes, where a hyphen may stand; none in words with figures, hyphens or capitals
/// within.
std::vector<std::size_t> division_points(std::string_view word);

std::string capitals(std::string_view text);
std::string capitalised(std::string_view text);
/// "Köpings", but "Vännäs".
std::string genitive(std::string_view name);
std::string month_name(int month);
std::string ordinal_name(int ordinal);

/// Sentences about a theme. Each call gives another.
class Writer {
public:
    Writer(Dice dice, Theme theme);

    std::string strength();
    std::string improvement();
    std::string weakness();
    std::string heading();
    std::string question();
    std::string sentence();
    std::string paragraph(int sentences);

private:
    std::string filled(std::string_view pattern);
    std::string fresh(const std::vector<std::string_view>& patterns);
    const std::string& topic();

    Dice dice_;
    std::vector<std::string> topics_;
    std::size_t next_topic_ = 0;
    std::vector<std::string_view> sentences_;
    std::size_t next_sentence_ = 0;
    std::vector<std::string> used_;
};

/// A paragraph about the instrument, not about an area.
std::string about_the_instrument(Dice& dice);
/// "Anna Ek"
std::string person(Dice& dice);

} // namespace typesetter
