#include "text/unicode.h"

#include <unicode/coll.h>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/numberformatter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>
#include <unicode/uversion.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <stdexcept>

namespace kompass::unicode {
namespace {

icu::UnicodeString from_utf8(std::string_view text) {
    return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
}

std::string to_utf8(const icu::UnicodeString& text) {
    std::string bytes;
    text.toUTF8String(bytes);
    return bytes;
}

void require(UErrorCode status, const char* what) {
    if (U_FAILURE(status) != 0)
        throw std::runtime_error(std::string("ICU: ") + what + ": " + u_errorName(status));
}

/// ICU owns the instances; they live as long as the program.
const icu::Normalizer2& normaliser_nfc() {
    static const icu::Normalizer2* const instance = [] {
        UErrorCode status = U_ZERO_ERROR;
        const auto* found = icu::Normalizer2::getNFCInstance(status);
        require(status, "normal form C");
        return found;
    }();
    return *instance;
}

/// Compatibility decomposition: takes "ﬁ" apart as well as "ä".
const icu::Normalizer2& normaliser_nfkd() {
    static const icu::Normalizer2* const instance = [] {
        UErrorCode status = U_ZERO_ERROR;
        const auto* found = icu::Normalizer2::getNFKDInstance(status);
        require(status, "normal form KD");
        return found;
    }();
    return *instance;
}

const icu::Collator& swedish_collator() {
    static const std::unique_ptr<const icu::Collator> instance = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<const icu::Collator> made(
            icu::Collator::createInstance(icu::Locale("sv", "SE"), status));
        require(status, "Swedish collation");
        return made;
    }();
    return *instance;
}

icu::UnicodeString normalised(const icu::Normalizer2& normaliser, const icu::UnicodeString& text) {
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString result = normaliser.normalize(text, status);
    require(status, "normalise");
    return result;
}

bool is_plain_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_ascii_blank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

char ascii_lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Most of what is folded is ASCII after OCR or by nature; it needs no ICU.
std::string folded_ascii(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    bool blank_due = false;
    for (const char c : text) {
        if (is_ascii_blank(c)) {
            blank_due = !result.empty();
            continue;
        }
        if (blank_due) result += ' ';
        blank_due = false;
        result += ascii_lower(c);
    }
    return result;
}

/// Letters whose stroke or ligature is no decomposable mark.
const char16_t* undecomposable(UChar32 point) {
    switch (point) {
    case U'ø':
        return u"o";
    case U'æ':
        return u"ae";
    case U'œ':
        return u"oe";
    case U'đ':
    case U'ð':
        return u"d";
    case U'ł':
        return u"l";
    case U'þ':
        return u"th";
    case U'ı':
        return u"i";
    default:
        return nullptr;
    }
}

bool is_dropped_when_folding(UChar32 point) {
    constexpr UChar32 soft_hyphen = 0x00AD;
    return u_charType(point) == U_NON_SPACING_MARK || point == soft_hyphen || point == 0x200B ||
           point == 0xFEFF;
}

UChar32 first_code_point(std::string_view text) {
    if (text.empty()) return 0;
    int32_t at = 0;
    UChar32 point = 0;
    // NOLINTNEXTLINE(readability-simplify-subscript-expr): the macro takes a pointer
    U8_NEXT_OR_FFFD(text.data(), at, static_cast<int32_t>(text.size()), point);
    return point;
}

} // namespace

std::size_t valid_utf8_prefix(std::string_view bytes) {
    std::size_t at = 0;
    while (at < bytes.size()) {
        const std::size_t begin = at;
        UChar32 point = 0;
        // NOLINTNEXTLINE(readability-simplify-subscript-expr): the macro takes a pointer
        U8_NEXT(bytes.data(), at, bytes.size(), point);
        if (point < 0) return begin;
    }
    return at;
}

bool is_valid_utf8(std::string_view bytes) {
    return valid_utf8_prefix(bytes) == bytes.size();
}

std::string nfc(std::string_view text) {
    if (is_plain_ascii(text)) return std::string(text);
    return to_utf8(normalised(normaliser_nfc(), from_utf8(text)));
}

std::string folded(std::string_view text) {
    if (is_plain_ascii(text)) return folded_ascii(text);
    // Cased before and after: folding can compose nothing, but decomposing can bring capitals forth ("℡").
    icu::UnicodeString wide = normalised(normaliser_nfkd(), from_utf8(text).foldCase()).foldCase();
    icu::UnicodeString result;
    bool blank_due = false;
    for (int32_t at = 0; at < wide.length(); at = wide.moveIndex32(at, 1)) {
        const UChar32 point = wide.char32At(at);
        if (u_isUWhiteSpace(point) != 0) {
            blank_due = !result.isEmpty();
            continue;
        }
        if (is_dropped_when_folding(point)) continue;
        if (blank_due) result.append(u' ');
        blank_due = false;
        if (const char16_t* plain = undecomposable(point)) {
            result.append(plain, -1);
        } else {
            result.append(point);
        }
    }
    return to_utf8(result);
}

