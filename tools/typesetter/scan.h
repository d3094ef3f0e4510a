// A report printed and scanned: each page a picture, worn as paper, lamp, feeder, telephone line or camera
// wear it, and put into a PDF of pictures, a TIFF of many pages, or JPEGs. Leptonica does the turning,
// blurring and writing; noise and light come from the seed, so that the same seed gives the same picture.
//
// Errors: std::invalid_argument for an unknown option, std::runtime_error where a file cannot be written.
#pragma once

#include "sheets.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct Pix;

namespace typesetter {

struct ScanOptions {
    double dpi = 200;
    double dpi_down = 0; // 0: as across
    double skew = 0;     // degrees, at most, either way
    double noise = 0;    // standard deviation of the grey values, 0–60
    double blur = 0;     // pixels
    double shadow = 0;   // 0–1, along the inner edge
    int jpeg = 75;       // quality
    bool fax = false;    // black and white, 204 × 98 dots an inch
    bool photo = false;  // perspective and uneven light
    enum class Form { pdf, tiff, jpeg } form = Form::pdf;
};

/// "dpi=200,skew=0.5,noise=8,blur=0.6,shadow=0.3,jpeg=60,fax,photo,form=tiff"
ScanOptions parse_scan(std::string_view text);

class Scanner {
public:
    Scanner(const ScanOptions& options, std::uint64_t seed);
    ~Scanner();
    Scanner(const Scanner&) = delete;
    Scanner& operator=(const Scanner&) = delete;

    /// Sheets to set the report on; they end with the scanner.
    Sheets& sheets() { return sheets_; }

    /// Writes STEM.pdf, STEM.tiff or STEM-1.jpg …; returns the files.
    std::vector<std::filesystem::path> write(const std::filesystem::path& stem) const;

private:
    struct Free {
        void operator()(Pix* picture) const;
    };
    using Picture = std::unique_ptr<Pix, Free>;

    void take(cairo_surface_t* page);
    Picture worn(Picture page) const;
    Picture photographed(Picture page) const;
    void lamp(Pix* page) const;

    ScanOptions options_;
    std::uint64_t seed_;
    PictureSheets sheets_;
    std::vector<Picture> pages_;
};

} // namespace typesetter
