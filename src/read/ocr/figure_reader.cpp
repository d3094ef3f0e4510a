#include "read/ocr/figure_reader.h"

#include "model/instrument.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

namespace kompass::read {
namespace {

constexpr int margin = 12; ///< pixels of white around a figure that is read
constexpr int crop_dpi = 300;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// A way to prepare and to read a figure's image. Faint strokes must become dark enough for Tesseract's own
/// threshold, noise must not: which shades are made black and white matters more than the size.
struct Way {
    int height; ///< pixels that its ink is brought to
    Alphabet alphabet;
    int smoothing; ///< radius
    int black, white;
    int thickening;
};

/// The two best of 224 ways measured on faint and noisy figures (98 % right each).
constexpr std::array first_ways = {
    Way{48, Alphabet::figures, 1, 90, 190, 0},
    Way{30, Alphabet::all, 0, 70, 180, 0},
};
constexpr std::array further_ways = {
    Way{36, Alphabet::figures, 0, 70, 180, 0},
    Way{30, Alphabet::figures, 1, 90, 190, 0},
    Way{48, Alphabet::figures, 1, 90, 190, 3},
    Way{48, Alphabet::all, 1, 90, 190, 0},
};

struct Reading {
    std::string text;
    double confidence = 0;
};

Image prepared(const CleanPage& page, const PixelBox& box, const Way& way) {
    auto image = page.gray.cropped(box.grown(1, 1));
    image = image.scaled(static_cast<double>(way.height) / std::max(1, box.height));
    if (way.smoothing > 0) image = image.smoothed(way.smoothing);
    image = image.stretched(way.black, way.white);
    if (way.thickening > 0) image = image.thickened(way.thickening);
    return image.framed(margin);
}

/// A free reading with the letters that digits are taken for put right; empty if others remain.
std::string digits_for_letters(const std::string& text) {
    constexpr std::string_view letters = "lI|]}!i)SsOoBZ,";
    constexpr std::string_view digits = "11111111550082.";
    std::string figure;
    for (const char c : text)
        if (is_digit(c) || c == '.' || c == '%')
            figure += c;
        else if (const auto at = letters.find(c); at != std::string_view::npos)
            figure += digits[at];
        else
            return {};
    return figure;
}

Reading read_in(TextReader& english, const CleanPage& page, const PixelBox& box, const Way& way) {
    Reading reading;
    reading.confidence = 1;
    for (const auto& word : english.read(prepared(page, box, way), TextShape::line, crop_dpi, way.alphabet)) {
        reading.text += word.text;
        reading.confidence = std::min(reading.confidence, word.confidence);
    }
    if (reading.text.empty()) reading.confidence = 0;
    return reading;
}

/// The figure whose percent sign was taken for two digits; empty if it cannot be one.
std::string sign_for_digits(const std::string& text) {
    constexpr std::size_t sign = 2;
    const bool like_sign = text.ends_with("90") || text.ends_with("96") || text.ends_with("00");
    if (text.size() <= sign || !like_sign || !is_figure(text, FigureKind::number)) return {};
    return text.substr(0, text.size() - sign) + '%';
}

// Letters that digits are taken for stand for digits.
constexpr std::string_view figure_like = ".,%lI|]}!iSsOoBZ";

/// Two figures and what parts them: "7/15", "7av15", "7(15)". With digits alone to choose from, the model
/// makes one of them.
bool holds_two_figures(const std::string& text) {
    const auto is_parting = [](char c) {
        return !is_digit(c) && figure_like.find(c) == std::string_view::npos;
    };
    const auto digit = std::find_if(text.begin(), text.end(), is_digit);
    const auto parting = std::find_if(digit, text.end(), is_parting);
    return std::any_of(parting, text.end(), is_digit);
}

bool has_more_letters_than_digits(const std::string& text) {
    const auto figures = std::count_if(text.begin(), text.end(), [&](char c) {
        return is_digit(c) || figure_like.find(c) != std::string_view::npos;
    });
    return 2 * static_cast<std::size_t>(figures) < text.size();
}

/// Of the height of digits: how far apart they begin, and what else takes room. Digits are about two thirds
/// as wide as high, whatever the font.
namespace widths {
constexpr double least_step = 0.55, most_step = 0.95; ///< from digit to digit: narrow and wide faces
constexpr double least_last = 0.12;                   ///< of ink in the last digit: a 1 without serifs
constexpr double least_sign = 0.7, most_sign = 1.6;   ///< a percent sign with its space
constexpr double most_point = 0.7;                    ///< a point with the space behind it
} // namespace widths

/// Whether ink of this size can be that figure, so that a digit lost or invented shows.
bool fits(const std::string& text, const PixelBox& box) {
    const auto digits = std::count_if(text.begin(), text.end(), is_digit);
    const double signs = text.ends_with('%') ? 1 : 0;
    const double points = text.find('.') == std::string::npos ? 0 : 1;
    const double least = widths::least_step * static_cast<double>(digits - 1) + widths::least_last +
                         widths::least_sign * signs;
    const double most = widths::most_step * static_cast<double>(digits) + widths::most_sign * signs +
                        widths::most_point * points;
    const double width = static_cast<double>(box.width) / std::max(1, box.height);
    return width >= least && width <= most;
}

/// More than any sum of points, and no year: a sign taken for digits ("3690" for 36%).
bool is_too_great(const std::string& text) {
    constexpr int greatest = 1000; // the sum of all areas has 800 at most
    constexpr int first_year = 1990;
    constexpr int last_year = 2100;
    const auto digits = std::find_if_not(text.begin(), text.end(), is_digit);
    const int value = std::stoi(std::string(text.begin(), digits));
    return value > greatest && (value < first_year || value > last_year);
}

struct Votes {
    double weight = 0;
    double confidence = 0; ///< of the best reading
};

/// The reading that has most of the votes; a vote counts by its confidence, its kind and its width.
FigureReading elected(const std::vector<Reading>& readings, FigureKind kind, const PixelBox& box) {
    constexpr double least_weight = 0.2; // of a reading without any confidence: it may still break a tie
    constexpr double sure_reading = 0.8; // the engine's confidence in clean print
    // What a vote keeps of its weight:
    constexpr double from_letters = 0.6;   // read as letters, put right
    constexpr double of_other_kind = 0.05; // nearly nothing, but where all are so
    constexpr double of_other_width = 0.2; // the ink may be more than the figure
    constexpr double beyond_all_sums = 0.05;
    std::map<std::string, Votes> votes;
    double all = 0;
    for (const auto& reading : readings) {
        auto text = digits_for_letters(reading.text);
        if (const auto percent = sign_for_digits(text); kind == FigureKind::percent && !percent.empty())
            text = percent;
        if (!is_figure(text, FigureKind::any)) continue;
        double weight =
            std::max(least_weight, reading.confidence) * (text == reading.text ? 1 : from_letters);
        if (!is_figure(text, kind)) weight *= of_other_kind;
        if (!fits(text, box)) weight *= of_other_width;
        if (is_too_great(text)) weight *= beyond_all_sums;
        auto& own = votes[text];
        own.weight += weight;
        own.confidence = std::max(own.confidence, reading.confidence);
        all += weight;
    }
    std::vector<std::pair<std::string, Votes>> ranked(votes.begin(), votes.end());
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](auto& a, auto& b) { return a.second.weight > b.second.weight; });
    FigureReading figure;
    if (ranked.empty()) return figure;
    figure.text = ranked.front().first;
    const double lead = ranked.front().second.weight / all;
    figure.confidence = lead * lead * std::min(1.0, ranked.front().second.confidence / sure_reading);
    if (!is_figure(figure.text, kind) || !fits(figure.text, box) || is_too_great(figure.text))
        figure.confidence /= 2;
    for (std::size_t i = 1; i < ranked.size(); ++i)
        figure.others.push_back(ranked[i].first);
    return figure;
}

