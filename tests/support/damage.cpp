#include "tests/support/damage.h"

#include "account/holders.h"
#include "model/record_facts.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <set>

namespace kompass::testing {

namespace {

using account::Holder;
using account::kNowhere;

void number_pages(Document& document) {
    for (std::size_t p = 0; p < document.pages.size(); ++p)
        document.pages[p].number = static_cast<int>(p + 1);
}

/// Every word has its index here, page by page.
class Damaging {
public:
    Damaging(const Document& document, const Blocks& blocks)
        : document_(document), blocks_(blocks), held_(account::holdings(document, blocks)) {}

    std::vector<Damage> all() {
        pages();
        for (std::size_t b = 0; b < blocks_.size(); ++b) {
            if (blocks_[b].kind == BlockKind::heading) {
                lose("heading", ": " + blocks_[b].text, [&](const Holder& h) { return h.block == b; });
                rename("heading renamed: " + blocks_[b].text, [&](const Holder& h) { return h.block == b; });
            }
            if (blocks_[b].kind == BlockKind::table) table(b);
        }
        lists();
        return std::move(damages_);
    }

private:
    void pages() {
        for (std::size_t p = 0; p < document_.pages.size(); ++p) {
            auto& left_out = begin(fmt::format("page {} left out", p + 1));
            left_out.pages.erase(left_out.pages.begin() + static_cast<std::ptrdiff_t>(p));
            number_pages(left_out);
            auto& doubled = begin(fmt::format("page {} doubled", p + 1));
            doubled.pages.insert(doubled.pages.begin() + static_cast<std::ptrdiff_t>(p), document_.pages[p]);
            number_pages(doubled);
            if (p + 1 == document_.pages.size()) continue;
            auto& swapped = begin(fmt::format("page {} swapped with the next", p + 1));
            std::swap(swapped.pages[p], swapped.pages[p + 1]);
            number_pages(swapped);
        }
    }

    void table(std::size_t b) {
        lose(fmt::format("table {}", b), "", [&](const Holder& h) { return h.block == b; });
        const auto& rows = blocks_[b].table.rows;
        for (std::size_t r = 0; r < rows.size(); ++r) {
            const auto what = fmt::format("{} of table {}", r, b);
            lose("row " + what, "", [&](const Holder& h) { return h.block == b && h.row == r; });
            for (std::size_t c = 0; c < rows[r].size(); ++c) {
                const auto cell = [&](const Holder& h) {
                    return h.block == b && h.row == r && h.column == c;
                };
                lose(fmt::format("cell {} of row {}", c, what), "", cell);
                if (r == 0 && blocks_[b].table.has_head)
                    rename(fmt::format("cell {} of row {} renamed", c, what), cell);
            }
        }
    }

    void lists() {
        for (std::size_t b = 0; b < blocks_.size(); ++b) {
            std::size_t end = b;
            while (end < blocks_.size() && blocks_[end].kind == BlockKind::list_item)
                ++end;
            if (end == b) continue;
            lose("list", ": " + blocks_[b].text,
                 [&](const Holder& h) { return h.block >= b && h.block < end; });
            b = end;
        }
    }

    Document& begin(std::string name) {
        damages_.push_back({std::move(name), document_});
        return damages_.back().document;
    }

    using Meant = std::function<bool(const Holder&)>;

    /// Once without a trace, and once under a field of white.
    void lose(const std::string& what, const std::string& text, const Meant& meant) {
        const auto clear = [](Page& page, std::size_t i) { page.words[i].text.clear(); };
        change(what + " deleted" + text, meant, clear);
        change(what + " covered" + text, meant, [&](Page& page, std::size_t i) {
            page.apart.push_back({page.words[i], Apart::covered});
            clear(page, i);
        });
    }

    void rename(std::string name, const Meant& meant) {
        change(std::move(name), meant, [](Page& page, std::size_t i) { page.words[i].text = "Xyzzy"; });
    }

