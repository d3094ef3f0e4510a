#include "publish/review/topics.h"

#include "model/instrument.h"
#include "publish/figure_places.h"
#include "text/language.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <set>
#include <string_view>
#include <utility>

namespace kompass::publish {
namespace {

constexpr double endless = std::numeric_limits<double>::max();
constexpr Box whole_page{0, 0, endless, endless};

/// From edge to edge of what is printed at that height, with the table's head above and a line below.
Box band_around(const Box& box, const Page* page) {
    constexpr double above = 60; // points: a head of two lines, and the heading over it
    constexpr double below = 30;
    constexpr double beside = 12;
    const Box band{0, std::max(0.0, box.y0 - above), endless, box.y1 + below};
    if (page == nullptr) return band;
    Box printed = box;
    double ends_above = 0; // of the lines that are left out
    double begins_below = endless;
    for (const auto& word : page->words) {
        const double middle = word.box.middle_y();
        if (middle < band.y0)
            ends_above = std::max(ends_above, word.box.y1);
        else if (middle > band.y1)
            begins_below = std::min(begins_below, word.box.y0);
        else
            printed = printed.united(word.box);
    }
    // No line is cut through.
    const double top = std::clamp(ends_above, printed.y0 - beside, printed.y0);
    const double bottom = std::clamp(begins_below, printed.y1, printed.y1 + beside);
    return {std::max(0.0, printed.x0 - beside), std::max(0.0, top), printed.x1 + beside, bottom};
}

class Topics {
public:
    Topics(const Record& record, const Evidence& evidence)
        : record_(record), evidence_(evidence), items_(review_items(record)),
          parts_(review_parts(record, items_)) {}

    std::vector<Topic> all() {
        add_report();
        for (int area = 1; area <= area_count; ++area) {
            add_score_table(area);
            add_area(area);
        }
        add_history();
        for (std::size_t i = 0; i < record_.scorings.size(); ++i)
            add_scoring(record_.scorings[i], number_of_scoring(i));
        add_unclaimed();
        return std::move(topics_);
    }

private:
    void add_report() {
        auto topic = taken(
            text::tr("The report itself"), [](const Cell& cell) { return cell.kind == CellKind::report; },
            [](const Part& part) {
                return part.kind == PartKind::identity || part.kind == PartKind::key_facts ||
                       part.kind == PartKind::page;
            });
        if (topic.items.empty() && topic.parts.empty()) return;
        const bool of_cover = !topic.items.empty() ||
                              std::any_of(topic.parts.begin(), topic.parts.end(), [](const ReviewPart& one) {
                                  return one.part.kind == PartKind::identity;
                              });
        std::set<int> pages;
        if (of_cover) pages.insert(1);
        for (const auto& part : topic.parts)
            if (part.part.page) pages.merge(pages_beside(*part.part.page));
        for (const int page : pages)
            show_pages(topic, record_.sha256, page, page);
        add(std::move(topic));
    }

    void add_score_table(int number) {
        const auto* area = area_of(number);
        auto topic = taken(
            titled(number, text::tr("score table")),
            [&](const Cell& cell) { return is_of_row(cell) && cell.area == number; },
            [&](const Part& part) { return part.kind == PartKind::score_table && part.area == number; });
        if (topic.items.empty() && topic.parts.empty()) return;
        if (area != nullptr && !area->questions.empty()) topic.table = score_table(*area);
        if (area != nullptr) show_rows(topic, *area);
        if (topic.sights.empty()) show_area(topic, number);
        add(std::move(topic));
    }

    void add_area(int number) {
        auto topic = taken(
            titled(number, text::tr("box and lists")),
            [&](const Cell& cell) { return cell.kind == CellKind::area && cell.area == number; },
            [&](const Part& part) { return part.kind != PartKind::score_table && part.area == number; });
        if (topic.items.empty() && topic.parts.empty()) return;
        if (const auto* area = area_of(number); area != nullptr && !topic.items.empty())
            show_around(topic, document_of(area_cell(number, CellField::box_points)), area->places,
                        topic.items);
        if (!topic.parts.empty()) show_area(topic, number);
        add(std::move(topic));
    }

    void add_history() {
        auto topic = taken(
            text::tr("Earlier evaluations"), [](const Cell& cell) { return cell.kind == CellKind::history; },
            [](const Part& part) { return part.kind == PartKind::history; });
        if (topic.items.empty() && topic.parts.empty()) return;
        if (!record_.history.empty()) topic.table = history_table(record_);
        Places places;
        for (const auto& column : record_.history)
            places.insert(places.end(), column.places.begin(), column.places.end());
        if (!record_.history.empty())
            show_around(topic, document_of(history_cell(record_.history.front().year, 1)), places,
                        with_missing(topic));
        add(std::move(topic));
    }

