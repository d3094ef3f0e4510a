#include "read/pdf/poppler_reader.h"

#include "read/pdf/drawn_bullets.h"
#include "read/pdf/page_ink.h"
#include "read/triage.h"
#include "text/unicode.h"

#include <fmt/format.h>
#include <poppler-document.h>
#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>
#include <poppler-version.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace kompass::read {
namespace {

/// Keeps the first messages of Poppler, which would otherwise go to standard error, while it lives.
class PopplerMessages {
public:
    PopplerMessages() { poppler::set_debug_error_function(&PopplerMessages::keep, this); }
    PopplerMessages(const PopplerMessages&) = delete;
    PopplerMessages& operator=(const PopplerMessages&) = delete;
    ~PopplerMessages() { poppler::set_debug_error_function(&PopplerMessages::drop, nullptr); }

    [[nodiscard]] bool any() const { return count_ > 0; }
    /// The latest message since this was last asked that tells of lost text, or empty.
    [[nodiscard]] std::string take_loss() { return std::exchange(loss_, {}); }
    [[nodiscard]] std::string summary() const {
        return fmt::format("Poppler found {} fault{} in the file: {}{}", count_, count_ == 1 ? "" : "s",
                           fmt::join(first_, "; "), count_ > first_.size() ? "; …" : "");
    }

private:
    static constexpr std::size_t kept = 3;

    static void keep(const std::string& message, void* self) {
        auto& messages = *static_cast<PopplerMessages*>(self);
        ++messages.count_;
        if (messages.first_.size() < kept) messages.first_.push_back(message);
        if (tells_of_loss(message)) messages.loss_ = message;
    }
    /// Many files have faults in their fonts' files, which are for drawing; their text is read well all the
    /// same. Anything else said while a page is being read may have cost some of its text.
    static bool tells_of_loss(std::string_view message) {
        constexpr std::array<std::string_view, 3> harmless = {"embedded font", "Mismatch between font type",
                                                              "display font"};
        return std::none_of(harmless.begin(), harmless.end(), [&](std::string_view mark) {
            return message.find(mark) != std::string_view::npos;
        });
    }
    static void drop(const std::string& /*message*/, void* /*closure*/) {}

    std::size_t count_ = 0;
    std::vector<std::string> first_;
    std::string loss_;
};

/// What is written for a glyph that has no meaning of its own.
struct Substitute {
    char32_t glyph;
    std::u32string_view text;
};

constexpr std::array substitutes = {
    Substitute{0x00AD, U"-"},   Substitute{0x2010, U"-"},  Substitute{0x2011, U"-"},
    Substitute{0x200B, U""},    Substitute{0xFEFF, U""},   Substitute{0xFB00, U"ff"},
    Substitute{0xFB01, U"fi"},  Substitute{0xFB02, U"fl"}, Substitute{0xFB03, U"ffi"},
    Substitute{0xFB04, U"ffl"}, Substitute{0xFB05, U"st"}, Substitute{0xFB06, U"st"},
    Substitute{0xF0B7, U"•"},   Substitute{0xF0A7, U"▪"},  Substitute{0xF0D8, U"➢"},
};

void append_utf8(std::string& text, char32_t c) {
    const auto put = [&](char32_t byte) { text += static_cast<char>(byte); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | (c >> 6));
        put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | (c >> 12));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | (c >> 18));
        put(0x80 | ((c >> 12) & 0x3F));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    }
}

/// Some writers of PDFs swap the bytes of the letters a ligature stands for: "ti" becomes U+7400 U+6900. The
/// letter, or 0: no Swedish report holds the characters of East Asia that these code points are for.
char32_t swapped_letter(char32_t c) {
    const char32_t high = c >> 8;
    const bool letter = (high >= U'A' && high <= U'Z') || (high >= U'a' && high <= U'z');
    return (c & 0xFF) == 0 && letter ? high : 0;
}

void append_glyph(std::string& text, char32_t c) {
    if (const char32_t letter = swapped_letter(c)) c = letter;
    if (c < 0x20 || c == 0x7F) return;
    if (c < 0x7F) {
        text += static_cast<char>(c);
        return;
    }
    const auto* substitute = std::find_if(substitutes.begin(), substitutes.end(),
                                          [&](const Substitute& entry) { return entry.glyph == c; });
    if (substitute == substitutes.end())
        append_utf8(text, c);
    else
        for (const char32_t part : substitute->text)
            append_utf8(text, part);
}

