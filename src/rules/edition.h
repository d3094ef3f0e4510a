// The instrument's editions: areas with titles and aliases, questions with wordings and maxima.
//
// Read from rules/editions/*.toml. Which edition a report was scored with is inferred from its questions and
// titles; the year only decides where they do not. Immutable and thread safe once loaded.
#pragma once

#include "rules/instrument.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kompass::rules {

struct QuestionDefinition {
    std::string number;                ///< "4.2"
    std::vector<std::string> wordings; ///< the first is the usual one
    std::optional<int> max;            ///< evidence, not law: maxima shift inside an edition
};

struct AreaDefinition {
    int number = 0;
    std::string title;
    std::vector<std::string> aliases;
    std::vector<QuestionDefinition> questions;
};

struct Edition {
    std::string id;        ///< "2010"
    Instrument instrument; ///< that it is an edition of
    int first_year = 0;    ///< of use
    int last_year = 9999;  ///< of use
    std::vector<AreaDefinition> areas;
};

/// What is known of a report when its edition is asked for.
struct EditionEvidence {
    struct AskedQuestion {
        std::string number, text;
    };
    struct SeenTitle {
        int area = 0;
        std::string title;
    };
    std::vector<AskedQuestion> questions;
    std::vector<SeenTitle> titles; ///< of areas and of score tables
    std::optional<int> year;
    std::string instrument = {}; ///< the report's, by its id: only its editions count; empty: not known
};

struct EditionGuess {
    std::string id;      ///< empty if there is no evidence at all
    bool certain = true; ///< false: the evidence is thin or contradicts itself
    std::string why;
};

class Editions {
public:
    /// Reads every *.toml in `directory`. Throws RulesError naming file and line.
    [[nodiscard]] static Editions load(const std::filesystem::path& directory,
                                       const Instruments& instruments = {});

    [[nodiscard]] const std::vector<Edition>& all() const { return editions_; }
    /// Null if there is none.
    [[nodiscard]] const Edition* with_id(std::string_view id) const;
    /// Whether the rules can take a report of that instrument.
    [[nodiscard]] bool any_of_instrument(std::string_view id) const;
    /// Why a report of that instrument cannot be taken, and what that needs, for people.
    [[nodiscard]] std::string refusal_of(const Instrument& instrument) const;
    /// Throws std::runtime_error naming those that there are, unless there is one or `id` is empty: not
    /// known.
    void require(std::string_view id) const;
    [[nodiscard]] EditionGuess infer(const EditionEvidence& evidence) const;

    /// The number of the area whose title or alias (of any edition) reads like `title`, 0 if none does.
    /// Bears lost diacritics and a few misread letters.
    [[nodiscard]] int area_of_title(std::string_view title) const;

    /// Those in which the area of that number is titled so, oldest first.
    [[nodiscard]] std::vector<const Edition*> with_title(int area, std::string_view title) const;
    /// Those that ask at least half of the questions under their numbers, oldest first.
    [[nodiscard]] std::vector<const Edition*>
    asking(const std::vector<EditionEvidence::AskedQuestion>& questions) const;
    /// The one in use right before, or right after, the one of that id; null if there is none.
    [[nodiscard]] const Edition* before(std::string_view id) const;
    [[nodiscard]] const Edition* after(std::string_view id) const;

private:
    std::vector<Edition> editions_;
};

} // namespace kompass::rules
