#include "read/ocr/page_ocr.h"

#include "read/image/banded_tables.h"
#include "read/image/bullet_marks.h"
#include "read/image/bullet_place.h"
#include "read/image/clean_page.h"
#include "read/image/letter_i.h"
#include "read/image/number_cells.h"
#include "read/image/repeated_marks.h"
#include "read/image/ruled_tables.h"
#include "read/image/text_image.h"
#include "read/ocr/figure_columns.h"
#include "read/ocr/grouped_digits.h"
#include "read/ocr/lost_ink.h"
#include "read/ocr/percent_signs.h"
#include "read/ocr/type_facts.h"
#include "text/unicode.h"

#include <algorithm>
#include <cmath>
#include <ctime>
#include <optional>
#include <string_view>
#include <utility>

namespace kompass::read {
namespace {

constexpr double poor_confidence = 0.6; ///< below it a page may stand on its side or head
constexpr double sideways_share = 0.3;  ///< of long words that are taller than wide, as on a page on its side
constexpr double sure_orientation = 1;
constexpr double least_confidence = 0.6; ///< of signs without a letter or digit
constexpr int cell_margin = 8;           ///< pixels around a cell's image
constexpr std::size_t least_figures = 3; ///< that make a table of what stands between rules
constexpr double least_type = 3;         ///< points: no text is lower,
constexpr double least_letter = 2;       ///< nor any letter of it
constexpr double free_left_of_bullet = 5, least_gap_of_bullet = 1.8; ///< points: wider than within a phrase

/// What no word consists of: dirt, and the ends of rules.
bool is_stray_mark(const std::string& text) {
    return text.find_first_not_of(".,|'\"`_~^") == std::string::npos || text == "‘" || text == "’" ||
           text == "·";
}

/// But for a nought, which OCR makes of a ring.
bool is_number(const std::string& text) {
    return is_figure(text, FigureKind::any) && text != "0";
}

/// What OCR makes of bullets that are neither round nor dashes: arrows, rings, ticks.
bool may_be_bullet(const std::string& text) {
    constexpr std::u32string_view signs = U"=»«*®©¢°§¤+~><►➢▶▪■□◦○●✓†";
    const auto letters = unicode::code_points(text);
    return text == "o" || text == "e" ||
           (letters.size() <= 2 && letters.find_first_not_of(signs) == std::u32string::npos);
}

/// Swedish has one dash; OCR makes of it what other languages have.
constexpr const char* swedish_dash = "–";

bool is_dash(const std::string& text) {
    return text == "—" || text == "-—" || text == "——" || text == "--";
}

/// What OCR makes of a lone i.
bool may_be_i(const std::string& text) {
    return text == "1" || text == "l" || text == "I" || text == "|" || text == "!" || text == "í";
}

/// Gathers a page's words; those that stand for no ink, or for dirt, do not come in.
class Gathering {
public:
    explicit Gathering(const CleanPage& page) : page_(page) {}

    void add(std::vector<ReadWord> words) {
        const int first_line = next_line_;
        for (auto& word : words) {
            word.line += first_line;
            next_line_ = std::max(next_line_, word.line + 1);
            const auto ink = ink_of(word.box);
            if (!ink || is_stray_mark(word.text) || is_dirt(word, *ink)) continue;
            if (word.confidence < least_confidence && !unicode::has_letter_or_digit(word.text)) continue;
            word.box = *ink;
            if (may_be_i(word.text) && is_dotted_stem(word.box, page_)) word.text = "i";
            if (is_dash(word.text)) word.text = swedish_dash;
            if (may_be_bullet(word.text) && stands_as_bullet(word.box, page_)) word.text = "•";
            for (auto& part : digit_groups(page_, word))
                words_.push_back({std::move(part), {}});
        }
    }

    void add(const PixelBox& box, std::string text, double confidence,
             std::vector<std::string> readings = {}) {
        ReadWord word{std::move(text), box, confidence, static_cast<double>(box.bottom()), next_line_++};
        words_.push_back({std::move(word), std::move(readings)});
    }

    /// Words gathered elsewhere on the same page.
    void add(std::vector<SeenWord> words) {
        const int first_line = next_line_;
        for (auto& word : words) {
            word.read.line += first_line;
            next_line_ = std::max(next_line_, word.read.line + 1);
            words_.push_back(std::move(word));
        }
    }

    /// A bullet takes the line of the text behind it.
    void add_bullet(const PixelBox& box) {
        const ReadWord* text = nullptr;
        for (const auto& [word, readings] : words_) {
            const int middle = box.y + box.height / 2;
            const bool beside = word.box.x > box.x && word.box.y <= middle + box.height &&
                                word.box.bottom() >= middle - box.height / 2;
            if (beside && (text == nullptr || word.box.x < text->box.x)) text = &word;
        }
        if (text == nullptr || is_bullet_text(text->text)) return;
        words_.push_back({{bullet_text(box), box, 1, text->baseline, text->line}, {}});
    }