    /// All that is asked of a scoring beside the report's own.
    void add_scoring(const Scoring& scoring, int number) {
        const auto edition = scoring.edition.empty() ? text::tr("another edition") : scoring.edition;
        auto topic = taken(
            text::tr("Scores by the edition of {}", edition), [](const Cell&) { return true; },
            [](const Part&) { return true; }, number);
        if (topic.items.empty() && topic.parts.empty()) return;
        Places places = scoring.places;
        for (const auto& item : topic.items)
            places.insert(places.end(), item.places.begin(), item.places.end());
        show_around(topic, record_.sha256, places, with_missing(topic));
        add(std::move(topic));
    }

    void add_unclaimed() {
        if (!record_.account) return;
        std::map<int, Topic> pages;
        for (const auto& unclaimed : record_.account->unclaimed) {
            if (unclaimed.places.empty()) continue;
            auto& topic = pages[unclaimed.places.front().page];
            topic.unclaimed.push_back(unclaimed);
            topic.words_there.push_back(words_at(unclaimed.places));
        }
        for (auto& [page, topic] : pages) {
            topic.title = text::tr("Text on page {} that no part holds", page);
            topic.name = fmt::format("Text on page {} that no part holds", page);
            show_pages(topic, record_.sha256, page, page);
            for (auto& sight : topic.sights)
                for (const auto& unclaimed : topic.unclaimed)
                    for (const auto& place : unclaimed.places)
                        if (place.page == page && place.box)
                            sight.marks.push_back({std::nullopt, *place.box});
            add(std::move(topic));
        }
    }

    void add(Topic topic) { topics_.push_back(std::move(topic)); }

    /// A topic with the items and parts of one scoring that belong to it; 0 is the report's own.
    template <typename OfCell, typename OfPart>
    Topic taken(std::string title, const OfCell& of_cell, const OfPart& of_part, int scoring = 0) {
        Topic topic;
        topic.title = std::move(title);
        for (const auto& item : items_)
            if (item.cell.scoring == scoring && of_cell(item.cell)) topic.items.push_back(item);
        for (const auto& part : parts_)
            if (part.part.scoring.value_or(0) == scoring && of_part(part.part)) topic.parts.push_back(part);
        return topic;
    }

    [[nodiscard]] const Area* area_of(int number) const {
        const auto found = std::find_if(record_.areas.begin(), record_.areas.end(),
                                        [&](const Area& area) { return area.number == number; });
        return found == record_.areas.end() ? nullptr : &*found;
    }

    [[nodiscard]] std::string titled(int number, const std::string& what) const {
        const auto* area = area_of(number);
        const auto title = area == nullptr || area->title.empty() ? "" : ", " + area->title;
        return text::tr("Area {}{}: {}", number, title, what);
    }

    [[nodiscard]] std::string document_of(const Cell& cell) const {
        const auto found = evidence_.documents.find(cell);
        return found == evidence_.documents.end() ? record_.sha256 : found->second;
    }

    [[nodiscard]] const Page* page_of(const std::string& document, int number) const {
        const auto* reading = evidence_.reading(document);
        if (reading == nullptr) return nullptr;
        const auto found = std::find_if(reading->pages.begin(), reading->pages.end(),
                                        [&](const Page& page) { return page.number == number; });
        return found == reading->pages.end() ? nullptr : &*found;
    }

    /// OCR may have turned the page, and nothing is left to tell by how much.
    [[nodiscard]] bool may_be_turned(const std::string& document, int number) const {
        if (document != record_.sha256) return true;
        return std::any_of(record_.pages.begin(), record_.pages.end(), [&](const PageNote& note) {
            return note.number == number && note.reading == Reading::ocr;
        });
    }

    static std::vector<ReviewItem> with_missing(const Topic& topic) {
        auto items = topic.items;
        for (const auto& part : topic.parts)
            items.insert(items.end(), part.missing.begin(), part.missing.end());
        return items;
    }

    void show_rows(Topic& topic, const Area& area) {
        Places places = area.total.places;
        for (const auto& question : area.questions)
            places.insert(places.end(), question.score.places.begin(), question.score.places.end());
        show_around(topic, document_of(total_cell(area.number, CellField::points)), places,
                    with_missing(topic));
    }

    /// A sight for each page that the places are on, with the figures in question marked.
    void show_around(Topic& topic, const std::string& document, const Places& places,
                     const std::vector<ReviewItem>& items) {
        std::map<int, std::optional<Box>> boxes;
        for (const auto& place : places) {
            auto& box = boxes[place.page];
            if (place.box) box = box ? box->united(*place.box) : *place.box;
        }
        for (const auto& [number, box] : boxes) {
            const auto* page = page_of(document, number);
            if (box && page == nullptr && may_be_turned(document, number)) {
                show_pages(topic, document, number, number);
                continue;
            }
            Sight sight{.document = document, .page = number};
            if (box) sight.band = band_around(*box, page);
            if (!box && page != nullptr) sight.lines = lines_of_table(*page, topic);
            if (!box && sight.lines.empty()) continue;
            topic.sights.push_back(std::move(sight));
        }
        for (const auto& item : items)
            mark(topic, document, item);
    }

