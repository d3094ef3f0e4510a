// A page of the site: its frame (head, ways to other pages, foot), and what is written between.
//
// What is put into a page by add() is HTML: texts go through escaped(). A figure goes in by figure(), which
// marks how sure it is and has its sign explained at the page's foot. Addresses are those of addresses.h.
// One thread uses a Page; no errors.
#pragma once

#include "archive/evaluation/states.h"
#include "enquiry/standings.h"
#include "model/decimal.h"
#include "publish/site/addresses.h"
#include "text/xml_writer.h"

#include <fmt/format.h>

#include <array>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kompass::publish::site {

/// Text as it may stand in HTML, between tags or quotes.
[[nodiscard]] inline std::string escaped(std::string_view text) {
    return text::xml_escaped(text);
}

/// "9,5"
[[nodiscard]] std::string swedish(Decimal number);
/// "+8", "−8", "0"
[[nodiscard]] std::string with_sign(Decimal difference);
/// To a tenth, which stands there even if it is nought: "61,0"
[[nodiscard]] std::string with_tenth(double number);
/// JSON as it may stand in a script element: nothing in it can end that.
[[nodiscard]] std::string in_script(std::string_view json);
/// "3 rapporter"
[[nodiscard]] std::string counted_reports(int count);
/// "3 kommuner"
[[nodiscard]] std::string counted_municipalities(std::size_t count);

/// What a page is called, and where it stands.
struct PageHead {
    std::string address;
    std::string title;
    std::string description;
    std::vector<std::pair<std::string, std::string>> way; ///< pages above: address and name
    std::string data;                                     ///< JSON-LD; empty: none
    std::string attributes = {};                          ///< of <main>: which evaluation it is about
    std::string base_url = {};             ///< of the site's top, with its slash; empty: not known
    std::vector<std::string> scripts = {}; ///< files in the page's own folder, run in this order
    std::string style = {}; ///< of a page that is a file of its own: it leads nowhere; empty: the site's
};

/// A figure as it stands in a table's cell or a text: with its sign, and the link that shows its place.
struct FigureView {
    std::optional<Decimal> number;
    std::optional<archive::State> state;
    std::string place = {};  ///< link to it in a picture of its page; empty: none
    const char* behind = ""; ///< " %"
    std::string why = {};    ///< that it bears its sign; empty: what the sign means
    std::string why_at = {}; ///< id of the element of this page that says so; empty: the sign's explanation
};

class Page {
public:
    explicit Page(PageHead head) : head_(std::move(head)) {}

    template <typename... Args>
    void add(fmt::format_string<Args...> format, Args&&... args) {
        body_ += fmt::format(format, std::forward<Args>(args)...);
    }
    void add_html(std::string_view html) { body_ += html; }
    /// At the foot, as of a sign that stands on the page.
    void explain(archive::State state) { signs_.insert(state); }
    /// What to use where a page's script does not run: the areas' pages, and the municipalities'.
    void add_without_script(std::string_view words);

    [[nodiscard]] std::string link(std::string_view address) const {
        return site::link(head_.address, address);
    }
    /// <a href=…>text</a>; of a page that is a file of its own the text alone.
    [[nodiscard]] std::string anchor(std::string_view address, std::string_view text) const;

    /// The link to the page that compares the evaluations of these keys.
    [[nodiscard]] std::string comparison_of(const std::vector<std::string>& keys,
                                            std::string_view text) const;

    /// "9,5?" with what explains it.
    [[nodiscard]] std::string figure(const FigureView& view);
    /// The sign alone; empty of what has none.
    [[nodiscard]] std::string sign(const std::optional<archive::State>& state, const std::string& why = {},
                                   const std::string& why_at = {});
    /// "+8", "−8?": as sure as the less sure of the two; a dash where one is not stated.
    [[nodiscard]] std::string difference(const FigureView& from, const FigureView& to);
    /// The same as a cell of a table; `field` as the test that compares it with the archive names it.
    [[nodiscard]] std::string cell(std::string_view field, const FigureView& view);

    /// Whole.
    [[nodiscard]] std::string take() &&;

private:
    [[nodiscard]] std::string head() const;
    [[nodiscard]] std::string top() const;
    [[nodiscard]] std::string foot() const;

    PageHead head_;
    std::string body_;
    std::set<archive::State> signs_;
};

/// States that have a sign.
inline constexpr std::array signed_states = {archive::State::doubtful, archive::State::inconsistent,
                                             archive::State::repaired, archive::State::decided,
                                             archive::State::from_another_file};
/// How many evaluations the page for it puts side by side (assets/compare.js).
inline constexpr std::size_t most_compared = 6;

/// What its sign says.
[[nodiscard]] std::string_view meaning_of(archive::State state);
/// Of the elements of its sign: "from-another-file".
[[nodiscard]] std::string class_of(archive::State state);
/// "tveksam"; "utan anmärkning" of what is sound or not stated.
[[nodiscard]] std::string_view word_of(const std::optional<archive::State>& state);

} // namespace kompass::publish::site