    template <typename Change>
    void change(std::string name, const Meant& meant, Change change_word) {
        auto& damaged = begin(std::move(name));
        std::size_t at = 0;
        bool any = false;
        for (auto& page : damaged.pages) {
            for (std::size_t i = 0; i < page.words.size(); ++i, ++at) {
                const auto holder = held_.words[at].holder;
                if (holder == kNowhere || !meant(held_.holders[holder])) continue;
                change_word(page, i);
                any = true;
            }
            std::erase_if(page.words, [](const Word& word) { return word.text.empty(); });
        }
        if (!any) damages_.pop_back();
    }

    const Document& document_;
    const Blocks& blocks_;
    account::Holdings held_;
    std::vector<Damage> damages_;
};

// ---- What a record says ----

const Area* area_of(const Record& record, int number) {
    const auto found = std::find_if(record.areas.begin(), record.areas.end(),
                                    [&](const Area& area) { return area.number == number; });
    return found == record.areas.end() ? nullptr : &*found;
}

bool is_told(const Record& record, PartKind kind, std::optional<int> area) {
    return record.account &&
           std::any_of(record.account->parts.begin(), record.account->parts.end(), [&](const Part& part) {
               return part.kind == kind && part.area == area && is_faulty(part);
           });
}

bool named(const std::vector<std::string>& doubtful, const char* field) {
    return std::find(doubtful.begin(), doubtful.end(), field) != doubtful.end();
}

bool differs(const Score& a, const Score& b) {
    return (a.points != b.points && !named(b.doubtful, "points")) ||
           (a.max != b.max && !named(b.doubtful, "max")) ||
           (a.percent != b.percent && !named(b.doubtful, "percent"));
}

bool table_differs(const Area& a, const Area& b) {
    if (a.questions.size() != b.questions.size() || differs(a.total, b.total)) return true;
    for (std::size_t i = 0; i < a.questions.size(); ++i)
        if (a.questions[i].number != b.questions[i].number || a.questions[i].text != b.questions[i].text ||
            differs(a.questions[i].score, b.questions[i].score))
            return true;
    return false;
}

bool list_differs(const std::vector<Finding>& a, const std::vector<Finding>& b) {
    return !std::equal(a.begin(), a.end(), b.begin(), b.end(),
                       [](const Finding& x, const Finding& y) { return x.text == y.text; });
}

bool box_differs(const Area& a, const Area& b) {
    return (a.box_headings != b.box_headings && !named(b.doubtful, "box_headings")) ||
           (a.box_points != b.box_points && !named(b.doubtful, "box_points"));
}

bool history_differs(const Record& a, const Record& b) {
    return !std::equal(a.history.begin(), a.history.end(), b.history.begin(), b.history.end(),
                       [](const HistoryColumn& x, const HistoryColumn& y) {
                           return x.year == y.year && (x.areas == y.areas || !y.doubtful.empty()) &&
                                  (x.total == y.total || !y.doubtful.empty());
                       });
}

} // namespace

std::vector<Damage> damages(const Document& document, const Blocks& blocks) {
    return Damaging(document, blocks).all();
}

std::vector<std::string> silent_losses(const Record& whole, const Record& damaged) {
    if (failed(damaged)) return {};
    std::vector<std::string> losses;
    const auto note = [&](bool differs, PartKind kind, std::optional<int> area) {
        if (differs && !is_told(damaged, kind, area))
            losses.push_back(
                fmt::format("{}{}", name_of(kind), area ? fmt::format(" of area {}", *area) : ""));
    };
    for (const auto& a : whole.areas) {
        static const Area none;
        const auto* found = area_of(damaged, a.number);
        const auto& b = found == nullptr ? none : *found;
        note(a.title != b.title, PartKind::title, a.number);
        note(box_differs(a, b), PartKind::box, a.number);
        note(table_differs(a, b), PartKind::score_table, a.number);
        note(list_differs(a.strengths, b.strengths), PartKind::strengths, a.number);
        note(list_differs(a.improvements, b.improvements), PartKind::improvements, a.number);
        note(list_differs(a.weaknesses, b.weaknesses), PartKind::weaknesses, a.number);
        note(a.role_models != b.role_models, PartKind::role_models, a.number);
    }
    note(history_differs(whole, damaged), PartKind::history, std::nullopt);
    note(whole.key_facts != damaged.key_facts, PartKind::key_facts, std::nullopt);
    return losses;
}

} // namespace kompass::testing
