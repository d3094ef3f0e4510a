#include "publish/site/source_pages.h"

#include "archive/readings.h"
#include "enquiry/sources.h"
#include "publish/figure_places.h"
#include "publish/site/addresses.h"
#include "read/file_bytes.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>
#include <set>
#include <utility>

namespace kompass::publish::site {
namespace {

const std::string pictures = "bilder/";
const std::string measures = "bilder/bilder.json";

constexpr double endless = std::numeric_limits<double>::max();
constexpr Box whole_page{0, 0, endless, endless};

const Page* page_of(const Document& document, int number) {
    const auto found = std::find_if(document.pages.begin(), document.pages.end(),
                                    [&](const Page& page) { return page.number == number; });
    return found == document.pages.end() ? nullptr : &*found;
}

} // namespace

SourcePages::SourcePages(const std::vector<std::filesystem::path>& sources, SiteFolder& folder,
                         read::RunnerOptions workers)
    : folder_(&folder), workers_(std::move(workers)) {
    if (sources.empty()) return;
    pictures_.emplace(sources, [this](const std::string& name, const std::string& png) {
        folder_->write(pictures + name, png);
        return true;
    });
    read_measures();
}

void SourcePages::read_measures() {
    const auto read = read::read_file(folder_->path() / measures);
    if (!read.error.empty()) return;
    const auto json = nlohmann::json::parse(read.bytes, nullptr, false);
    if (!json.is_object()) return;
    for (const auto& [name, sides] : json.items())
        if (sides.is_array() && sides.size() == 6 &&
            std::all_of(sides.begin(), sides.end(), [](const auto& side) { return side.is_number(); }))
            measures_.emplace(name, Picture{name, sides[0].get<int>(), sides[1].get<int>(),
                                            Box{sides[2].get<double>(), sides[3].get<double>(),
                                                sides[4].get<double>(), sides[5].get<double>()}});
}

void SourcePages::picture(SourcePage& page, const Document* reading, std::size_t at, Wanted& wanted) {
    const auto name = SourcePictures::name_of(page.document, page.number);
    const auto known = measures_.find(name);
    if (known != measures_.end() && folder_->keep(pictures + name)) {
        page.picture = known->second;
        return;
    }
    const auto* read = reading == nullptr ? nullptr : page_of(*reading, page.number);
    const auto words = read == nullptr ? std::vector<Box>() : boxes_read_by_ocr(*read);
    if (const auto wish = pictures_->wish(page.document, page.number, whole_page, words))
        wanted.wishes.emplace(at, *wish);
}

void SourcePages::add_pages_of(const archive::Connection& connection, const std::string& document,
                               const std::string& file, const Record& record,
                               const std::map<Cell, std::string>& documents, Wanted& wanted) {
    if (pictures_->find(file, document) != Whereabouts::at_hand) return;
    const auto reading = archive::find_reading(connection, document);
    if (!reading) return; // a page that OCR turned would show other places
    const auto places = places_of_figures(record, [&](int number) { return page_of(*reading, number); });
    std::map<int, std::map<Cell, Box>> pages;
    for (const auto& [cell, place] : places) {
        const auto from = documents.find(cell);
        if (from != documents.end() && from->second == document && place.box)
            pages[place.page][cell] = *place.box;
    }
    for (auto& [number, figures] : pages) {
        const auto prefix = document == record.sha256 ? std::string() : document.substr(0, 6) + "-";
        wanted.pages.push_back(
            {document, number, {}, std::move(figures), fmt::format("sida/{}{}/", prefix, number)});
        picture(wanted.pages.back(), &*reading, wanted.pages.size() - 1, wanted);
    }
}

std::vector<SourcePage> SourcePages::of(const archive::Connection& connection,
                                        const enquiry::ReportIdentity& report, const Record& record) {
    if (!pictures_) return {};
    std::map<Cell, std::string> documents;
    for (const auto& figure : enquiry::all_figures(connection, report))
        if (figure.effective) documents.emplace(figure.cell, figure.document);
    std::map<std::string, std::string> files;
    for (const auto& source : enquiry::list_sources(connection))
        files.emplace(source.sha256, source.file);
    std::set<std::string> different;
    for (const auto& [cell, document] : documents)
        different.insert(document);
    Wanted wanted;
    for (const auto& document : different)
        add_pages_of(connection, document, files[document], record, documents, wanted);
    const auto drawn = pictures_->drawn(workers_);
    for (const auto& [at, wish] : wanted.wishes)
        if (drawn[wish]) wanted.pages[at].picture = *drawn[wish];
    std::erase_if(wanted.pages, [](const SourcePage& page) { return page.picture.file.empty(); });
    for (const auto& page : wanted.pages)
        used_[page.picture.file] = page.picture;
    return std::move(wanted.pages);
}

void SourcePages::finish() {
    if (used_.empty()) return;
    nlohmann::ordered_json json;
    for (const auto& [name, picture] : used_)
        json[name] = {picture.width,   picture.height,  picture.band.x0,
                      picture.band.y0, picture.band.x1, picture.band.y1};
    folder_->write(measures, json.dump(0) + "\n");
}

} // namespace kompass::publish::site
