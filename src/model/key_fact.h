// What a key fact says in a number, its unit and the time that it is of, taken out of the printed words.
//
// "Folkmängd (31/3-2017)": "21 435" is 21435, of 2017-03-31. Where the words leave open which number or time
// is meant, there is none: the printed words stay beside it in any case. Pure functions; no errors.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kompass {

struct KeyFactFigures {
    std::optional<double> number; ///< of "ca 1 900" and of two numbers there is none
    std::string unit;  ///< what stands behind the number: "%", "kr", "årsarbetare"; empty: nothing
    std::string as_of; ///< "2017-03-31" or "2017"; empty: not told, or more than one

    bool operator==(const KeyFactFigures&) const = default;
};

[[nodiscard]] KeyFactFigures key_fact_figures(std::string_view label, std::string_view value);

} // namespace kompass