/// Two readings that agree, neither of them a guess.
bool settled(const std::vector<Reading>& readings, FigureKind kind, const PixelBox& box) {
    constexpr double sure = 0.8;
    constexpr double guess = 0.5;
    const auto& [a, b] = std::tie(readings[0], readings[1]);
    return a.text == b.text && is_figure(a.text, kind) && fits(a.text, box) && !is_too_great(a.text) &&
           std::max(a.confidence, b.confidence) >= sure && std::min(a.confidence, b.confidence) >= guess;
}

} // namespace

bool is_figure(const std::string& text, FigureKind kind) {
    constexpr std::size_t most_digits = 4;
    const auto digits =
        static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) - text.begin());
    if (digits == 0 || digits > most_digits) return false;
    const auto rest = text.substr(digits);
    const bool decimal = rest.size() >= 2 && rest[0] == '.' && is_digit(rest[1]);
    const bool sign = rest == "%" || (decimal && rest.substr(2) == "%");
    const bool half = rest == ".5";
    const bool label = digits <= 2 && rest.starts_with('.') && rest.size() <= 3 &&
                       std::all_of(rest.begin() + 1, rest.end(), is_digit);
    switch (kind) {
    case FigureKind::any:
        return rest.empty() || sign || label || half;
    case FigureKind::number:
        return rest.empty() || half;
    case FigureKind::percent:
        return sign && std::stoi(text.substr(0, digits)) <= most_percent;
    case FigureKind::label:
        return label;
    }
    return false;
}

void give_comma(FigureReading& reading) {
    const auto give = [](std::string& text) {
        const auto point = text.find('.');
        const bool decimal =
            point != std::string::npos && point + 1 < text.size() && is_digit(text[point + 1]);
        if (decimal && (text.size() == point + 2 || text.ends_with('%'))) text[point] = ',';
    };
    give(reading.text);
    std::for_each(reading.others.begin(), reading.others.end(), give);
}

bool FigureReader::ends_in_percent_sign(const CleanPage& page, const PixelBox& box) {
    // With digits alone to choose from, the model takes whatever follows a figure for its sign.
    const auto sees_sign = [&](const Way& way) {
        return way.alphabet == Alphabet::all &&
               read_in(english_, page, box, way).text.find('%') != std::string::npos;
    };
    return std::any_of(first_ways.begin(), first_ways.end(), sees_sign) ||
           std::any_of(further_ways.begin(), further_ways.end(), sees_sign);
}

FigureReading FigureReader::read(const CleanPage& page, const PixelBox& box, FigureKind kind) {
    std::vector<Reading> readings;
    readings.reserve(first_ways.size() + further_ways.size());
    for (const auto& way : first_ways)
        readings.push_back(read_in(english_, page, box, way));
    const bool looks_like_text =
        has_more_letters_than_digits(readings[1].text) || holds_two_figures(readings[1].text);
    if (!settled(readings, kind, box))
        for (const auto& way : further_ways)
            readings.push_back(read_in(english_, page, box, way));
    auto figure = elected(readings, kind, box);
    figure.looks_like_text = looks_like_text;
    return figure;
}

} // namespace kompass::read
