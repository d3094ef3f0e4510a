#include "read/pdf/poppler.h"

#include "read/pdf/glyph_text.h"
#include "read/pdf/glyphs.h"
#include "text/unicode.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <poppler/Annot.h>
#include <poppler/Catalog.h>
#include <poppler/Error.h>
#include <poppler/ErrorCodes.h>
#include <poppler/FileSpec.h>
#include <poppler/GfxFont.h>
#include <poppler/GfxState.h>
#include <poppler/GlobalParams.h>
#include <poppler/PDFDoc.h>
#include <poppler/Page.h>
#include <poppler/SplashOutputDev.h>
#include <poppler/Stream.h>
#include <poppler/TextOutputDev.h>
#include <poppler/UTF.h>
#include <poppler/poppler-config.h>
#include <poppler/splash/SplashBitmap.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <utility>

namespace kompass::read {
namespace {

/// Who hears what Poppler complains of; it has no place for more than a function.
PopplerMessages*& listener() {
    static PopplerMessages* current = nullptr;
    return current;
}

void hear(ErrorCategory /*category*/, Goffset position, const char* message) {
    if (listener() == nullptr) return;
    listener()->keep(position >= 0 ? fmt::format("poppler/error ({}): {}", position, message)
                                   : fmt::format("poppler/error: {}", message));
}

/// Poppler's globals, made once.
void make_globals() {
    static const GlobalParamsIniter globals(hear);
}

/// Many files have faults in their fonts' files, which are for drawing; their text is read well all the
/// same. Anything else said while a page is being read may have cost some of its text.
bool tells_of_loss(std::string_view message) {
    constexpr std::array<std::string_view, 3> harmless = {"embedded font", "Mismatch between font type",
                                                          "display font"};
    return std::none_of(harmless.begin(), harmless.end(),
                        [&](std::string_view mark) { return message.find(mark) != std::string_view::npos; });
}

struct Point {
    double x = 0, y = 0;
};

Point on_page(const GfxState& state, double x, double y) {
    Point point;
    state.transform(x, y, &point.x, &point.y);
    return point;
}

Point along_page(const GfxState& state, double dx, double dy) {
    Point point;
    state.transformDelta(dx, dy, &point.x, &point.y);
    return point;
}

Box box_around(std::initializer_list<Point> points) {
    Box box{points.begin()->x, points.begin()->y, points.begin()->x, points.begin()->y};
    for (const auto& point : points)
        box = box.united({point.x, point.y, point.x, point.y});
    return box;
}

bool is_nothing(const Box& box) {
    return box.x1 <= box.x0 || box.y1 <= box.y0;
}

Box clip_of(const GfxState& state) {
    Box clip;
    state.getClipBBox(&clip.x0, &clip.y0, &clip.x1, &clip.y1);
    return clip;
}

Colour colour_of(const GfxRGB& rgb) {
    return {colToDbl(rgb.r), colToDbl(rgb.g), colToDbl(rgb.b)};
}

constexpr double least_opaque = 0.9;  ///< of fills that hide what is under them
constexpr double least_ink = 0.02;    ///< opacity of what leaves any
constexpr double thickest_rule = 2.5; ///< points
constexpr double straight = 0.5;      ///< points that a level or upright edge may err

/// The box of a part of a path on the page, and whether it is a level rectangle.
struct Outline {
    Box box;
    bool rectangle = false, curved = false;
};

Outline outline_of(const GfxState& state, const GfxSubpath& path) {
    Outline outline;
    const int points = path.getNumPoints();
    auto last = on_page(state, path.getX(0), path.getY(0));
    outline.box = {last.x, last.y, last.x, last.y};
    bool level = true;
    for (int i = 1; i < points; ++i) {
        const auto point = on_page(state, path.getX(i), path.getY(i));
        outline.box = outline.box.united({point.x, point.y, point.x, point.y});
        outline.curved |= path.getCurve(i);
        level &= std::abs(point.x - last.x) < straight || std::abs(point.y - last.y) < straight;
        last = point;
    }
    outline.rectangle = level && !outline.curved && (points == 4 || points == 5);
    return outline;
}

/// How large type is beside what its strings are told to be set in. A font of drawings (Type 3) may have any
/// scale; where its letters are not as wide as letters are in ems of one, their widths tell it.
double em_of(const GfxState& state) {
    constexpr int codes = 256;          // of a simple font
    constexpr double mean_width = 0.52; // ems, of the letters of text faces
    constexpr double narrowest = 0.35;  // and what the mean of any face is between
    constexpr double widest = 0.75;
    const auto& font = state.getFont();
    if (!font || font->getType() != fontType3) return 1;
    const auto& drawn = static_cast<const Gfx8BitFont&>(*font);
    double sum = 0;
    int count = 0;
    for (int code = 0; code < codes; ++code)
        if (const double width = std::abs(drawn.getWidth(static_cast<unsigned char>(code))); width > 0) {
            sum += width;
            ++count;
        }
    if (count == 0) return 1;
    const double mean = sum / count;
    return mean > narrowest && mean < widest ? 1 : mean / mean_width;
}

/// Notes what is painted, and hands the text on to Poppler, which makes words of it.
class Watcher : public TextOutputDev {
public:
    Watcher(Painting& painting, const std::vector<bool>& left_out)
        : TextOutputDev(nullptr, false, 0, false, false), painting_(painting), left_out_(left_out) {}