/// The code point at `at`, which moves on; U+FFFD for half a surrogate pair.
char32_t next_code_point(const poppler::ustring& text, std::size_t& at) {
    const char32_t unit = text[at++];
    if (unit < 0xD800 || unit > 0xDFFF) return unit;
    const char32_t low = at < text.size() ? text[at] : 0;
    if (unit > 0xDBFF || low < 0xDC00 || low > 0xDFFF) return 0xFFFD;
    ++at;
    return 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
}

/// Poppler's own conversion opens an iconv descriptor for every word, which costs more than the words.
std::string text_of(const poppler::ustring& glyphs) {
    std::string text;
    bool may_compose = false;
    for (std::size_t at = 0; at < glyphs.size();) {
        const char32_t c = next_code_point(glyphs, at);
        may_compose |= c >= 0x300; // everything below is in normal form C already
        append_glyph(text, c);
    }
    return may_compose ? unicode::nfc(text) : text;
}

bool is_bold(const std::string& font_name) {
    constexpr std::array<std::string_view, 5> marks = {"Bold", "bold", "Black", "Heavy", "-BdMT"};
    return std::any_of(marks.begin(), marks.end(),
                       [&](std::string_view mark) { return font_name.find(mark) != std::string::npos; });
}

void read_words(const poppler::page& source, Page& page) {
    const auto boxes = source.text_list(poppler::page::text_list_include_font);
    page.words.reserve(boxes.size());
    for (const auto& box : boxes) {
        auto text = text_of(box.text());
        if (text.empty() || text == " ") continue;
        const auto area = box.bbox();
        auto& word = page.words.emplace_back();
        word.text = std::move(text);
        word.box = {area.left(), area.top(), area.right(), area.bottom()};
        word.font_size = box.get_font_size();
        word.bold = is_bold(box.get_font_name());
    }
}

void set_size(const poppler::page& source, Page& page) {
    const auto area = source.page_rect(poppler::crop_box);
    page.width = area.width();
    page.height = area.height();
    const auto orientation = source.orientation();
    if (orientation == poppler::page::landscape || orientation == poppler::page::seascape)
        std::swap(page.width, page.height);
}

/// Fills the image; leaves it empty if the page cannot be drawn.
void draw(const poppler::page& source, double dpi, DrawnPage& drawn) {
    poppler::page_renderer renderer;
    renderer.set_image_format(poppler::image::format_gray8);
    renderer.set_render_hint(poppler::page_renderer::antialiasing, true);
    renderer.set_render_hint(poppler::page_renderer::text_antialiasing, true);
    const auto image = renderer.render_page(&source, dpi, dpi);
    if (!image.is_valid()) return;
    drawn.width = image.width();
    drawn.height = image.height();
    drawn.bytes_per_row = image.bytes_per_row();
    drawn.gray.assign(image.const_data(),
                      static_cast<std::size_t>(drawn.bytes_per_row) * static_cast<std::size_t>(drawn.height));
}

/// Letters that a stamp or a running head may have, and how much of a page print covers around it in a scan.
constexpr std::size_t most_letters_of_a_stamp = 60;
constexpr double least_print_of_a_scan = 0.2;

/// Decides for pages whose few words say nothing of them; triage decides for the others.
void judge_by_ink(const poppler::page& source, Page& page) {
    page.reading = Reading::text_layer;
    const bool many_words = page.words.size() > most_letters_of_a_stamp;
    const auto letters = many_words ? page.words.size() : quality_of(page).spelling.letters;
    if (letters > most_letters_of_a_stamp) return;
    std::vector<Box> words;
    for (const auto& word : page.words)
        words.push_back(word.box);
    DrawnPage drawn;
    draw(source, ink_resolution, drawn);
    const auto ink = ink_beside(words, drawn);
    const bool unseen = drawn.gray.empty();
    if (!words.empty() && ink.print_share >= least_print_of_a_scan) {
        send_to_ocr(page, fmt::format("the text layer has {} letters on a page full of print", letters));
    } else if (words.empty() && (ink.any || unseen)) {
        send_to_ocr(page, "no text layer");
    } else if (words.empty()) {
        page.reading = Reading::empty;
        page.why = "nothing is on the page";
    }
}

void add_drawn_bullets(const poppler::page& source, Page& page) {
    const auto starts = indented_starts(page);
    if (starts.empty()) return;
    DrawnPage drawn;
    draw(source, ink_resolution, drawn);
    if (drawn.gray.empty()) return;
    auto bullets = drawn_bullets(starts, drawn);
    std::move(bullets.begin(), bullets.end(), std::back_inserter(page.words));
}