    /// One that no word holds takes the line of the text behind it, or else before it.
    void add_ellipsis(const PixelBox& box) {
        const PixelBox beside = box.grown(box.width, box.height);
        const ReadWord* text = nullptr;
        for (const auto& [word, readings] : words_) {
            if (!word.box.common(box).empty()) return;
            const bool nearer = text == nullptr || (text->box.x < box.x && word.box.x > box.x);
            if (nearer && !is_bullet_text(word.text) && !word.box.common(beside).empty()) text = &word;
        }
        if (text != nullptr) words_.push_back({{"...", box, 1, text->baseline, text->line}, {}});
    }

    [[nodiscard]] std::vector<SeenWord>& words() { return words_; }

private:
    /// Too small for what it was read as: a letter, or a bullet that stands before nothing.
    [[nodiscard]] bool is_dirt(const ReadWord& word, const PixelBox& ink) const {
        if (word.text == "•")
            return !bullet_place::is_free_before(ink, free_left_of_bullet, 0, page_) ||
                   !bullet_place::text_behind(ink, least_gap_of_bullet, 2, page_);
        // Of a lone i that Tesseract places beside itself the box may hold a sliver.
        const int height = std::max(word.box.height, ink.height);
        return unicode::has_letter_or_digit(word.text) && height < page_.pixels(least_letter);
    }

    /// Tesseract places a lone i a stem's width beside it now and then.
    [[nodiscard]] std::optional<PixelBox> ink_of(const PixelBox& box) const {
        constexpr int stem = 5; // a part of its height
        const auto ink = page_.ink.ink_box(box);
        return ink || box.width >= box.height ? ink : page_.ink.ink_box(box.grown(box.height / stem, 0));
    }

    const CleanPage& page_;
    std::vector<SeenWord> words_;
    int next_line_ = 1;
};

void add_figures(Gathering& gathering, const std::vector<PlacedFigure>& figures) {
    for (const auto& [box, reading, cell] : figures)
        gathering.add(box, reading.text, reading.confidence, reading.others);
}

void add_table(Gathering& gathering, const CleanPage& page, const TextImage& text, const RuledTable& table,
               const std::vector<PlacedFigure>& figures, TextReader& swedish) {
    add_figures(gathering, figures);
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
        const auto is_here = [&](const PlacedFigure& figure) { return figure.cell == i; };
        if (std::any_of(figures.begin(), figures.end(), is_here)) continue;
        const auto ink = page.ink.ink_box(table.cells[i].box);
        if (!ink || ink->height < page.pixels(least_type)) continue;
        gathering.add(text.read(swedish, ink->grown(cell_margin, cell_margin), TextShape::block));
    }
}

/// What Tesseract left out of the page.
void add_lost(Gathering& outside, const CleanPage& page, const std::vector<PixelBox>& known,
              const TextImage& text, FigureReader& figures, TextReader& swedish) {
    const auto lost = lost_ink(page, outside.words(), known);
    if (lost.empty()) return;
    auto found = read_lost_ink(page, lost, outside.words(), text, figures, swedish);
    for (auto& [word, readings] : found.figures)
        outside.add(word.box, std::move(word.text), word.confidence, std::move(readings));
    outside.add(std::move(found.words));
}

/// Adds the CPU time of its life to a step's cost.
class Timing {
public:
    explicit Timing(double& cost) : cost_(cost) {}
    Timing(const Timing&) = delete;
    Timing& operator=(const Timing&) = delete;
    ~Timing() {
        constexpr double milliseconds = 1000; // a second
        cost_ += milliseconds * static_cast<double>(std::clock() - start_) / CLOCKS_PER_SEC;
    }

private:
    double& cost_;
    std::clock_t start_ = std::clock();
};

template <typename Step>
auto timed(double& cost, Step step) {
    const Timing timing(cost);
    return step();
}

double mean_confidence(const std::vector<Word>& words) {
    double sum = 0;
    double letters = 0;
    for (const auto& word : words) {
        sum += word.confidence * static_cast<double>(word.text.size());
        letters += static_cast<double>(word.text.size());
    }
    return letters == 0 ? 0 : sum / letters;
}

/// Tesseract reads words that go up or down the page too, as surely as others, but not their tables.
bool is_sideways(const std::vector<Word>& words) {
    constexpr std::size_t long_word = 5; // bytes
    std::size_t all = 0;
    std::size_t upended = 0;
    for (const auto& word : words) {
        if (word.text.size() < long_word) continue;
        ++all;
        if (word.box.height() > word.box.width()) ++upended;
    }
    return static_cast<double>(upended) > sideways_share * static_cast<double>(all);
}

/// Whether marks that come back before texts are figures in a column of their own, by some of them.
bool are_figures(const std::vector<PixelBox>& marks, const TextImage& text, TextReader& reader) {
    constexpr std::size_t enough = 3; // that are read
    constexpr double sure = 0.6;
    const auto asked = std::min(enough, marks.size());
    std::size_t figures = 0;
    for (std::size_t i = 0; i < asked; ++i) {
        const auto words = text.read(reader, marks[i].grown(cell_margin, cell_margin), TextShape::word);
        if (words.size() == 1 && is_number(words[0].text) && words[0].confidence >= sure) ++figures;
    }
    return figures > 0;
}

/// With those of any other shape that come back.
std::vector<PixelBox> all_bullets(const CleanPage& page, TextReader& reader) {
    auto bullets = bullet_marks(page);
    const TextImage text(page.gray, page.dpi);
    for (const auto& marks : repeated_marks(page)) {
        std::vector<PixelBox> others;
        for (const auto& mark : marks)
            if (std::none_of(bullets.begin(), bullets.end(),
                             [&](const PixelBox& bullet) { return !bullet.common(mark).empty(); }))
                others.push_back(mark);
        if (others.empty() || are_figures(others, text, reader)) continue;
        bullets.insert(bullets.end(), others.begin(), others.end());
    }
    return bullets;
}

} // namespace

