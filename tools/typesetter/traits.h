// What a publisher decides when a report is made, as named traits with named values: the paper, the form of
// an area's head, the words over a table's columns, … A layout is one value of each. The first value of a
// trait is its plain one, so that a layout that fails can be shrunk to what makes it fail.
//
// The catalogue is the whole of it (`typeset --list-traits`); what a value looks like is in the file that
// sets it. Nothing here knows how a report is read.
//
// Errors: std::invalid_argument for a trait or value that the catalogue lacks.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace typesetter {

struct TraitValue {
    std::string name;
    double weight; // how often, beside the other values of its trait
};

struct Trait {
    std::string name;
    std::string about;
    std::vector<TraitValue> values; // the first is the plain one
};

const std::vector<Trait>& catalogue();

class Traits {
public:
    static Traits plain();
    static Traits random(std::uint64_t seed);

    void set(std::string_view name, std::string_view value);

    const std::string& operator[](std::string_view name) const;
    bool is(std::string_view name, std::string_view value) const { return (*this)[name] == value; }

private:
    std::map<std::string, std::string, std::less<>> values_;
};

} // namespace typesetter