    /// For Poppler: asked before an annotation is painted.
    static bool begin_annotation(Annot* annotation, void* self) {
        static_cast<Watcher*>(self)->in_annotation_ = annotation->getType() != Annot::typeWidget;
        return true;
    }

    bool needNonText() override { return true; }
    bool useTilingPatternFill() override { return true; }
    bool useShadedFills(int /*type*/) override { return true; }

    void beginString(GfxState* state, const GooString* s) override {
        TextOutputDev::beginString(state, s);
        const int mode = state->getRender();
        const bool outlined = (mode & 3) == 1;
        GfxRGB rgb;
        if (outlined)
            state->getStrokeRGB(&rgb);
        else
            state->getFillRGB(&rgb);
        const double opacity = outlined ? state->getStrokeOpacity() : state->getFillOpacity();
        run_ = {};
        run_.colour = colour_of(rgb);
        run_.inked = (mode & 3) != 3 && opacity > least_ink;
        run_.annotation = in_annotation_;
        double dx = 0;
        double dy = 0;
        state->textTransformDelta(1, 0, &dx, &dy);
        const auto along = along_page(*state, dx, dy);
        run_.angle = std::atan2(-along.y, along.x) * 180 / std::numbers::pi;
        if (run_.angle < 0) run_.angle += 360;
        state->textTransformDelta(0, state->getFontSize(), &dx, &dy);
        const double em = em_of(*state);
        up_ = along_page(*state, dx * em, dy * em);
        run_.drawn = state->getFont() && state->getFont()->getType() == fontType3;
        run_.size = std::hypot(up_.x, up_.y);
        clip_ = clip_of(*state);
    }

    void drawChar(GfxState* state, double x, double y, double dx, double dy, double originX, double originY,
                  CharCode c, int nBytes, const Unicode* u, int uLen) override {
        const auto at = painting_.glyphs.size();
        note_glyph(*state, {x, y}, {dx, dy}, u, uLen);
        if (at < left_out_.size() && left_out_[at]) return;
        TextOutputDev::drawChar(state, x, y, dx, dy, originX, originY, c, nBytes, u, uLen);
    }

    void fill(GfxState* state) override { note_fill(*state); }
    void eoFill(GfxState* state) override { note_fill(*state); }
    void stroke(GfxState* state) override {
        if (state->getStrokeOpacity() <= least_ink) return;
        const double width = std::max(state->getTransformedLineWidth(), straight);
        for (int i = 0; i < state->getPath()->getNumSubpaths(); ++i) {
            const auto& part = *state->getPath()->getSubpath(i);
            const auto outline = outline_of(*state, part);
            painting_.curved += outline.curved ? 1 : 0;
            if (part.getNumPoints() != 2) continue;
            const Box box{outline.box.x0 - width / 2, outline.box.y0 - width / 2, outline.box.x1 + width / 2,
                          outline.box.y1 + width / 2};
            note_area(*state, box, Paint::Kind::other);
        }
    }

