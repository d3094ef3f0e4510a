#include "tests/read/recorded_pages.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>
#include <stdexcept>

namespace kompass::read::tests {
namespace {

using nlohmann::json;

std::filesystem::path file_of(int number) {
    return fmt::format(KOMPASS_SOURCE_DIR "/tests/read/recorded/page-{}.json", number);
}

/// As exact as needed, and the same from run to run.
double rounded(double value) {
    return std::round(value * 1000) / 1000;
}

json to_json(const Word& word) {
    return {word.text,
            rounded(word.box.x0),
            rounded(word.box.y0),
            rounded(word.box.x1),
            rounded(word.box.y1),
            rounded(word.font_size),
            word.bold,
            rounded(word.confidence),
            word.readings};
}

Word word_from(const json& array) {
    return {array.at(0), {array.at(1), array.at(2), array.at(3), array.at(4)},
            array.at(5), array.at(6),
            array.at(7), array.at(8)};
}

} // namespace

Page recorded_page(int number) {
    std::ifstream stream(file_of(number));
    if (!stream) throw std::runtime_error(fmt::format("page {} is not recorded", number));
    const auto recorded = json::parse(stream);
    Page page;
    page.number = number;
    page.reading = Reading::ocr;
    page.width = recorded.at("width");
    page.height = recorded.at("height");
    page.why = recorded.at("why");
    page.confidence = recorded.at("confidence").get<double>();
    for (const auto& word : recorded.at("words"))
        page.words.push_back(word_from(word));
    return page;
}

void record_page(const Page& page) {
    std::filesystem::create_directories(file_of(page.number).parent_path());
    std::ofstream stream(file_of(page.number));
    stream.exceptions(std::ios::badbit | std::ios::failbit);
    stream << fmt::format("{{\"width\": {}, \"height\": {}, \"why\": {}, \"confidence\": {},\n\"words\": [",
                          rounded(page.width), rounded(page.height), json(page.why).dump(),
                          rounded(page.confidence.value_or(0)));
    for (const auto& word : page.words)
        stream << (&word == &page.words.front() ? "\n" : ",\n") << to_json(word).dump();
    stream << "\n]}\n";
}

} // namespace kompass::read::tests