Page read_page(const poppler::document& source, int number, Document& document) {
    Page page;
    page.number = number;
    const std::unique_ptr<poppler::page> opened(source.create_page(number - 1));
    if (!opened) {
        page.reading = Reading::failed;
        page.why = "Poppler cannot open the page";
        add_trouble(document, Severity::warning, "page-unreadable",
                    "the page is damaged and cannot be opened; fetch the file again from its publisher",
                    number);
        return page;
    }
    set_size(*opened, page);
    read_words(*opened, page);
    judge_by_ink(*opened, page);
    if (page.reading == Reading::text_layer) add_drawn_bullets(*opened, page);
    return page;
}

/// Null, and an error added, if the file cannot be opened.
std::unique_ptr<poppler::document> open_pdf(std::string_view bytes, Document& document) {
    if (!is_whole_pdf(bytes)) {
        add_trouble(document, Severity::error, "damaged-pdf",
                    "the file is cut off: the end of the PDF is missing; fetch it again from its publisher");
        return nullptr;
    }
    std::unique_ptr<poppler::document> source(
        poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
    if (source && source->is_locked()) {
        add_trouble(
            document, Severity::error, "encrypted-pdf",
            "the file needs a password; remove it first, e.g. with: qpdf --decrypt --password=… IN OUT");
        return nullptr;
    }
    if (!source || source->pages() <= 0) {
        add_trouble(document, Severity::error, "damaged-pdf",
                    "the file cannot be opened as a PDF or has no pages; fetch it again from its publisher");
        return nullptr;
    }
    return source;
}

/// A file made for the web says in its first object how long it is; 0 if it does not.
std::size_t stated_length(std::string_view bytes) {
    const auto head = bytes.substr(0, 1024);
    const auto dictionary = head.find("/Linearized");
    const auto key = head.find("/L ", dictionary == std::string_view::npos ? head.size() : dictionary);
    if (key == std::string_view::npos) return 0;
    std::size_t length = 0;
    const auto digits = head.substr(key + 3);
    std::from_chars(digits.data(), digits.data() + digits.size(), length);
    return length;
}

} // namespace

bool is_whole_pdf(std::string_view bytes) {
    if (stated_length(bytes) > bytes.size()) return false;
    constexpr std::size_t tail_size = 2048;
    const auto tail = bytes.substr(bytes.size() - std::min(bytes.size(), tail_size));
    const auto end = tail.rfind("%%EOF");
    if (end == std::string_view::npos) return false;
    if (tail.substr(0, end).rfind("startxref") == std::string_view::npos) return false;
    // Objects after the last end mark: a later revision of the file was begun and cut off.
    return tail.substr(end).find(" obj") == std::string_view::npos;
}

void read_pdf(std::string_view bytes, const ReadOptions& options, const ReadEvents& events,
              Document& document) {
    PopplerMessages messages;
    const auto source = open_pdf(bytes, document);
    if (!source) return;
    const int pages = source->pages();
    if (events.opened) events.opened(pages);
    if (refuse_too_many_pages(document, pages, options)) return;
    if (source->has_embedded_files())
        add_trouble(document, Severity::note, "embedded-files",
                    "the PDF carries other files, which are not read; to read them, take them out with: "
                    "pdfdetach -saveall FILE");
    (void)messages.take_loss(); // what was said so far is of no page
    for (int number = options.first_page; number <= pages; ++number) {
        auto page = read_page(*source, number, document);
        if (const auto loss = messages.take_loss(); !loss.empty())
            add_trouble(
                document, Severity::warning, "page-damaged",
                fmt::format("the page is damaged, some of its text may be missing ({}); compare what was "
                            "taken from it with the page, or fetch the file again",
                            loss),
                number);
        add_page(document, std::move(page), pages, events);
    }
    if (messages.any()) add_trouble(document, Severity::note, "pdf-damage", messages.summary());
}

DrawnPage draw_pdf_page(std::string_view bytes, int number,
                        const std::function<double(double width, double height)>& choose_dpi) {
    PopplerMessages messages;
    DrawnPage drawn;
    const std::unique_ptr<poppler::document> source(
        poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
    if (!source || source->is_locked()) return drawn;
    const std::unique_ptr<poppler::page> page(source->create_page(number - 1));
    if (!page) return drawn;
    Page size;
    set_size(*page, size);
    drawn.page_width = size.width;
    drawn.page_height = size.height;
    draw(*page, choose_dpi(size.width, size.height), drawn);
    return drawn;
}

std::string poppler_version() {
    return poppler::version_string();
}

} // namespace kompass::read
