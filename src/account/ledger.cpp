#include "account/ledger.h"

#include "text/line_shape.h"
#include "text/unicode.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace kompass::account {

namespace {

bool has_letter_or_digit(std::string_view text) {
    const auto points = unicode::code_points(text);
    return std::any_of(points.begin(), points.end(),
                       [](char32_t c) { return unicode::is_letter(c) || (c >= U'0' && c <= U'9'); });
}

/// The words [first, last) that no holder has and that stand on one line.
struct LooseLine {
    std::size_t first = 0, last = 0;
    std::string text, shape;
    int page = 0;
};

std::vector<LooseLine> loose_lines(const std::vector<HeldWord>& words) {
    std::vector<LooseLine> lines;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i].holder != kNowhere) continue;
        LooseLine line{i, i, "", "", words[i].page};
        for (; line.last < words.size() && words[line.last].line == words[i].line &&
               words[line.last].holder == kNowhere;
             ++line.last)
            line.text += (line.text.empty() ? "" : " ") + std::string(words[line.last].text);
        line.shape = text::line_shape(line.text);
        i = line.last - 1;
        lines.push_back(std::move(line));
    }
    return lines;
}

Look look_of(const Holder& holder, const Blocks& blocks) {
    switch (blocks[holder.block].kind) {
    case BlockKind::table:
        return holder.item == kNowhere ? Look::table : Look::list;
    case BlockKind::list_item:
        return Look::list;
    case BlockKind::heading:
        return Look::heading;
    case BlockKind::paragraph:
        return Look::text;
    }
    return Look::text;
}

Place place_of(const HeldWord& word) {
    return {word.page, word.word == nullptr ? std::nullopt : std::optional(word.word->box)};
}

int& count_of(WordCounts& counts, Use use) {
    switch (use) {
    case Use::claimed:
        return counts.claimed;
    case Use::prose:
        return counts.prose;
    case Use::furniture:
        return counts.furniture;
    case Use::unclaimed:
        return counts.unclaimed;
    }
    return counts.unclaimed;
}

class Booking {
public:
    Booking(const Document& document, const Blocks& blocks, const Holdings& held,
            const std::vector<Claim>& claims, const rules::RuleSet& rules)
        : document_(document), blocks_(blocks), held_(held), claims_(claims), rules_(rules) {}

    Ledger book() {
        auto& uses = ledger_.uses;
        uses.assign(held_.words.size(), Use::unclaimed);
        for (std::size_t i = 0; i < uses.size(); ++i)
            if (const auto holder = held_.words[i].holder; holder != kNowhere) uses[i] = claims_[holder].use;
        book_loose_lines();
        for (const auto use : uses)
            ++count_of(ledger_.counts, use);
        ledger_.counts.read = static_cast<int>(uses.size());
        list_unclaimed();
        return std::move(ledger_);
    }

private:
    void book_loose_lines() {
        const auto lines = loose_lines(held_.words);
        std::unordered_map<std::string, int> times;
        for (const auto& line : lines)
            ++times[line.shape];
        for (const auto& line : lines) {
            const bool furniture = !has_letter_or_digit(line.text) || times[line.shape] >= 3 ||
                                   stands_in_margin(line) || rules_.matches("running_head", line.text) ||
                                   rules_.matches("toc_line", line.text) || is_markup(line.text);
            if (!furniture) continue;
            std::fill(ledger_.uses.begin() + static_cast<std::ptrdiff_t>(line.first),
                      ledger_.uses.begin() + static_cast<std::ptrdiff_t>(line.last), Use::furniture);
        }
    }

    /// Page numbers and what else stands alone at a page's head or foot.
    [[nodiscard]] bool stands_in_margin(const LooseLine& line) const {
        constexpr double margin = 0.1;
        const auto* word = held_.words[line.first].word;
        if (word == nullptr) return line.shape == "#";
        const auto page = std::find_if(document_.pages.begin(), document_.pages.end(),
                                       [&](const Page& p) { return p.number == line.page; });
        return page != document_.pages.end() &&
               (word->box.y1 < margin * page->height || word->box.y0 > (1 - margin) * page->height);
    }

    [[nodiscard]] static bool is_markup(const std::string& text) { return text.front() == '<'; }

    void list_unclaimed() {
        std::size_t last_block = kNowhere;
        for (std::size_t i = 0; i < held_.words.size(); ++i) {
            if (ledger_.uses[i] != Use::unclaimed) continue;
            const auto& word = held_.words[i];
            const auto* holder = word.holder == kNowhere ? nullptr : &held_.holders[word.holder];
            const auto block = holder == nullptr ? kNowhere : holder->block;
            if (ledger_.unclaimed.empty() || block != last_block)
                ledger_.unclaimed.push_back(
                    {holder == nullptr ? Look::text : look_of(*holder, blocks_), 0, {}});
            last_block = block;
            ++ledger_.unclaimed.back().words;
            add_place(ledger_.unclaimed.back().places, place_of(word));
        }
    }

    const Document& document_;
    const Blocks& blocks_;
    const Holdings& held_;
    const std::vector<Claim>& claims_;
    const rules::RuleSet& rules_;
    Ledger ledger_;
};

} // namespace

Ledger ledger(const Document& document, const Blocks& blocks, const Holdings& held,
              const std::vector<Claim>& claims, const rules::RuleSet& rules) {
    return Booking(document, blocks, held, claims, rules).book();
}

} // namespace kompass::account
