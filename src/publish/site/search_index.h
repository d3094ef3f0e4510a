// The index of the search page: what all reports say in findings, questions, headings of points boxes and
// role models, and in which of these texts each word stands.
//
// It is a script that calls kompassIndex with one value, so that a page that was opened as a file can load
// it. Texts that reports of one edition share stand in it once, with the reports. The page that reads it is
// assets/search.js; the form is told there. Gathered report by report; one thread uses it; no errors.
#pragma once

#include "enquiry/cell_states.h"
#include "model/record.h"
#include "publish/site/content.h"

#include <cstddef>
#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace kompass::publish::site {

class SearchIndex {
public:
    /// `report`: its place among the content's.
    void add(std::size_t report, const std::string& edition, const Record& record,
             const enquiry::CellStates& states);

    [[nodiscard]] std::string script(const SiteContent& content) const;

private:
    struct Passage {
        std::string kind, number, text, sign;
        int area = 0;
        std::string edition;
        std::vector<std::size_t> reports{};
    };
    using Key = std::tuple<std::string, std::string, int, std::string, std::string, std::string>;

    void add(std::size_t report, Passage passage);
    void add_words(std::size_t passage);

    std::vector<Passage> passages_;
    std::map<Key, std::size_t> known_;
    std::map<std::string, std::vector<std::size_t>> words_; ///< in which passages each stands, in order
};

/// The words of a text in lower case: runs of letters and digits, as kompass search tells them.
[[nodiscard]] std::vector<std::string> words_of_text(const std::string& text);

} // namespace kompass::publish::site