    bool tilingPatternFill(GfxState* state, Gfx* /*gfx*/, Catalog* /*cat*/, GfxTilingPattern* /*tPat*/,
                           const double* /*mat*/, int /*x0*/, int /*y0*/, int /*x1*/, int /*y1*/,
                           double /*xStep*/, double /*yStep*/) override {
        return note_shading(*state);
    }
    bool functionShadedFill(GfxState* state, GfxFunctionShading* /*shading*/) override {
        return note_shading(*state);
    }
    bool axialShadedFill(GfxState* state, GfxAxialShading* /*shading*/, double /*tMin*/,
                         double /*tMax*/) override {
        return note_shading(*state);
    }
    bool radialShadedFill(GfxState* state, GfxRadialShading* /*shading*/, double /*sMin*/,
                          double /*sMax*/) override {
        return note_shading(*state);
    }
    bool gouraudTriangleShadedFill(GfxState* state, GfxGouraudTriangleShading* /*shading*/) override {
        return note_shading(*state);
    }
    bool patchMeshShadedFill(GfxState* state, GfxPatchMeshShading* /*shading*/) override {
        return note_shading(*state);
    }

    void drawImageMask(GfxState* state, Object* ref, Stream* str, int width, int height, bool invert,
                       bool interpolate, bool inlineImg) override {
        note_picture(*state);
        TextOutputDev::drawImageMask(state, ref, str, width, height, invert, interpolate, inlineImg);
    }
    void drawImage(GfxState* state, Object* ref, Stream* str, int width, int height,
                   GfxImageColorMap* colorMap, bool interpolate, const int* maskColors,
                   bool inlineImg) override {
        note_picture(*state, maskColors == nullptr && hides(*state));
        TextOutputDev::drawImage(state, ref, str, width, height, colorMap, interpolate, maskColors,
                                 inlineImg);
    }
    void drawMaskedImage(GfxState* state, Object* /*ref*/, Stream* /*str*/, int /*width*/, int /*height*/,
                         GfxImageColorMap* /*colorMap*/, bool /*interpolate*/, Stream* /*maskStr*/,
                         int /*maskWidth*/, int /*maskHeight*/, bool /*maskInvert*/,
                         bool /*maskInterpolate*/) override {
        note_picture(*state);
    }
    void drawSoftMaskedImage(GfxState* state, Object* /*ref*/, Stream* /*str*/, int /*width*/, int /*height*/,
                             GfxImageColorMap* /*colorMap*/, bool /*interpolate*/, Stream* /*maskStr*/,
                             int /*maskWidth*/, int /*maskHeight*/, GfxImageColorMap* /*maskColorMap*/,
                             bool /*maskInterpolate*/) override {
        note_picture(*state);
    }

private:
    /// What is filled now hides what is under it.
    static bool hides(const GfxState& state) {
        return state.getFillOpacity() >= least_opaque && state.getBlendMode() == gfxBlendNormal;
    }

    void note_glyph(const GfxState& state, Point at, Point advance, const Unicode* text, int length) {
        constexpr double capitals = 0.7; // of the type's size
        auto glyph = run_;
        for (int i = 0; i < length; ++i)
            glyph.text += static_cast<char32_t>(text[i]);
        double dx = 0;
        double dy = 0;
        state.textTransformDelta(state.getCharSpace() * state.getHorizScaling(), 0, &dx, &dy);
        const auto foot = on_page(state, at.x, at.y);
        const auto along = along_page(state, advance.x - dx, advance.y - dy);
        const Point top{foot.x + capitals * up_.x, foot.y + capitals * up_.y};
        glyph.box =
            box_around({foot, {foot.x + along.x, foot.y + along.y}, top, {top.x + along.x, top.y + along.y}});
        const double x = (glyph.box.x0 + glyph.box.x1) / 2;
        const double y = glyph.box.middle_y();
        glyph.cut = x < clip_.x0 || x > clip_.x1 || y < clip_.y0 || y > clip_.y1;
        glyph.order = order_++;
        painting_.glyphs.push_back(std::move(glyph));
    }