PageOcr::PageOcr() : swedish_(models[0]), english_(models[1]), figures_(english_) {}

PageText PageOcr::read_upright(const PageImage& image) {
    PageText result;
    auto& costs = result.costs;
    const auto page = timed(costs.prepare, [&] { return cleaned(image.gray, image.dpi); });
    const auto tables = timed(costs.prepare, [&] { return ruled_tables(page); });
    const auto bullets = timed(costs.prepare, [&] { return all_bullets(page, swedish_); });
    const TextImage text(page.gray.painted(bullets, paper_shade), page.dpi);
    Gathering gathering(page);
    std::vector<PixelBox> table_boxes;
    const auto add = [&](const RuledTable& table, std::size_t least) {
        const auto figures = timed(costs.cells, [&] { return read_number_cells(page, table, figures_); });
        if (figures.size() < least) return;
        const Timing timing(costs.words);
        add_table(gathering, page, text, table, figures, swedish_);
        table_boxes.push_back(table.box);
    };
    for (const auto& table : tables)
        add(table, 0);
    for (const auto& table : banded_tables(page, tables))
        add(table, least_figures);
    Gathering outside(page);
    timed(costs.words,
          [&] { outside.add(text.without(table_boxes).read(swedish_, page.ink.box(), TextShape::page)); });
    auto known = table_boxes;
    known.insert(known.end(), bullets.begin(), bullets.end());
    timed(costs.words, [&] { add_lost(outside, page, known, text, figures_, swedish_); });
    for (auto* part : {&gathering, &outside})
        timed(costs.cells, [&] { join_percent_signs(page, part->words(), figures_); });
    timed(costs.cells, [&] { read_figure_columns(page, outside.words(), figures_); });
    gathering.add(std::move(outside.words()));
    for (const auto& bullet : bullets)
        gathering.add_bullet(bullet);
    for (const auto& ellipsis : page.ellipses)
        gathering.add_ellipsis(ellipsis);
    result.words = with_type_facts(page, gathering.words());
    result.confidence = mean_confidence(result.words);
    result.turned_by = page.turned_by;
    result.width = image.width;
    result.height = image.height;
    return result;
}

PageText PageOcr::read(const PageImage& scan) {
    constexpr double most_ink = 0.6; // of a page: a negative is dark, but for its letters
    auto image = scan;
    if (image.gray.dark_share() > most_ink) image.gray = image.gray.negative();
    auto plain = read_upright(image);
    const bool sideways = is_sideways(plain.words);
    if (plain.confidence >= poor_confidence && !sideways) return plain;
    const auto orientation = orientation_of(image.gray, static_cast<int>(image.dpi));
    if (orientation.quarter_turns_clockwise == 0 || orientation.confidence < sure_orientation) return plain;
    auto righted = read_upright(turned(image, orientation.quarter_turns_clockwise));
    righted.quarter_turns_clockwise = orientation.quarter_turns_clockwise;
    const bool better = sideways ? !is_sideways(righted.words) : righted.confidence > plain.confidence;
    return better ? righted : plain;
}

} // namespace kompass::read
