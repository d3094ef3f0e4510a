#include "account/holders.h"

#include "text/tokens.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <string>
#include <unordered_map>

namespace kompass::account {

namespace {

void add_table(const Block& block, std::size_t at, std::vector<Holder>& holders) {
    const auto& rows = block.table.rows;
    for (std::size_t r = 0; r < rows.size(); ++r)
        for (std::size_t c = 0; c < rows[r].size(); ++c) {
            const auto& cell = rows[r][c];
            const bool items_placed = !cell.items.empty() && cell.item_places.size() == cell.items.size();
            if (!items_placed) {
                if (!cell.text.empty()) holders.push_back({at, r, c, kNowhere, cell.text, &cell.places});
                continue;
            }
            for (std::size_t i = 0; i < cell.items.size(); ++i)
                holders.push_back({at, r, c, i, cell.items[i], &cell.item_places[i]});
        }
}

std::vector<Holder> holders_of(const Blocks& blocks) {
    std::vector<Holder> holders;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (blocks[i].kind == BlockKind::table)
            add_table(blocks[i], i, holders);
        else
            holders.push_back({i, kNowhere, kNowhere, kNowhere, blocks[i].text, &blocks[i].places});
    }
    return holders;
}

// ---- Pages: by boxes ----

struct HeldBox {
    Box box;
    std::size_t holder = 0;

    [[nodiscard]] double size() const { return box.width() * box.height(); }
    [[nodiscard]] bool holds(double x, double y) const {
        constexpr double slack = 1; // points
        return x > box.x0 - slack && x < box.x1 + slack && y > box.y0 - slack && y < box.y1 + slack;
    }
};

using BoxesByPage = std::unordered_map<int, std::vector<HeldBox>>;

BoxesByPage boxes_by_page(const Blocks& blocks, const std::vector<Holder>& holders) {
    BoxesByPage boxes;
    const auto add = [&](const Place& place, std::size_t holder) {
        if (place.box) boxes[place.page].push_back({*place.box, holder});
    };
    for (std::size_t h = 0; h < holders.size(); ++h) {
        // A block's lines say more closely than its places where it stands.
        const auto& lines = blocks[holders[h].block].lines;
        if (!holders[h].is_cell() && !lines.empty())
            for (const auto& line : lines)
                add(line.place, h);
        else
            for (const auto& place : *holders[h].places)
                add(place, h);
    }
    // The smallest box that holds a word is the one it belongs to.
    for (auto& [page, list] : boxes)
        std::sort(list.begin(), list.end(), [](auto& a, auto& b) { return a.size() < b.size(); });
    return boxes;
}

void add_words(const Page& page, const std::vector<HeldBox>& boxes, std::size_t& line,
               std::vector<HeldWord>& words) {
    double foot = -1;
    for (const auto& word : page.words) {
        const double x = (word.box.x0 + word.box.x1) / 2;
        const double y = word.box.middle_y();
        if (std::abs(y - foot) > word.box.height() / 2) ++line;
        foot = y;
        HeldWord held{word.text, page.number, line, &word, kNowhere};
        for (const auto& box : boxes)
            if (box.holds(x, y)) {
                held.holder = box.holder;
                break;
            }
        words.push_back(held);
    }
}

// ---- Transcripts: by following the texts ----

template <typename Take>
void each_token(std::string_view text, Take take) {
    std::size_t i = 0;
    const auto blank = [&](std::size_t at) {
        return text[at] == ' ' || text[at] == '\t' || text[at] == '\n' || text[at] == '\r';
    };
    while (i < text.size()) {
        while (i < text.size() && blank(i))
            ++i;
        const auto start = i;
        while (i < text.size() && !blank(i))
            ++i;
        if (i > start) take(text.substr(start, i - start));
    }
}

class Following {
public:
    Following(std::vector<HeldWord>& words) : words_(words) {
        for (std::size_t i = 0; i < words.size(); ++i)
            where_[words[i].text].push_back(i);
    }

    void follow(const std::vector<Holder>& holders) {
        for (std::size_t h = 0; h < holders.size(); ++h) {
            std::size_t last = kNowhere;
            each_token(holders[h].text, [&](std::string_view token) { last = take(token, h, last); });
        }
        inherit();
    }

private:
    /// Gives the holder the first free word of that text after its last one. Returns where its last one is.
    std::size_t take(std::string_view token, std::size_t holder, std::size_t last) {
        constexpr std::size_t farthest = 600; // columns that were read as one stand apart
        const auto found = where_.find(token);
        if (found == where_.end()) return last;
        const auto from = last == kNowhere ? start_ : last;
        auto& places = found->second;
        for (auto at = std::lower_bound(places.begin(), places.end(), from); at != places.end(); ++at) {
            if (words_[*at].holder != kNowhere) continue;
            if (last != kNowhere && *at > last + farthest) break;
            words_[*at].holder = holder;
            if (last == kNowhere) start_ = *at > farthest ? *at - farthest : 0;
            return *at;
        }
        return last;
    }

    /// Markup, bullets and the halves of words that were parted at a line's end go with their neighbours.
    void inherit() {
        for (std::size_t i = 1; i < words_.size(); ++i)
            if (words_[i].holder == kNowhere && words_[i].line == words_[i - 1].line)
                words_[i].holder = words_[i - 1].holder;
        for (std::size_t i = words_.size(); i-- > 1;)
            if (words_[i - 1].holder == kNowhere && words_[i].line == words_[i - 1].line)
                words_[i - 1].holder = words_[i].holder;
    }

    std::vector<HeldWord>& words_;
    std::unordered_map<std::string_view, std::vector<std::size_t>> where_;
    std::size_t start_ = 0;
};

} // namespace

Holdings holdings(const Document& document, const Blocks& blocks) {
    Holdings held;
    held.holders = holders_of(blocks);
    const auto boxes = boxes_by_page(blocks, held.holders);
    std::size_t line = 0;
    static const std::vector<HeldBox> none;
    for (const auto& page : document.pages) {
        const auto found = boxes.find(page.number);
        add_words(page, found == boxes.end() ? none : found->second, line, held.words);
        for (const auto& text : page.lines) {
            ++line;
            each_token(text, [&](std::string_view token) {
                held.words.push_back({token, page.number, line, nullptr, kNowhere});
            });
        }
    }
    if (document.kind == SourceKind::transcript) Following(held.words).follow(held.holders);
    return held;
}

std::string squeezed(std::string_view text) {
    std::string bare;
    bare.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        // In UTF-8, dashes, quotes and bullets begin with C2 and E2; letters of European languages do not.
        if (c == 0xC2)
            i += 1;
        else if (c == 0xE2)
            i += 2;
        else if (c >= 0x80 || std::isalnum(c) != 0)
            bare += static_cast<char>(c);
    }
    return bare;
}

std::string start_of(std::string_view text) {
    constexpr std::size_t longest = 6; // words
    const auto tokens = text::tokens(text);
    return text::with_blanks(tokens, 0, std::min(longest, tokens.size()));
}

std::string_view without_number(std::string_view text) {
    while (!text.empty() &&
           (text.front() == '.' || text.front() == ' ' || (text.front() >= '0' && text.front() <= '9')))
        text.remove_prefix(1);
    return text;
}

} // namespace kompass::account
