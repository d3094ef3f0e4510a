// The instruments: Kommunkompassen and its sisters in other countries, rules/instruments/*.toml.
//
// Each says what it is called, in which language its reports are, and where its register of municipalities
// is. An edition is of one. Of which instrument a report is, its language and its name tell together: words
// that only that language has stand in every report by the hundred, and a report that merely speaks of a
// sister instrument keeps its own. What they measure has one shape, eight areas of a hundred points
// (model/instrument.h): loading refuses another. Every instrument bears texts that are of it and such as are
// not; `check` verifies them. Loading throws RulesError naming file and line. Immutable and thread safe once
// loaded.
#pragma once

#include "rules/pattern.h"
#include "rules/rule_set.h"

#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace kompass::rules {

struct Instrument {
    std::string id = "kommunkompassen";                ///< what an edition's `instrument` names
    std::string name = "Kommunkompassen";              ///< for people, with its publisher if need be
    std::string language = "Swedish";                  ///< of its reports, for people
    std::string country = "se";                        ///< of its municipalities, as ISO 3166 has it
    std::string municipalities = "municipalities.csv"; ///< their register, a file of the rules' folder
    std::set<std::string> words = {};                  ///< telltale ones of the language, in small letters
    std::vector<Pattern> signs = {};                   ///< first its name, then what stands with it on covers
    std::vector<std::string> texts = {};               ///< that are of it
    std::vector<std::string> other_texts = {};         ///< that are not
    std::string file = {};                             ///< base name of the one it stands in; empty: none
    int line = 0;
};

class Instruments {
public:
    /// Reads every *.toml in `directory`; without such a folder there is Kommunkompassen alone, which no text
    /// can be told to be of.
    [[nodiscard]] static Instruments load(const std::filesystem::path& directory);

    [[nodiscard]] const std::vector<Instrument>& all() const { return instruments_; }
    /// Null if there is none.
    [[nodiscard]] const Instrument* with_id(std::string_view id) const;

    /// The instrument of a whole report by its text: the one in whose language it is, where one of the
    /// instruments is named in it. Null if that does not tell.
    [[nodiscard]] const Instrument* of_report(std::string_view text) const;
    /// The language of what is known to come from a report; empty if its words do not tell.
    [[nodiscard]] std::string language_of(std::string_view text) const;
    /// Those whose reports are in that language.
    [[nodiscard]] std::vector<const Instrument*> of_language(std::string_view language) const;

    /// The examples that do not hold; how many there are.
    [[nodiscard]] std::vector<RuleFailure> check() const;
    [[nodiscard]] std::size_t examples() const;

private:
    std::vector<Instrument> instruments_;
};

} // namespace kompass::rules