    void note_fill(const GfxState& state) {
        if (state.getFillOpacity() <= least_ink) return;
        GfxRGB rgb;
        state.getFillRGB(&rgb);
        for (int i = 0; i < state.getPath()->getNumSubpaths(); ++i) {
            const auto outline = outline_of(state, *state.getPath()->getSubpath(i));
            painting_.curved += outline.curved ? 1 : 0;
            const auto kind = hides(state) && outline.rectangle ? Paint::Kind::even : Paint::Kind::other;
            note_area(state, outline.box, kind, colour_of(rgb), kind == Paint::Kind::even);
        }
    }

    void note_area(const GfxState& state, const Box& whole, Paint::Kind kind, const Colour& colour = {},
                   bool opaque = false) {
        const auto box = common(whole, clip_of(state));
        if (is_nothing(box)) return;
        if (box.height() <= thickest_rule && box.width() > box.height())
            painting_.rules.push_back({box});
        else if (box.width() > thickest_rule)
            painting_.paints.push_back({kind, box, colour, opaque, order_++});
    }

    void note_picture(const GfxState& state, bool opaque = false) {
        const auto box = box_around(
            {on_page(state, 0, 0), on_page(state, 1, 0), on_page(state, 0, 1), on_page(state, 1, 1)});
        const auto across = along_page(state, 1, 0);
        const bool level = std::abs(across.x) < straight || std::abs(across.y) < straight;
        note_area(state, box, Paint::Kind::picture, {}, opaque && level);
    }

    bool note_shading(const GfxState& state) {
        note_area(state, clip_of(state), Paint::Kind::other);
        return true;
    }

    Painting& painting_;
    const std::vector<bool>& left_out_;
    Glyph run_; ///< what the glyphs of one string have in common
    Point up_;  ///< the height of their type
    Box clip_;
    bool in_annotation_ = false;
    std::size_t order_ = 0;
};

SetWord set_word(const TextWord& word) {
    SetWord set;
    for (int i = 0; i < word.getLength(); ++i)
        set.text += static_cast<char32_t>(*word.getChar(i));
    word.getBBox(&set.box.x0, &set.box.y0, &set.box.x1, &set.box.y1);
    set.size = word.getFontSize();
    if (const auto* name = word.getFontName(0)) set.font = name->toStr();
    return set;
}

/// The word stands so close behind the other that no blank parts them.
bool goes_on(const SetWord& word, const SetWord& next) {
    constexpr double least_blank = 0.15; // ems: blanks have 0.25 and more
    const double gap = next.box.x0 - word.box.x1;
    return std::abs(gap) < least_blank * word.size &&
           std::abs(next.box.y1 - word.box.y1) < least_blank * word.size && next.size == word.size;
}

/// Gives words of drawn glyphs the size and height of these, and makes one of what Poppler parted: it guesses
/// both from the width of an m, which a font that holds only what is printed need not have.
void measure_drawn(const std::vector<Glyph>& glyphs, std::vector<SetWord>& words) {
    constexpr double ascender = 0.9; // ems above the baseline and below it, in the common text faces
    constexpr double descender = 0.2;
    Bands drawn;
    for (std::size_t i = 0; i < glyphs.size(); ++i)
        if (glyphs[i].drawn && !is_blank(glyphs[i])) drawn.add(glyphs[i].box, i);
    std::vector<SetWord> measured;
    bool last_is_drawn = false;
    for (auto& word : words) {
        const auto near = drawn.near(word.box);
        const auto glyph = std::find_if(near.begin(), near.end(), [&](std::size_t i) {
            return word.box.holds_middle_of(glyphs[i].box) && !glyphs[i].text.empty() &&
                   word.text.find(glyphs[i].text) != std::u32string::npos;
        });
        const bool is_drawn = glyph != near.end();
        if (is_drawn) {
            word.size = glyphs[*glyph].size;
            word.box.y0 = glyphs[*glyph].box.y1 - ascender * word.size;
            word.box.y1 = glyphs[*glyph].box.y1 + descender * word.size;
        }
        if (is_drawn && last_is_drawn && goes_on(measured.back(), word)) {
            measured.back().text += word.text;
            measured.back().box = measured.back().box.united(word.box);
        } else {
            measured.push_back(std::move(word));
        }
        last_is_drawn = is_drawn;
    }
    words = std::move(measured);
}

/// A text of a PDF, which is in one of its encodings.
std::u32string text_of(const GooString& text) {
    Unicode* points = nullptr;
    const int length = TextStringToUCS4(text.toStr(), &points);
    std::u32string result;
    for (int i = 0; i < length; ++i)
        result += static_cast<char32_t>(points[i]);
    gfree(points);
    return result;
}

} // namespace

PopplerMessages::PopplerMessages() {
    make_globals();
    listener() = this;
}

PopplerMessages::~PopplerMessages() {
    listener() = nullptr;
}

std::string PopplerMessages::take_loss() {
    return std::exchange(loss_, {});
}

std::string PopplerMessages::summary() const {
    return fmt::format("Poppler found {} fault{} in the file: {}{}", count_, count_ == 1 ? "" : "s",
                       fmt::join(first_, "; "), count_ > first_.size() ? "; …" : "");
}

void PopplerMessages::keep(const std::string& message) {
    constexpr std::size_t kept = 3;
    ++count_;
    if (first_.size() < kept) first_.push_back(message);
    if (tells_of_loss(message)) loss_ = message;
}

class PdfFile::Core {
public:
    explicit Core(std::string_view bytes)
        : document(std::make_unique<MemStream>(bytes.data(), 0, static_cast<Goffset>(bytes.size()),
                                               Object(objNull))
                       .release()) {} // the document owns its stream

