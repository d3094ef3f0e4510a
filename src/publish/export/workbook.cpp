#include "publish/export/workbook.h"

#include "model/cell_value.h"
#include "text/visible.h"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <array>
#include <charconv>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace kompass::publish {
namespace {

constexpr std::size_t longest_text = 32'000; ///< bytes; the format allows 32 767 signs
constexpr std::size_t longest_note = 8'000;  ///< bytes; far more than anybody reads in one
constexpr lxw_row_t most_rows = LXW_ROW_MAX;
constexpr time_t no_clock = 315'532'800; ///< 1980-01-01, as the files within have it: equal data, equal bytes
constexpr uint16_t note_width = 300, note_height = 110; ///< pixels: five lines of fifty letters

struct Look {
    bool bold = false;
    double size = 0;        ///< points; 0: as the rest
    lxw_color_t ground = 0; ///< 0: none
    lxw_color_t letters = 0x1A1A1A;
};

/// Grounds that dark letters are legible on, light enough to be told apart in print too.
Look look_of(Paint paint) {
    switch (paint) {
    case Paint::head:
        return {.bold = true, .size = 0, .ground = 0xE6EBF0};
    case Paint::title:
        return {.bold = true, .size = 16, .ground = 0};
    case Paint::doubtful:
        return {.bold = true, .size = 0, .ground = 0xFFE08A};
    case Paint::inconsistent:
        return {.bold = false, .size = 0, .ground = 0xF7C6C0};
    case Paint::repaired:
        return {.bold = false, .size = 0, .ground = 0xCFE3F7};
    case Paint::decided:
        return {.bold = false, .size = 0, .ground = 0xD2EBD0};
    case Paint::elsewhere:
        return {.bold = false, .size = 0, .ground = 0xEDE7F3};
    case Paint::plain:
        break;
    }
    return {};
}

/// The format takes _x0041_ for the letter A: an underscore before such is written as its own code.
std::string escaped(const std::string& text) {
    constexpr std::string_view digits = "0123456789ABCDEFabcdef";
    std::string kept;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto sign = std::string_view(text).substr(at, 7);
        const bool is_code = sign.size() == 7 && sign.starts_with("_x") && sign.back() == '_' &&
                             sign.substr(2, 4).find_first_not_of(digits) == std::string_view::npos;
        if (is_code)
            kept += "_x005F_";
        else if (sign.starts_with("\xEF\xBF\xBE") || sign.starts_with("\xEF\xBF\xBF")) { // no XML holds them
            kept += "\xEF\xBF\xBD";
            at += 2;
        } else
            kept += text[at];
    }
    return kept;
}

/// At most so many bytes, never within a letter.
std::string cut(const std::string& text, std::size_t most) {
    if (text.size() <= most) return text;
    auto end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        --end;
    return text.substr(0, end);
}

std::optional<double> number_from(const std::string& text) {
    double number = 0;
    const auto* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    return error == std::errc{} && stop == end ? std::optional(number) : std::nullopt;
}

/// Days are counted from 1900; what was before is no date there.
std::optional<lxw_datetime> date_from(const std::string& text) {
    if (!is_date(text) || text < "1900-03-01") return std::nullopt;
    return lxw_datetime{
        std::stoi(text.substr(0, 4)), std::stoi(text.substr(5, 2)), std::stoi(text.substr(8, 2)), 0, 0, 0};
}

} // namespace

struct Workbook::State {
    std::string file;
    lxw_workbook* book = nullptr;
    lxw_worksheet* sheet = nullptr;
    std::map<std::pair<Paint, bool>, lxw_format*> formats;
    lxw_row_t row = 0;
    std::optional<lxw_row_t> head; ///< of the sheet at hand
    std::size_t columns = 0;

    void require(lxw_error error, const char* what) const {
        if (error != LXW_NO_ERROR)
            throw std::runtime_error(fmt::format("cannot write {}: {}: {}", file, what, lxw_strerror(error)));
    }

    lxw_format* format_of(Paint paint, bool is_date) {
        auto& format = formats[{paint, is_date}];
        if (format != nullptr) return format;
        format = workbook_add_format(book);
        const auto look = look_of(paint);
        if (look.bold) format_set_bold(format);
        if (look.size > 0) format_set_font_size(format, look.size);
        if (look.ground != 0) format_set_bg_color(format, look.ground);
        if (is_date) format_set_num_format(format, "yyyy-mm-dd");
        format_set_font_color(format, look.letters);
        format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        return format;
    }

