// A regular expression: the only place that includes RE2.
//
// Patterns are RE2 syntax. A lenient pattern also matches what scanners make of Swedish letters: every å, ä
// and ö that stands in it as a letter (also inside a class) matches the readings an English OCR gives for
// it, so that `Område` finds "Omrade", "Omréde" and "Omr&de"; a capital I that opens a word matches | l [
// too. Figures are never made lenient. Under (?-i) a widened letter still matches either case. Syntax is
// checked when built, compiling waits for the first use. Thread safe once built.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace kompass::rules {

struct PatternError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

enum class Spelling { exact, lenient };

/// Named groups that took part in a match, and the whole match under "".
using Captures = std::map<std::string, std::string, std::less<>>;

class Pattern {
public:
    /// Matching ignores case unless the pattern says (?-i). Throws PatternError naming what RE2 says.
    Pattern(std::string_view expression, Spelling spelling);

    [[nodiscard]] bool matches(std::string_view text) const; ///< anywhere in text; use ^ $ to anchor
    [[nodiscard]] std::optional<Captures> captures(std::string_view text) const; ///< of the first match
    [[nodiscard]] const std::string& expression() const { return expression_; }

private:
    std::string expression_;
    struct Compiled;
    std::shared_ptr<Compiled> compiled_;
};

/// An expression that matches the text and nothing else.
[[nodiscard]] std::string literal_expression(std::string_view text);

/// The expression with every Swedish letter widened to what a scanner may have read for it.
[[nodiscard]] std::string lenient_expression(std::string_view expression);

} // namespace kompass::rules