    [[nodiscard]] ::Page* page(int number) const { return document.getPage(number); }

    /// The files of the document, then those of comments, page by page; some may be damaged.
    [[nodiscard]] std::vector<std::unique_ptr<FileSpec>> carried() const {
        std::vector<std::unique_ptr<FileSpec>> files;
        auto& catalog = *document.getCatalog();
        files.reserve(static_cast<std::size_t>(std::max(catalog.numEmbeddedFiles(), 0)));
        for (int i = 0; i < catalog.numEmbeddedFiles(); ++i)
            files.push_back(catalog.embeddedFile(i));
        for (int number = 1; number <= document.getNumPages(); ++number)
            if (auto* of_document = page(number)) add_of_comments(of_document->getAnnotsObject(), files);
        return files;
    }

    mutable PDFDoc document; ///< even looking at it is no const

private:
    /// Looks at the annotations as they are written: Poppler's own of a page complain of what is wrong there,
    /// which is to be told of the page.
    static void add_of_comments(const Object& annotations, std::vector<std::unique_ptr<FileSpec>>& files) {
        if (!annotations.isArray()) return;
        for (int i = 0; i < annotations.arrayGetLength(); ++i) {
            const auto annotation = annotations.arrayGet(i);
            if (!annotation.isDict() || !annotation.dictLookup("Subtype").isName("FileAttachment")) continue;
            const auto file = annotation.dictLookup("FS");
            if (file.isDict()) files.push_back(std::make_unique<FileSpec>(&file));
        }
    }
};

PdfFile::PdfFile(std::string_view bytes) {
    make_globals();
    core_ = std::make_unique<Core>(bytes);
}

PdfFile::~PdfFile() = default;

PdfFile::State PdfFile::state() const {
    if (core_->document.isOk()) return pages() > 0 ? State::open : State::broken;
    return core_->document.getErrorCode() == errEncrypted ? State::locked : State::broken;
}

int PdfFile::pages() const {
    return core_->document.isOk() ? core_->document.getNumPages() : 0;
}

FileInfo PdfFile::info() const {
    const auto said = [](const std::unique_ptr<GooString>& text) {
        constexpr std::size_t longest = 500; // letters; what is longer is no title, and may be anything
        return text ? glyph_text(text_of(*text).substr(0, longest)) : std::string();
    };
    return {said(core_->document.getDocInfoTitle()), said(core_->document.getDocInfoSubject())};
}

std::vector<std::string> PdfFile::carried_files() const {
    std::vector<std::string> names;
    for (const auto& file : core_->carried()) {
        const auto* name = file ? file->getFileName() : nullptr;
        names.push_back(name != nullptr ? unicode::utf8(text_of(*name)) : std::string());
    }
    return names;
}

std::optional<std::string> PdfFile::carried_bytes(std::size_t place, std::size_t most) const {
    const auto files = core_->carried();
    auto* file = place < files.size() ? files[place].get() : nullptr;
    auto* embedded = file != nullptr ? file->getEmbeddedFile() : nullptr;
    auto* stream = embedded != nullptr && embedded->isOk() ? embedded->stream() : nullptr;
    if (stream == nullptr) return std::nullopt;
    std::string bytes;
    stream->reset();
    for (int byte = stream->getChar(); byte != EOF && bytes.size() <= most; byte = stream->getChar())
        bytes += static_cast<char>(byte);
    stream->close();
    if (bytes.size() > most) return std::nullopt;
    return bytes;
}

bool PdfFile::has_page(int number) const {
    return core_->page(number) != nullptr;
}

std::pair<double, double> PdfFile::size_of(int number, int quarter_turns) const {
    const auto* page = core_->page(number);
    if (page == nullptr) return {};
    std::pair<double, double> size{page->getCropWidth(), page->getCropHeight()};
    constexpr int quarter = 90; // degrees
    if ((page->getRotate() / quarter + quarter_turns) % 2 != 0) std::swap(size.first, size.second);
    return size;
}

PaintedPage PdfFile::paint(int number, int quarter_turns, const std::vector<bool>& left_out) const {
    constexpr double points = 72; // an inch
    PaintedPage page;
    std::tie(page.width, page.height) = size_of(number, quarter_turns);
    Watcher watcher(page.painting, left_out);
    core_->document.displayPageSlice(&watcher, number, points, points, quarter_turns * 90, false, false,
                                     false, -1, -1, -1, -1, nullptr, nullptr, &Watcher::begin_annotation,
                                     &watcher, true);
    const auto words = watcher.makeWordList();
    if (!words) return page;
    page.words.reserve(static_cast<std::size_t>(words->getLength()));
    for (int i = 0; i < words->getLength(); ++i)
        page.words.push_back(set_word(*words->get(i)));
    measure_drawn(page.painting.glyphs, page.words);
    return page;
}

DrawnPage PdfFile::draw(int number, int quarter_turns, double dpi) const {
    DrawnPage drawn;
    std::tie(drawn.page_width, drawn.page_height) = size_of(number, quarter_turns);
    if (!has_page(number)) return drawn;
    constexpr int row_bytes = 4; // that rows are padded to
    SplashColor paper = {0xFF, 0xFF, 0xFF};
    SplashOutputDev device(splashModeMono8, row_bytes, false, paper);
    device.setFontAntialias(true);
    device.setVectorAntialias(true);
    device.setFreeTypeHinting(false, false);
    device.startDoc(&core_->document);
    core_->document.displayPageSlice(&device, number, dpi, dpi, quarter_turns * 90, false, true, false, -1,
                                     -1, -1, -1, nullptr, nullptr, nullptr, nullptr, true);
    auto* bitmap = device.getBitmap();
    if (bitmap == nullptr || bitmap->getDataPtr() == nullptr) return drawn;
    drawn.width = bitmap->getWidth();
    drawn.height = bitmap->getHeight();
    drawn.bytes_per_row = bitmap->getRowSize();
    drawn.gray.assign(reinterpret_cast<const char*>(bitmap->getDataPtr()),
                      static_cast<std::size_t>(drawn.bytes_per_row) * static_cast<std::size_t>(drawn.height));
    return drawn;
}

std::string poppler_version() {
    return POPPLER_VERSION;
}

} // namespace kompass::read
