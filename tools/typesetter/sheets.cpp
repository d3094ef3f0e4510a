#include "sheets.h"

#include <cairo-pdf.h>
#include <cmath>
#include <fmt/format.h>
#include <stdexcept>
#include <utility>

namespace typesetter {

PdfSheets::PdfSheets(const std::filesystem::path& file, const std::string& title)
    : file_(file.string()), surface_(cairo_pdf_surface_create(file_.c_str(), 595, 842)),
      pen_(cairo_create(surface_.get())) {
    cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_TITLE, title.c_str());
    // A fixed date: the same seed gives the same file.
    cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_CREATE_DATE, "2020-01-01T12:00:00Z");
}

PdfSheets::~PdfSheets() {
    cairo_surface_finish(surface_.get());
}

cairo_t* PdfSheets::begin(Size size) {
    cairo_pdf_surface_set_size(surface_.get(), size.width, size.height);
    return pen_.get();
}

void PdfSheets::end() {
    cairo_show_page(pen_.get());
}

void PdfSheets::finish() {
    cairo_surface_finish(surface_.get());
    if (const cairo_status_t status = cairo_surface_status(surface_.get()); status != CAIRO_STATUS_SUCCESS)
        throw std::runtime_error(fmt::format("{}: {}", file_, cairo_status_to_string(status)));
}

cairo_t* NoSheets::begin(Size size) {
    const cairo_rectangle_t area{0, 0, size.width, size.height};
    surface_.reset(cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &area));
    pen_.reset(cairo_create(surface_.get()));
    return pen_.get();
}

void NoSheets::end() {
    pen_.reset();
}

PictureSheets::PictureSheets(double dpi_across, double dpi_down, Taker taker)
    : dpi_across_(dpi_across), dpi_down_(dpi_down), taker_(std::move(taker)) {}

cairo_t* PictureSheets::begin(Size size) {
    const auto pixels = [](double points, double dpi) {
        return static_cast<int>(std::lround(points * dpi / 72));
    };
    surface_.reset(cairo_image_surface_create(CAIRO_FORMAT_RGB24, pixels(size.width, dpi_across_),
                                              pixels(size.height, dpi_down_)));
    pen_.reset(cairo_create(surface_.get()));
    cairo_set_source_rgb(pen_.get(), 1, 1, 1);
    cairo_paint(pen_.get());
    cairo_scale(pen_.get(), dpi_across_ / 72, dpi_down_ / 72);
    return pen_.get();
}

void PictureSheets::end() {
    pen_.reset();
    cairo_surface_flush(surface_.get());
    taker_(surface_.get());
}

} // namespace typesetter
