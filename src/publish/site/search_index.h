// The index of the search page: all that reports say which kompass search finds, and in which of these texts
// each word stands.
//
// It is two scripts that call kompassIndex with one value each, so that a page that was opened as a file can
// load them: the short texts first (findings, questions, headings, role models), which answer most questions,
// then the running text, which is ten times as much. A text that many reports share stands in it once, with
// the reports. The page that reads them is assets/search.js; the form is told there. Gathered report by
// report; one thread uses it; no errors.
#pragma once

#include "enquiry/search/passages.h"
#include "publish/site/content.h"

#include <cstddef>
#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace kompass::publish::site {

class SearchIndex {
public:
    /// `report`: its place among the content's. Report after report, in that order.
    void add(std::size_t report, const std::vector<enquiry::PassageText>& passages);

    [[nodiscard]] std::string script_of_short_texts(const SiteContent& content) const;
    [[nodiscard]] std::string script_of_running_text(const SiteContent& content) const;

private:
    struct Passage {
        std::string kind, number, text;
        int area = 0; ///< 0: in a chapter outside the areas
        std::vector<std::size_t> reports{};
        std::vector<std::string> signs{}; ///< in each of these
        std::vector<int> chapters{};      ///< in each of these; 0: in an area
    };

    /// What one script holds.
    struct Part {
        using Key = std::tuple<std::string, int, std::string, std::string>;

        std::vector<Passage> passages{};
        std::map<Key, std::size_t> known{};
        std::map<std::string, std::vector<std::size_t>> words{}; ///< in which passages each stands, in order

        void add(std::size_t report, const enquiry::PassageText& passage);
    };

    Part short_texts_, running_text_;
    std::map<std::size_t, std::map<int, std::string>> chapters_; ///< headings, by report and number
};

/// The words of a text in lower case: runs of letters and digits, as kompass search tells them.
[[nodiscard]] std::vector<std::string> words_of_text(const std::string& text);

} // namespace kompass::publish::site
