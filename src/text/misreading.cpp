#include "text/misreading.h"

namespace kompass::text {
namespace {

constexpr std::u32string_view readings_of_aring = U"åÅaAàáâãÀÁÂdéÉèeEi4&@3~";
constexpr std::u32string_view readings_of_adiaeresis = U"äÄaAàáâãÀÁÂéÉèeEiíïd4&@";
constexpr std::u32string_view readings_of_odiaeresis = U"öÖoOòóôõÓÔdéÉèe60&sSf¢@";

} // namespace

bool is_swedish_letter(char32_t point) {
    return !readings_of(point).empty();
}

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

bool is_latin_letter(char32_t point) {
    if (point < 0x80) return (point >= U'a' && point <= U'z') || (point >= U'A' && point <= U'Z');
    return point >= 0xC0 && point <= 0x24F && point != U'×' && point != U'÷';
}

bool is_latin_capital(char32_t point) {
    return is_latin_letter(point) && latin_lower(point) != point;
}

char32_t latin_lower(char32_t point) {
    if (point >= U'A' && point <= U'Z') return point + (U'a' - U'A');
    if (point >= 0xC0 && point <= 0xDE && point != U'×') return point + (U'à' - U'À');
    return point;
}

} // namespace kompass::text