    /// Filters reach to the last row, and texts that read as numbers (codes, numbers of questions) are meant.
    void end_sheet() {
        if (sheet == nullptr || columns == 0) return;
        const auto last_row = row == 0 ? 0 : row - 1;
        const auto last_column = static_cast<lxw_col_t>(columns - 1);
        if (head) require(worksheet_autofilter(sheet, *head, 0, last_row, last_column), "filters");
        if (last_row > 0) {
            std::array<char, LXW_MAX_CELL_RANGE_LENGTH> range{};
            lxw_rowcol_to_range(range.data(), 0, 0, last_row, last_column);
            require(worksheet_ignore_errors(sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, range.data()), "rows");
        }
    }

    void write(lxw_col_t column, const SheetCell& cell) {
        if (cell.text.empty()) return;
        const auto* what = "a cell";
        if (cell.type == SheetCell::Type::number) {
            if (const auto number = number_from(cell.text))
                return require(
                    worksheet_write_number(sheet, row, column, *number, format_of(cell.paint, false)), what);
        }
        if (cell.type == SheetCell::Type::date) {
            if (auto date = date_from(cell.text))
                return require(
                    worksheet_write_datetime(sheet, row, column, &date.value(), format_of(cell.paint, true)),
                    what);
        }
        require(worksheet_write_string(sheet, row, column, escaped(cut(cell.text, longest_text)).c_str(),
                                       format_of(cell.paint, false)),
                what);
    }

    void annotate(lxw_col_t column, const std::string& note) const {
        lxw_comment_options look{};
        look.width = note_width;
        look.height = note_height;
        std::string author = "kompass";
        look.author = author.data();
        require(worksheet_write_comment_opt(sheet, row, column,
                                            cut(text::visible(note), longest_note).c_str(), &look),
                "a note");
    }
};

Workbook::Workbook(const std::filesystem::path& file, const std::string& title, const std::string& author)
    : state_(std::make_unique<State>()) {
    state_->file = file.string();
    state_->book = workbook_new(state_->file.c_str());
    if (state_->book == nullptr) throw std::runtime_error("cannot write " + state_->file);
    auto name = title, by = author;
    lxw_doc_properties properties{};
    properties.title = name.data();
    properties.company = by.data();
    properties.created = no_clock;
    state_->require(workbook_set_properties(state_->book, &properties), "its title");
}

Workbook::~Workbook() {
    if (state_->book != nullptr) lxw_workbook_free(state_->book);
}

void Workbook::begin_sheet(const std::string& name, const std::vector<int>& widths) {
    state_->end_sheet();
    state_->sheet = workbook_add_worksheet(state_->book, name.c_str());
    if (state_->sheet == nullptr)
        throw std::runtime_error(
            fmt::format("cannot write {}: no sheet can be called '{}'", state_->file, name));
    state_->row = 0;
    state_->head.reset();
    state_->columns = widths.size();
    for (std::size_t i = 0; i < widths.size(); ++i) {
        const auto column = static_cast<lxw_col_t>(i);
        state_->require(worksheet_set_column(state_->sheet, column, column, widths[i], nullptr), "widths");
    }
    worksheet_set_landscape(state_->sheet);
    worksheet_set_paper(state_->sheet, 9); // A4
    worksheet_fit_to_pages(state_->sheet, 1, 0);
}

void Workbook::add_head(const std::vector<std::string>& names, int columns) {
    state_->head = state_->row;
    std::vector<SheetCell> cells;
    for (const auto& name : names)
        cells.push_back({SheetCell::Type::text, name, Paint::head});
    add_row(cells);
    worksheet_freeze_panes(state_->sheet, state_->row, static_cast<lxw_col_t>(columns));
    state_->require(worksheet_repeat_rows(state_->sheet, *state_->head, *state_->head), "its head");
}

void Workbook::add_row(const std::vector<SheetCell>& cells) {
    if (state_->row >= most_rows)
        throw std::runtime_error(fmt::format("cannot write {}: a sheet holds {} rows and no more; export csv",
                                             state_->file, most_rows));
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto column = static_cast<lxw_col_t>(i);
        state_->write(column, cells[i]);
        auto note = cells[i].note;
        if (cells[i].text.size() > longest_text)
            note += fmt::format("{}Cut: the text has {} bytes, more than a cell holds. The CSV export has it "
                                "whole.",
                                note.empty() ? "" : "\n", cells[i].text.size());
        if (!note.empty()) state_->annotate(column, note);
    }
    ++state_->row;
}

void Workbook::finish() {
    state_->end_sheet();
    auto* book = std::exchange(state_->book, nullptr);
    state_->require(workbook_close(book), "its end"); // which frees it too
}

} // namespace kompass::publish
