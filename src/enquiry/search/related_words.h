// The words of an archive's texts that are akin to a word: its other forms, compounds with it, words spelt
// like it.
//
// Forms and compounds are told by Hunspell's Swedish dictionary: "dialog" is in "dialogen" and
// "medborgardialoger", but "mål" is not in "ändamål". Without the dictionary there are none. Words are lower
// case, as the index has them. Part of the caller's transaction; one thread uses it.
#pragma once

#include "archive/connection.h"
#include "repair/dictionary.h"

#include <set>
#include <string>
#include <vector>

namespace kompass::enquiry {

class RelatedWords {
public:
    /// `connection` must outlive it.
    explicit RelatedWords(const archive::Connection& connection) : connection_(connection) {}

    /// Other forms of the word and compounds with it; not the word itself.
    [[nodiscard]] std::vector<std::string> of(const std::string& word);
    /// Those that differ from it, which has none, in diacritics alone.
    [[nodiscard]] std::set<std::string> spelt_with_diacritics(const std::string& word) const;
    /// Those with which words begin that differ from it, which has none, in diacritics alone.
    [[nodiscard]] std::set<std::string> beginnings_with_diacritics(const std::string& word) const;
    /// Those that somebody may have meant who typed it, the likeliest first; few.
    [[nodiscard]] std::vector<std::string> meant_by(const std::string& word) const;

private:
    /// All that may differ from the word in diacritics alone, and others: what folds to a letter of ASCII is
    /// that letter or none of ASCII.
    [[nodiscard]] std::vector<std::string> beginning_alike(const std::string& word) const;

    const archive::Connection& connection_;
    repair::Dictionary dictionary_;
};

} // namespace kompass::enquiry