    void mark(Topic& topic, const std::string& document, const ReviewItem& item) {
        const auto place =
            place_of_figure(record_, item.cell, [&](int number) { return page_of(document, number); });
        if (!place) return;
        for (auto& sight : topic.sights)
            if (sight.page == place->page && !sight.whole) sight.marks.push_back({item.cell, *place->box});
    }

    /// Of a page of a text: from the first row to the end of the last. The rows in question are marked, to
    /// the line that their figures end.
    static std::vector<ShownLine> lines_of_table(const Page& page, const Topic& topic) {
        if (!topic.table) return {};
        constexpr std::size_t rows_end = 4; // lines at most, of the last question and the sums
        std::set<std::string> asked;
        for (const auto& item : with_missing(topic))
            asked.insert(question_number_of(item.cell));
        std::vector<ShownLine> lines;
        std::size_t last = 0; // line of the last row's beginning
        bool marked = false;
        for (const auto& line : page.lines) {
            const auto row =
                std::find_if(topic.table->rows.begin(), topic.table->rows.end(), [&](const auto& one) {
                    return !one.number.empty() && line.starts_with(one.number + " ");
                });
            const bool begins = row != topic.table->rows.end();
            if (!begins && lines.empty()) continue; // above the table
            if (begins) last = lines.size();
            if (begins) marked = asked.contains(row->number);
            lines.push_back({line, marked});
            const auto end = line.find_last_not_of(" \t|");
            if (end != std::string::npos &&
                std::string_view("0123456789%").find(line[end]) != std::string_view::npos)
                marked = false;
        }
        lines.resize(std::min(lines.size(), last + rows_end));
        return lines;
    }

    /// The pages from where the area begins, or the one before it ends, to where the next begins.
    void show_area(Topic& topic, int number) {
        constexpr int most_pages = 4; // more is no help to the eye
        const auto document = document_of(total_cell(number, CellField::points));
        int first = 0;
        int last = 0;
        for (const auto& area : record_.areas) {
            if (area.places.empty() || document_of(total_cell(area.number, CellField::points)) != document)
                continue;
            if (area.number <= number) first = area.places.front().page;
            if (area.number > number && last == 0) last = area.places.front().page;
        }
        if (first == 0) return;
        last = std::max(first, last == 0 ? first + 1 : last);
        show_pages(topic, document, first, std::min(last, first + most_pages - 1));
    }

    /// The pages between which the printed number is missing: the one before ends, or begins, with the number
    /// before, and the next with the one after. Of a last page the one before, if there is only one such.
    [[nodiscard]] std::set<int> pages_beside(int printed) const {
        const auto* reading = evidence_.reading(record_.sha256);
        if (reading == nullptr) return {};
        const auto& pages = reading->pages;
        std::set<int> before;
        for (std::size_t i = 0; i < pages.size(); ++i) {
            if (!stands_on_edge(pages[i], std::to_string(printed - 1))) continue;
            before.insert(pages[i].number);
            if (i + 1 < pages.size() && stands_on_edge(pages[i + 1], std::to_string(printed + 1)))
                return {pages[i].number, pages[i + 1].number};
        }
        return before.size() == 1 ? before : std::set<int>{};
    }

    /// In the first or last line of a page with geometry.
    static bool stands_on_edge(const Page& page, const std::string& number) {
        const auto by_height = [](const Word& a, const Word& b) {
            return a.box.middle_y() < b.box.middle_y();
        };
        const auto [top, bottom] = std::minmax_element(page.words.begin(), page.words.end(), by_height);
        return std::any_of(page.words.begin(), page.words.end(),
                           [&, top = top, bottom = bottom](const Word& word) {
                               const auto beside = [&](const Box& edge) {
                                   return word.box.middle_y() >= edge.y0 && word.box.middle_y() <= edge.y1;
                               };
                               return word.text == number && (beside(top->box) || beside(bottom->box));
                           });
    }

    void show_pages(Topic& topic, const std::string& document, int first, int last) {
        for (int number = first; number <= last; ++number) {
            const auto* page = page_of(document, number);
            Sight sight{.document = document, .page = number, .whole = true, .band = whole_page};
            if (page == nullptr && evidence_.reading(document) != nullptr) continue; // it ends before
            if (page != nullptr)
                for (const auto& line : page->lines)
                    sight.lines.push_back({line, false});
            topic.sights.push_back(std::move(sight));
        }
    }

    /// What was read there.
    [[nodiscard]] std::string words_at(const Places& places) const {
        std::string text;
        for (const auto& place : places) {
            const auto* page = place.box ? page_of(record_.sha256, place.page) : nullptr;
            if (page == nullptr) continue;
            for (const auto& word : page->words)
                if (place.box->holds_middle_of(word.box)) text += (text.empty() ? "" : " ") + word.text;
        }
        return text;
    }

    const Record& record_;
    const Evidence& evidence_;
    std::vector<ReviewItem> items_;
    std::vector<ReviewPart> parts_;
    std::vector<Topic> topics_;
};

} // namespace

std::vector<Topic> review_topics(const Record& record, const Evidence& evidence) {
    return Topics(record, evidence).all();
}

} // namespace kompass::publish
