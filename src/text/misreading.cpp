#include "text/misreading.h"

namespace kompass::text {
namespace {

constexpr std::u32string_view readings_of_aring = U"åÅaAàáâãÀÁÂdéÉèeEi4&@3~";
constexpr std::u32string_view readings_of_adiaeresis = U"äÄaAàáâãÀÁÂéÉèeEiíïd4&@";
constexpr std::u32string_view readings_of_odiaeresis = U"öÖoOòóôõÓÔdéÉèe60&sSf¢@";

} // namespace

std::u32string_view readings_of(char32_t letter) {
    switch (letter) {
    case U'å':
    case U'Å':
        return readings_of_aring;
    case U'ä':
    case U'Ä':
        return readings_of_adiaeresis;
    case U'ö':
    case U'Ö':
        return readings_of_odiaeresis;
    default:
        return {};
    }
}

bool may_stand_for_swedish_letter(char32_t point) {
    return readings_of_aring.find(point) != std::u32string_view::npos ||
           readings_of_adiaeresis.find(point) != std::u32string_view::npos ||
           readings_of_odiaeresis.find(point) != std::u32string_view::npos;
}

} // namespace kompass::text