std::string lower(std::string_view text) {
    return to_utf8(from_utf8(text).toLower(icu::Locale("sv", "SE")));
}

namespace beyond_ascii {

bool is_letter(char32_t point) {
    return u_isalpha(static_cast<UChar32>(point)) != 0;
}

bool is_upper(char32_t point) {
    return u_isupper(static_cast<UChar32>(point)) != 0;
}

char32_t to_lower(char32_t point) {
    return static_cast<char32_t>(u_tolower(static_cast<UChar32>(point)));
}

char32_t to_upper(char32_t point) {
    return static_cast<char32_t>(u_toupper(static_cast<UChar32>(point)));
}

} // namespace beyond_ascii

bool starts_with_upper(std::string_view text) {
    const UChar32 point = first_code_point(text);
    return u_isupper(point) != 0 || u_istitle(point) != 0;
}

bool starts_with_lower(std::string_view text) {
    return u_islower(first_code_point(text)) != 0;
}

bool has_letter(std::string_view text) {
    const auto points = code_points(text);
    return std::any_of(points.begin(), points.end(), [](char32_t point) { return is_letter(point); });
}

bool has_letter_or_digit(std::string_view text) {
    const auto points = code_points(text);
    return std::any_of(points.begin(), points.end(),
                       [](char32_t point) { return u_isalnum(static_cast<UChar32>(point)) != 0; });
}

std::u32string code_points(std::string_view text) {
    std::u32string points;
    points.reserve(text.size());
    const auto size = static_cast<int32_t>(text.size());
    for (int32_t at = 0; at < size;) {
        UChar32 point = 0;
        // NOLINTNEXTLINE(readability-simplify-subscript-expr): the macro takes a pointer
        U8_NEXT_OR_FFFD(text.data(), at, size, point);
        points += static_cast<char32_t>(point);
    }
    return points;
}

std::string utf8(std::u32string_view points) {
    std::string bytes;
    bytes.reserve(points.size());
    for (const char32_t point : points) {
        const bool is_scalar = point <= 0x10FFFF && (point < 0xD800 || point > 0xDFFF);
        icu::UnicodeString(static_cast<UChar32>(is_scalar ? point : U'\uFFFD')).toUTF8String(bytes);
    }
    return bytes;
}

Sign first_sign(std::string_view bytes) {
    int32_t offset = 0;
    UChar32 point = 0;
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    U8_NEXT(data, offset, static_cast<int32_t>(std::min<std::size_t>(bytes.size(), U8_MAX_LENGTH)), point);
    if (point < 0) return {data[0], 1, false};
    return {static_cast<char32_t>(point), static_cast<std::size_t>(offset), true};
}

bool is_control(char32_t point) {
    const auto code = static_cast<UChar32>(point);
    if (u_charType(code) == U_CONTROL_CHAR) return true;
    switch (u_charDirection(code)) {
    case U_LEFT_TO_RIGHT_EMBEDDING:
    case U_LEFT_TO_RIGHT_OVERRIDE:
    case U_RIGHT_TO_LEFT_EMBEDDING:
    case U_RIGHT_TO_LEFT_OVERRIDE:
    case U_POP_DIRECTIONAL_FORMAT:
    case U_FIRST_STRONG_ISOLATE:
    case U_LEFT_TO_RIGHT_ISOLATE:
    case U_RIGHT_TO_LEFT_ISOLATE:
    case U_POP_DIRECTIONAL_ISOLATE:
        return true;
    default:
        return false;
    }
}

int compare_swedish(std::string_view a, std::string_view b) {
    UErrorCode status = U_ZERO_ERROR;
    const auto order =
        swedish_collator().compareUTF8(icu::StringPiece(a.data(), static_cast<int32_t>(a.size())),
                                       icu::StringPiece(b.data(), static_cast<int32_t>(b.size())), status);
    require(status, "compare");
    return static_cast<int>(order);
}

std::string swedish_number(double value, int decimals) {
    UErrorCode status = U_ZERO_ERROR;
    const auto text = icu::number::NumberFormatter::withLocale(icu::Locale("sv", "SE"))
                          .precision(icu::number::Precision::fixedFraction(decimals))
                          .grouping(UNUM_GROUPING_OFF)
                          .formatDouble(value, status)
                          .toString(status);
    std::string utf8;
    text.toUTF8String(utf8);
    return utf8;
}

std::string icu_version() {
    return U_ICU_VERSION;
}

} // namespace kompass::unicode
