// Where pages are drawn: a PDF, pictures (for a scan), or nowhere (to count them). A page is begun, drawn
// with the pen in points from its top left corner, and ended.
//
// Errors: std::runtime_error where a PDF cannot be written.
#pragma once

#include <cairo.h>
#include <filesystem>
#include <functional>
#include <memory>

namespace typesetter {

struct Size {
    double width, height; // points
};

struct FreeCairo {
    void operator()(cairo_t* pen) const { cairo_destroy(pen); }
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using Pen = std::unique_ptr<cairo_t, FreeCairo>;
using Surface = std::unique_ptr<cairo_surface_t, FreeCairo>;

class Sheets {
public:
    virtual ~Sheets() = default;
    virtual cairo_t* begin(Size size) = 0;
    virtual void end() = 0;
};

class PdfSheets : public Sheets {
public:
    PdfSheets(const std::filesystem::path& file, const std::string& title);
    ~PdfSheets() override;
    cairo_t* begin(Size size) override;
    void end() override;
    /// Writes what is left; throws where that fails.
    void finish();

private:
    std::string file_;
    Surface surface_;
    Pen pen_;
};

/// Draws into the air.
class NoSheets : public Sheets {
public:
    cairo_t* begin(Size size) override;
    void end() override;

private:
    Surface surface_;
    Pen pen_;
};

/// Each page as a picture on white, handed on when it ends.
class PictureSheets : public Sheets {
public:
    using Taker = std::function<void(cairo_surface_t*)>;
    PictureSheets(double dpi_across, double dpi_down, Taker taker);
    cairo_t* begin(Size size) override;
    void end() override;

private:
    double dpi_across_, dpi_down_;
    Taker taker_;
    Surface surface_;
    Pen pen_;
};

} // namespace typesetter
